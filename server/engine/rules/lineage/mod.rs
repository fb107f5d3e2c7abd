//! Rules about the lineage audit: a revision proves the whole of its base, not only what it changes.

family! { 'K', "Lineage audit";
    lineage_missing
    lineage_heading
    lineage_na_on_revision
    lineage_template_text_left
    lineage_base_id
    lineage_wp_id
    lineage_spec_target
    lineage_roadmap_pointer
    lineage_main_body_anchor_missing
    lineage_prior_packet_unlisted
    lineage_prior_packet_unknown
    lineage_prior_status_missing
    lineage_map_missing
    lineage_row_incomplete
    lineage_evidence_form
    lineage_gap_declared
    lineage_evidence_stale
    lineage_commit_unknown
}

use crate::document::Document;
use crate::document::outline::Section;
use crate::document::template::Insertion;
use crate::text::grammar::id::revision_of;

/// The section of the audit, where the packet has one.
pub(crate) fn audit(packet: &Document) -> Option<&Section> {
    packet.sections().iter().find(|section| section.name == "LINEAGE_AUDIT" && !section.reports)
}

/// The audit, where there is something in it to judge: it is filled in, and not declared as not applicable.
pub(crate) fn written(packet: &Document) -> Option<&Section> {
    audit(packet).filter(|section| !is_not_applicable(packet, section) && !is_template(packet, section))
}

/// Whether the packet revises an earlier one.
pub(crate) fn is_revision(packet: &Document) -> bool {
    revision_of(packet.stem()).is_some_and(|revision| revision > 1)
}

/// Whether the audit says `N/A`.
fn is_not_applicable(packet: &Document, section: &Section) -> bool {
    let mut lines = lines(packet, section);
    lines.next().is_some_and(|line| line.trim_matches(['`', '.', '*']).eq_ignore_ascii_case("N/A"))
}

/// Whether only the instructions of the template stand there.
fn is_template(packet: &Document, section: &Section) -> bool {
    let mut lines = lines(packet, section).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            ["Required when", "List every prior packet", "Hard rule:", "If this is not a revision packet"]
                .iter()
                .any(|begin| line.starts_with(begin))
        })
}

/// What the lines say, without bullets and without empty ones.
fn lines<'a>(packet: &'a Document, section: &Section) -> impl Iterator<Item = &'a str> {
    packet
        .lines_in(section.body)
        .map(|line| line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']))
        .filter(|line| !line.is_empty())
}

/// A line of the audit right below its heading.
fn below(packet: &Document, audit: &Section, line: &str) -> Option<Insertion> {
    let at = packet.line_at(audit.heading.start).end;
    Some(Insertion { at, snippet: format!("{}{line}", packet.line_end()), place: 0 })
}
