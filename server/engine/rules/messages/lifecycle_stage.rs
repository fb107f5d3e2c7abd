//! # STAGE is no step of the workflow
//!
//! Who reads the message cannot tell where the work packet stands.
//!
//! ````md,bad
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: WP-1-Example
//! - STAGE: CODING
//! - NEXT: STOP
//! ````
//!
//! ````md,good
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: WP-1-Example
//! - STAGE: DELEGATION
//! - NEXT: STOP
//! ````
//!
//! Source: Lifecycle marker [CX-LIFE-001].

use super::{BASE, STAGES, blocks, filled};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::Lifecycle) {
        if let Some((place, said)) =
            filled(document, &block, "STAGE").filter(|(_, said)| !STAGES.contains(said))
        {
            let finding = report.at(place, format!("`{said}` is none of {}", STAGES.join(", ")));
            for stage in STAGES {
                finding.replace(place, *stage);
            }
        }
    }
}
