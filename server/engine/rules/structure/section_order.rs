//! # The sections do not stand in the order of the template
//!
//! A reader who knows one packet finds everything in the next. Newer packets follow the template, older ones the protocol's list.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ## SCOPE
//! ## METADATA
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ## METADATA
//! ## SCOPE
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 5.1 [CX-581].

use crate::document::Document;
use crate::document::contract::sections::SECTIONS;
use crate::document::outline::Section;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

/// The order of the protocol's own list (Part 5.1 [CX-581]).
const OLDER: &[&str] = &["METADATA", "SCOPE", "QUALITY_GATE", "BOOTSTRAP", "AUTHORITY", "NOTES"];

fn check(packet: &Document, report: &mut Report) {
    let newer: Vec<&str> = SECTIONS.iter().map(|section| section.name).collect();
    let order = if packet.is_modern() { newer.as_slice() } else { OLDER };
    let mut last: Option<(usize, &Section)> = None;
    for section in packet.sections().iter().filter(|section| section.level == 2) {
        let Some(place) = order.iter().position(|name| *name == section.name) else { continue };
        if let Some((before, above)) = last
            && place < before
        {
            let message = format!("{} belongs before {}", section.name, above.name);
            let text = packet.line_at(section.heading.start).cover(section.body);
            let words = text.of(&packet.text).trim_end();
            let line_end = packet.line_end();
            let to = packet.line_at(above.heading.start).start;
            let edits = vec![Edit::insert(to, format!("{words}{line_end}{line_end}")), Edit::delete(text)];
            report
                .at(section.title, message)
                .related(packet.path.clone(), above.title, "stands above it")
                .fix(format!("Move it before {}", above.name), Safety::Review, edits);
            continue;
        }
        last = Some((place, section));
    }
}
