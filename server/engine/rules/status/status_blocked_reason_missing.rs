//! # The packet is Blocked, and nothing says by what
//!
//! Whoever could remove the obstacle must be able to read what it is.
//!
//! ````md,bad
//! - **Status:** Blocked
//! ````
//!
//! ````md,good
//! - **Status:** Blocked
//!
//! ## Dependencies
//! - Depends on: WP-1-Storage (not validated yet)
//! ````
//!
//! Source: Part 6.2 [CX-625], Part 7.2.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const WORDS: &[&str] = &["block", "reason", "waiting", "waits for", "depends on"];

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    if Status::of(value.text) != Some(Status::Blocked) || value.text.contains('(') {
        return;
    }
    let said = [Label::DependsOn, Label::Blocker]
        .iter()
        .any(|&label| packet.fields().all(label).any(|field| packet.is_said(field)));
    let told = ["DEPENDENCIES", "NOTES"].iter().filter_map(|name| packet.section(name)).any(|section| {
        let words = section.body.of(&packet.text).to_ascii_lowercase();
        WORDS.iter().any(|word| words.contains(word))
    });
    if !said && !told {
        report
            .at(value.range, "Blocked, but neither Dependencies nor Notes say by what")
            .insert("Insert a Blocker", template::field(packet, Label::Blocker));
    }
}
