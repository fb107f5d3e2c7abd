//! # A phase is closed while the specification fails its check
//!
//! The regression check would stop here: the pointer names no specification that is here, or the specification lost what it
//! must hold.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** READY TO CLOSE
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** READY TO CLOSE
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 1, spec regression; Part 6.5 [CX-609B].

use super::{claim, is_regressed};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { kinds: &[Kind::Board], check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(claim) = board.phase_gates().find_map(|gate| claim(board, gate)) else { return };
    if let Some(why) = is_regressed(workspace) {
        report.at(claim, format!("{why}, but the phase is said to be ready"));
    }
}
