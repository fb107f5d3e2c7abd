//! What an editor writes between the words: counts against their ranges, when a signature was given, titles of sections.

use super::hover::signature::when;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// In letters; a hint is read at a glance.
const LONGEST: usize = 40;

/// A few words behind an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub offset: usize,
    pub words: String,
}

/// The hints in a stretch of a file, in order.
pub fn hints(document: &Document, workspace: &Workspace, within: Range) -> Vec<Hint> {
    let mut found = Vec::new();
    if document.kind.has_fields() && document.kind != Kind::Template {
        counts(document, within, &mut found);
        titles(document, workspace, within, &mut found);
    }
    if document.kind.has_fields() || document.kind == Kind::Audit {
        signatures(document, workspace, within, &mut found);
    }
    found.sort_by_key(|hint| hint.offset);
    found
}

fn counts(document: &Document, within: Range, found: &mut Vec<Hint>) {
    const COUNTED: &[Label] = &[
        Label::InScopePaths,
        Label::OutOfScope,
        Label::TestPlan,
        Label::DoneMeans,
        Label::FilesToOpen,
        Label::SearchTerms,
        Label::RunCommands,
        Label::RiskMap,
    ];
    for &label in COUNTED {
        let Some(field) = document.field(label).filter(|field| field.line.intersects(within)) else {
            continue;
        };
        let Some(counted) = document.counted(label) else { continue };
        let words = format!("{} of {}", counted.count, counted.range);
        found.push(Hint { offset: field.line.end, words });
    }
}

fn titles(document: &Document, workspace: &Workspace, within: Range, found: &mut Vec<Hint>) {
    let Some(spec) = workspace.current_spec() else { return };
    if document.spec_anchors().iter().all(|anchor| !anchor.range.intersects(within)) {
        return;
    }
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        // A title that is written needs no other.
        if !anchor.range.intersects(within) || anchor.title.is_some() {
            continue;
        }
        let headings = resolution.headings();
        let Some(heading) = headings.first() else { continue };
        let number = if anchor.number.is_some() { String::new() } else { format!("{} ", heading.number) };
        let title = short(&format!("{number}{}", heading.title(&spec.text)));
        let more =
            if headings.len() > 1 { format!(" and {} more", headings.len() - 1) } else { String::new() };
        let end = anchor.number_range.map_or(anchor.range.end, |number| number.end);
        found.push(Hint { offset: end, words: format!("{title}{more}") });
    }
}

fn signatures(document: &Document, workspace: &Workspace, within: Range, found: &mut Vec<Hint>) {
    let text = &document.text;
    let in_fields = [Label::UserSignature, Label::SignatureLocked].into_iter();
    let places: Vec<Range> = match document.kind {
        Kind::Audit => document.audit_rows().iter().map(|row| row.signature).collect(),
        _ => in_fields.flat_map(|label| document.fields().all(label)).map(|field| field.value).collect(),
    };
    for place in places.into_iter().filter(|place| place.intersects(within)) {
        for range in find_signatures(place.of(text)) {
            let written = range.of(place.of(text));
            let Some(read) = workspace.config.users.signature(written) else { continue };
            found.push(Hint { offset: place.start + range.end, words: when(&read) });
        }
    }
}

fn short(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}..", &words[..cut]),
        None => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{DEMO, asked};

    #[test]
    fn counts_times_and_titles_stand_behind_what_they_are_about() {
        let text = "//- .GOV/task_packets/WP-1-P.md\n- SEARCH_TERMS:\n  - \"a\"\n- SPEC_ANCHOR: 2.1.1; FR-ST-001; 2.2 Reading\n- USER_SIGNATURE: mara050320260915\n";
        let place = asked(&format!("{DEMO}{text}$0"));
        let packet = place.document();
        let whole = Range::new(0, packet.text.len());
        let found = hints(packet, &place.workspace, whole);
        let told: Vec<(&str, &str)> = found
            .iter()
            .map(|hint| {
                let line = packet.line_at(hint.offset);
                (&packet.text[line.start..hint.offset], hint.words.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("- SEARCH_TERMS:", "1 of 10-20"),
                ("- SPEC_ANCHOR: 2.1.1", "Batches [FR-ST-001]"),
                ("- SPEC_ANCHOR: 2.1.1; FR-ST-001", "2.1.1 Batches [FR-ST-001]"),
                ("- USER_SIGNATURE: mara050320260915", "2026-03-05 09:15"),
            ]
        );
        assert_eq!(hints(packet, &place.workspace, packet.line_at(0)).len(), 1, "only what is asked for");
    }
}
