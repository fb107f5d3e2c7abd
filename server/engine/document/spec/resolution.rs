//! What an anchor comes to, looked up in the current specification.

use super::number::Number;
use super::{Heading, Region};
use crate::text::range::Range;

/// What an anchor comes to. Headings are of the current specification unless said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// One section, and nothing speaks against it. It may be one of an embedded document.
    Found(Heading),
    /// A section of the roadmap, or an item of one (`item`) that has no heading of its own.
    Roadmap {
        heading: Heading,
        item: bool,
    },
    /// One section, with numbered sections below it.
    TooBroad {
        heading: Heading,
        children: Vec<Heading>,
    },
    /// The number is there under another title, and the written title nowhere.
    TitleMismatch(Heading),
    /// The section stands under another number now; `instead` is what the written number means today.
    Moved {
        heading: Heading,
        instead: Option<Heading>,
    },
    Ambiguous(Vec<Heading>),
    /// Only in a fenced text, such as the body of a template.
    OnlyFenced(Heading),
    /// The baseline has the section, the current specification has no trace of it.
    Removed {
        nearest: Vec<Number>,
    },
    /// No specification that the anchor means has the number.
    NotFound {
        nearest: Vec<Number>,
    },
    /// The current specification does not have it, and the one the anchor names is not here to ask.
    NotInCurrent {
        nearest: Vec<Number>,
    },
    /// A line of the specification the anchor names, and the section around it there.
    Line {
        heading: Option<Heading>,
        region: Region,
    },
    /// A line of a specification that is not here.
    UnknownLine,
    /// Clause ids alone: the sections whose titles name the first of them, and those that mention it.
    Tag {
        titled: Vec<Heading>,
        mentioned: Vec<Heading>,
    },
    /// This clause id occurs nowhere in the current specification; `certain` unless the anchor means another one.
    TagNotFound {
        tag: Range,
        certain: bool,
    },
    /// A title that no section of the current specification has; `certain` as above.
    TitleNotFound {
        certain: bool,
    },
    /// It names a file that is no specification.
    Elsewhere,
    /// Nothing that can be looked up.
    Nothing,
}

impl Resolution {
    /// The sections of the current specification that it comes to, the best one first.
    pub fn headings(&self) -> Vec<Heading> {
        match self {
            Resolution::Found(heading)
            | Resolution::Roadmap { heading, .. }
            | Resolution::TooBroad { heading, .. }
            | Resolution::TitleMismatch(heading)
            | Resolution::Moved { heading, .. }
            | Resolution::OnlyFenced(heading) => vec![*heading],
            Resolution::Ambiguous(headings) => headings.clone(),
            Resolution::Line { heading, .. } => heading.iter().copied().collect(),
            Resolution::Tag { titled, mentioned } if titled.is_empty() => mentioned.clone(),
            Resolution::Tag { titled, .. } => titled.clone(),
            _ => Vec::new(),
        }
    }
}
