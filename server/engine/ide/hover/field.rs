//! What makes a field complete, and what this file has of it.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::{self, Change, Needed, Placeholders};
use crate::ide::card::{Card, Phrase};
use crate::text::snippet::plain;

pub fn card(label: Label, document: &Document) -> Card {
    let spec = contract::spec(label);
    let mut card = Card::titled(Phrase::default().words(spec.name));
    if !spec.complete.is_empty() {
        card.words(Phrase::prose(spec.complete));
    }
    if !spec.values.is_empty() {
        let values = spec.values.iter().map(|value| Phrase::default().code(value));
        card.row("One of", Phrase::list(values, 20));
    }
    card.row("Needed", needed(spec.needed));
    card.row("Once signed", change(spec.change));
    if let Some(until) = placeholders(spec.placeholders) {
        card.row("Placeholder", until);
    }
    card.row("Here", here(label, document));
    if !spec.snippet.is_empty() {
        card.code("md", &plain(spec.snippet));
    }
    if !spec.source.is_empty() {
        card.words(spec.source);
    }
    card
}

/// What this file says: the count against its range, or the value.
fn here(label: Label, document: &Document) -> Phrase {
    let Some(field) = document.field(label) else { return Phrase::from("missing") };
    if let Some(found) = document.counted(label) {
        let judged = if found.fits() { "" } else { ", which does not fit" };
        return Phrase::from(format!("{} of {}{judged}", found.count, found.range));
    }
    let value = document.value_of(field);
    let items = document.items(field).list.len();
    match (value.text, items) {
        ("", 0) if document.is_said(field) => Phrase::from("filled"),
        ("", 0) => Phrase::from("empty"),
        ("", items) => Phrase::from(format!("{items} entries")),
        (said, _) if document.is_said(field) => Phrase::default().code(said),
        (said, _) => Phrase::default().code(said).words(", still a placeholder"),
    }
}

fn needed(needed: Needed) -> &'static str {
    match needed {
        Needed::Always => "always",
        Needed::Modern => "in packets with a PACKET_FORMAT_VERSION",
        Needed::HighRisk => "in packets of HIGH risk",
        Needed::Optional => "no",
    }
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Frozen => "may not change any more",
        Change::AppendOnly => "may only grow",
        Change::Free => "may still change",
    }
}

fn placeholders(placeholders: Placeholders) -> Option<&'static str> {
    match placeholders {
        Placeholders::UntilClaimed => Some("until the packet is In Progress"),
        Placeholders::UntilHandoff => Some("until the work is handed over"),
        Placeholders::UntilApproval => Some("until the user approves"),
        Placeholders::CommitToken => Some("for a commit that does not exist yet"),
        Placeholders::Never | Placeholders::Always => None,
    }
}
