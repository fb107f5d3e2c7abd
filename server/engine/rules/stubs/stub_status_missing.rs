//! # The stub does not say that it is one
//!
//! STUB_STATUS keeps a plan from being taken for approved work.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! - STUB_STATUS: STUB (NOT READY FOR DEV)
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Stub],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(stub: &Document, report: &mut Report) {
    let status = |field: &Field| stub.value_of(field).text.to_ascii_uppercase().contains("STUB");
    let said = stub.fields().all(Label::StubStatus).chain(stub.fields().all(Label::Status)).any(status);
    // Some write it as a sentence.
    let told = stub.text.lines().take(40).any(|line| {
        line.to_ascii_uppercase().contains("STATUS") && line.to_ascii_uppercase().contains("STUB")
    });
    if !said && !told {
        report.unsaid(stub, Label::StubStatus);
        if report.findings.is_empty() {
            report.at(stub.place_in(""), "nothing says that this is a stub");
        }
    }
}
