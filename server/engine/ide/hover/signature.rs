//! Whose a signature is, when it was given, and what it was spent for.

use crate::ide::card::{Card, Phrase};
use crate::ide::references::spending;
use crate::text::grammar::signature::{self, SignatureTime};
use crate::workspace::Workspace;

pub(super) fn card(written: &str, workspace: &Workspace) -> Card {
    let mut card = Card::titled(Phrase::default().code(written));
    card.words(signed(written, workspace));
    for row in workspace.index().audit_rows(written) {
        let version = if row.spec_version.is_empty() { "" } else { ", " };
        card.row("Audit", format!("{}: {}{version}{}", row.date, row.purpose, row.spec_version));
    }
    let told = workspace
        .index()
        .uses(written)
        .iter()
        .map(|used| Phrase::from(format!("{} in ", used.wp)).code(&*used.path));
    let used = Phrase::list(told, 8);
    card.row("Used by", if used.is_empty() { Phrase::from("nobody") } else { used });
    let mentions = spending(written, workspace).mentions;
    if !mentions.is_empty() {
        let mut paths: Vec<&str> = mentions.iter().map(|place| &*place.path).collect();
        paths.dedup();
        let told = paths.into_iter().map(|path| Phrase::default().code(path));
        card.row("Mentioned in", Phrase::list(told, 8));
    }
    card
}

/// Who signed and when, and whether the audit knows.
pub(super) fn signed(written: &str, workspace: &Workspace) -> Phrase {
    let said = Phrase::default().code(written);
    let Some(read) = workspace.config.users.signature(written) else { return said.words(": no signature") };
    let audited = match workspace.index().audit_rows(written).next() {
        Some(row) if row.invalid => "marked invalid in the audit".to_string(),
        Some(row) => format!("in the audit: {}", row.purpose),
        None => "not in the audit".to_string(),
    };
    said.words(format!(": {}, {}, {audited}", read.user, when(&read)))
}

/// The time that a signature says.
pub fn when(read: &signature::Signature) -> String {
    match signature::decode(read) {
        SignatureTime::Valid { year, month, day, hour, minute }
        | SignatureTime::Legacy { year, month, day, hour, minute, .. } => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
        }
        SignatureTime::Impossible => "at no real time".to_string(),
    }
}
