//! Rules about what a packet records beside the work: waivers, errata, open questions.

family! { 'O', "Waivers, errata, notes";
    waivers_empty
    waiver_incomplete
    waiver_date_invalid
    waiver_expired
    waiver_none_conflict
    waiver_gate_trap
    errata_incomplete
    errata_on_unlocked
    open_question_unresolved
    assumption_unmarked
    waiver_id_duplicate
    errata_anchor_invalid
    errata_critical
    deferred_work_note
    signature_replacement_note_missing
    blocker_note_missing
}

use jiff::Timestamp;

use crate::document::Document;
use crate::document::anchor::{self, Anchor};
use crate::document::outline::Section;
use crate::document::template::Insertion;
use crate::text::range::Range;

/// The word that says that there are none, right below the heading.
fn none_below(packet: &Document, section: &Section) -> Insertion {
    let at = packet.line_at(section.heading.start).end;
    Insertion { at, snippet: format!("{}- NONE", packet.line_end()), place: 0 }
}

/// Whether the section says NONE.
fn says_none(packet: &Document, section: &Section) -> Option<Range> {
    packet.lines_in(section.body).find(|line| {
        let words =
            line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']).trim_end_matches(['.', '*']);
        words.eq_ignore_ascii_case("NONE")
    })
}

/// Whether a day has passed everywhere.
pub(super) fn is_over(day: &str, now: Timestamp) -> bool {
    format!("{day}T23:59:59Z").parse::<Timestamp>().is_ok_and(|end| end < now)
}

/// One correction of an ERRATA section.
struct Corrected {
    original: Vec<Anchor>,
    correct: Vec<Anchor>,
}

/// The corrections that ERRATA make to SPEC_ANCHOR.
fn corrected(packet: &Document) -> Vec<Corrected> {
    let Some(section) = packet.sections().iter().find(|section| section.name == "ERRATA") else {
        return Vec::new();
    };
    let mut list: Vec<Corrected> = Vec::new();
    for line in packet.lines_in(section.body) {
        let words = line.of(&packet.text);
        let Some((label, value)) = words.split_once(':') else { continue };
        let value = value.trim_start_matches(['*', ' ']);
        let anchors = || anchor::parse(value, line.end - value.len(), &packet.config.spec.file_prefix);
        if label.ends_with("Original SPEC_ANCHOR") {
            list.push(Corrected { original: anchors(), correct: Vec::new() });
        } else if label.ends_with("Correct SPEC_ANCHOR") {
            match list.last_mut().filter(|last| last.correct.is_empty()) {
                Some(last) => last.correct = anchors(),
                None => list.push(Corrected { original: Vec::new(), correct: anchors() }),
            }
        }
    }
    list
}
