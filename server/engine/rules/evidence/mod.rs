//! Rules about EVIDENCE_MAPPING and EVIDENCE: where each requirement is met, and what the commands said.

family! { 'M', "Evidence";
    evidence_mapping_missing
    evidence_mapping_no_file_line
    evidence_mapping_template_left
    evidence_section_missing
    evidence_command_missing
    evidence_exit_code_missing
    evidence_log_sha256_format
    evidence_file_missing
    evidence_line_range
    evidence_mapping_incomplete
    evidence_test_plan_not_run
}

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::evidence::Cited;
use crate::document::outline::Section;
use crate::document::status::Status;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

/// A section of level two by name, reports or not.
fn section<'a>(packet: &'a Document, name: &str) -> Option<&'a Section> {
    packet.sections().iter().find(|section| section.level == 2 && section.name == name)
}

/// Whether the packet claims to be done.
fn is_done(packet: &Document) -> bool {
    packet.value(Label::Status).and_then(|value| Status::of(value.text)) == Some(Status::Done)
}

/// Whether the packet has come so far that evidence is due: it claims to be done, or evidence was begun.
fn is_due(packet: &Document) -> bool {
    packet.is_modern()
        && (is_done(packet)
            || ["EVIDENCE", "EVIDENCE_MAPPING"]
                .iter()
                .any(|name| section(packet, name).is_some_and(|found| says(packet, found))))
}

/// Whether a section says more than the template.
fn says(packet: &Document, section: &Section) -> bool {
    packet.lines_in(section.body).any(|line| {
        let words = line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']);
        let template = words.starts_with("(Coder")
            || words.starts_with("Format (repeat")
            || words.starts_with("Recommended evidence format");
        let open = words.contains("<paste")
            || words.contains("<quote")
            || words.contains("<int>")
            || words.contains("<hash>")
            || words.contains("<name>")
            || words.contains("path/to/file")
            || words.contains("<copy/paste");
        !words.is_empty() && !template && !open && !words.eq_ignore_ascii_case("NONE")
    })
}

/// The commands that EVIDENCE says were run.
fn commands(packet: &Document) -> impl Iterator<Item = &str> {
    let lines = section(packet, "EVIDENCE").into_iter().flat_map(|section| packet.lines_in(section.body));
    lines.filter_map(|line| {
        let words = line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']);
        let value = words.strip_prefix("COMMAND")?.trim_start_matches(['*', ':', ' ']).trim();
        (!value.is_empty() && !value.contains("<paste>")).then_some(value)
    })
}

/// Whether somebody looked for a cited file and there is none.
pub(super) fn is_missing(cited: &Cited, workspace: &Workspace) -> bool {
    workspace.surroundings.presence(&cited.path) == Some(Presence::Missing)
}

/// How many lines the cited file has, where that is fewer than are cited.
pub(super) fn is_beyond_end(cited: &Cited, workspace: &Workspace) -> Option<u32> {
    workspace.surroundings.line_count(&cited.path).filter(|lines| *lines < cited.last)
}
