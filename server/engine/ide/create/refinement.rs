//! A refinement against the current specification, with the sections that the stub or the earlier packet names, quoted
//! (Part 2.5.2).

use std::sync::Arc;

use super::packet::active;
use super::template::{Draft, Template, filled};
use super::{check_free, now, spec_file};
use crate::document::Document;
use crate::document::anchor::{Anchor, parse};
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::document::placeholder::class_with_note;
use crate::document::spec::resolve::{Resolution, Spec, missing_tags};
use crate::document::spec::{Heading, Region};
use crate::ide::offers::of_one;
use crate::ide::source_change::{Refusal, SourceChange, in_line_ends_of};
use crate::text::edit::Edit;
use crate::text::grammar::id::base_of;
use crate::text::grammar::spec_name::spec_version;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub(super) const TEMPLATE: Template = Template {
    file: "REFINEMENT_TEMPLATE.md",
    title: "## TECHNICAL_REFINEMENT",
    ours: include_str!("refinement.md"),
};

/// Lines that are quoted of one section at most; who needs more, quotes more.
const MOST_LINES: usize = 40;

/// Where it is to lie.
pub(super) fn check(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let path = format!("{}/{id}.md", workspace.config.layout.refinements);
    check_free(id, &path, workspace)?;
    Ok(path)
}

pub(super) fn create(id: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let path = check(id, workspace)?;
    let (now, spec) = (now(workspace), spec_file(workspace));
    let sha1 = workspace.current_spec().map(|spec| spec.sha1());
    let marks = [
        ("WP_ID", id),
        ("DATE_ISO", now.as_str()),
        ("SPEC_TARGET_RESOLVED", spec.as_str()),
        ("SPEC_TARGET_SHA1", sha1.unwrap_or("<fill: sha1 of the specification>")),
    ];
    let mut draft = Draft::new(workspace, &path, Kind::Refinement, filled(&TEMPLATE, workspace, &marks));
    draft.complete();
    draft.set(Label::WpId, id);
    draft.set(Label::SpecTargetResolved, &format!("{} -> {spec}", workspace.config.layout.spec_pointer));
    quote(&mut draft, id);
    let mut change = SourceChange::new(format!("Create the refinement {id}"));
    change.create(&path, "the refinement", draft.text());
    Ok(change)
}

/// Writes one anchor block for each section that is known to matter, in place of the empty one.
fn quote(draft: &mut Draft, id: &str) {
    let Some(spec) = draft.workspace.current_spec() else { return };
    let blocks: Vec<String> = sections(id, draft.workspace)
        .iter()
        .enumerate()
        .map(|(number, (words, heading))| block(number + 1, words, heading, spec))
        .collect();
    let is_anchor = |name: &str| name.starts_with("ANCHOR_");
    let known: Vec<_> = draft.document.sections().iter().filter(|section| is_anchor(&section.name)).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return };
    if blocks.is_empty() {
        return;
    }
    let whole = Range::new(first.heading.start, last.body.end);
    draft.apply(vec![Edit::replace(whole, blocks.join("\n"))]);
}

/// What a packet of this id anchors in, else what the stub names as candidates, else what the earlier packet anchors in, each as written and where it leads;
/// what the current specification calls otherwise goes by its name there.
fn sections(id: &str, workspace: &Workspace) -> Vec<(String, Heading)> {
    let base = base_of(id);
    let stub = workspace.stub(id).or_else(|| workspace.stub(base));
    let earlier = active(base, workspace);
    let own = workspace.packet(id).map(|packet| (packet, Label::SpecAnchor));
    let known = own.or_else(|| stub.map(|stub| (stub, Label::AnchorCandidates)));
    let Some(spec) = workspace.current_spec() else { return Vec::new() };
    let Some((document, label)) = known.or_else(|| earlier.map(|packet| (packet, Label::SpecAnchor))) else {
        return Vec::new();
    };
    let Some(field) = document.field(label) else { return Vec::new() };
    let said = document.said(field);
    let mut found: Vec<(String, Heading)> = Vec::new();
    for anchor in parse(said.text, said.range.start, &workspace.config.spec.file_prefix) {
        let words = anchor.range.of(&document.text).trim_start_matches(['-', '*', '+', ' ']);
        let Some(resolution) = workspace.resolve(document, &anchor) else { continue };
        let [heading] = resolution.headings()[..] else { continue };
        let is_new = found.iter().all(|(_, known)| known.number != heading.number);
        if is_new && heading.region == Region::MainBody && class_with_note(words).is_none() {
            let is_current = is_current(&anchor, &resolution, document, spec, &heading);
            let named = || format!("{} ({})", heading.number, heading.title(&spec.text));
            found.push((if is_current { words.to_string() } else { named() }, heading));
        }
    }
    found
}

/// Whether an anchor names a section as the current specification does.
fn is_current(
    anchor: &Anchor,
    resolution: &Resolution,
    document: &Document,
    spec: &Document,
    heading: &Heading,
) -> bool {
    let is_found = matches!(resolution, Resolution::Found(_) | Resolution::TooBroad { .. });
    let current = Spec { index: spec.spec_index(), text: &spec.text, version: None };
    let has_tags = || missing_tags(anchor, &document.text, current, heading).is_empty();
    let own = spec_version(spec.path.rsplit('/').next().unwrap_or_default());
    let is_of_it = anchor.spec_file.as_ref().is_none_or(|(_, version)| own.as_ref() == Some(version));
    is_of_it && is_found && has_tags()
}

/// The section that some words of a document cite, where there is one such.
pub fn cited(document: &Document, range: Range, workspace: &Workspace) -> Option<(String, Heading)> {
    let words = range.of(&document.text);
    let anchors = parse(words, range.start, &workspace.config.spec.file_prefix);
    let [anchor] = &anchors[..] else { return None };
    let headings = workspace.resolve(document, anchor)?.headings();
    let [heading] = headings[..] else { return None };
    (heading.region == Region::MainBody).then(|| (words.to_string(), heading))
}

/// One more anchor block in a refinement, behind those that it has.
pub fn quoted(
    refinement: &Arc<Document>,
    (words, heading): &(String, Heading),
    workspace: &Workspace,
) -> Result<SourceChange, Refusal> {
    let is_anchor = |section: &&Section| section.name.starts_with("ANCHOR_");
    let known: Vec<&Section> = refinement.sections().iter().filter(is_anchor).collect();
    let (Some(spec), Some(last)) = (workspace.current_spec(), known.last()) else {
        return Err(Refusal::new(format!("{} has no anchor block", refinement.path), "insert one first"));
    };
    let text = format!("\n\n{}", block(known.len() + 1, words, heading, spec).trim_end());
    let at = last.body.start + last.body.of(&refinement.text).trim_end().len();
    let title = format!("Add {words} to the refinement");
    let edit = Edit::insert(at, in_line_ends_of(refinement, text));
    of_one(refinement, workspace, &title, "what the packet is judged by", vec![edit])
}

/// An anchor block that quotes a section up to its first subsection.
fn block(number: usize, words: &str, heading: &Heading, spec: &Document) -> String {
    let whole = heading.range().of(&spec.text);
    let mut lines: Vec<&str> = Vec::new();
    for (at, line) in whole.lines().enumerate() {
        if at > 0 && line.starts_with('#') || at >= MOST_LINES {
            break;
        }
        lines.push(line);
    }
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let first = heading.line as usize;
    let mut out = format!(
        "#### ANCHOR {number}\n- SPEC_ANCHOR: {words}\n- CONTEXT_START_LINE: {first}\n- CONTEXT_END_LINE: {}\n- CONTEXT_TOKEN: <fill: words of these lines that nothing else has>\n- EXCERPT_ASCII_ESCAPED:\n  ```text\n",
        first + lines.len().saturating_sub(1)
    );
    for line in lines {
        out.push_str(format!("  {}", escaped(line)).trim_end());
        out.push('\n');
    }
    out.push_str("  ```\n");
    out
}

/// What is not ASCII as its escape, as excerpts have it.
fn escaped(line: &str) -> String {
    let escape = |letter: char| match u32::from(letter) {
        code if letter.is_ascii() => char::from_u32(code).map(String::from).unwrap_or_default(),
        code @ 0..=0xffff => format!("\\u{code:04X}"),
        code => format!("\\u{{{code:X}}}"),
    };
    line.chars().map(escape).collect()
}
