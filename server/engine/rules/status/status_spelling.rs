//! # The status is spelled in a way of its own
//!
//! Four words are easy to search for; their variants are not.
//!
//! ````md,bad
//! - **Status:** Ready-for-Dev
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // A search finds the second one as well as the first.
    for field in packet.fields().all(Label::Status).filter(|field| !field.in_report) {
        let value = packet.value_of(field);
        let Some(status) = Status::of(value.text) else { continue };
        if matches!(status, Status::Stub | Status::Gap) {
            continue;
        }
        // A remark in parentheses is no spelling.
        let words = value.text.split(" (").next().unwrap_or("").trim_end();
        if words != status.name() {
            let range = Range::new(value.range.start, value.range.start + words.len());
            report.at(range, format!("`{words}` is spelled `{}`", status.name())).fix(
                format!("Write `{}`", status.name()),
                Safety::Safe,
                vec![Edit::replace(range, status.name())],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn remarks_stay() {
        check_fix(&RULE, "Status: DONE (merged)\n", "Status: Done (merged)\n");
        check_fix(&RULE, "Status: Done [VALIDATED]\n", "Status: Done\n");
        check(&RULE, "Status: Done (merged)\n");
    }
}
