//! # A LOG_SHA256 is none
//!
//! Sixty-four hexadecimal digits.
//!
//! ````md,bad
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//!   - LOG_SHA256: `abc`
//! ````
//!
//! ````md,good
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//!   - LOG_SHA256: `0000000000000000000000000000000000000000000000000000000000000000`
//! ````
//!
//! Source: Part 1 [CX-598]; Part 3, no collapsed pass signals.

use memchr::memmem;

use super::section;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::digest::is_sha256;
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet, "EVIDENCE") else { return };
    // Logs are long, so their lines are not looked at one by one.
    let named = memmem::find_iter(section.body.of(&packet.text).as_bytes(), b"LOG_SHA256:");
    for place in named.map(|at| section.body.start + at) {
        let line = packet.line_at(place);
        let (words, at) = (line.of(&packet.text), place - line.start);
        let value = words[at + "LOG_SHA256:".len()..].trim().trim_matches('`').trim();
        let open = value.is_empty()
            || value.starts_with('<')
            || value.eq_ignore_ascii_case("n/a")
            || value.eq_ignore_ascii_case("none");
        if !open && !is_sha256(&value.to_ascii_lowercase()) {
            let start = line.start + words.find(value).unwrap_or(at);
            report.at(Range::new(start, start + value.len()), format!("`{value}` is no SHA256"));
        }
    }
}
