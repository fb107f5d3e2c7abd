//! # The message does not say what the operator must do
//!
//! `OPERATOR_ACTION` stands before the output, and says NONE or the one decision that is needed. Questions inside the output
//! are overlooked.
//!
//! ````md,bad
//! GATE_OUTPUT [CX-GATE-UX-001]
//! PASS: 12 checks
//! ````
//!
//! ````md,good
//! OPERATOR_ACTION: NONE
//!
//! GATE_OUTPUT [CX-GATE-UX-001]
//! PASS: 12 checks
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::{BASE, is_open};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let mut behind = 0;
    for block in document.message_blocks() {
        if block.kind != BlockKind::GateOutput {
            continue;
        }
        let before = Range::new(behind, block.header.start);
        behind = block.body.end.max(block.header.end);
        if is_open(block.body.of(&document.text).trim_start()) {
            continue;
        }
        if !before.of(&document.text).contains("OPERATOR_ACTION:") {
            let line_end = document.line_end();
            let line = Edit::insert(block.header.start, format!("OPERATOR_ACTION: NONE{line_end}{line_end}"));
            report
                .at(block.header, "no `OPERATOR_ACTION:` before the output; write NONE where there is none")
                .fix("Write `OPERATOR_ACTION: NONE`", Safety::Review, vec![line]);
        }
        for line in document.lines_in(block.body) {
            if line.of(&document.text).trim_end().ends_with('?') {
                report.at(line, "a question inside the output; it belongs to OPERATOR_ACTION");
            }
        }
    }
}
