//! # The token of an anchor does not stand in its window
//!
//! The gate looks for it there; elsewhere it proves nothing.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: two transactions
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch is one transaction.
//!   ```
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
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
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 2.5.2.

use super::{anchor_blocks, relocate, token, window};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(spec) = spec_of(refinement, workspace) else { return };
    for block in anchor_blocks(refinement) {
        let (Some((first, last)), Some(token)) = (window(refinement, block), token(refinement, block)) else {
            continue;
        };
        let lines = spec.lines();
        if last > lines.line_count() {
            continue;
        }
        let range = Range::new(lines.line_start(first - 1), lines.line_range(&spec.text, last - 1).end);
        if holds(range.of(&spec.text), token.text) {
            continue;
        }
        let message = format!("`{}` does not stand in lines {first} to {last} of {}", token.text, spec.path);
        let finding = report.at(token.range, message).related(spec.path.clone(), range, "the window");
        relocate(refinement, spec, block, finding);
    }
}

/// The specification that the refinement was written against, where it is here: the one it names, else the current one.
pub(super) fn spec_of<'a>(refinement: &Document, workspace: &'a Workspace) -> Option<&'a Document> {
    let named = refinement.filled(Label::SpecTargetResolved).and_then(|value| {
        find_spec_files(value.text, &workspace.config.spec.file_prefix).next().map(|name| name.of(value.text))
    });
    let found = match named {
        Some(name) => workspace.document(name),
        None => workspace.current_spec(),
    };
    found.map(|spec| &**spec)
}

/// Line ends may be written in either way.
fn holds(window: &str, token: &str) -> bool {
    window.contains(token) || window.contains('\r') && window.replace("\r\n", "\n").contains(token)
}
