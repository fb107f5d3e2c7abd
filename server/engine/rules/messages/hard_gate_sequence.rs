//! # HARD_GATE_OUTPUT stands alone
//!
//! The reason and the next actions follow at once, so that nobody has to ask.
//!
//! ````md,bad
//! HARD_GATE_OUTPUT [CX-WT-001]
//! /work/repo
//!
//! HARD_GATE_NEXT_ACTIONS [CX-WT-001]
//! - Proceed.
//! ````
//!
//! ````md,good
//! HARD_GATE_OUTPUT [CX-WT-001]
//! /work/repo
//!
//! HARD_GATE_REASON [CX-WT-001]
//! - The right worktree.
//!
//! HARD_GATE_NEXT_ACTIONS [CX-WT-001]
//! - Proceed.
//! ````
//!
//! Source: Worktree and branch gate [CX-WT-001].

use super::BASE;
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let blocks = document.message_blocks();
    let kind = |at: usize| blocks.get(at).map(|block| block.kind);
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::HardGateOutput)
    {
        let missing = match (kind(at + 1), kind(at + 2)) {
            (Some(BlockKind::HardGateReason), Some(BlockKind::HardGateNextActions)) => continue,
            (Some(BlockKind::HardGateReason), _) => "HARD_GATE_NEXT_ACTIONS does not follow its reason",
            _ => "HARD_GATE_REASON does not follow",
        };
        report.at(block.header, missing);
    }
}
