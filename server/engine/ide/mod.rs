//! What an editor asks about a place: where it leads, what it means, who else speaks of it, what could be done there.

pub mod actions;
pub mod calls;
pub mod card;
mod clauses;
pub mod commands;
pub mod completion;
pub mod create;
pub mod definition;
pub mod errata;
pub mod folds;
pub mod highlights;
pub mod hints;
pub mod hover;
pub mod implementation;
mod ledgers;
pub mod lenses;
pub mod lineage;
pub mod links;
pub mod messages;
pub mod moves;
pub mod offers;
mod rank;
pub mod references;
pub mod rename;
mod repairs;
pub mod search;
pub mod selections;
pub mod source_change;
pub mod stage;
pub mod steps;
pub mod symbols;
pub mod target;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod tokens;
pub mod work_packets;

use std::sync::Arc;

use crate::text::range::Range;

/// A place in a file of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Relative to the workspace root, with `/`.
    pub path: Arc<str>,
    /// Bytes of that file's text, where it is a document of the workspace.
    pub range: Range,
    /// The line from 1 on that was named, where the file is no document.
    pub line: Option<u32>,
}

impl Location {
    fn new(path: &Arc<str>, range: Range) -> Location {
        Location { path: path.clone(), range, line: None }
    }
}
