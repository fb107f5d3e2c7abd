//! What the world outside the documents says: the clock, which paths exist, and git. The edge fills it in.

use std::sync::Arc;

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::git::Git;

/// A value, not a service: rules that read it run when the edge delivers a new one, never per keystroke.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// The time of the last look around; `None` where there is no clock, and rules about time stay silent.
    pub now: Option<Timestamp>,
    /// `None` where the root is no repository, or nobody has looked yet; rules about history stay silent.
    pub git: Option<Arc<Git>>,
    /// The recipes of the justfile; `None` where there is none, or not all of them are known.
    pub recipes: Option<Vec<String>>,
    paths: FxHashMap<String, Presence>,
    /// How many bytes the files have that were seen; also those that only running text names, which no rule asks for.
    sizes: FxHashMap<String, u64>,
    /// How many lines files have that somebody cites by line.
    lengths: FxHashMap<String, u32>,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    File,
    Directory,
    Missing,
}

impl Surroundings {
    /// What stands at a path relative to the root; `None` where nobody looked.
    pub fn presence(&self, path: &str) -> Option<Presence> {
        self.paths.get(path.trim_end_matches('/')).copied()
    }

    /// Whether a path leads to a file, for all that was looked at.
    pub fn leads(&self, path: &str) -> bool {
        self.presence(path) == Some(Presence::File) || self.sizes.contains_key(path)
    }

    /// The bytes of a file, where it was seen.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.sizes.get(path).copied()
    }

    pub fn note_size(&mut self, path: &str, bytes: u64) {
        self.sizes.insert(path.to_string(), bytes);
    }

    /// Every path that was looked at, in no order.
    pub fn paths(&self) -> impl Iterator<Item = (&str, Presence)> {
        self.paths.iter().map(|(path, presence)| (path.as_str(), *presence))
    }

    /// The time of the last look, as packets write instants.
    pub fn utc_now(&self) -> Option<String> {
        self.now.map(|now| now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }

    /// How many lines a file has; `None` where nobody counted.
    pub fn line_count(&self, path: &str) -> Option<u32> {
        self.lengths.get(path).copied()
    }

    pub fn note_line_count(&mut self, path: &str, lines: u32) {
        self.lengths.insert(path.to_string(), lines);
    }

    pub fn note(&mut self, path: &str, presence: Presence) {
        self.paths.insert(path.trim_end_matches('/').to_string(), presence);
    }
}
