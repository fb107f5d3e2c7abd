//! # The window of an anchor ends behind the specification
//!
//! The lines were counted in another version.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 400
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

use super::refinement_anchor_token_missing::spec_of;
use super::{anchor_blocks, in_block, relocate, window};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
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
    let lines = spec.lines().line_count();
    for block in anchor_blocks(refinement) {
        let Some((_, last)) = window(refinement, block).filter(|(_, last)| *last > lines) else { continue };
        let Some(field) = in_block(refinement, block, Label::ContextEnd) else { continue };
        let finding = report
            .at(refinement.value_of(field).range, format!("{last}, but {} has {lines} lines", spec.path));
        relocate(refinement, spec, block, finding);
    }
}
