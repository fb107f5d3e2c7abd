//! # The gates log records another signature
//!
//! The gate checked one signature, and the file carries another.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "SIGNATURE", "signature": "mara040320260915"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "SIGNATURE", "signature": "mara050320260915"}]}
//! ````
//!
//! Source: Part 2.5.7.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) =
        document.signature().filter(|(_, value)| document.config.users.signature(value.text).is_some())
    else {
        return;
    };
    let records = workspace.index().gates(document.stem());
    let last = records
        .iter()
        .rfind(|record| record.gate == "SIGNATURE")
        .and_then(|record| record.signature.as_deref());
    if let Some(recorded) = last.filter(|recorded| *recorded != value.text) {
        report.at(value.range, format!("`{}` here, `{recorded}` in the gates log", value.text));
    }
}
