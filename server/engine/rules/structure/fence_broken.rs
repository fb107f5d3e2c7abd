//! # A fence has lost two of its backticks
//!
//! Shells eat backticks; the commands below stand in no fence.
//!
//! ````md,bad
//! ### TEST_PLAN
//! `ash
//! cargo test
//! `
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for fence in document.fences().iter().filter(|fence| fence.broken) {
        let line = document.line_at(fence.range.start);
        let words = line.of(&document.text);
        let indent = &words[..words.len() - words.trim_start().len()];
        let edits = vec![
            Edit::replace(line, format!("{indent}```{}", info(fence.info.of(&document.text)))),
            Edit::replace(document.line_at(fence.range.end), format!("{indent}```")),
        ];
        report.at(line, format!("`{}` opens no fence; three backticks do", words.trim())).fix(
            "Write a fence",
            Safety::Safe,
            edits,
        );
    }
}

/// What the piece of an info string was, before quoting took its first letter.
fn info(piece: &str) -> &str {
    match piece.trim_matches(|letter: char| letter.is_control() || letter == ' ') {
        "ash" => "bash",
        "ust" => "rust",
        whole => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check_fix;

    #[test]
    fn both_ends_are_written_and_the_name_is_whole_again() {
        check_fix(&RULE, "## TEST_PLAN\n`ash\ncargo test\n`\n", "## TEST_PLAN\n```bash\ncargo test\n```\n");
    }
}
