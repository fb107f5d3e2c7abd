//! # GATE_OUTPUT is not followed by GATE_STATUS and NEXT_COMMANDS
//!
//! Output alone leaves open what it means and what comes next.
//!
//! ````md,bad
//! OPERATOR_ACTION: NONE
//!
//! GATE_OUTPUT [CX-GATE-UX-001]
//! PASS: 12 checks
//! ````
//!
//! ````md,good
//! OPERATOR_ACTION: NONE
//!
//! GATE_OUTPUT [CX-GATE-UX-001]
//! PASS: 12 checks
//!
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//!
//! NEXT_COMMANDS [CX-GATE-UX-001]
//! - just gate-check WP-1-Example
//! - git status -sb
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::BASE;
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let blocks = document.message_blocks();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::GateOutput) {
        let behind: Vec<BlockKind> = blocks
            .iter()
            .skip(at + 1)
            .map(|block| block.kind)
            .take_while(|kind| *kind != BlockKind::GateOutput)
            .collect();
        let wanted = [(BlockKind::GateStatus, "GATE_STATUS"), (BlockKind::NextCommands, "NEXT_COMMANDS")];
        let missing: Vec<&str> =
            wanted.iter().filter(|(kind, _)| !behind.contains(kind)).map(|(_, name)| *name).collect();
        if !missing.is_empty() {
            report.at(block.header, format!("no {} follows", missing.join(" and no ")));
        }
    }
}
