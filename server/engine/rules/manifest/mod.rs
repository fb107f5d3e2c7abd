//! Rules about the manifest in VALIDATION: which lines of which file changed, and what the gates said (COR-701).

family! { 'L', "Deterministic manifest";
    manifest_field_missing
    manifest_gate_unlisted
    manifest_gate_unknown
    manifest_gate_unchecked
    manifest_placeholder
    manifest_window_invalid
    manifest_line_delta_invalid
    manifest_sha1_format
    manifest_duplicate_target
    manifest_target_out_of_scope
    manifest_spec_unresolved
    manifest_target_missing
    manifest_pre_sha1_mismatch
    manifest_post_sha1_mismatch
    manifest_sha1_eol
    manifest_diff_outside_window
    manifest_line_delta_mismatch
    manifest_coverage_missing
    manifest_empty_diff
}

use std::sync::LazyLock;

use crate::document::Document;
use crate::document::contract::{self, label::Label};
use crate::document::field::Field;
use crate::document::outline::Section;
use crate::document::status::Status;
use crate::rules::report::{Finding, Safety, Severity};
use crate::text::edit::Edit;
use crate::text::grammar::digest::is_sha1;
use crate::text::hash::sha1_hex_lf;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::work::{Changed, Digests, Work};

/// The gates of a manifest block, as its template lists them.
pub(crate) fn gates() -> &'static [&'static str] {
    static GATES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let lines = contract::spec(Label::GatesPassed).snippet.lines();
        lines.filter_map(|line| line.trim_start().strip_prefix("- [ ] ")).collect()
    });
    &GATES
}

/// The section that holds the manifest.
pub(crate) fn section(packet: &Document) -> Option<&Section> {
    packet.sections().iter().find(|section| section.name == "VALIDATION" && section.level == 2)
}

/// The fields of one label, one per block.
pub(crate) fn all(packet: &Document, label: Label) -> impl Iterator<Item = &Field> {
    packet.fields().all(label).filter(|field| !field.in_report)
}

/// Whether a value is there and more than what the template has.
fn is_filled(packet: &Document, field: &Field) -> bool {
    let words = packet.value_of(field).text;
    packet.placeholder_of(field).is_none() && !words.starts_with('<') && words != "path/to/file"
}

/// Whether somebody has begun to fill the manifest, or claims to be done: from then on its values count.
fn is_begun(packet: &Document) -> bool {
    let values =
        [Label::TargetFile, Label::Start, Label::End, Label::LineDelta, Label::PreSha1, Label::PostSha1];
    let done = packet.value(Label::Status).and_then(|value| Status::of(value.text)) == Some(Status::Done);
    done || values.into_iter().any(|label| all(packet, label).any(|field| is_filled(packet, field)))
}

/// The block that follows a target: up to the next one.
pub(crate) fn in_block<'a>(packet: &'a Document, target: &Field, label: Label) -> Option<&'a Field> {
    let next =
        all(packet, Label::TargetFile).map(|field| field.line.start).find(|start| *start > target.line.start);
    all(packet, label)
        .find(|field| field.line.start > target.line.start && next.is_none_or(|next| field.line.start < next))
}

/// What was done on the packet's branch, where that is checked out and the manifest was begun.
fn work<'a>(packet: &Document, workspace: &'a Workspace) -> Option<&'a Work> {
    let work = workspace.surroundings.git.as_ref()?.work.as_deref()?;
    (work.packet == packet.path && is_begun(packet)).then_some(work)
}

/// The blocks whose files were compared: the target, its path, and what became of it.
fn judged<'a>(
    packet: &'a Document,
    workspace: &'a Workspace,
) -> impl Iterator<Item = (&'a Field, String, &'a Changed)> {
    let files = work(packet, workspace).map(|work| &work.files);
    packet.manifest_targets().filter_map(move |(field, path)| {
        let file = files?.get(&path)?;
        Some((field, path, file))
    })
}

/// What the block of a file says once it is measured; where the file is new, nothing was before.
pub(crate) fn measured(file: &Changed) -> Vec<(Label, String)> {
    let mut values = Vec::new();
    if let Some((start, end)) = file.window() {
        values.extend([(Label::Start, start.to_string()), (Label::End, end.to_string())]);
    }
    values.push((Label::LineDelta, file.line_delta().to_string()));
    let nothing = || sha1_hex_lf(b"");
    let sha1 = |of: &Option<Digests>| of.as_ref().map_or_else(nothing, |digests| digests.lf.clone());
    values.push((Label::PreSha1, format!("`{}`", sha1(&file.before))));
    values.push((Label::PostSha1, format!("`{}`", sha1(&file.after))));
    values
}

/// A whole block.
pub(crate) fn block(path: &str, file: &Changed) -> String {
    let mut block = format!("- **Target File**: `{path}`");
    for (label, value) in measured(file) {
        let name = contract::spec(label).name.trim_matches('*');
        block.push_str(&format!("\n- **{name}**: {value}"));
    }
    block.push_str("\n- **Gates Passed**:");
    for gate in gates() {
        block.push_str(&format!("\n  - [ ] {gate}"));
    }
    block
}

/// Behind everything that the manifest says.
pub(crate) fn appended(packet: &Document, section: &Section, block: &str) -> Edit {
    let words = section.body.of(&packet.text).trim_end();
    let at = match words {
        "" => packet.line_at(section.heading.start).end,
        words => section.body.start + words.len(),
    };
    Edit::insert(at, format!("\n\n{block}").replace('\n', packet.line_end()))
}

/// The edit that gives a value in the place of one, ticks and all.
pub(crate) fn written(packet: &Document, field: &Field, value: &str) -> Edit {
    let start = if field.value.is_empty() { field.line.end } else { field.value.start };
    let before = Range::new(field.line.start, start).of(&packet.text).trim_end().len();
    Edit::replace(Range::new(field.line.start + before, field.line.end), format!(" {value}"))
}

/// Offers what git has in the place of what is written.
fn corrected(packet: &Document, finding: &mut Finding, file: &Changed, fields: &[&Field]) {
    let values = measured(file);
    let value =
        |field: &Field| values.iter().find(|(label, _)| *label == field.label).map(|(_, value)| value);
    let edits =
        fields.iter().filter_map(|field| Some(written(packet, field, value(field)?))).collect::<Vec<_>>();
    if edits.len() == fields.len() {
        finding.fix("Write what git has", Safety::Review, edits);
    }
}

/// A SHA1 of a block in small letters, where one is written.
fn block_sha1(packet: &Document, target: &Field, label: Label) -> Option<(String, Range)> {
    let value = packet.value_of(in_block(packet, target, label)?);
    is_sha1(value.text).then(|| (value.text.to_ascii_lowercase(), value.range))
}

/// A waiver that speaks of the manifest makes what the gate finds a warning.
fn weighed(packet: &Document, finding: &mut Finding) {
    let is_waived = packet.waivers().iter().any(|waiver| {
        let words = waiver.range.of(&packet.text).to_ascii_lowercase();
        ["manifest", "cor-701", "post-work", "sha1"].iter().any(|word| words.contains(word))
    });
    if is_waived {
        finding.severity(Severity::Warning);
    }
}
