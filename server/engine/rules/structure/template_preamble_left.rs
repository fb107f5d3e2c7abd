//! # The template's own introduction was left in
//!
//! The lines above the title speak to whoever copies the template, not to whoever does the work; tools take the first heading for the title.
//!
//! ````md,bad
//! # TASK_PACKET_TEMPLATE
//!
//! Copy this into each new task packet.
//!
//! # Task Packet: WP-1-Example
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 1, deterministic manifest and gate.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use memchr::memmem;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

/// The sentence by which the packet template introduces itself.
const SENTENCE: &str = "Copy this into each new task packet";

/// An introduction stands at the top; further down the words are quoted.
const LINES: usize = 40;

fn check(document: &Document, report: &mut Report) {
    let text = &*document.text;
    let heading = document
        .sections()
        .iter()
        .filter(|section| section.level == 1)
        .find(|section| matches!(&*section.name, "TASK_PACKET_TEMPLATE" | "TASK_PACKET_STUB_TEMPLATE"))
        .map(|section| section.title);
    let sentence = || {
        let start = memmem::find(text.as_bytes(), SENTENCE.as_bytes())?;
        let is_there = document.prose_lines().take(LINES).any(|line| line.start <= start && start < line.end);
        is_there.then(|| Range::new(start, start + SENTENCE.len()))
    };
    let Some(left) = heading.or_else(sentence) else { return };
    let finding = report.at(left, format!("`{}` is left over from the template", left.of(text)));
    let title = document.sections().iter().find(|section| {
        let words = section.title.of(text);
        section.level == 1
            && section.heading.start > left.start
            && (words.starts_with("Task Packet") || words.starts_with("Work Packet"))
    });
    if let Some(title) = title {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let above = Range::new(mark, document.line_at(title.heading.start).start);
        finding.fix("Delete what stands above the title", Safety::Review, vec![Edit::delete(above)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn everything_above_the_title_goes() {
        check_fix(
            &RULE,
            "\u{feff}# TASK_PACKET_STUB_TEMPLATE\n\nText.\n---\n\n# Work Packet Stub: WP-1-Example\n",
            "\u{feff}# Work Packet Stub: WP-1-Example\n",
        );
    }

    #[test]
    fn sentence_alone_is_enough() {
        check(
            &RULE,
            "\
# Task Packet: WP-1-Example
> Copy this into each new task packet.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Copy this into each new task packet` is left over from the template
",
        );
    }
}
