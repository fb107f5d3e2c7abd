//! # The title names another work packet
//!
//! A title that differs from the file name makes two packets out of one. Words behind the id are only a hint: tools that take the whole line for the id do not find it.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Other
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 4 [CX-581].

use super::packet_title::packet_title;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some(title) = packet_title(document) else { return };
    let id = title.id.of(&document.text);
    let stem = document.stem();
    if id.is_empty() {
        report.at(title.word, "the title names no id");
    } else if id.trim_matches('`') == stem {
        let rest = title.rest.of(&document.text);
        if !rest.is_empty() {
            report
                .at(title.rest, format!("`{rest}` stands behind the id in the title"))
                .fix(
                    "Remove it",
                    Safety::Review,
                    vec![Edit::delete(Range::new(title.id.end, title.rest.end))],
                )
                .severity(Severity::Hint);
        }
    } else if placeholder::class(id).is_none() {
        report
            .at(title.id, format!("the title names `{id}`, the file is `{stem}.md`"))
            .replace(title.id, stem);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::{check, run};

    #[test]
    fn words_behind_the_id_are_a_hint() {
        let (_, findings) = run(&RULE, "# Task Packet: WP-1-Example (Remediation)\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Some(Severity::Hint));
    }

    #[test]
    fn anything_but_the_file_name_is_told_and_a_placeholder_left_alone() {
        check(
            &RULE,
            "\
# Task Packet: Export
               ^^^^^^ the title names `Export`, the file is `WP-1-Example.md`
",
        );
        check(&RULE, "# Task Packet: {{WP_ID}}\n");
        check(
            &RULE,
            "\
# Task Packet:
  ^^^^ the title names no id
",
        );
    }
}
