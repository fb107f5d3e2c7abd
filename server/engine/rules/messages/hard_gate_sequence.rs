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

use super::{BASE, behind};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::snippet;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let blocks = document.message_blocks();
    let kind = |at: usize| blocks.get(at).map(|block| block.kind);
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::HardGateOutput)
    {
        let actions = "\n\nHARD_GATE_NEXT_ACTIONS [CX-WT-001]\n- ${1:what happens next}";
        let reason = "\n\nHARD_GATE_REASON [CX-WT-001]\n- ${1:why it may go on, or not}";
        let (message, last, text) = match (kind(at + 1), kind(at + 2)) {
            (Some(BlockKind::HardGateReason), Some(BlockKind::HardGateNextActions)) => continue,
            (Some(BlockKind::HardGateReason), _) => {
                ("HARD_GATE_NEXT_ACTIONS does not follow its reason", at + 1, actions.to_string())
            }
            (Some(BlockKind::HardGateNextActions), _) => {
                ("HARD_GATE_REASON does not follow", at, reason.to_string())
            }
            _ => ("HARD_GATE_REASON does not follow", at, snippet::numbered(&format!("{reason}{actions}"))),
        };
        let insertion = blocks.get(last).and_then(|last| behind(document, last, &text));
        report.at(block.header, message).insert("Insert what is missing", insertion);
    }
}
