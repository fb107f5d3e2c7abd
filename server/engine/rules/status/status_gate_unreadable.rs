//! # The gate cannot read the status
//!
//! The pre-work gate reads `- **Status:** x`, `**Status:** x` and `Status: x`, and nothing else; people read more.
//!
//! ````md,bad
//! - STATUS: Ready for Dev
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Bold;
use crate::document::field::Field;
use crate::document::field::Form;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.fields().all(Label::Status).any(is_readable) {
        return;
    }
    let Some(field) = packet.field(Label::Status) else { return };
    let written = Range::new(field.line.start + field.indent, field.value.start);
    let finding = report.at(
        field.name,
        format!("the gate does not read `{}`; it reads `- **Status:**`", written.of(&packet.text).trim_end()),
    );
    if !matches!(field.form, Form::Heading(_)) {
        let edit = Edit::replace(written, "- **Status:** ");
        finding.fix("Write `- **Status:**`", Safety::Safe, vec![edit]);
    }
}

fn is_readable(field: &Field) -> bool {
    match field.form {
        Form::Bullet(bullet) => bullet == '-' && field.bold == Bold::ColonInside,
        Form::Bare => field.indent == 0 && field.bold != Bold::ColonOutside,
        Form::Heading(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn the_label_is_rewritten_and_the_value_kept() {
        check_fix(&RULE, "- **STATUS**: Done\n", "- **Status:** Done\n");
        check_fix(&RULE, "* **Status:** Done (see below)\n", "- **Status:** Done (see below)\n");
    }

    #[test]
    fn one_readable_status_is_enough() {
        check(&RULE, "- STATUS: Done\n\n**Status:** Done\n");
    }
}
