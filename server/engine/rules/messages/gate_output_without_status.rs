//! # GATE_OUTPUT is not followed by GATE_STATUS and NEXT_COMMANDS
//!
//! Output alone leaves open what it means and what comes next.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/LOG.md
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

use super::{BASE, behind, stop};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::snippet;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let blocks = document.message_blocks();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::GateOutput) {
        let follow: Vec<BlockKind> = blocks
            .iter()
            .skip(at + 1)
            .map(|block| block.kind)
            .take_while(|kind| *kind != BlockKind::GateOutput)
            .collect();
        let wanted = [(BlockKind::GateStatus, "GATE_STATUS"), (BlockKind::NextCommands, "NEXT_COMMANDS")];
        let missing: Vec<&str> =
            wanted.iter().filter(|(kind, _)| !follow.contains(kind)).map(|(_, name)| *name).collect();
        if !missing.is_empty() {
            let text: String = missing.iter().map(|name| template(name)).collect();
            report
                .at(block.header, format!("no {} follows", missing.join(" and no ")))
                .insert("Insert what is missing", behind(document, block, &snippet::numbered(&text)));
        }
    }
}

fn template(name: &str) -> String {
    if name == "NEXT_COMMANDS" {
        return "\n\nNEXT_COMMANDS [CX-GATE-UX-001]\n- ${1:command}\n- ${2:command}".to_string();
    }
    let keys = ["PHASE", "GATE_RAN", "RESULT", "WHY"];
    let lines: String = keys.iter().map(|key| format!("\n- {key}: {}", stop(key, 1))).collect();
    format!("\n\n{name} [CX-GATE-UX-001]{lines}")
}
