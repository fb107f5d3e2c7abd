//! An ERRATA note on a signed packet: a wrong SPEC_ANCHOR whose scope is right (Part 3, error recovery [CX-611]).

use super::packet;
use crate::document::Document;
use crate::document::anchor::parse;
use crate::document::contract::label::Label;
use crate::ide::offers::of_one;
use crate::ide::source_change::{Refusal, SourceChange, in_line_ends_of};
use crate::text::edit::Edit;
use crate::workspace::Workspace;

/// Appends the note. Without the correct anchor or a reason, their places stay open.
pub fn record(
    id: &str,
    correct: Option<&str>,
    reason: Option<&str>,
    workspace: &Workspace,
) -> Result<SourceChange, Refusal> {
    let document = packet(id, workspace)?;
    if !document.is_locked() {
        return Err(Refusal::new(format!("{id} is not signed"), "correct its SPEC_ANCHOR itself"));
    }
    let original = original(document);
    if let Some(correct) = correct
        && is_another_requirement(&original, correct, document)
    {
        return Err(Refusal::new(
            format!("{correct} is another requirement than {original}"),
            format!("`taskpacket new revision {id}` makes a packet for it"),
        ));
    }
    let note = note(&original, correct, reason, workspace);
    let title = format!("Record an ERRATA on {id}");
    let edits = vec![appended(document, &note)];
    of_one(document, workspace, &title, "what was signed stays; the note corrects it", edits)
}

/// The entry, with places that stay open where something is not known.
pub fn note(original: &str, correct: Option<&str>, reason: Option<&str>, workspace: &Workspace) -> String {
    let today = workspace.surroundings.now.map(|now| now.strftime("%Y-%m-%d").to_string());
    format!(
        "- **Original SPEC_ANCHOR:** {original}\n- **Correct SPEC_ANCHOR:** {}\n- **Reason:** {}\n- **Date corrected:** {}\n- **Action:** No variant needed; scope unchanged\n",
        correct.unwrap_or("<fill: section of the Main Body>"),
        reason.unwrap_or("<fill: what was wrong>"),
        today.as_deref().unwrap_or("<fill: YYYY-MM-DD>"),
    )
}

/// The anchors of the packet, on one line.
fn original(packet: &Document) -> String {
    let said = packet.field(Label::SpecAnchor).map_or("<fill>", |field| packet.said(field).text);
    let entries = said.lines().map(|line| line.trim().trim_start_matches(['-', '*', '+', ' ']));
    entries.filter(|entry| !entry.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Whether no anchor of the packet shares chapter and section with the new one.
fn is_another_requirement(original: &str, correct: &str, packet: &Document) -> bool {
    let prefix = &packet.config.spec.file_prefix;
    let sections = |text: &str| {
        let anchors = parse(text, 0, prefix).into_iter().filter_map(|anchor| anchor.number?.first(2));
        anchors.collect::<Vec<_>>()
    };
    let (known, new) = (sections(original), sections(correct));
    !known.is_empty() && !new.is_empty() && new.iter().all(|number| !known.contains(number))
}

/// Behind the notes that stand there, else as a section before the reports.
pub fn appended(packet: &Document, note: &str) -> Edit {
    let sections = packet.sections();
    if let Some(known) = sections.iter().find(|section| section.name == "ERRATA") {
        let words = known.body.of(&packet.text).trim_end();
        let at = if words.is_empty() {
            packet.line_at(known.heading.start).end
        } else {
            known.body.start + words.len()
        };
        return Edit::insert(at, in_line_ends_of(packet, format!("\n\n{}", note.trim_end())));
    }
    let reports = sections.iter().find(|section| section.reports && section.name != "EVIDENCE");
    match reports {
        Some(reports) => {
            Edit::insert(reports.heading.start, in_line_ends_of(packet, format!("## ERRATA\n{note}\n")))
        }
        None => {
            let before = if packet.text.ends_with('\n') { "\n" } else { "\n\n" };
            Edit::insert(packet.text.len(), in_line_ends_of(packet, format!("{before}## ERRATA\n{note}")))
        }
    }
}
