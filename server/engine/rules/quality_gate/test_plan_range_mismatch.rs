//! # The closing gate looks at another range than the packet
//!
//! `--range` begins at MERGE_BASE_SHA, or work of others is counted, or some of this work is not.
//!
//! ````md,bad
//! - MERGE_BASE_SHA: 1111111111111111111111111111111111111111
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example --range 2222222222222222222222222222222222222222..HEAD
//! ```
//! ````
//!
//! ````md,good
//! - MERGE_BASE_SHA: 1111111111111111111111111111111111111111
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example --range 1111111111111111111111111111111111111111..HEAD
//! ```
//! ````
//!
//! Source: Part 8 [CX-640].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::digest::is_sha1;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let Some(base) = packet.filled(Label::MergeBaseSha).filter(|value| is_sha1(value.text)) else { return };
    for command in packet.commands(field) {
        let words = command.range.of(&packet.text);
        let Some(at) = words.find("--range ").filter(|_| command.text.starts_with("just post-work")) else {
            continue;
        };
        let from = at + "--range ".len();
        let start = words[from..].split("..").next().unwrap_or("");
        // A name such as `main` or a variable may well be the same commit.
        let is_commit = start.len() >= 7 && start.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_commit && !base.text.starts_with(&start.to_ascii_lowercase()) {
            let range = Range::new(command.range.start + from, command.range.start + from + start.len());
            report
                .at(range, format!("`{start}` is not MERGE_BASE_SHA"))
                .related(packet.path.clone(), base.range, "MERGE_BASE_SHA")
                .replace(range, base.text);
        }
    }
}
