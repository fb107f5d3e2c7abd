//! # The phase gate's summary counts wrong
//!
//! How many packets exist and how many are validated follows from the entries of the gate.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING - 2 of 2 gate-critical WPs not yet created
//!
//! 1. WP-1-Example [READY FOR DEV]
//! 2. WP-1-Console [GAP]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING - 1 of 2 gate-critical WPs not yet created
//!
//! 1. WP-1-Example [READY FOR DEV]
//! 2. WP-1-Console [GAP]
//!
//! Current status: 50% ready (1 of 2 packets created, 0 VALIDATED)
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 6.4 [CX-609].

use super::is_validated;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for gate in board.phase_gates() {
        let entries = board.gate_entries(gate);
        let ids = || entries.iter().map(|entry| entry.id.of(&board.text));
        let total = entries.len();
        let created = ids().filter(|id| workspace.packet(id).is_some()).count();
        let validated = ids().filter(|id| is_validated(id, workspace)).count();
        if total == 0 {
            continue;
        }
        let is_entry = |line: Range| entries.iter().any(|entry| entry.whole.contains(line));
        for line in board.lines_in(gate.body).filter(|line| summary(line.of(&board.text))) {
            // The last entry goes on to the end of its section; a summary line below it has no indentation.
            if is_entry(line) && line.of(&board.text).starts_with([' ', '\t', '-']) {
                continue;
            }
            for count in counts(line.of(&board.text)) {
                let wanted = match count.of {
                    What::Missing => (total - created, Some(total)),
                    What::Created => (created, Some(total)),
                    What::Validated => (validated, None),
                    What::Percent => ((created * 100 + total / 2) / total, None),
                };
                let is_right = count.number == wanted.0 && (count.total.is_none() || count.total == wanted.1);
                if !is_right {
                    let right = match (count.of, wanted) {
                        (What::Percent, (number, _)) => format!("{number}%"),
                        (_, (number, Some(total))) if count.total.is_some() => format!("{number} of {total}"),
                        (_, (number, _)) => number.to_string(),
                    };
                    let place = Range::new(line.start + count.place.start, line.start + count.place.end);
                    report.at(place, format!("by the entries it is {right}")).replace(place, right);
                }
            }
        }
    }
}

fn summary(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    lower.contains("status") && lower.contains(':')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Missing,
    Created,
    Validated,
    Percent,
}

/// A number of a summary: `3 of 4 .. not yet created`, `1 of 4 packets created`, `0 VALIDATED`, `25% ready`.
struct Count {
    of: What,
    number: usize,
    total: Option<usize>,
    place: Range,
}

fn counts(line: &str) -> Vec<Count> {
    let mut counts = Vec::new();
    // Each part of the line says one thing.
    for part in line.split(['(', ')', ',', ';']) {
        let start = part.as_ptr() as usize - line.as_ptr() as usize;
        let Some((number, at)) = number_in(part, 0) else { continue };
        let behind = &part[at.end..];
        let lower = behind.to_ascii_lowercase();
        let total = lower.strip_prefix(" of ").and_then(|_| number_in(part, at.end));
        let of = if lower.starts_with('%') && lower.contains("ready") {
            What::Percent
        } else if lower.contains("not yet created") {
            What::Missing
        } else if lower.contains("created") {
            What::Created
        } else if lower.trim_start().starts_with("validated") {
            What::Validated
        } else {
            continue;
        };
        let end = total.as_ref().map_or(at.end, |(_, at)| at.end) + usize::from(of == What::Percent);
        counts.push(Count {
            of,
            number,
            total: total.map(|(number, _)| number),
            place: Range::new(start + at.start, start + end),
        });
    }
    counts
}

/// The first number behind a place.
fn number_in(words: &str, from: usize) -> Option<(usize, Range)> {
    let start = from + words.get(from..)?.find(|letter: char| letter.is_ascii_digit())?;
    let digits = words.get(start..)?.bytes().take_while(u8::is_ascii_digit).count();
    Some((words.get(start..start + digits)?.parse().ok()?, Range::new(start, start + digits)))
}
