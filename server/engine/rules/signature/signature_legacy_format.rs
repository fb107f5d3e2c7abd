//! # The signature has the older form with seconds
//!
//! Old signatures end in DDMMYYHHMMSS. They stay as they are: a signature is never rewritten.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara251225032800
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara251220250328
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::signature::{SignatureTime, decode};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) = document.signature() else { return };
    let Some(read) = document.config.users.signature(value.text) else { return };
    if !matches!(decode(&read), SignatureTime::Legacy { .. }) {
        return;
    }
    let audited = workspace.index().audit_rows(value.text).next().is_some();
    let finding = report.at(
        value.range,
        format!("`{}` has the older form DDMMYYHHMMSS; new signatures are DDMMYYYYHHMM", value.text),
    );
    if audited {
        finding.severity(Severity::Info);
    }
}
