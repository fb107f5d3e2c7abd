//! # MERGE_BASE_SHA is not a commit
//!
//! A branch name moves; the gate compares against one commit, in its 40 digits.
//!
//! ````md,bad
//! - MERGE_BASE_SHA: origin/main
//! ````
//!
//! ````md,bad
//! - MERGE_BASE_SHA: 0123456789abcdef0123456789abcdef01234567 (of main)
//! ````
//!
//! ````md,good
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ````
//!
//! Source: Part 8, pre-delegation checklist.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::digest::is_sha1;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(commit) = packet.filled(Label::MergeBaseSha) else { return };
    if !is_sha1(commit.text) {
        let finding = report.at(
            commit.range,
            format!("MERGE_BASE_SHA is `{}`, not the 40 hexadecimal digits of a commit", commit.text),
        );
        // What stands around a commit is a note.
        let mut words = commit.text.split(|letter: char| !letter.is_ascii_alphanumeric());
        if let Some(sha) = words.find(|word| is_sha1(word)) {
            finding.replace(commit.range, sha);
        }
    }
}
