//! # The token of an anchor could stand anywhere
//!
//! Three letters, or words that occur on every page, prove nothing.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: is
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch is one transaction.
//!   ```
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

use super::{anchor_blocks, token};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Info,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    for block in anchor_blocks(refinement) {
        let Some(token) = token(refinement, block) else { continue };
        let letters = token.text.chars().count();
        if letters < SHORTEST {
            report.at(token.range, format!("{letters} letters stand in many places"));
        }
    }
}

/// In letters; shorter ones occur by chance.
const SHORTEST: usize = 4;
