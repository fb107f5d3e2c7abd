//! # An ANCHOR block is not filled in
//!
//! Anchor, token and excerpt together prove that the section was read. A block that is not needed is deleted.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: <fill>
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch is one transaction.
//!   ```
//! ````
//!
//! ````md,bad
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1
//! - CONTEXT_TOKEN: ordered
//! - EXCERPT_ASCII_ESCAPED: Batches are ordered.
//!
//! #### ANCHOR 2
//! - SPEC_ANCHOR: <fill>
//! - CONTEXT_TOKEN: <fill>
//! - EXCERPT_ASCII_ESCAPED: <paste excerpt>
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

use super::{anchor_blocks, in_block};
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    // What a fence hides is told there.
    if refinement.hides_anchors() {
        return;
    }
    for block in anchor_blocks(refinement) {
        let missing: Vec<&str> = [Label::SpecAnchor, Label::ContextToken, Label::Excerpt]
            .into_iter()
            .filter(|&label| !is_filled(refinement, block, label))
            .map(|label| contract::spec(label).name)
            .collect();
        if !missing.is_empty() {
            let finding = report.at(block.title, format!("{} says nothing yet", missing.join(", ")));
            // The only anchor is filled in, not removed.
            if anchor_blocks(refinement).count() > 1 {
                let edit = Edit::delete(refinement.line_at(block.heading.start).cover(block.body));
                finding.fix("Remove the block", Safety::Review, vec![edit]);
            }
        }
    }
}

fn is_filled(refinement: &Document, block: &Section, label: Label) -> bool {
    let Some(field) = in_block(refinement, block, label) else { return false };
    if label == Label::Excerpt {
        // Quoted lines that are not indented fall out of the list, and out of the fence with it.
        let lines = refinement.lines_in(field.block).map(|line| line.of(&refinement.text).trim());
        let quoted = lines
            .chain([field.value.of(&refinement.text)])
            .find(|line| !line.is_empty() && !line.starts_with("```"));
        let inner = quoted.unwrap_or("");
        return !inner.is_empty() && !inner.starts_with("<paste") && !inner.starts_with("<fill");
    }
    let value = refinement.said(field);
    placeholder::class_with_note(value.text).is_none() && !value.text.starts_with("<fill")
}
