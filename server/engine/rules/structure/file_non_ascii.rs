//! # The packet holds characters outside ASCII
//!
//! Packets are ASCII, because gates compare bytes.
//!
//! ````md,bad
//! - What: a café
//! ````
//!
//! ````md,good
//! - What: a cafe
//! ````
//!
//! Source: Part 1, COR-701 gate.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::encoding::non_ascii_runs;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for run in non_ascii_runs(&document.text) {
        let words = run.of(&document.text);
        // The byte order mark has a rule of its own.
        if words == "\u{feff}" && run.start == 0 {
            continue;
        }
        let first = words.chars().next().map_or(0, u32::from);
        report.at(run, format!("`{words}` (U+{first:04X}) is not ASCII"));
    }
}
