//! # The stub has no activation checklist
//!
//! It keeps the steps from stub to packet in their order.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ## ACTIVATION_CHECKLIST
//! - refinement
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template::Insertion;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Stub],
    severity: Severity::Hint,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(stub: &Document, report: &mut Report) {
    if !stub.sections().iter().any(|section| section.name.contains("ACTIVATION_CHECKLIST")) {
        report.at(stub.place_in(""), "no ACTIVATION_CHECKLIST").insert("Insert ACTIVATION_CHECKLIST", Some(at_end(stub, "## ACTIVATION_CHECKLIST\n- [ ] Spec anchors are resolved in the Main Body\n- [ ] Refinement is written, approved and signed\n- [ ] Packet is created, board and registry are updated")));
    }
}

/// Below everything else.
fn at_end(stub: &Document, block: &str) -> Insertion {
    let line_end = stub.line_end();
    let snippet = format!("\n\n{block}").replace('\n', line_end);
    Insertion { at: stub.text.trim_end().len(), snippet, place: 0 }
}
