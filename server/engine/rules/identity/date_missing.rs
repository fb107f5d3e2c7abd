//! # The packet has no DATE
//!
//! Without a date nobody can tell which specification and which rules it was written under.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - ROLE: Orchestrator
//! ````
//!
//! ````md,good
//! - DATE: 2026-03-05
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    match packet.field(Label::Date) {
        None => {
            let mut insertion = template::field(packet, Label::Date);
            if let (Some(insertion), Some(now)) = (&mut insertion, workspace.surroundings.utc_now()) {
                insertion.snippet = insertion.snippet.replace("${1:YYYY-MM-DDTHH:MM:SSZ}", &now);
            }
            report.at(packet.place_for(Label::Date), "no DATE").insert("Insert DATE", insertion);
        }
        Some(_) => report.unsaid(packet, Label::Date),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variable_is_told_once() {
        check(
            &RULE,
            "\
- DATE: {{DATE_ISO}}
",
        );
    }
}
