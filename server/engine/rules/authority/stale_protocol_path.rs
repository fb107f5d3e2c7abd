//! # A protocol is named under a path it has left
//!
//! Agents are sent to their protocol by path; a dead one leaves them without rules.
//!
//! ````md,bad
//! - See .claude/CODER_PROTOCOL.md
//! ````
//!
//! ````md,good
//! - See .GOV/roles/coder/CODER_PROTOCOL.md
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use memchr::memmem;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

const ROLES: &[(&str, &str)] = &[
    (".claude/ORCHESTRATOR_PROTOCOL.md", "roles/orchestrator/ORCHESTRATOR_PROTOCOL.md"),
    (".claude/CODER_PROTOCOL.md", "roles/coder/CODER_PROTOCOL.md"),
    (".claude/VALIDATOR_PROTOCOL.md", "roles/validator/VALIDATOR_PROTOCOL.md"),
];

fn check(document: &Document, report: &mut Report) {
    // One look for what they share is cheaper than three.
    if memmem::find(document.text.as_bytes(), b".claude/").is_none() {
        return;
    }
    let governance = &document.config.layout.governance;
    for (old, new) in ROLES {
        for at in memmem::find_iter(document.text.as_bytes(), old) {
            if document.in_report(at) {
                continue;
            }
            let range = Range::new(at, at + old.len());
            report.at(range, format!("`{old}` is now `{governance}/{new}`")).fix(
                format!("Write `{governance}/{new}`"),
                Safety::Review,
                vec![Edit::replace(range, format!("{governance}/{new}"))],
            );
        }
    }
}
