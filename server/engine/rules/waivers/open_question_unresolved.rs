//! # A question is still open
//!
//! Questions are answered before the work begins, or the Coder answers them alone.
//!
//! ````md,bad
//! - **Status:** Ready for Dev
//! - Open questions:
//!   - Is a batch one file?
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! - Open questions:
//!   - NONE
//! ````
//!
//! Source: Part 4 [CX-581]; Part 5.1.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::document::placeholder;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(status) = packet.value(Label::Status).and_then(|value| Status::of(value.text)) else { return };
    if !matches!(status, Status::Ready | Status::InProgress) {
        return;
    }
    for field in packet.fields().all(Label::OpenQuestions).filter(|field| !field.in_report) {
        let items = packet.items(field);
        for item in items.list.iter().filter(|_| matches!(items.written, Written::List | Written::Inline)) {
            let words = item.range.of(&packet.text);
            let lower = words.to_ascii_lowercase();
            let closed = ["none", "n/a", "resolved", "answered", "closed", "decided", "no open", "answer:"]
                .iter()
                .any(|word| lower.contains(word));
            // What stands in brackets behind the question answers it.
            let behind = words.rsplit('?').next().unwrap_or("").trim();
            let answered = behind.starts_with('(') && behind.split_whitespace().count() > 2;
            if !closed
                && !answered
                && item.checked != Some(true)
                && placeholder::class_with_note(item.head.of(&packet.text)).is_none()
                && words.contains('?')
            {
                report.at(item.head, "this question is still open");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn answer_in_brackets_closes_it() {
        check(
            &RULE,
            "\
- **Status:** In Progress
- Open questions:
  - Is a missing folder an error? (Spec: treat it as empty.)
  - Is a link followed? (yes)
    ^^^^^^^^^^^^^^^^^^^^^^^^^ this question is still open
",
        );
    }
}
