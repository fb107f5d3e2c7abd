//! # NEXT_COMMANDS are too few or too many
//!
//! Two to six: the immediate step, ready to paste.
//!
//! ````md,bad
//! NEXT_COMMANDS [CX-GATE-UX-001]
//! - just pre-work WP-1-Example
//! ````
//!
//! ````md,good
//! NEXT_COMMANDS [CX-GATE-UX-001]
//! - just pre-work WP-1-Example
//! - git status -sb
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::{BASE, blocks, is_open};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::NextCommands) {
        let lines: Vec<&str> = document
            .lines_in(block.body)
            .map(|line| line.of(&document.text))
            .filter_map(|line| line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")))
            .collect();
        if !(2..=6).contains(&lines.len()) && !lines.iter().any(|line| is_open(line)) {
            report.at(block.header, format!("{} commands; 2 to 6 are wanted", lines.len()));
        }
    }
}
