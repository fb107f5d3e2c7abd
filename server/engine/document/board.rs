//! The task board: its sections and the entries in them.

use super::Document;
use super::lines::LineKind;
use super::outline::Section;
use crate::text::grammar;
use crate::text::range::Range;

/// Which state a board section stands for (Part 6 of the protocol).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Ready,
    InProgress,
    Done,
    Blocked,
    Superseded,
    StubBacklog,
    /// Active (Cross-Branch Status): who works where, no state of its own.
    Active,
    /// A phase closure gate or any other section.
    Other,
}

impl State {
    /// The state a section of this title holds.
    pub fn of(section: &Section) -> State {
        let name = section.name.as_str();
        match name {
            "READY_FOR_DEV" => State::Ready,
            "IN_PROGRESS" => State::InProgress,
            "DONE" => State::Done,
            "BLOCKED" => State::Blocked,
            "ACTIVE" => State::Active,
            _ if name.starts_with("SUPERSEDED") => State::Superseded,
            _ if name.starts_with("STUB") || name.contains("_STUB") => State::StubBacklog,
            _ => State::Other,
        }
    }

    /// The section's usual title.
    pub fn name(self) -> &'static str {
        match self {
            State::Ready => "Ready for Dev",
            State::InProgress => "In Progress",
            State::Done => "Done",
            State::Blocked => "Blocked",
            State::Superseded => "Superseded (Archive)",
            State::StubBacklog => "Stub Backlog (Not Activated)",
            State::Active => "Active (Cross-Branch Status)",
            State::Other => "other",
        }
    }
}

/// One entry line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub state: State,
    /// The id between the brackets.
    pub id: Range,
    /// The token between the second brackets, such as `VALIDATED`.
    pub token: Option<Range>,
    /// What stands behind the id.
    pub rest: Range,
    pub line: Range,
}

impl Document {
    /// The entries of a task board, in order; lines in fences and comments are no entries.
    pub fn board_entries(&self) -> &[Entry] {
        self.board_entries.get_or_init(|| self.read_board_entries())
    }

    fn read_board_entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for section in self.sections() {
            if section.level != 2 {
                continue;
            }
            let state = State::of(section);
            for line in self.lines_in(section.body) {
                if self.line_kind(line) != LineKind::Text {
                    continue;
                }
                let Some(read) = grammar::board::board_entry(line.of(&self.text)) else { continue };
                let at = |range: Range| Range::new(line.start + range.start, line.start + range.end);
                entries.push(Entry {
                    state,
                    id: at(read.id),
                    token: read.token.map(at),
                    rest: at(read.rest),
                    line,
                });
            }
        }
        entries
    }
}
