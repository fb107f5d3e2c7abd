//! # The gate cannot read the approval of the skeleton
//!
//! It looks for a line that is `SKELETON APPROVED` and nothing more.
//!
//! ````md,bad
//! ## SKELETON
//! - interfaces
//!
//! **Skeleton approved**
//! ````
//!
//! ````md,good
//! ## SKELETON
//! - interfaces
//!
//! SKELETON APPROVED
//! ````
//!
//! Source: Part 2, lifecycle marker [CX-LIFE-001].

use super::{APPROVAL, approval};
use crate::document::Document;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if approval(packet).is_some() {
        return;
    }
    if !speaks_of_it(&packet.text) {
        return;
    }
    let headings = packet.sections().iter().map(|section| section.heading);
    for line in packet.prose_lines().chain(headings) {
        let words = line.of(&packet.text).trim();
        if is_meant(words) {
            let finding = report.at(line, format!("`{words}` is not read; the line is `{APPROVAL}`"));
            // With a remark behind it the line may say the opposite.
            if words.trim_end_matches(['*', '`', ']', '.', '!']).to_ascii_uppercase().ends_with(APPROVAL) {
                let edit = Edit::replace(line, APPROVAL);
                finding.fix(format!("Write `{APPROVAL}`"), Safety::Review, vec![edit]);
            }
        }
    }
}

/// Whether the two words stand anywhere, in whatever case; they are rare, and their `k` is rarer than other letters.
fn speaks_of_it(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'K', b'k', bytes).any(|at| {
        let words = at.checked_sub(1).and_then(|start| bytes.get(start..start + APPROVAL.len()));
        words.is_some_and(|words| words.eq_ignore_ascii_case(APPROVAL.as_bytes()))
    })
}

/// Whether a line approves: the two words first, and no sentence behind them.
fn is_meant(line: &str) -> bool {
    let words = line.trim_start_matches(['#', '*', '-', '+', '>', '`', '[', ' ']);
    let Some((words, rest)) = words.split_at_checked(APPROVAL.len()) else { return false };
    let rest = rest.trim_start_matches(['*', '`', ']', ' ']);
    words.eq_ignore_ascii_case(APPROVAL) && !rest.starts_with(|letter: char| letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::is_meant;

    #[test]
    fn sentences_about_the_approval_are_none() {
        for line in ["## SKELETON APPROVED", "- [skeleton approved]", "Skeleton Approved (by the Validator)"]
        {
            assert!(is_meant(line), "{line}");
        }
        for line in ["SKELETON APPROVED is what the Validator writes", "wait for SKELETON APPROVED", ""] {
            assert!(!is_meant(line), "{line}");
        }
    }
}
