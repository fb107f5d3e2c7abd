//! # An agentic packet does not say when it began
//!
//! With AGENTIC_MODE: YES the gate reads an instant in UTC, with seconds and `Z`.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: YES
//! - ORCHESTRATION_STARTED_AT_UTC: 2026-03-05 09:15
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: YES
//! - ORCHESTRATION_STARTED_AT_UTC: 2026-03-05T09:15:00Z
//! ````
//!
//! Source: Part 1, pre-work gate.

use super::metadata::is_agentic;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::date::is_utc_instant;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if !is_agentic(packet) {
        return;
    }
    report.unsaid(packet, Label::OrchestrationStarted);
    let (Some(field), Some(began)) =
        (packet.field(Label::OrchestrationStarted), packet.filled(Label::OrchestrationStarted))
    else {
        return;
    };
    if !is_utc_instant(began.text) {
        let finding = report.at(
            began.range,
            format!("`{}` is not an instant in UTC such as 2026-03-05T09:15:00Z", began.text),
        );
        if let Some(now) = workspace.surroundings.utc_now() {
            finding.set(field, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn absent_is_told_once_and_only_of_agentic_packets() {
        let agentic = "- PACKET_FORMAT_VERSION: 2026-02-01\n- AGENTIC_MODE: YES\n";
        assert_eq!(run(&RULE, agentic).1.len(), 1);
        assert_eq!(run(&RULE, &format!("{agentic}- ORCHESTRATION_STARTED_AT_UTC: <pending>\n")).1.len(), 1);
        assert_eq!(run(&RULE, &agentic.replace("YES", "NO")).1.len(), 0);
    }
}
