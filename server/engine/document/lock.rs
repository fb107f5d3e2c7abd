//! What a signature freezes: the lines of a packet by the field or section that owns them, and how two versions of
//! one packet differ in them (Part 5.6 [CX-607]).

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
use super::contract::Change;
use super::contract::label::Label;
use super::contract::sections::SECTIONS;
use super::field::Field;
use super::lines::LineKind;
use super::{contract, placeholder};
use crate::text::grammar::encoding;
use crate::text::range::Range;

/// A frozen field or section that says something else than it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its canonical name.
    pub name: &'static str,
    /// The first line that differs; the title of what it was taken from where lines are only gone.
    pub range: Range,
    /// A line that was not there.
    pub now: Option<String>,
    /// A line that is gone.
    pub was: Option<String>,
}

/// Lines that were taken out of a section that only grows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub section: String,
    pub range: Range,
    pub lines: Vec<String>,
}

/// The frozen fields and sections in which `now` differs from `signed`. What was still a placeholder may be filled,
/// and what an incomplete version lacked may be added.
pub fn edits(signed: &Document, is_complete: bool, now: &Document) -> Vec<Edit> {
    if signed.text == now.text {
        return Vec::new();
    }
    let (before, after) = (&signed.held().frozen, &now.held().frozen);
    let is_open = |name: &str| signed.unfilled().any(|(field, _)| field.spec().name == name);
    let names = after.keys().chain(before.keys().filter(|name| !after.contains_key(*name)));
    let mut edits: Vec<Edit> = names
        .filter_map(|&name| {
            let old = before.get(name).map_or(&[][..], Vec::as_slice);
            let new = after.get(name).map_or(&[][..], Vec::as_slice);
            if is_same(old, new) || is_open(name) || !is_complete && !before.contains_key(name) {
                return None;
            }
            let added = missing(new, old).into_iter().next();
            let gone = missing(old, new).into_iter().next();
            let range = match (added, gone) {
                (Some(line), _) => line.range,
                (None, Some(_)) => place(now, name),
                (None, None) => return None,
            };
            let words = |text: &str, line: Option<&Line>| line.map(|line| line.range.of(text).to_string());
            Some(Edit { name, range, now: words(&now.text, added), was: words(&signed.text, gone) })
        })
        .collect();
    edits.sort_by_key(|edit| edit.range);
    edits
}

/// What a signature holds, word for word, by the name of the field or section.
pub fn words(packet: &Document) -> Vec<(&'static str, &str)> {
    let frozen = packet.held().frozen.iter();
    frozen
        .flat_map(|(&name, lines)| lines.iter().map(move |line| (name, line.range.of(&packet.text))))
        .collect()
}

fn is_same(these: &[Line], others: &[Line]) -> bool {
    these.iter().map(|line| &line.key).eq(others.iter().map(|line| &line.key))
}

/// The lines of append-only sections that `committed` has and `now` has not.
pub fn lost(committed: &Document, now: &Document) -> Vec<Lost> {
    if committed.text == now.text {
        return Vec::new();
    }
    let stay: BTreeSet<&str> = now.held().growing.iter().map(|(_, line)| line.key.as_str()).collect();
    let mut lost: Vec<Lost> = Vec::new();
    for (section, line) in &committed.held().growing {
        let words = line.range.of(&committed.text);
        if stay.contains(line.key.as_str()) || is_template(words) {
            continue;
        }
        match lost.iter_mut().find(|known| known.section == *section) {
            Some(known) => known.lines.push(words.to_string()),
            None => {
                let range = now.place_in(section);
                lost.push(Lost { section: section.clone(), range, lines: vec![words.to_string()] });
            }
        }
    }
    lost
}

/// Where something frozen stands that is gone or shorter.
fn place(now: &Document, name: &str) -> Range {
    let field = now.fields().list.iter().find(|field| field.spec().name == name && !field.in_report);
    field.map_or_else(|| now.place_in(name), |field| field.name)
}

/// Lines of `these` that `others` lack, counting how often each occurs.
fn missing<'a>(these: &'a [Line], others: &[Line]) -> Vec<&'a Line> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for line in others {
        *left.entry(&line.key).or_default() += 1;
    }
    let lacks = |line: &&Line| match left.get_mut(line.key.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    these.iter().filter(lacks).collect()
}

#[derive(Clone, Debug)]
struct Line {
    range: Range,
    key: String,
}

/// The lines of a packet that a signature holds.
#[derive(Debug, Default)]
pub struct Held {
    /// By the name of the field or section.
    frozen: BTreeMap<&'static str, Vec<Line>>,
    /// With the normalised name of the section.
    growing: Vec<(String, Line)>,
}

impl Held {
    pub fn of(packet: &Document) -> Held {
        let mut held = Held::default();
        let fields = &packet.fields().list;
        let mut next = 0;
        let mut open: Vec<(&Field, usize)> = Vec::new();
        let mut here = Here::default();
        for number in 0..packet.lines().line_count() {
            let line = packet.lines().line_range(&packet.text, number);
            open.retain(|(_, end)| *end > line.start);
            while let Some(field) = fields.get(next).filter(|field| field.line.start <= line.start) {
                let is_inline = !field.value.is_empty() && field.spec().shape == contract::Shape::Inline;
                open.push((field, if is_inline { line.end + 1 } else { packet.whole(field).end }));
                next += 1;
            }
            here.enter(packet, line);
            held.take(packet, line, &open, &here);
        }
        held
    }

    fn freeze(&mut self, name: &'static str, range: Range, key: String) {
        self.frozen.entry(name).or_default().push(Line { range, key });
    }

    fn take(&mut self, packet: &Document, line: Range, open: &[(&Field, usize)], here: &Here) {
        let innermost = open.last().map(|(field, _)| *field);
        let is_heading = packet.line_kind(line) == LineKind::Heading;
        let grows = here.change == Some(Change::AppendOnly) && !is_heading;
        let may_freeze = !here.in_report
            && (here.is_title || innermost.is_some() || here.change == Some(Change::Frozen) && !is_heading);
        if !grows && !may_freeze {
            return;
        }
        // A label of a report is part of its line; elsewhere its spelling is nobody's business.
        let own = innermost.filter(|field| field.line == line && !grows);
        let range = trimmed(packet, own.map_or(line, |field| field.value));
        if range.is_empty() {
            return;
        }
        let key = key(range.of(&packet.text));
        if grows {
            self.growing.push((here.name.to_string(), Line { range, key }));
            return;
        }
        if here.is_title {
            return self.freeze("title", range, key);
        }
        let Some(field) = innermost else { return self.freeze(here.spec_name, range, key) };
        let is_first = packet.field(field.label).is_some_and(|first| std::ptr::eq(first, field));
        let in_frozen = here.change == Some(Change::Frozen)
            || open.iter().rev().skip(1).any(|(outer, _)| outer.spec().change == Change::Frozen);
        // What became of the signature is a question of its own.
        let is_signature = matches!(field.label, Label::UserSignature | Label::SignatureLocked);
        let is_frozen = field.spec().change == Change::Frozen && !here.is_workbench() && !is_signature;
        if is_frozen && (is_first || in_frozen) {
            self.freeze(field.spec().name, range, key);
        }
    }
}

/// The section that a line stands in, as far as it decides what may change there.
#[derive(Default)]
struct Here<'a> {
    next: usize,
    name: &'a str,
    /// Its name in the contract.
    spec_name: &'static str,
    change: Option<Change>,
    in_report: bool,
    is_title: bool,
}

impl<'a> Here<'a> {
    fn enter(&mut self, packet: &'a Document, line: Range) {
        self.is_title = false;
        let Some(section) = packet.sections().get(self.next).filter(|next| next.heading.start <= line.start)
        else {
            return;
        };
        self.next += 1;
        self.is_title = section.level == 1 && section.heading.start == line.start;
        self.in_report = section.reports;
        (self.name, self.spec_name, self.change) = ("", "", None);
        let mut around = Some(section);
        while let Some(section) = around {
            let spec = SECTIONS.iter().find(|spec| spec.name == section.name);
            let grows =
                matches!(&*section.name, "ERRATA" | "NOTES") || section.name.starts_with("VALIDATION_REPORT");
            if grows || spec.is_some() {
                self.name = &section.name;
                self.spec_name = spec.map_or("", |spec| spec.name);
                self.change = if grows { Some(Change::AppendOnly) } else { spec.map(|spec| spec.change) };
                return;
            }
            around = section.parent.and_then(|parent| packet.sections().get(parent));
        }
    }

    /// Whether a coder works here: labels that stand here again are theirs.
    fn is_workbench(&self) -> bool {
        self.change == Some(Change::Free) && !matches!(self.name, "METADATA" | "TECHNICAL_REFINEMENT")
    }
}

fn trimmed(packet: &Document, range: Range) -> Range {
    let words = range.of(&packet.text);
    let start = range.start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}

/// What of a line counts: not its spaces, bullets, ticks and emphasis, and not how its characters are encoded.
fn key(words: &str) -> String {
    let repaired = if words.is_ascii() { None } else { encoding::repair(words) };
    let words = repaired.as_deref().unwrap_or(words);
    let mut key = String::with_capacity(words.len());
    let mut before = ' ';
    for letter in words.chars() {
        let is_tick = before == '[' && matches!(letter, 'x' | 'X');
        let is_arrow = before == '-' && letter == '>';
        if !is_tick && !is_arrow && (letter.is_ascii_alphanumeric() || "<>=!%.+".contains(letter)) {
            key.push(letter);
        }
        before = letter;
    }
    key.truncate(key.trim_end_matches('.').len());
    if key.is_empty() { words.trim_matches(['-', '*', '`', '|', ' ']).to_string() } else { key }
}

/// Lines that the template put there to be replaced.
fn is_template(line: &str) -> bool {
    let words = line.trim_start_matches(['-', '*', ' ']);
    let said = words.split_once(':').map_or(words, |(_, value)| value);
    let is_none = ["NONE", "N/A"].iter().any(|word| said.trim().eq_ignore_ascii_case(word));
    is_none
        || placeholder::class_with_note(said).is_some()
        || words.contains("path/to/file")
        || words.starts_with('(')
        || words.contains('<') && words.contains('>')
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::document::kind::Kind;

    fn packet(text: &str) -> Document {
        Document::new("a.md", Kind::Packet, text, Arc::new(Config::default()))
    }

    fn names(before: &str, after: &str) -> Vec<&'static str> {
        edits(&packet(before), true, &packet(after)).into_iter().map(|edit| edit.name).collect()
    }

    const SIGNED: &str = "# Task Packet: WP-1-A\n\n## METADATA\n- TASK_ID: WP-1-A\n- **Status:** Ready for Dev\n\
        - RISK_TIER: LOW\n\n## SCOPE\n- What: one thing\n- IN_SCOPE_PATHS:\n  - src/a.rs\n  - src/b.rs\n\n\
        ## QUALITY_GATE\n### DONE_MEANS\n- [ ] it is saved\n- 1.5 s at most\n\n## SKELETON\n- none\n";

    #[test]
    fn what_people_may_change_is_no_edit() {
        for (from, to) in [
            ("Ready for Dev", "In Progress"),
            ("## SKELETON\n- none", "## SKELETON\n- What: another thing\n- proposed"),
            ("- [ ] it is saved", "* [x] it is  saved "),
            ("\n\n", "\r\n\r\n"),
            ("- What: one thing", "- **What**: one thing"),
            ("# Task", "\u{feff}# Task"),
        ] {
            assert_eq!(names(SIGNED, &SIGNED.replace(from, to)), Vec::<&str>::new(), "{from} -> {to}");
        }
    }

    #[test]
    fn frozen_fields_are_named() {
        for (from, to, name) in [
            ("RISK_TIER: LOW", "RISK_TIER: HIGH", "RISK_TIER"),
            ("  - src/b.rs\n", "", "IN_SCOPE_PATHS"),
            ("src/b.rs", "src/c.rs", "IN_SCOPE_PATHS"),
            ("1.5 s", "15 s", "DONE_MEANS"),
            ("## QUALITY_GATE\n", "## QUALITY_GATE\nNo tests.\n", "QUALITY_GATE"),
            ("Packet: WP-1-A", "Packet: WP-1-B", "title"),
        ] {
            assert_eq!(names(SIGNED, &SIGNED.replace(from, to)), [name], "{from} -> {to}");
        }
    }

    #[test]
    fn placeholders_of_a_signed_packet_may_be_filled() {
        let signed = SIGNED.replace("one thing", "<fill>");
        assert_eq!(names(&signed, SIGNED), Vec::<&str>::new());
        let damaged = SIGNED.replace("one thing", "one \u{e2}\u{20ac}\u{201d} thing");
        assert_eq!(names(&damaged, SIGNED), Vec::<&str>::new());
    }

    #[test]
    fn reports_only_grow() {
        let before =
            format!("{SIGNED}\n## VALIDATION_REPORTS\n### Report\nVerdict: FAIL\n- COMMAND: <paste>\n");
        let gone = |after: &str| lost(&packet(&before), &packet(after));
        assert_eq!(gone(&format!("{before}Verdict: PASS\n")), []);
        assert_eq!(gone(&before.replace("<paste>", "cargo test")), []);
        let lost = gone(&before.replace("FAIL", "PASS"));
        assert_eq!(lost.len(), 1);
        assert_eq!(lost[0].section, "VALIDATION_REPORTS");
        assert_eq!(lost[0].lines, ["Verdict: FAIL"]);
    }
}
