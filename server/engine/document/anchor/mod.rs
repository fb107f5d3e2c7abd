//! Anchors into the master specification, as packets write them: `SPEC_ANCHOR` values and citations
//! in running text, cut into their parts. What an anchor points at is not known here.

mod citation;
mod head;
mod parts;

use crate::document::spec::number::Number;
use crate::document::spec::tag;
use crate::text::grammar::spec_name::SpecVersion;
use crate::text::range::Range;

use head::Head;
use parts::Part;

pub use citation::citations;

/// One place of the specification that a packet names. Ranges are bytes of the packet. Part 5.2 [CX-601]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// All of it: file, number, title and tags.
    pub range: Range,
    /// The specification it names; one name serves for all parts behind it in the same value.
    pub spec_file: Option<(Range, SpecVersion)>,
    pub form: Form,
    pub number: Option<Number>,
    /// The number as written, without the sign before it.
    pub number_range: Option<Range>,
    /// What stands before the number: the section sign, one of its damaged forms, or a word.
    pub prefix: Option<Range>,
    /// What narrows the number: `(B)`, `.Acceptance`, `item 10`.
    pub suffix: Option<Range>,
    pub title: Option<Range>,
    /// Clause ids, each with its short forms: `FR-EVT-001/002` is one.
    pub tags: Vec<Range>,
    /// The number is one of an addendum embedded in the specification, not of the specification.
    pub is_addendum: bool,
    /// The section whose inner numbering it uses: `11.8 … (Verbatim): 4.1, 6`.
    pub within: Option<Number>,
    /// It stands in brackets inside another anchor.
    pub is_nested: bool,
    /// A file that is not a specification: `[CX-GATE-001] in roles/PROTOCOL.md`.
    pub other_file: Option<Range>,
}

impl Anchor {
    /// Whether a section is one that the anchor names, or stands below or around one.
    pub fn covers(&self, number: Number) -> bool {
        let near = |known: Number| number.is_within(known) || known.is_within(number);
        match self.form {
            Form::Range { from, to } => near(from) || near(to) || from < number && number < to,
            _ => self.within.or(self.number).is_some_and(near),
        }
    }
}

/// How an anchor says where it points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Number,
    /// `2.3.10.6-2.3.10.8`, both included.
    Range {
        from: Number,
        to: Number,
    },
    /// Clause ids and no number.
    Tag,
    /// A line of the file it names, counted from 1.
    FileLine {
        line: u32,
    },
    /// The words of a heading, in backticks or behind a file name, and no number.
    HeadingTitle,
    /// Nothing that can be looked up.
    Text,
}

/// The anchors of one `SPEC_ANCHOR` value that begins at byte `base` of its file.
/// `spec_prefix` is what specification files are called before their version, without `_v`.
pub fn parse(value: &str, base: usize, spec_prefix: &str) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut file: Option<(Range, SpecVersion)> = None;
    let mut within = None;
    for part in gather(value, spec_prefix, &mut file) {
        let Some(mut head) = part.head else {
            anchors.extend(unheaded(value, part.whole, &file));
            continue;
        };
        let carried = head.file.is_none();
        if carried {
            head.file = file.clone();
        } else {
            file = head.file.clone();
            within = None;
        }
        let mut anchor = anchor_of(value, part.whole, part.title_end, head);
        if let Some(number) = anchor.number {
            if carried && anchor.prefix.is_none() && number.len() <= 2 {
                anchor.within = within;
            }
            if let Some(end) = verbatim(value, &anchor) {
                within = Some(number);
                let first = inner_number(value, &mut anchor, end, number);
                anchors.push(anchor);
                anchors.extend(first);
                continue;
            }
        }
        let inner = nested(value, &anchor);
        anchors.push(anchor);
        anchors.extend(inner);
    }
    anchors.iter_mut().for_each(|anchor| shift(anchor, base));
    anchors
}

/// A part with what it begins with; without a head it has nothing that can be looked up.
struct Gathered {
    whole: Range,
    /// Where the title ends at the latest: tags of the parts that were joined stand behind it.
    title_end: usize,
    head: Option<Head>,
}

/// The parts of the value, joined where a comma or `and` only stood in a title. A part that only
/// names the file becomes the `file` of the parts behind it.
fn gather(value: &str, spec_prefix: &str, first_file: &mut Option<(Range, SpecVersion)>) -> Vec<Gathered> {
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut carried = first_file.is_some();
    for Part { range, starts_line, after_comma } in parts::split(value) {
        let head = head::read(value, range, spec_prefix, carried);
        carried |= head.as_ref().is_some_and(|head| head.file.is_some());
        let only_tags = after_comma && head.as_ref().is_some_and(|head| head.is_bracketed_tag);
        let before = gathered.last_mut().filter(|_| !starts_line);
        match (head, before) {
            (None, Some(before)) => {
                before.whole.end = range.end;
                before.title_end = range.end;
            }
            (Some(_), Some(before))
                if only_tags && before.head.as_ref().is_some_and(|head| head.number.is_some()) =>
            {
                before.whole.end = range.end;
            }
            (head, _) => gathered.push(Gathered { whole: range, title_end: range.end, head }),
        }
    }
    drop_bare_files(gathered)
}

/// `Demo_Master_Spec_v1.md; 2.3`: the file name alone is no anchor, it belongs to the next one.
fn drop_bare_files(gathered: Vec<Gathered>) -> Vec<Gathered> {
    let mut kept: Vec<Gathered> = Vec::new();
    let mut waiting: Option<Gathered> = None;
    for mut part in gathered {
        if let Some(bare) = waiting.take() {
            match &mut part.head {
                Some(head) if head.file.is_none() => {
                    head.file = bare.head.and_then(|head| head.file);
                    part.whole.start = bare.whole.start;
                }
                _ => kept.push(bare),
            }
        }
        let bare = part.head.as_ref().is_some_and(|head| head.is_bare_file(part.whole.end));
        if bare { waiting = Some(part) } else { kept.push(part) }
    }
    kept.extend(waiting);
    kept
}

fn anchor_of(value: &str, whole: Range, title_end: usize, head: Head) -> Anchor {
    let title = head::title(value, Range::new(head.after, title_end), head.quoted);
    let rest = Range::new(head.tags_from, whole.end);
    let tags =
        tag::clauses(rest.of(value)).map(|tag| Range::new(tag.start + rest.start, tag.end + rest.start));
    let tags: Vec<Range> = tags.filter(|&tag| !head::is_in_file_name(value, tag)).collect();
    let form = match (head.number, head.to, head.line) {
        (Some((from, _)), Some(to), _) => Form::Range { from, to },
        (_, _, Some(line)) => Form::FileLine { line },
        (Some(_), ..) => Form::Number,
        (None, ..) if head.is_tag || (!tags.is_empty() && title.is_none()) => Form::Tag,
        (None, ..) if title.is_some() => Form::HeadingTitle,
        (None, ..) => Form::Text,
    };
    Anchor {
        range: whole,
        spec_file: head.file.or_else(|| head::version(value, Range::new(head.after, title_end))),
        form,
        number: head.number.map(|(number, _)| number),
        number_range: head.number.map(|(_, range)| range),
        prefix: head.prefix,
        suffix: head.suffix.or_else(|| head::item(value, Range::new(head.after, title_end))),
        title: title.filter(|_| form != Form::Tag),
        tags,
        is_addendum: head.is_addendum,
        within: None,
        is_nested: false,
        other_file: head::other_file(value, rest),
    }
}

/// What a part without a head cites in passing, else the part as mere text.
fn unheaded(value: &str, whole: Range, file: &Option<(Range, SpecVersion)>) -> Vec<Anchor> {
    let cited = citations(whole.of(value), whole.start);
    if !cited.is_empty() {
        let cited = cited.into_iter();
        return cited.map(|anchor| Anchor { spec_file: file.clone(), ..anchor }).collect();
    }
    if !whole.of(value).contains(|letter: char| letter.is_alphanumeric()) {
        return Vec::new();
    }
    let text = Anchor { range: whole, spec_file: file.clone(), ..Anchor::bare(whole, Form::Text) };
    vec![Anchor { other_file: head::other_file(value, whole), ..text }]
}

/// The end of `(Verbatim)` in a title: the section is a document with a numbering of its own.
fn verbatim(value: &str, anchor: &Anchor) -> Option<usize> {
    let title = anchor.title?;
    let at = memchr::memmem::find(title.of(value).to_ascii_lowercase().as_bytes(), b"verbatim)")?;
    Some(title.start + at + "verbatim)".len())
}

/// The first number inside such a section, where it follows the title at once: `(Verbatim): 4.1, 4.2`.
fn inner_number(value: &str, anchor: &mut Anchor, title_end: usize, within: Number) -> Option<Anchor> {
    let rest = Range::new(title_end, anchor.range.end).of(value);
    let start = title_end + rest.len() - rest.trim_start_matches([' ', ':']).len();
    let (number, length) = Number::read(value.get(start..)?.as_bytes())?;
    let number_range = Range::new(start, start + length);
    let whole = Range::new(start, anchor.range.end);
    let title = head::title(value, Range::new(number_range.end, whole.end), false);
    anchor.range.end = title_end;
    anchor.title = anchor.title.map(|title| Range::new(title.start, title_end));
    let (number, number_range, within) = (Some(number), Some(number_range), Some(within));
    let inner = Anchor::bare(whole, Form::Number);
    Some(Anchor { spec_file: anchor.spec_file.clone(), number, number_range, title, within, ..inner })
}

/// Numbers in the brackets of an anchor: `11.4 (schemas + 11.4.2 + 11.4.3)`.
fn nested(value: &str, around: &Anchor) -> Vec<Anchor> {
    let Some(number) = around.number_range else { return Vec::new() };
    let rest = Range::new(number.end, around.range.end);
    let Some(open) = memchr::memchr2(b'(', b'[', rest.of(value).as_bytes()) else { return Vec::new() };
    let inside = Range::new(rest.start + open, rest.end);
    let to = match around.form {
        Form::Range { to, .. } => Some(to),
        _ => None,
    };
    let cited = citation::numbers(inside.of(value), inside.start).into_iter();
    let fresh = cited.filter(|anchor| anchor.number != around.number && anchor.number != to);
    fresh.map(|anchor| Anchor { spec_file: around.spec_file.clone(), is_nested: true, ..anchor }).collect()
}

impl Anchor {
    fn bare(range: Range, form: Form) -> Anchor {
        Anchor {
            range,
            spec_file: None,
            form,
            number: None,
            number_range: None,
            prefix: None,
            suffix: None,
            title: None,
            tags: Vec::new(),
            is_addendum: false,
            within: None,
            is_nested: false,
            other_file: None,
        }
    }
}

fn shift(anchor: &mut Anchor, base: usize) {
    let move_range = |range: &mut Range| *range = Range::new(range.start + base, range.end + base);
    move_range(&mut anchor.range);
    anchor.tags.iter_mut().for_each(move_range);
    let file = anchor.spec_file.as_mut().map(|(range, _)| range);
    let parts = [&mut anchor.number_range, &mut anchor.prefix, &mut anchor.suffix, &mut anchor.title];
    parts
        .into_iter()
        .chain([&mut anchor.other_file])
        .filter_map(Option::as_mut)
        .chain(file)
        .for_each(move_range);
}

#[cfg(test)]
mod tests;
