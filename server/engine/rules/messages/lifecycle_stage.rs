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

use super::{BASE, blocks, filled, judge_stage};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::Lifecycle) {
        if let Some((place, said)) = filled(document, &block, "STAGE") {
            judge_stage(place, said, report);
        }
    }
}
