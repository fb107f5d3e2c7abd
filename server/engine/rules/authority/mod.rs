//! Rules about what a packet appeals to: spec, codex, board.

family! { 'H', "Authority and spec anchors";
    spec_anchor_roadmap
    spec_anchor_not_found
    spec_anchor_ambiguous
    spec_anchor_too_broad
    spec_anchor_moved
    spec_anchor_outside_main_body
    spec_anchor_malformed
    spec_anchor_missing
    spec_anchor_placeholder
    codex_reference_missing
    authority_task_board_missing
    spec_reference_missing
    spec_current_unresolvable
    spec_current_missing_file
    spec_anchor_future_work
    spec_anchor_title_mismatch
    spec_anchor_tag_not_found
    spec_anchor_not_in_refinement
    spec_anchor_version_mismatch
    spec_baseline_invalid
    spec_baseline_missing_file
    spec_baseline_outdated
    spec_target_invalid
    spec_current_legacy_field
    codex_reference_stale
    authority_traceability_missing
    legacy_docs_path
    stale_protocol_path
    spec_current_missing
    spec_current_not_latest
    spec_current_multiple
    spec_required_anchor_missing
    protocol_spec_stale
    spec_changelog_missing
    spec_edited_in_place
    spec_coverage_matrix_incomplete
}

use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::document::spec::{Heading, Region};
use crate::rules::report::{Finding, Safety};
use crate::text::edit::Edit;
/// Whether a governance document is one that people are sent to first; others may speak of the past.
fn is_guide(document: &Document) -> bool {
    ["_PROTOCOL.md", "/START_HERE.md", "/ARCHITECTURE.md"].iter().any(|guide| document.path.ends_with(guide))
}

/// How many sections are offered; completion has them all.
const MOST: usize = 4;

/// Whether a packet can name a section: of the Main Body, without parts of its own, and no two of one number.
fn is_nameable(heading: &Heading, spec: &Document) -> bool {
    heading.region == Region::MainBody
        && heading.number.len() > 1
        && !heading.has_numbered_children
        && spec.spec_index().headings_numbered(heading.number).nth(1).is_none()
}

/// A section as a packet writes it: packets are ASCII, and a number alone names the section too.
fn name(heading: &Heading, spec: &Document) -> String {
    match heading.title(&spec.text) {
        title if title.is_ascii() && !title.is_empty() => format!("{} {title}", heading.number),
        _ => heading.number.to_string(),
    }
}

/// Offers another section of the specification; a title that was written goes along.
fn renumber(finding: &mut Finding, anchor: &Anchor, number: &str, title: Option<&str>) {
    let Some(range) = anchor.number_range else { return };
    let mut edits = vec![Edit::replace(range, number)];
    if let (Some(written), Some(title)) = (anchor.title, title) {
        edits.push(Edit::replace(written, title));
    }
    finding.fix(format!("Write {number}"), Safety::Review, edits);
}
