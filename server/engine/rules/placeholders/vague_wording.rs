//! # A word leaves open what is meant
//!
//! `etc.`, `as needed`, `properly`: two readers will read two things.
//!
//! ````md,bad
//! - OUT_OF_SCOPE:
//!   - Trading for money, etc.
//! ````
//!
//! ````md,good
//! - OUT_OF_SCOPE:
//!   - Trading for money
//! ````
//!
//! Source: Part 3.5 [CX-606].

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

const VAGUE: &[&str] = &[
    "as needed",
    "if necessary",
    "where appropriate",
    "and so on",
    "etc",
    "various",
    "some files",
    "properly",
    "robustly",
    "user-friendly",
    "improve",
    "improved",
];

/// All of them in one pass, in whatever case.
static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let finder =
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(VAGUE);
    finder.expect("a dozen short words")
});

fn check(packet: &Document, report: &mut Report) {
    for label in [Label::What, Label::DoneMeans, Label::TestPlan, Label::OutOfScope] {
        let Some(field) = packet.field(label) else { continue };
        let items = packet.items(field);
        // Commands mean what they say.
        if items.written == Written::Fence {
            continue;
        }
        if items.list.is_empty() || items.written == Written::Inline {
            tell(packet, packet.said(field).range, field.spec().name, report);
            continue;
        }
        for item in &items.list {
            tell(packet, item.head, field.spec().name, report);
        }
    }
}

/// One finding for each text, however vague it is.
fn tell(packet: &Document, range: Range, name: &str, report: &mut Report) {
    let words = range.of(&packet.text);
    let found = FINDER.find_overlapping_iter(words).map(|found| Range::new(found.start(), found.end()));
    let found = found.filter(|found| stands_alone(words, *found)).min_by_key(|found| found.start);
    if let Some(found) = found {
        let range = Range::new(range.start + found.start, range.start + found.end);
        report.at(range, format!("`{}` in {name} can mean anything", range.of(&packet.text)));
    }
}

/// Whether these words are not in a path, a longer word or code.
fn stands_alone(text: &str, found: Range) -> bool {
    let joins = |at: Option<usize>| {
        at.and_then(|at| text.as_bytes().get(at)).is_some_and(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-' | b'`' | b'"')
        })
    };
    !joins(found.start.checked_sub(1)) && !joins(Some(found.end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn words_in_paths_and_longer_words_are_not_meant() {
        check(
            &RULE,
            "\
- What: Sketch the fetch of /etc/hosts and of improvements
- OUT_OF_SCOPE:
  - Various things, properly
    ^^^^^^^ `Various` in OUT_OF_SCOPE can mean anything
",
        );
    }
}
