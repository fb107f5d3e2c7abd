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
}

use crate::document::Document;
use crate::document::outline::Section;
use crate::document::template::Insertion;
use crate::text::range::Range;

/// The word that says that there are none, right below the heading.
fn none_below(packet: &Document, section: &Section) -> Insertion {
    let at = packet.line_at(section.heading.start).end;
    Insertion { at, snippet: format!("{}- NONE", packet.line_end()), place: 0 }
}

/// The section of the waivers.
fn section(packet: &Document) -> Option<&Section> {
    packet.sections().iter().find(|section| section.name == "WAIVERS_GRANTED")
}

/// The waivers: from one top bullet that names one to the next.
fn entries(packet: &Document, section: &Section) -> Vec<Range> {
    let mut entries: Vec<Range> = Vec::new();
    for line in packet.lines_in(section.body) {
        let words = line.of(&packet.text);
        let top = words.strip_prefix(['-', '*']).map(str::trim_start);
        let names_one = |words: &str| {
            let upper = words.to_ascii_uppercase();
            upper.contains("WAIVER-") || upper.starts_with("WAIVER ID") || upper.starts_with("**WAIVER")
        };
        match top {
            Some(words) if names_one(words) && !words.starts_with('(') => entries.push(line),
            _ => {
                if let Some(last) = entries.last_mut() {
                    last.end = line.end;
                }
            }
        }
    }
    entries
}

/// Whether the section says NONE.
fn says_none(packet: &Document, section: &Section) -> Option<Range> {
    packet.lines_in(section.body).find(|line| {
        let words =
            line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']).trim_end_matches(['.', '*']);
        words.eq_ignore_ascii_case("NONE")
    })
}
