//! Where a place leads: an anchor to its section, an id to its packet, a signature to its audit row, a path to its file.

use super::Location;
use super::clauses::{defined, stated};
use super::target::{Target, target};
use crate::document::Document;
use crate::document::anchor::{Anchor, Form};
use crate::document::contract::label::Label;
use crate::document::contract::words::Word;
use crate::document::kind::Kind;
use crate::document::spec::number::Number;
use crate::document::spec::resolve::Resolution;
use crate::document::spec::tag;
use crate::text::grammar::id::base_of;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Every place that is meant at an offset, the best one first.
pub fn definition(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    match target(document, workspace, offset) {
        Some(Target::Anchor { anchor, resolution }) => {
            section(document, &anchor, &resolution, offset, workspace)
        }
        Some(Target::WorkPacket { id, range }) => {
            let is_base = is_base(document, range);
            work_packet(&id, is_base, document, workspace)
        }
        Some(Target::Signature { written, .. }) => signature(&written, document, workspace),
        Some(Target::Path { path, line, .. }) => vec![file(&path, line, workspace)],
        Some(Target::Tag { written, .. }) => defined(&written, workspace),
        Some(Target::Rule { range, .. }) => silenced(range, document),
        Some(Target::Word { word, .. }) => gate(word, document, workspace),
        // The label leads where its value does.
        Some(Target::Field { range, .. }) => {
            let field = document.fields().list.iter().find(|field| field.name == range);
            let value = field.map(|field| document.value_of(field).range).filter(|value| !value.is_empty());
            value.map(|value| definition(document, workspace, value.start)).unwrap_or_default()
        }
        Some(Target::Section { .. } | Target::Digest { .. }) | None => Vec::new(),
    }
}

/// Where a work packet is listed: the board, the registry, the gates log. Of anything else, its definition.
pub fn declaration(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    let Some(Target::WorkPacket { id, .. }) = target(document, workspace, offset) else {
        return definition(document, workspace, offset);
    };
    let mut found = Vec::new();
    if let Some(board) = workspace.only(Kind::Board) {
        let entries = board.board_entries().iter().filter(|entry| entry.id.of(&board.text) == id);
        found.extend(entries.map(|entry| Location::new(&board.path, entry.id)));
    }
    if let Some(registry) = workspace.only(Kind::Registry) {
        let rows = registry.registry_rows().iter().filter(|row| row.base.of(&registry.text) == base_of(&id));
        found.extend(rows.map(|row| Location::new(&registry.path, row.base)));
    }
    found.extend(recorded(&id, None, workspace));
    found
}

/// The sections of the current specification, and the one that was meant in the older one where that is another.
fn section(
    document: &Document,
    anchor: &Anchor,
    resolution: &Resolution,
    offset: usize,
    workspace: &Workspace,
) -> Vec<Location> {
    if let Form::Range { from, to } = anchor.form {
        return range_of(document, anchor, (from, to), offset, workspace);
    }
    let mut found = Vec::new();
    let old = workspace.resolve_before(document, anchor);
    let current = workspace.current_spec();
    // A line is one of the file that is named; beside a number it is only where the number was found.
    if let (Form::FileLine { line }, None) = (anchor.form, anchor.number)
        && matches!(resolution, Resolution::Line { .. })
    {
        let named = old.as_ref().map(|(old, _)| *old).or(current);
        return named.map(|spec| file(&spec.path, Some(line), workspace)).into_iter().collect();
    }
    if let Some(spec) = current {
        let headings = match resolution {
            // Where no title names a clause, the line that begins with it is more than every mention.
            Resolution::Tag { titled, .. } if titled.is_empty() => {
                found.extend(clauses(document, anchor, spec));
                Vec::new()
            }
            _ => resolution.headings(),
        };
        found.extend(headings.iter().map(|heading| Location::new(&spec.path, heading.title_range())));
        if let Some((old, meant)) = &old {
            let now = headings.first().map(|heading| (heading.number, heading.title(&spec.text)));
            let meant = meant.headings().into_iter().next();
            let meant = meant.filter(|meant| now != Some((meant.number, meant.title(&old.text))));
            found.extend(meant.map(|meant| Location::new(&old.path, meant.title_range())));
        }
    }
    if anchor.form == Form::Tag {
        let tags = anchor.tags.iter().flat_map(|tag| defined(tag.of(&document.text), workspace));
        found.extend(tags);
    }
    if found.is_empty() {
        found.extend(current.into_iter().flat_map(|spec| clauses(document, anchor, spec)));
    }
    found
}

/// Where the specification states each clause that an anchor names: the section it stood in may be gone.
fn clauses(document: &Document, anchor: &Anchor, spec: &Document) -> Vec<Location> {
    let ids = anchor.tags.iter().flat_map(|name| tag::ids(name.of(&document.text)));
    let places = ids.flat_map(|id| stated(&id, spec));
    places.map(|place| Location::new(&spec.path, place)).collect()
}

/// Of a range the end under the cursor; between them, every section from the one to the other.
fn range_of(
    document: &Document,
    anchor: &Anchor,
    (from, to): (Number, Number),
    offset: usize,
    workspace: &Workspace,
) -> Vec<Location> {
    let Some(spec) = workspace.current_spec() else { return Vec::new() };
    let index = spec.spec_index();
    let written = anchor.range.of(&document.text);
    let last = written.rfind(&to.to_string()).map(|at| anchor.range.start + at);
    let is_first = anchor.number_range.is_some_and(|first| {
        // What is between them is no part of a number.
        let digits =
            first.of(&document.text).bytes().take_while(|byte| b"0123456789.".contains(byte)).count();
        first.start <= offset && offset <= first.start + digits
    });
    let is_last = last.is_some_and(|start| start <= offset);
    let numbers = match (is_first, is_last) {
        (true, _) => (from, from),
        (false, true) => (to, to),
        (false, false) => (from, to),
    };
    let inside = index.sections().filter(|heading| {
        let depth = heading.number.len() <= from.len().max(to.len());
        numbers.0 <= heading.number && heading.number <= numbers.1 && depth
    });
    inside.map(|heading| Location::new(&spec.path, heading.title_range())).collect()
}

/// Whether an id is written where a base id belongs.
fn is_base(document: &Document, range: Range) -> bool {
    match document.kind {
        Kind::Registry => document.registry_rows().iter().any(|row| row.base.contains(range)),
        _ => document.fields().all(Label::BaseWpId).any(|field| field.line.contains(range)),
    }
}

/// The packet, or the active packet of a base id, or the stub; then the refinement. A base id whose packet is not written
/// yet leads to the stub of the newest revision.
fn work_packet(id: &str, is_base: bool, from: &Document, workspace: &Workspace) -> Vec<Location> {
    let registered = workspace.index().registered(id);
    let active = registered.and_then(|row| workspace.document(&row.active));
    let own = workspace.packet(id);
    let (first, then) = if is_base { (active, own) } else { (own, active) };
    let ids = [Some(id), registered.map(|row| row.active_id())];
    let stubs = ids.into_iter().flatten().filter_map(|id| workspace.stub(id));
    let refinements = ids.into_iter().flatten().filter_map(|id| workspace.refinement(id));
    let mut found: Vec<&Document> = Vec::new();
    for one in first.into_iter().chain(then).chain(stubs).chain(refinements) {
        if found.iter().all(|known| known.path != one.path) {
            found.push(one);
        }
    }
    if found.is_empty()
        && let Some(newest) = workspace.index().family(id).last()
    {
        found.extend(workspace.packet(newest).or_else(|| workspace.stub(newest)).map(|one| &**one));
    }
    // From the packet itself the way leads on to what it rests on, if there is such a thing.
    if found.len() > 1 {
        found.retain(|one| one.path != from.path);
    }
    let title = |one: &Document| one.title().map_or(Range::empty(0), |title| title.title);
    found.into_iter().map(|one| Location::new(&one.path, title(one))).collect()
}

/// The audit row; in the audit, where the signature is spent, or else the row itself.
fn signature(written: &str, from: &Document, workspace: &Workspace) -> Vec<Location> {
    let (audited, used) = (audited(written, workspace), uses(written, workspace));
    let (first, then) = if from.kind == Kind::Audit { (used, audited) } else { (audited, used) };
    if first.is_empty() { then } else { first }
}

/// The first place that says whose a signature is: its audit row, or else where it is spent.
pub(super) fn spent(written: &str, workspace: &Workspace) -> Option<Location> {
    audited(written, workspace).into_iter().chain(uses(written, workspace)).next()
}

pub(super) fn audited(written: &str, workspace: &Workspace) -> Vec<Location> {
    let Some(audit) = workspace.only(Kind::Audit) else { return Vec::new() };
    let rows = audit.audit_rows();
    let own = rows.iter().filter(|row| row.signature.of(&audit.text).trim_matches('`') == written);
    own.map(|row| Location::new(&audit.path, row.signature)).collect()
}

/// The fields and gate records that spend a signature.
pub(super) fn uses(written: &str, workspace: &Workspace) -> Vec<Location> {
    let used = workspace.index().uses(written).iter().filter_map(|used| workspace.document(&used.path));
    let mut found = Vec::new();
    for document in used {
        let own: Vec<Range> = match document.kind {
            Kind::Gates => {
                let said = document.gate_records().iter().filter_map(|record| record.signature.as_ref());
                said.filter(|said| said.text == written).map(|said| said.range).collect()
            }
            _ => {
                let labels = [Label::UserSignature, Label::SignatureLocked];
                let fields = labels.into_iter().flat_map(|label| document.fields().all(label));
                let places = fields.filter_map(|field| {
                    let at = field.value.of(&document.text).find(written)?;
                    Some(Range::new(field.value.start + at, field.value.start + at + written.len()))
                });
                places.collect()
            }
        };
        found.extend(own.into_iter().map(|range| Location::new(&document.path, range)));
    }
    found.dedup();
    found
}

/// What a stage is about: the record of the gate, and in the gates log what the gate is about.
fn gate(word: &Word, document: &Document, workspace: &Workspace) -> Vec<Location> {
    recorded(document.stem(), Some(word.name), workspace)
}

/// The records of a work packet in the gates log, of one gate or all.
fn recorded(id: &str, gate: Option<&str>, workspace: &Workspace) -> Vec<Location> {
    let Some(log) = workspace.only(Kind::Gates) else { return Vec::new() };
    let own = log.gate_records().iter().filter_map(|record| {
        let is_own = record.wp.as_ref().is_some_and(|wp| wp.text == id);
        record.gate.as_ref().filter(|said| is_own && gate.is_none_or(|gate| said.text == gate))
    });
    own.map(|said| Location::new(&log.path, said.range)).collect()
}

/// The lines that a comment speaks of, from the name of a rule in it.
fn silenced(name: Range, document: &Document) -> Vec<Location> {
    let comment = document.suppressions().iter().find(|comment| comment.names.contains(&name));
    let reach = comment.map(|comment| document.line_at(comment.reach.start));
    reach.map(|line| Location::new(&document.path, line)).into_iter().collect()
}

pub(super) fn file(path: &str, line: Option<u32>, workspace: &Workspace) -> Location {
    let Some(document) = workspace.document(path) else {
        return Location { path: path.into(), range: Range::empty(0), line: Some(line.unwrap_or(1)) };
    };
    let range = match line {
        Some(line) => {
            let lines = document.lines();
            let line = (line.max(1) as usize - 1).min(lines.line_count().saturating_sub(1));
            lines.line_range(&document.text, line)
        }
        None => document.title().map_or(Range::empty(0), |title| title.title),
    };
    Location::new(&document.path, range)
}
