//! A block of the manifest, measured: where a file differs from the packet's base, by how many lines, and the SHA1s of
//! both versions (COR-701).

use super::packet;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::ide::offers::of_one;
use crate::ide::source_change::{Refusal, SourceChange, in_line_ends_of};
use crate::rules::manifest::{all, gates, in_block, section};
use crate::text::edit::{Edit, Edits};
use crate::text::hash::sha1_hex_lf;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Two versions of a file; without the first one it is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    pub path: String,
    pub before: Option<String>,
    pub after: String,
}

/// What a block says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Measured {
    start: usize,
    end: usize,
    delta: i64,
    pre: String,
    post: String,
}

/// Fills the block of a file, else the first one that nobody has filled, else a new one.
pub fn fill(id: &str, versions: &Versions, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let document = packet(id, workspace)?;
    let measured = measured(versions).ok_or_else(|| {
        Refusal::new(
            format!("{} is as it was at the packet's base", versions.path),
            "a manifest tells of changes",
        )
    })?;
    let targets: Vec<&Field> = all(document, Label::TargetFile).collect();
    let named = |wanted: &str| targets.iter().find(|field| document.value_of(field).text == wanted);
    let block = named(&versions.path).or_else(|| named("path/to/file")).or_else(|| named("<fill>"));
    let edits = match block {
        Some(target) => filled(document, target, &versions.path, &measured),
        None => vec![appended(document, &versions.path, &measured)?],
    };
    if edits.is_empty() {
        return Err(Refusal::new(
            format!("the manifest of {} is up to date", versions.path),
            "nothing is left to do",
        ));
    }
    let title = format!("Fill the manifest of {}", versions.path);
    of_one(document, workspace, &title, "as git has it now", edits)
}

/// The lines that differ, in either version; nothing where none does.
fn measured(versions: &Versions) -> Option<Measured> {
    let lf = |text: &str| text.replace("\r\n", "\n");
    let (before, after) = (lf(versions.before.as_deref().unwrap_or("")), lf(&versions.after));
    let edits = Edits::between(&before, &after);
    let (first, last) = (edits.as_slice().first()?, edits.as_slice().last()?);
    let line = |text: &str, at: usize| text[..at].matches('\n').count() + 1;
    let start = line(&before, first.range.start);
    // The last line that differs, before and after; a deletion leaves the line behind it.
    let end_of = |text: &str, end: usize| line(text, end.saturating_sub(1).max(first.range.start));
    let end_after = after.len() - (before.len() - last.range.end);
    let end = end_of(&before, last.range.end).max(end_of(&after, end_after)).max(start);
    let count = |text: &str| i64::try_from(text.lines().count()).unwrap_or(i64::MAX);
    Some(Measured {
        start,
        end,
        delta: count(&after) - count(&before),
        pre: sha1_hex_lf(before.as_bytes()),
        post: sha1_hex_lf(after.as_bytes()),
    })
}

fn values(measured: &Measured) -> [(Label, String); 5] {
    [
        (Label::Start, measured.start.to_string()),
        (Label::End, measured.end.to_string()),
        (Label::LineDelta, measured.delta.to_string()),
        (Label::PreSha1, format!("`{}`", measured.pre)),
        (Label::PostSha1, format!("`{}`", measured.post)),
    ]
}

fn filled(packet: &Document, target: &Field, path: &str, measured: &Measured) -> Vec<Edit> {
    let mut edits = vec![(target, format!("`{path}`"))];
    for (label, value) in values(measured) {
        edits.extend(in_block(packet, target, label).map(|field| (field, value)));
    }
    let differs = |(field, value): &(&Field, String)| packet.value_of(field).text != value.trim_matches('`');
    edits.into_iter().filter(differs).map(|(field, value)| written(packet, field, &value)).collect()
}

fn written(packet: &Document, field: &Field, value: &str) -> Edit {
    let start = if field.value.is_empty() { field.line.end } else { field.value.start };
    let before = Range::new(field.line.start, start).of(&packet.text).trim_end().len();
    Edit::replace(Range::new(field.line.start + before, field.line.end), format!(" {value}"))
}

fn appended(packet: &Document, path: &str, measured: &Measured) -> Result<Edit, Refusal> {
    let Some(section) = section(packet) else {
        return Err(Refusal::new(format!("{} has no VALIDATION section", packet.path), "insert it first"));
    };
    let mut block = format!("- **Target File**: `{path}`");
    for (label, value) in values(measured) {
        let name = crate::document::contract::spec(label).name.trim_matches('*');
        block.push_str(&format!("\n- **{name}**: {value}"));
    }
    block.push_str("\n- **Gates Passed**:");
    for gate in gates() {
        block.push_str(&format!("\n  - [ ] {gate}"));
    }
    let words = section.body.of(&packet.text).trim_end();
    let at = if words.is_empty() {
        packet.line_at(section.heading.start).end
    } else {
        section.body.start + words.len()
    };
    Ok(Edit::insert(at, in_line_ends_of(packet, format!("\n\n{block}"))))
}
