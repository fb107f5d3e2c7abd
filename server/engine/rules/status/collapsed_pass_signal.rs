//! # A bare PASS stands in the hand-off
//!
//! Manifest gate, test runs, conformance and verdict are four claims; one PASS without a command is none of them.
//!
//! ````md,bad
//! ## STATUS_HANDOFF
//! - Result: PASS
//! ````
//!
//! ````md,good
//! ## STATUS_HANDOFF
//! - `cargo test`: PASS
//! ````
//!
//! Source: Part 3, no collapsed pass signals.

use crate::document::Document;
use crate::document::lines::LineKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for name in ["STATUS_HANDOFF", "HYGIENE", "EVIDENCE"] {
        let Some(section) = packet.sections().iter().find(|section| section.name == name) else { continue };
        for line in packet.lines_in(section.body) {
            let words = line.of(&packet.text);
            if is_collapsed(words) && packet.line_kind(line) == LineKind::Text {
                let start = line.start + words.len() - words.trim_start().len();
                let range = Range::new(start, start + words.trim().len());
                report.at(range, format!("`{}` names no command and no check", words.trim()));
            }
        }
    }
}

fn is_collapsed(line: &str) -> bool {
    // `- **Overall**: `pass`.` is about as long as it gets, and `overall pass` has eleven letters; longer lines say more.
    if line.len() > 60 || line.bytes().filter(u8::is_ascii_alphabetic).take(12).count() > 11 {
        return false;
    }
    let words: String = line.chars().filter(|letter| !matches!(letter, '*' | '`' | '.')).collect();
    let words = words.trim().trim_start_matches(['-', '+']).trim();
    ["pass", "result: pass", "overall: pass"].iter().any(|bare| words.eq_ignore_ascii_case(bare))
}
