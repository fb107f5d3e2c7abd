//! The index of a master specification: its numbered sections, found by a walk over its lines.
//! It keeps offsets, not text, and is no Markdown tree.

pub mod number;
mod outline;
pub mod requirement;
pub mod resolution;
pub mod resolve;
mod scan;
pub mod tag;
pub mod title;
mod titles;

use std::sync::OnceLock;

use crate::text::range::Range;

use number::Number;
use titles::Titles;

/// Which part of the specification a section belongs to. Part 5.2 [CX-601]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// What packets may anchor into.
    MainBody,
    /// Plans, never requirements.
    Roadmap,
    Other,
}

/// The sections that make up each region, by the numbers they begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecRegions {
    pub main_body: Vec<Number>,
    pub roadmap: Vec<Number>,
}

impl Default for SpecRegions {
    fn default() -> SpecRegions {
        let numbers = |texts: &[&str]| texts.iter().filter_map(|text| Number::parse(text)).collect();
        SpecRegions {
            main_body: numbers(&["1", "2", "3", "4", "5", "6", "9", "10", "11"]),
            roadmap: numbers(&["7.6"]),
        }
    }
}

/// A numbered heading and the section under it, subsections included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    pub number: Number,
    /// How many `#` it has.
    pub level: u8,
    /// Its line, counted from 1 as anchors count.
    pub line: u32,
    /// The first line behind its section.
    pub end_line: u32,
    start: u32,
    end: u32,
    title: (u32, u32),
    /// The real heading for its number, not one of an embedded document or a quoted template.
    pub canonical: bool,
    pub fenced: bool,
    /// By its number where it is canonical, else by the section around it.
    pub region: Region,
    pub has_numbered_children: bool,
}

impl Heading {
    /// The section from the `#` to the next section.
    pub fn range(&self) -> Range {
        Range::new(self.start as usize, self.end as usize)
    }

    pub fn title_range(&self) -> Range {
        Range::new(self.title.0 as usize, self.title.1 as usize)
    }

    pub fn title<'a>(&self, text: &'a str) -> &'a str {
        self.title_range().of(text)
    }
}

/// The sections of one version of a specification. Offsets are of the text that was scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecIndex {
    headings: Vec<Heading>,
    by_number: Vec<u32>,
    lines: u32,
    roadmap: Vec<Number>,
    titles: OnceLock<Titles>,
}

impl SpecIndex {
    /// One walk over the lines. A text of 4 GiB or more is taken for empty.
    pub fn scan(text: &str, regions: &SpecRegions) -> SpecIndex {
        let text = if u32::try_from(text.len()).is_ok() { text } else { "" };
        let (events, lines) = scan::scan(text);
        let (headings, by_number) = outline::outline(&events, text.len() as u32, lines, regions);
        SpecIndex { headings, by_number, lines, roadmap: regions.roadmap.clone(), titles: OnceLock::new() }
    }

    /// Every numbered heading in the order of the text, fenced and embedded ones too.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The real sections, in the order of the text.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = &Heading> {
        self.headings.iter().filter(|heading| heading.canonical)
    }

    pub fn line_count(&self) -> u32 {
        self.lines
    }

    /// All headings with this number: canonical ones first, fenced ones last.
    pub fn headings_numbered(&self, number: Number) -> impl Iterator<Item = &Heading> {
        self.between(number, Some(number)).take_while(move |heading| heading.number == number)
    }

    /// The headings that this number means: the canonical ones if there are any, else all, fenced ones last.
    pub fn heading_by_number(&self, number: Number) -> Vec<Heading> {
        let mut found: Vec<Heading> = self.headings_numbered(number).copied().collect();
        if found.first().is_some_and(|heading| heading.canonical) {
            found.retain(|heading| heading.canonical);
        }
        found
    }

    /// The innermost section that holds a line (counted from 1).
    pub fn heading_at_line(&self, line: u32) -> Option<&Heading> {
        let behind = self.headings.partition_point(|heading| heading.line <= line);
        let before = self.headings.get(..behind)?;
        before.iter().rev().find(|heading| heading.canonical && line < heading.end_line)
    }

    /// The innermost section that holds a byte.
    pub fn heading_at(&self, offset: usize) -> Option<&Heading> {
        let behind = self.headings.partition_point(|heading| heading.start as usize <= offset);
        let before = self.headings.get(..behind)?;
        before.iter().rev().find(|heading| heading.canonical && offset < heading.end as usize)
    }

    /// The region of a line; lines before the first section and in an appendix are of none.
    pub fn region_of_line(&self, line: u32) -> Region {
        self.heading_at_line(line).map_or(Region::Other, |heading| heading.region)
    }

    /// The real sections with this title, whatever its case, spaces and trailing brackets.
    pub fn headings_by_title(&self, text: &str, written: &str) -> Vec<Heading> {
        let known =
            self.titles(text).like(written).into_iter().filter_map(|at| self.headings.get(at as usize));
        known.filter(|heading| title::is_same(written, heading.title(text))).copied().collect()
    }

    /// The sections whose titles share words with the texts, those that share most first.
    pub fn headings_about(&self, text: &str, texts: &[&str]) -> Vec<&Heading> {
        let found = self.titles(text).about(texts);
        found.into_iter().filter_map(|at| self.headings.get(at as usize)).collect()
    }

    fn titles(&self, text: &str) -> &Titles {
        self.titles.get_or_init(|| Titles::of(&self.headings, text))
    }

    /// The real sections whose title names the clause `id`.
    pub fn headings_by_tag(&self, text: &str, id: &str) -> Vec<Heading> {
        let names = |title: &str| tag::clauses(title).any(|clause| tag::covers(clause.of(title), id));
        self.sections().filter(|heading| names(heading.title(text))).copied().collect()
    }

    pub fn section_text<'a>(&self, text: &'a str, heading: &Heading) -> &'a str {
        heading.range().of(text)
    }

    /// Whether the section, its title and subsections included, names the clause `id`.
    pub fn contains_tag_in_section(&self, text: &str, heading: &Heading, id: &str) -> bool {
        tag::occurrences(heading.range().of(text), id).next().is_some()
    }

    /// The numbered sections right below this one.
    pub fn children(&self, of: &Heading) -> Vec<Heading> {
        let from = self.headings.partition_point(|heading| heading.start <= of.start);
        let mut found: Vec<Heading> = Vec::new();
        let inside = self.headings.iter().skip(from).take_while(|heading| heading.start < of.end);
        for heading in
            inside.filter(|heading| heading.canonical == of.canonical && heading.fenced == of.fenced)
        {
            // A number that two sections share is one child.
            let is_told = found.iter().any(|earlier| earlier.number == heading.number);
            if !is_told && found.last().is_none_or(|last| last.end <= heading.start) {
                found.push(*heading);
            }
        }
        found
    }

    /// Numbers that exist and lie nearest to one that does not: the deepest parent there is, and
    /// the (at most three) sections below it that come closest.
    pub fn nearest_numbers(&self, number: Number) -> Vec<Number> {
        for depth in (0..number.len()).rev() {
            let ancestor = number.first(depth);
            let known = ancestor.is_some_and(|ancestor| self.has_section(ancestor));
            let Some(wanted) = number.first(depth + 1) else { continue };
            let mut near: Vec<Number> = match ancestor {
                Some(ancestor) => self.family(ancestor).collect(),
                None => self.sections().map(|heading| heading.number).collect(),
            };
            near.retain(|found| found.len() == depth + 1);
            near.sort_by_key(|found| (found.distance(wanted), *found));
            near.dedup();
            near.truncate(3);
            if known || !near.is_empty() {
                return ancestor.filter(|_| known).into_iter().chain(near).collect();
            }
        }
        Vec::new()
    }

    /// Whether the document has a real section of this number.
    pub fn has_section(&self, number: Number) -> bool {
        self.headings_numbered(number).next().is_some_and(|heading| heading.canonical)
    }

    /// Whether a section of this number, existing or not, belongs to the roadmap.
    pub fn is_roadmap(&self, number: Number) -> bool {
        self.roadmap.iter().any(|&prefix| number.is_within(prefix))
    }

    fn family(&self, ancestor: Number) -> impl Iterator<Item = Number> {
        let (from, to) = ancestor.family();
        let found = self.between(from, Some(to)).filter(|heading| heading.canonical);
        found
            .map(|heading| heading.number)
            .filter(move |number| *number != ancestor && number.is_within(ancestor))
    }

    /// Headings in the order of their numbers, `to` included.
    fn between(&self, from: Number, to: Option<Number>) -> impl Iterator<Item = &Heading> {
        let number_of = |place: &u32| self.headings.get(*place as usize).map(|heading| heading.number);
        let first = self.by_number.partition_point(|place| number_of(place) < Some(from));
        let places = self.by_number.get(first..).unwrap_or_default();
        let headings = places.iter().filter_map(|&place| self.headings.get(place as usize));
        headings.take_while(move |heading| to.is_none_or(|to| heading.number <= to))
    }
}

#[cfg(test)]
mod tests;
