//! # The refinement has no ANCHOR block
//!
//! Each anchor quotes what the specification says; without one nothing was looked up.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! - 2.1.1 Batches
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: one transaction
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch is one transaction.
//!   ```
//! ````
//!
//! Source: Part 2.5.2.

use super::anchor_blocks;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    if anchor_blocks(refinement).next().is_none() {
        report
            .at(refinement.place_in("SPEC_ANCHORS"), "no block `#### ANCHOR 1`")
            .insert("Insert ANCHOR 1", template::refinement(refinement, "ANCHOR_1"));
    }
}
