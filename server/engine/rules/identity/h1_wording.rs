//! # The title calls the file by another name
//!
//! Packets are `# Task Packet:`, stubs `# Work Packet Stub:`; searches look for these words.
//!
//! ````md,bad
//! # Work Packet: WP-1-Example
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 4 [CX-581].

use super::packet_title::packet_title;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Hint,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some(title) = packet_title(document) else { return };
    let (wanted, whole) = match document.kind {
        Kind::Stub => ("Work", "Work Packet Stub"),
        _ => ("Task", "Task Packet"),
    };
    let word = title.word.of(&document.text);
    if word != wanted {
        report.at(title.word, format!("`{word}` in the title; the heading is `# {whole}:`")).fix(
            format!("Write `{wanted}`"),
            Safety::Safe,
            vec![Edit::replace(title.word, wanted)],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check_fix;

    #[test]
    fn one_word_is_replaced() {
        check_fix(&RULE, "# Work Packet: WP-1-Example\n", "# Task Packet: WP-1-Example\n");
        check_fix(
            &RULE,
            "//- .GOV/task_packets/stubs/WP-1-Example.md\n# Task Packet Stub: WP-1-Example\n",
            "# Work Packet Stub: WP-1-Example\n",
        );
    }
}
