//! What stands under the cursor: a work packet, a signature, an anchor, a path, a field, or a word of the protocol.

use crate::document::Document;
use crate::document::anchor::{Anchor, Form, citations};
use crate::document::contract::label::Label;
use crate::document::contract::words::{self, Word};
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::document::spec::{Heading, tag};
use crate::rules::{self, Entry};
use crate::text::grammar::digest::is_sha1;
use crate::text::grammar::id::{base_of, find_wp_ids};
use crate::text::grammar::path::file_line;
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// What a place in a text names.
#[derive(Clone, Debug)]
pub enum Target {
    WorkPacket {
        id: String,
        range: Range,
    },
    Signature {
        written: String,
        range: Range,
    },
    /// A place of the specification, and what it comes to.
    Anchor {
        anchor: Box<Anchor>,
        resolution: Box<Resolution>,
    },
    Path {
        path: String,
        line: Option<u32>,
        range: Range,
    },
    /// The name of a field.
    Field {
        label: Label,
        range: Range,
    },
    /// A heading of the specification, where it stands.
    Section {
        heading: Heading,
        range: Range,
    },
    /// A rule that a comment silences.
    Rule {
        entry: &'static Entry,
        range: Range,
    },
    /// A clause id of the protocol.
    Tag {
        written: String,
        range: Range,
    },
    /// A stage, a token of the board or a gate command.
    Word {
        word: &'static Word,
        range: Range,
    },
    /// 40 hexadecimal digits.
    Digest {
        written: String,
        range: Range,
    },
}

impl Target {
    pub fn range(&self) -> Range {
        match self {
            Target::WorkPacket { range, .. }
            | Target::Signature { range, .. }
            | Target::Path { range, .. }
            | Target::Field { range, .. }
            | Target::Section { range, .. }
            | Target::Rule { range, .. }
            | Target::Tag { range, .. }
            | Target::Word { range, .. }
            | Target::Digest { range, .. } => *range,
            Target::Anchor { anchor, .. } => anchor.range,
        }
    }
}

/// What stands at an offset; the most exact reading first.
pub fn target(document: &Document, workspace: &Workspace, offset: usize) -> Option<Target> {
    let line = document.line_at(offset);
    let words = line.of(&document.text);
    let at = |range: Range| Range::new(line.start + range.start, line.start + range.end);
    let holds = |range: &Range| range.start <= offset && offset <= range.end;

    if let Some(range) = find_signatures(words).map(at).find(holds) {
        return Some(Target::Signature { written: range.of(&document.text).to_string(), range });
    }
    let silenced = document.suppressions().iter().flat_map(|comment| &comment.names).copied().find(holds);
    if let Some(range) = silenced {
        let entry = rules::find(range.of(&document.text))?;
        return Some(Target::Rule { entry, range });
    }
    if let Some(heading) = heading_at(document, line) {
        return Some(Target::Section { heading, range: heading.title_range() });
    }
    // A specification has no fields, and is long.
    let fields = || document.fields().list.iter().find(|field| holds(&field.name));
    if document.kind != Kind::Spec
        && let Some(field) = fields()
    {
        return Some(Target::Field { label: field.label, range: field.name });
    }
    let word =
        word_at(document, line, offset, |letter| letter.is_ascii_alphanumeric() || "_-".contains(letter));
    if is_sha1(word.of(&document.text)) {
        return Some(Target::Digest { written: word.of(&document.text).to_string(), range: word });
    }
    let work_packet = find_wp_ids(words).chain(worktrees(words)).map(at).find(holds);
    // A work packet in the words of an anchor is more exact than the section.
    let known = work_packet.filter(|id| !workspace.index().family(base_of(id.of(&document.text))).is_empty());
    let anchor = anchor_at(document, line, offset).filter(|_| known.is_none());
    if let Some(anchor) = &anchor
        && let Some(resolution) = workspace.resolve(document, anchor)
        && !matches!(resolution, Resolution::Nothing | Resolution::Elsewhere)
        && !(anchor.form == Form::Tag && resolution.headings().is_empty())
    {
        return Some(Target::Anchor { anchor: Box::new(anchor.clone()), resolution: Box::new(resolution) });
    }
    if let Some(found) = path_at(document, workspace, line, offset) {
        return Some(found);
    }
    if let Some(range) = work_packet {
        let written = range.of(&document.text);
        let id = written.strip_suffix(".md").unwrap_or(written);
        let range = Range::new(range.start, range.start + id.len());
        return Some(Target::WorkPacket { id: id.to_string(), range });
    }
    let tag = tag::clauses(words).map(at).find(holds).filter(|tag| tag.of(&document.text).starts_with("CX-"));
    if let Some(range) = tag {
        return Some(Target::Tag { written: range.of(&document.text).to_string(), range });
    }
    let named = word.of(&document.text);
    let command = || {
        let before = document.text.get(line.start..word.start).unwrap_or("");
        words::find(words::COMMANDS, named).filter(|_| before.trim_end().ends_with("just"))
    };
    let bracketed = || document.text.get(..word.start).is_some_and(|before| before.ends_with('['));
    let token = || words::find(words::TOKENS, named).filter(|_| bracketed());
    let stage = || words::find(words::STAGES, named).filter(|_| !bracketed());
    let word_found = token().or_else(stage).or_else(command)?;
    Some(Target::Word { word: word_found, range: word })
}

/// The ids in names of worktrees: `wt-WP-1-Example`.
fn worktrees(words: &str) -> impl Iterator<Item = Range> {
    words.match_indices("wt-WP-").filter_map(|(at, _)| {
        let (start, rest) = (at + 3, &words[at + 3..]);
        find_wp_ids(rest).next().filter(|id| id.start == 0).map(|id| Range::new(start, start + id.end))
    })
}

/// The heading whose line this is, in a specification.
fn heading_at(document: &Document, line: Range) -> Option<Heading> {
    if document.kind != Kind::Spec {
        return None;
    }
    let headings = document.spec_index().headings();
    let found = headings.partition_point(|heading| heading.range().start < line.start);
    headings.get(found).copied().filter(|heading| heading.range().start <= line.end)
}

/// The stretch of such letters around an offset.
fn word_at(document: &Document, line: Range, offset: usize, is_part: impl Fn(char) -> bool) -> Range {
    let before = document.text.get(line.start..offset).unwrap_or("");
    let after = document.text.get(offset..line.end).unwrap_or("");
    let start = offset - (before.len() - before.trim_end_matches(&is_part).len());
    Range::new(start, offset + after.len() - after.trim_start_matches(&is_part).len())
}

/// The anchor of a SPEC_ANCHOR field, or a citation in running text.
fn anchor_at(document: &Document, line: Range, offset: usize) -> Option<Anchor> {
    let holds = |anchor: &Anchor| anchor.range.start <= offset && offset <= anchor.range.end;
    let cited = || citations(line.of(&document.text), line.start).into_iter().find(holds);
    if document.kind == Kind::Spec {
        return cited();
    }
    let candidates = document.anchor_candidates();
    let own = document.spec_anchors().iter().chain(&candidates).filter(|anchor| holds(anchor));
    // One in brackets inside another is the more exact one.
    own.min_by_key(|anchor| anchor.range.len()).cloned().or_else(cited)
}

/// A path that names a document of the workspace, or a file that was seen; `path:10` names a line of it.
fn path_at(document: &Document, workspace: &Workspace, line: Range, offset: usize) -> Option<Target> {
    let word = word_at(document, line, offset, is_path);
    let (token, path, named) = named_path(word.of(&document.text));
    let surroundings = &workspace.surroundings;
    let known = workspace.document(&path).is_some()
        || surroundings.presence(&path).is_some()
        || surroundings.leads(&path);
    let looks_like_one = path.contains('/') && named.is_some();
    (known || looks_like_one).then(|| {
        let range = Range::new(word.start, word.start + token.len());
        Target::Path { path, line: named, range }
    })
}

/// What may stand in a path; anything else ends it.
pub(super) fn is_path(letter: char) -> bool {
    !letter.is_whitespace() && !"`\"'()<>|,;*".contains(letter)
}

/// A word without the stops behind it, as a path from the root, and the line it names. What follows line ends that were
/// written out is no part of it.
pub(super) fn named_path(word: &str) -> (&str, String, Option<u32>) {
    let word = word.split("\\n\\n").next().unwrap_or(word);
    let token = word.trim_end_matches(['.', ':']);
    match file_line(token).next().filter(|found| found.range.start == 0) {
        Some(found) => (token, from_root(found.path.of(token)), Some(found.first)),
        None => (token, from_root(token), None),
    }
}

fn from_root(written: &str) -> String {
    written.trim_start_matches("./").trim_start_matches('/').replace('\\', "/")
}
