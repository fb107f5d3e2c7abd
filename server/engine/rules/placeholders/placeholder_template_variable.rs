//! # A template variable was never replaced
//!
//! `{{NAME}}` is what the generator fills in.
//!
//! ````md,bad
//! - REQUESTOR: {{REQUESTOR}}
//! ````
//!
//! ````md,good
//! - REQUESTOR: mara
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    // One look at the whole text is cheaper than one at each line.
    if memchr::memmem::find(document.text.as_bytes(), b"{{").is_none() {
        return;
    }
    for line in document.prose_lines() {
        let words = line.of(&document.text);
        let Some(open) = words.find("{{") else { continue };
        let Some(length) = words[open..].find("}}") else { continue };
        let name = &words[open..open + length + 2];
        // Braces in backticks are quoted text.
        let quoted = words[..open].ends_with('`');
        if !quoted && name[2..name.len() - 2].bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') {
            report.at(
                Range::new(line.start + open, line.start + open + name.len()),
                format!("`{name}` was never replaced"),
            );
        }
    }
}
