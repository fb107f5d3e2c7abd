//! What a signature freezes: the lines of a packet by the field or section that owns them, and how two versions of
//! one packet differ in them (Part 5.6 [CX-607]).

use super::Document;
use super::contract::Change;
use super::contract::sections::SECTIONS;
use super::field::Field;
use super::lines::LineKind;
use super::outline::Section;
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
    let (before, after) = (Owned::of(signed), Owned::of(now));
    let mut names: Vec<&'static str> = Vec::new();
    for line in after.frozen.iter().chain(&before.frozen) {
        if !names.contains(&line.0) {
            names.push(line.0);
        }
    }
    let is_open = |name: &str| signed.unfilled().any(|(field, _)| field.spec().name == name);
    names
        .into_iter()
        .filter(|name| !is_open(name))
        .filter_map(|name| {
            let of = |owned: &Owned| {
                owned
                    .frozen
                    .iter()
                    .filter(|line| line.0 == name)
                    .map(|line| line.1.clone())
                    .collect::<Vec<_>>()
            };
            let (old, new) = (of(&before), of(&after));
            if old.is_empty() && !is_complete {
                return None;
            }
            let added = missing(&new, &old).into_iter().next();
            let gone = missing(&old, &new).into_iter().next();
            let range = match added {
                Some(line) => line.range,
                None => place(now, name, gone?),
            };
            let words = |document: &Document, line: Option<&Line>| {
                line.map(|line| line.range.of(&document.text).to_string())
            };
            Some(Edit { name, range, now: words(now, added), was: words(signed, gone) })
        })
        .collect()
}

/// The lines of append-only sections that `committed` has and `now` has not.
pub fn lost(committed: &Document, now: &Document) -> Vec<Lost> {
    if committed.text == now.text {
        return Vec::new();
    }
    let (before, after) = (Owned::of(committed), Owned::of(now));
    let all = |owned: &Owned| owned.growing.iter().map(|line| line.1.clone()).collect::<Vec<_>>();
    let mut lost: Vec<Lost> = Vec::new();
    let after = all(&after);
    for (section, line) in &before.growing {
        let words = line.range.of(&committed.text);
        let stays = after.iter().any(|other| other.key == line.key);
        if stays || is_template(words) {
            continue;
        }
        match lost.iter_mut().find(|known| known.section == *section) {
            Some(known) => known.lines.push(words.to_string()),
            None => lost.push(Lost {
                section: section.clone(),
                range: now.place_in(section),
                lines: vec![words.to_string()],
            }),
        }
    }
    lost
}

/// Where something frozen stands that is gone or shorter.
fn place(now: &Document, name: &str, _gone: &Line) -> Range {
    let field = now.fields().list.iter().find(|field| field.spec().name == name && !field.in_report);
    field.map_or_else(|| now.place_in(name), |field| field.name)
}

/// Lines of `these` that `others` lack, counting how often each occurs.
fn missing<'a>(these: &'a [Line], others: &[Line]) -> Vec<&'a Line> {
    let mut left: Vec<&str> = others.iter().map(|line| line.key.as_str()).collect();
    let lacks = |line: &&Line| match left.iter().position(|key| *key == line.key) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    these.iter().filter(lacks).collect()
}

#[derive(Clone, Debug)]
struct Line {
    range: Range,
    key: String,
}

/// The lines of a packet that a signature holds.
#[derive(Default)]
struct Owned {
    frozen: Vec<(&'static str, Line)>,
    /// By the section's normalised name.
    growing: Vec<(String, Line)>,
}

impl Owned {
    fn of(packet: &Document) -> Owned {
        let mut owned = Owned::default();
        let fields = &packet.fields().list;
        let mut next = 0;
        let mut open: Vec<(&Field, usize)> = Vec::new();
        for number in 0..packet.lines().line_count() {
            let line = packet.lines().line_range(&packet.text, number);
            open.retain(|(_, end)| *end > line.start);
            while let Some(field) = fields.get(next).filter(|field| field.line.start <= line.start) {
                let is_inline = !field.value.is_empty() && field.spec().shape == contract::Shape::Inline;
                open.push((field, if is_inline { line.end + 1 } else { packet.whole(field).end }));
                next += 1;
            }
            owned.take(packet, line, &open);
        }
        owned
    }

    fn take(&mut self, packet: &Document, line: Range, open: &[(&Field, usize)]) {
        let section = packet.section_at(line.start);
        let kind = section.and_then(|section| change(packet, section));
        let innermost = open.last().map(|(field, _)| *field);
        let is_label = innermost.is_some_and(|field| field.line == line);
        let range =
            trimmed(packet, if is_label { innermost.map_or(line, |field| field.value) } else { line });
        let key = key(range.of(&packet.text));
        if key.is_empty() {
            return;
        }
        if let (Some((name, Change::AppendOnly)), false) =
            (&kind, packet.line_kind(line) == LineKind::Heading)
        {
            // A label of a report is part of its line.
            let range = trimmed(packet, line);
            self.growing.push((name.clone(), Line { range, key: self::key(range.of(&packet.text)) }));
            return;
        }
        if section.is_some_and(|section| section.reports) {
            return;
        }
        if section.is_some_and(|section| section.level == 1 && section.heading.start == line.start) {
            self.frozen.push(("title", Line { range, key }));
            return;
        }
        let in_free = matches!(&kind, Some((name, Change::Free)) if name != "METADATA" && name != "TECHNICAL_REFINEMENT");
        match innermost {
            Some(_) if in_free => {}
            Some(field) => {
                let is_first = packet.field(field.label).is_some_and(|first| std::ptr::eq(first, field));
                let in_frozen = matches!(kind, Some((_, Change::Frozen)))
                    || open.iter().rev().skip(1).any(|(outer, _)| outer.spec().change == Change::Frozen);
                // What became of the signature is a question of its own.
                let is_signature = matches!(
                    field.label,
                    contract::label::Label::UserSignature | contract::label::Label::SignatureLocked
                );
                if field.spec().change == Change::Frozen && (is_first || in_frozen) && !is_signature {
                    self.frozen.push((field.spec().name, Line { range, key }));
                }
            }
            None if packet.line_kind(line) == LineKind::Heading => {}
            None => {
                let spec = section.and_then(|section| enclosing(packet, section));
                if let Some(spec) = spec.filter(|spec| spec.change == Change::Frozen) {
                    self.frozen.push((spec.name, Line { range, key }));
                }
            }
        }
    }
}

/// The contract's row of a section, or of the nearest around it.
fn enclosing(packet: &Document, section: &Section) -> Option<&'static contract::sections::SectionSpec> {
    let mut current = Some(section);
    while let Some(section) = current {
        if let Some(spec) = SECTIONS.iter().find(|spec| spec.name == section.name) {
            return Some(spec);
        }
        current = section.parent.and_then(|parent| packet.sections().get(parent));
    }
    None
}

/// What may change in a section, and the name of what decides that.
fn change(packet: &Document, section: &Section) -> Option<(String, Change)> {
    let mut current = Some(section);
    while let Some(section) = current {
        let grows = matches!(section.name.as_str(), "ERRATA" | "NOTES")
            || section.name.starts_with("VALIDATION_REPORT");
        if grows {
            return Some((section.name.clone(), Change::AppendOnly));
        }
        if let Some(spec) = SECTIONS.iter().find(|spec| spec.name == section.name) {
            return Some((spec.name.to_string(), spec.change));
        }
        current = section.parent.and_then(|parent| packet.sections().get(parent));
    }
    None
}

fn trimmed(packet: &Document, range: Range) -> Range {
    let words = range.of(&packet.text);
    let start = range.start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}

/// What of a line counts: not its spaces, bullets, ticks and emphasis, and not how its characters are encoded.
fn key(words: &str) -> String {
    let repaired = if words.is_ascii() { None } else { encoding::repair(words) };
    let words = repaired.as_deref().unwrap_or(words).trim().replace("[x]", "[ ]").replace("[X]", "[ ]");
    let counts = |letter: &char| letter.is_ascii_alphanumeric() || "<>=!%.+".contains(*letter);
    let key: String = words.replace("->", "").chars().filter(counts).collect();
    let key = key.trim_end_matches('.');
    if key.is_empty() { words.trim_matches(['-', '*', '`', '|', ' ']).to_string() } else { key.to_string() }
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
