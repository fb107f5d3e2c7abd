//! # The signature is still pending
//!
//! A packet may wait for its signature, but work must not start before it has one.
//!
//! ````md,bad
//! - USER_SIGNATURE: <pending>
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(field) = packet.field(Label::UserSignature) else { return };
    let value = packet.value_of(field);
    // placeholder-template-variable speaks of what was never replaced.
    if placeholder::class_with_note(value.text).is_none() || value.text.contains("{{") {
        return;
    }
    let id = packet.stem();
    let started =
        workspace.index().on_board(id).any(|entry| matches!(entry.state, State::Ready | State::InProgress));
    let recorded = workspace.index().gates(id).iter().any(|record| record.gate == "SIGNATURE");
    let range = if value.text.is_empty() { field.name } else { value.range };
    let said = if value.text.is_empty() { "empty" } else { value.text };
    let finding = report.at(range, format!("USER_SIGNATURE is `{said}`: the user has not signed yet"));
    // A packet that nobody may start waits for its signature as it should.
    if workspace.index().has_board() && !started && !recorded {
        finding.severity(Severity::Hint);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variable_is_told_elsewhere() {
        check(
            &RULE,
            "\
- USER_SIGNATURE: {{USER_SIGNATURE}}
",
        );
    }
}
