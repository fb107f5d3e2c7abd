//! When lenses and hints of a file may be old because another file changed. While somebody types, nothing is asked anew:
//! what waits is told with the next save, or when something changes on disk.

use super::event::{Event, Question};

/// Whether what was answered may be old.
#[derive(Default)]
pub struct Reread {
    /// The revisions of all roots, when it was looked at last.
    seen: u64,
    is_stale: bool,
    is_typed: bool,
}

impl Reread {
    /// Begins with what happened since.
    pub fn begin(&mut self) {
        self.is_typed = true;
    }

    pub fn heard(&mut self, event: &Event) {
        self.is_typed &= matches!(
            event,
            Event::Edited(_)
                | Event::Asked(Question::Place { .. } | Question::Pulled { .. } | Question::Searched { .. })
        );
    }

    /// Whether the client shall ask again, told once.
    pub fn is_due(&mut self, revision: u64) -> bool {
        self.is_stale |= revision != self.seen;
        self.seen = revision;
        let is_due = self.is_stale && !self.is_typed;
        self.is_stale &= !is_due;
        is_due
    }
}
