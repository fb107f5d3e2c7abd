//! # NOTES do not say that the signature was replaced
//!
//! The first signature is marked as invalid, and another one stands in its place. Who reads the packet alone must learn it:
//! `replaced with`, and why.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara060320260915
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Mara | 2026-03-05 | WP-1-Example (INVALID: reused) | v02.001 | |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara060320260915
//! ## NOTES
//! mara050320260915 was INVALID and replaced with mara060320260915.
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Mara | 2026-03-05 | WP-1-Example (INVALID: reused) | v02.001 | |
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use memchr::memmem;

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::template::{self, Insertion};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    let Some(first) = past.and_then(|past| past.first_signature.as_deref()) else { return };
    let Some((_, now)) = packet.signature() else { return };
    let is_invalid = workspace.index().audit_rows(first).any(|row| row.invalid);
    let is_noted = memmem::find(packet.text.as_bytes(), b"replaced with").is_some();
    if now.text != first && is_invalid && !is_noted {
        let message = format!("NOTES do not say that `{first}` was replaced with `{}`", now.text);
        report.at(packet.place_for(Label::Notes), message).insert("Insert the note", note(packet));
    }
}

/// The protocol's words for it; no signature is written by anybody but the user, so that it names the field.
fn note(packet: &Document) -> Option<Insertion> {
    let words = "- Original signature invalid (${1:why}); replaced with the one in USER_SIGNATURE.";
    template::line_in(packet, "NOTES", "VALIDATION_REPORTS", words)
}
