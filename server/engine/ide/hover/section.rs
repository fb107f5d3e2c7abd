//! What a section of the specification is and says, and who is measured by it.

use memchr::memmem;

use super::stem;
use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::document::spec::number::Number;
use crate::document::spec::resolve::Resolution;
use crate::document::spec::{Heading, Region};
use crate::ide::card::{Card, Phrase, cut, open_fence};
use crate::ide::references::anchored;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// What an anchor comes to; what it does not come to is said.
pub fn anchor(
    document: &Document,
    anchor: &Anchor,
    resolution: &Resolution,
    workspace: &Workspace,
) -> Option<Card> {
    let spec = workspace.current_spec()?;
    let headings = resolution.headings();
    let written = anchor.range.of(&document.text);
    let Some(heading) = headings.first() else {
        let mut card = Card::titled(Phrase::default().words(written));
        card.words(absent(resolution));
        return Some(card);
    };
    let mut card = self::heading(heading, spec, workspace);
    if headings.len() > 1 {
        let all = headings.iter().map(|heading| Phrase::from(format!("line {}", heading.line)));
        card.words(Phrase::list(all, 8).words(format!(": {} sections that it could mean", headings.len())));
    }
    match resolution {
        Resolution::Moved { instead, .. } => {
            let now = instead.map(|other| format!("; the number is now of {:?}", other.title(&spec.text)));
            card.words(format!("The section has moved here{}", now.unwrap_or_default()));
        }
        Resolution::TitleMismatch(_) => card.words("The title that is written is another one."),
        Resolution::Roadmap { item: true, .. } => {
            card.words("One of its items, without a heading of its own.")
        }
        Resolution::TooBroad { children, .. } => {
            card.words(format!(
                "{} numbered sections stand below it: an anchor should name one.",
                children.len()
            ));
        }
        Resolution::OnlyFenced(_) => card.words("It stands only in a fenced text."),
        _ => {}
    }
    Some(card)
}

/// A section: where it stands, what it demands, who anchors there, and its first lines.
pub fn heading(heading: &Heading, spec: &Document, workspace: &Workspace) -> Card {
    let mut card = Card::titled(format!("{} {}", heading.number, heading.title(&spec.text)));
    let above = path_of(heading, spec);
    if !above.is_empty() {
        card.words(above);
    }
    let region = match heading.region {
        Region::MainBody => "Main Body",
        Region::Roadmap => "Roadmap: a packet must not anchor here",
        Region::Other => "outside the Main Body",
    };
    let words = heading.range().of(&spec.text);
    let (must, should) = (count(words, "MUST"), count(words, "SHOULD"));
    card.words(format!("{region}, {must} MUST, {should} SHOULD, line {} of {}", heading.line, spec.path));
    let is_current = workspace.current_spec().is_some_and(|current| current.path == spec.path);
    if is_current {
        let mut stems: Vec<String> =
            anchored(heading, workspace).iter().map(|place| stem(&place.path).to_string()).collect();
        stems.dedup();
        if !stems.is_empty() {
            card.words(
                Phrase::from("Anchored by ").and(Phrase::list(stems.into_iter().map(Phrase::from), 8)),
            );
        }
    }
    let (text, rest) = excerpt(words);
    if !text.trim().is_empty() {
        card.quote(&text);
    }
    if rest > 0 {
        card.words(format!("{rest} more lines"));
    }
    card
}

fn absent(resolution: &Resolution) -> String {
    let near = |nearest: &[Number]| match nearest {
        [] => String::new(),
        some => {
            let numbers: Vec<String> = some.iter().map(Number::to_string).collect();
            format!("; nearest: {}", numbers.join(", "))
        }
    };
    match resolution {
        Resolution::Removed { nearest } => {
            format!(
                "The specification that it was written from has it, the current one has not{}",
                near(nearest)
            )
        }
        Resolution::NotFound { nearest } | Resolution::NotInCurrent { nearest } => {
            format!("The current specification has no such section{}", near(nearest))
        }
        Resolution::UnknownLine => "A line of a specification that is not here.".to_string(),
        Resolution::Line { .. } => "A line outside of every section.".to_string(),
        Resolution::TagNotFound { .. } => "The current specification does not name this clause.".to_string(),
        Resolution::TitleNotFound { .. } => {
            "No section of the current specification has this title.".to_string()
        }
        _ => "The current specification has no such section.".to_string(),
    }
}

/// The headings around a section, outermost first.
fn path_of(heading: &Heading, spec: &Document) -> String {
    let index = spec.spec_index();
    let above = (1..heading.number.len()).filter_map(|depth| heading.number.first(depth));
    let titles =
        above.flat_map(|number| index.heading_by_number(number).into_iter().find(|found| found.canonical));
    let titles: Vec<String> =
        titles.map(|found| format!("{} {}", found.number, found.title(&spec.text))).collect();
    titles.join(" > ")
}

/// How often a word stands alone in capitals.
fn count(words: &str, word: &str) -> usize {
    let bytes = words.as_bytes();
    let is_part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let found = memmem::find_iter(bytes, word);
    found
        .filter(|&at| {
            !is_part(at.checked_sub(1).and_then(|at| bytes.get(at))) && !is_part(bytes.get(at + word.len()))
        })
        .count()
}

/// The first lines below the heading, and how many lines are left. A fence that is cut is closed.
fn excerpt(words: &str) -> (String, usize) {
    /// In lines; more than this no hover shows.
    const MOST: usize = 24;
    /// In bytes: a line may be as long as a file.
    const LONGEST: usize = 6 * 1024;
    let body = words.split_once('\n').map_or("", |(_, body)| body);
    let body = body.trim_start_matches(['\n', '\r']).trim_end();
    let end = memchr::memchr_iter(b'\n', body.as_bytes()).nth(MOST - 1).unwrap_or(body.len());
    let shown = cut(Range::new(0, end).of(body), LONGEST);
    let rest = body.get(shown.len()..).unwrap_or("");
    let left = rest.trim_start_matches('\n').lines().count();
    let mut text = shown.to_string();
    if let Some(fence) = open_fence(shown) {
        text.push('\n');
        text.push_str(&fence);
    }
    (text, left)
}
