//! # A path in IN_SCOPE_PATHS has backslashes
//!
//! Version control and gates write paths with `/`; with backslashes nothing matches.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src\store\batch.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-604]; drive-agnostic governance [CX-109].

use super::is_absolute;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let written = entry.range.of(&packet.text);
        if has_separator(written) && !is_absolute(written) {
            let edit = Edit::replace(entry.range, written.replace('\\', "/"));
            report.at(entry.range, format!("`{written}` is written with `\\`; write `/`")).fix(
                "Write `/`",
                Safety::Safe,
                vec![edit],
            );
        }
    }
}

/// Whether a backslash parts two names; before punctuation it keeps Markdown from reading that: `\_`.
fn has_separator(path: &str) -> bool {
    path.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && pair[1].is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn escapes_of_markdown_are_no_separators() {
        check(&RULE, "- IN_SCOPE_PATHS:\n  - src/a\\_b.rs\n");
        check_fix(
            &RULE,
            "- IN_SCOPE_PATHS:\n  - src\\a.rs (new)\n",
            "- IN_SCOPE_PATHS:\n  - src/a.rs (new)\n",
        );
    }
}
