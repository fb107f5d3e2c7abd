//! # The lifecycle marker names no work packet
//!
//! A message is about one work packet, or about none: then it says `N/A`.
//!
//! ````md,bad
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: Example
//! - STAGE: DELEGATION
//! - NEXT: STOP
//! ````
//!
//! ````md,good
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: N/A
//! - STAGE: STUB
//! - NEXT: STOP
//! ````
//!
//! Source: Lifecycle marker [CX-LIFE-001].

use super::{BASE, blocks, filled};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::text::grammar::id::is_wp_id;

pub const RULE: Rule = Rule { check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::Lifecycle) {
        let Some((place, said)) = filled(document, &block, "WP_ID") else { continue };
        if said != "N/A" && !is_wp_id(said) {
            report.at(place, format!("`{said}` is neither an id nor `N/A`"));
        }
    }
}
