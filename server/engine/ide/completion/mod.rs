//! What could be written at the cursor: fields, values, sections, work packets, paths, rules, clauses and blocks.

mod anchors;
mod blocks;
mod fences;
mod labels;
mod packets;
mod paths;
mod spot;
mod tags;
#[cfg(test)]
mod tests;
mod values;

use super::card::Card;
use super::{hover, rank};
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::{self, Label};
use crate::document::kind::Kind;
use crate::document::lines::LineKind;
use crate::document::spec::number::Number;
use crate::rules;
use crate::text::edit::{Edit, Edits};
use crate::text::range::Range;
use crate::workspace::Workspace;
use spot::Spot;

/// More than anybody reads through; typing on asks again.
pub const MOST: usize = 100;

/// One thing that could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    pub label: String,
    pub sort: Sort,
    pub detail: String,
    /// What the longer words are about, which are read only when somebody looks at this one.
    pub about: About,
    /// What is compared with the words in `range`.
    pub filter: String,
    /// A snippet with `${n:..}` tab stops where `is_snippet` says so.
    pub text: String,
    pub is_snippet: bool,
    /// What is replaced; of one line, with the cursor in it.
    pub range: Range,
}

/// What a completion names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Field,
    Value,
    Section,
    WorkPacket,
    Path,
    Rule,
    /// A clause id of the protocol.
    Tag,
    /// Several lines.
    Block,
}

/// What the longer words about a completion are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Nothing,
    Field(Label),
    /// A section by its number and the line it begins at.
    Section(Number, u32),
    Rule(String),
    Tag(String),
    WorkPacket(String),
    Path(String),
}

impl About {
    /// As a client keeps it between two questions.
    pub fn key(&self) -> Option<String> {
        match self {
            About::Nothing => None,
            About::Field(label) => Some(format!("field:{}", contract::spec(*label).name)),
            About::Section(number, line) => Some(format!("section:{line}:{number}")),
            About::Rule(name) => Some(format!("rule:{name}")),
            About::Tag(id) => Some(format!("tag:{id}")),
            About::WorkPacket(id) => Some(format!("wp:{id}")),
            About::Path(path) => Some(format!("path:{path}")),
        }
    }

    pub fn of(key: &str) -> Option<About> {
        let (sort, name) = key.split_once(':')?;
        match sort {
            "field" => label::find(name).map(About::Field),
            "section" => {
                let (line, number) = name.split_once(':')?;
                Some(About::Section(Number::parse(number)?, line.parse().ok()?))
            }
            "rule" => Some(About::Rule(name.to_string())),
            "tag" => Some(About::Tag(name.to_string())),
            "wp" => Some(About::WorkPacket(name.to_string())),
            "path" => Some(About::Path(name.to_string())),
            _ => None,
        }
    }
}

/// The longer words about a completion of this document.
pub fn about(about: &About, document: &Document, workspace: &Workspace) -> Option<Card> {
    match about {
        About::Nothing => None,
        About::Field(label) => Some(hover::field::card(*label, document)),
        About::Section(number, line) => {
            let spec = workspace.current_spec()?;
            let found = spec.spec_index().headings_numbered(*number);
            let heading = found.max_by_key(|heading| (heading.line == *line, heading.canonical))?;
            Some(hover::section::heading(heading, spec, workspace))
        }
        About::Rule(name) => Some(hover::word::rule(rules::find(name)?)),
        About::Tag(id) => hover::word::tag(id, workspace),
        About::WorkPacket(id) => Some(hover::work_packet::card(id, workspace)),
        About::Path(path) => Some(hover::file::card(path, workspace)),
    }
}

/// The completions at one place, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    pub list: Vec<Completion>,
    /// There were more than are listed.
    pub is_cut: bool,
}

/// What could be written at an offset; nothing in code, in reports and in files that are not written by hand.
pub fn completions(document: &Document, workspace: &Workspace, offset: usize) -> Completions {
    let line = document.line_at(offset);
    let offset = offset.min(line.end);
    // A lone `-` makes a heading of the line above it; a word behind it makes the item that it will be.
    if line.of(&document.text).trim() == "-" && line.start < offset {
        const FILLER: &str = " x";
        let filled =
            Edits::new(vec![Edit::insert(offset, FILLER)]).and_then(|edits| edits.apply(&document.text));
        if let Some(text) = filled {
            let filled = Document::new(document.path.clone(), document.kind, text, document.config.clone());
            let spot = Spot { document: &filled, workspace, offset, filler: FILLER.len() };
            return completed(&spot);
        }
    }
    completed(&Spot { document, workspace, offset, filler: 0 })
}

fn completed(spot: &Spot) -> Completions {
    let document = spot.document;
    let kind = document.line_kind(spot.line());
    let is_written = !matches!(document.kind, Kind::Spec | Kind::Gates | Kind::Config | Kind::Product);
    if !is_written || document.in_report(spot.offset) {
        return Completions::default();
    }
    if kind == LineKind::Code {
        return fences::commands(spot).map(Found::finish).unwrap_or_default();
    }
    let found = values::rule_names(spot).or_else(|| values::comment(spot)).or_else(|| {
        if kind == LineKind::Comment {
            return None;
        }
        match document.kind {
            Kind::Board => packets::board(spot),
            Kind::Registry => packets::registry(spot),
            Kind::Packet | Kind::Stub | Kind::Refinement => tags::tags(spot)
                .or_else(|| anchors::anchors(spot))
                .or_else(|| fences::risks(spot))
                .or_else(|| values::stages(spot))
                .or_else(|| packets::named(spot))
                .or_else(|| paths::paths(spot))
                .or_else(|| values::values(spot))
                .or_else(|| labels::labels(spot)),
            _ => None,
        }
    });
    found.map(Found::finish).unwrap_or_default()
}

struct Candidate {
    /// Smaller is better.
    group: u32,
    score: u32,
    completion: Completion,
}

/// Candidates for one stretch of text.
struct Found<'a> {
    sort: Sort,
    /// From the first letter typed to the cursor.
    typed: &'a str,
    range: Range,
    /// What stands before each text, such as the space behind a colon.
    lead: &'static str,
    list: Vec<Candidate>,
}

impl<'a> Found<'a> {
    /// Replaces from `start` to `taken` bytes behind the cursor.
    fn at(spot: &Spot<'a>, sort: Sort, start: usize, taken: usize) -> Found<'a> {
        let text = &spot.document.text;
        let typed = text.get(start..spot.offset).unwrap_or("");
        // Behind the colon of a label, or a bullet that has no blank yet.
        let ends: &[char] = if spot.filler > 0 {
            &['-']
        } else if sort == Sort::Field {
            &[]
        } else {
            &[':', '*']
        };
        let glued = text.get(..start).is_some_and(|before| before.ends_with(ends));
        Found {
            sort,
            typed,
            range: Range::new(start, spot.offset + taken),
            lead: if glued { " " } else { "" },
            list: Vec::new(),
        }
    }

    /// A name that is written as it is.
    fn plain(&mut self, group: u32, name: &str, detail: impl Into<String>) {
        self.add(group, name, name, false, detail.into(), About::Nothing);
    }

    /// What is written under a name, where what was typed fits the name.
    fn add(&mut self, group: u32, name: &str, text: &str, is_snippet: bool, detail: String, about: About) {
        // What is typed in another spelling, such as a section sign, is replaced all the same.
        let bare = self.typed.trim_start_matches('\u{a7}');
        let Some(score) = rank::score(bare, name) else { return };
        let sign = &self.typed[..self.typed.len() - bare.len()];
        let completion = Completion {
            label: name.to_string(),
            sort: self.sort,
            detail,
            about,
            filter: format!("{sign}{name}"),
            text: format!("{}{text}", self.lead),
            is_snippet,
            range: self.range,
        };
        self.list.push(Candidate { group, score, completion });
    }

    fn finish(mut self) -> Completions {
        self.list.sort_by_key(|found| (found.score >= rank::SCATTERED, found.group, found.score));
        let is_cut = self.list.len() > MOST;
        self.list.truncate(MOST);
        Completions { list: self.list.into_iter().map(|found| found.completion).collect(), is_cut }
    }
}
