//! # The window of an anchor is none
//!
//! Start and end are line numbers of the specification, the first not behind the last.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 9
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: one transaction
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

use super::{anchor_blocks, in_block, window};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    for block in anchor_blocks(refinement) {
        let fields = [Label::ContextStart, Label::ContextEnd].map(|label| in_block(refinement, block, label));
        let [Some(first), Some(last)] = fields else { continue };
        // A block that is not filled in yet says so elsewhere.
        let (first, last) = (refinement.value_of(first), refinement.value_of(last));
        let open = |value: &str| placeholder::class_with_note(value).is_some() || value.starts_with("<fill");
        if open(first.text) && open(last.text) || window(refinement, block).is_some() {
            continue;
        }
        report.at(
            first.range.cover(last.range),
            format!("lines {} to {} are no window", first.text, last.text),
        );
    }
}
