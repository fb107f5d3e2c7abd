//! # The packet holds characters outside ASCII
//!
//! Packets are ASCII, because gates compare bytes. Doubly encoded characters have a rule of their own.
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
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::grammar::encoding::{mojibake, non_ascii_runs};
use crate::text::grammar::transliteration::ascii_for;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let text = &*document.text;
    let mut damaged = mojibake(text).peekable();
    for run in non_ascii_runs(text) {
        let mut start = run.start;
        while let Some(part) = damaged.next_if(|part| part.end <= run.end) {
            tell(Range::new(start, part.start), text, report);
            start = part.end;
        }
        tell(Range::new(start, run.end), text, report);
    }
}

fn tell(run: Range, text: &str, report: &mut Report) {
    let words = run.of(text);
    // The byte order mark has a rule of its own.
    let (run, words) = match words.strip_prefix('\u{feff}') {
        Some(rest) if run.start == 0 => (Range::new(run.end - rest.len(), run.end), rest),
        _ => (run, words),
    };
    let Some(first) = words.chars().next() else { return };
    report.at(run, format!("`{words}` (U+{:04X}) is not ASCII", u32::from(first))).fix(
        "Write it in ASCII",
        Safety::Safe,
        vec![Edit::replace(run, in_ascii(words, text.get(run.end..).and_then(|rest| rest.chars().next())))],
    );
}

/// The words in ASCII, given the character behind them.
pub fn in_ascii(words: &str, behind: Option<char>) -> String {
    let mut characters = words.chars().peekable();
    let mut ascii = String::with_capacity(words.len());
    while let Some(character) = characters.next() {
        ascii.push_str(&ascii_for(character, characters.peek().copied().or(behind)));
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix, run};

    #[test]
    fn fix_knows_what_follows() {
        check_fix(&RULE, "- See \u{a7}2.3 \u{2192} done\n", "- See 2.3 -> done\n");
    }

    #[test]
    fn byte_order_mark_is_left_to_its_rule_but_not_what_follows_it() {
        assert!(run(&RULE, "\u{feff}# Task Packet: WP-1-Example\n").1.is_empty());
        check(
            &RULE,
            "\
\u{feff}\u{e9}t\u{e9}
 ^ `\u{e9}` (U+00E9) is not ASCII
   ^ `\u{e9}` (U+00E9) is not ASCII
",
        );
    }

    #[test]
    fn doubly_encoded_part_of_a_run_is_left_to_its_rule() {
        check(
            &RULE,
            "\
- \u{2013}\u{c2}\u{a7}\u{2192} 2.3
  ^ `\u{2013}` (U+2013) is not ASCII
     ^ `\u{2192}` (U+2192) is not ASCII
",
        );
    }
}
