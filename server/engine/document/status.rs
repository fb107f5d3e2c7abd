//! The work states of a packet, and how people spell them.

/// A work state (Parts 3.5 [CX-601] and 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Ready,
    InProgress,
    Done,
    Blocked,
    Superseded,
    Stub,
    Gap,
}

impl Status {
    /// The canonical spelling.
    pub fn name(self) -> &'static str {
        match self {
            Status::Ready => "Ready for Dev",
            Status::InProgress => "In Progress",
            Status::Done => "Done",
            Status::Blocked => "Blocked",
            Status::Superseded => "Superseded",
            Status::Stub => "Stub",
            Status::Gap => "Gap",
        }
    }

    /// Reads a status whatever its case, hyphens, asterisks, symbols and trailing notes.
    pub fn of(written: &str) -> Option<Status> {
        match normal(written).as_str() {
            "ready for dev" => Some(Status::Ready),
            "in progress" => Some(Status::InProgress),
            "done" | "complete" | "completed" | "validated" | "done historical" => Some(Status::Done),
            "blocked" => Some(Status::Blocked),
            "superseded" => Some(Status::Superseded),
            "stub" => Some(Status::Stub),
            "gap" => Some(Status::Gap),
            _ => None,
        }
    }
}

/// Lower case, ASCII only, without asterisks and trailing notes, words separated by one space.
fn normal(written: &str) -> String {
    let end = written.find(['(', '[']).unwrap_or(written.len());
    let mut words = String::with_capacity(end);
    for letter in written[..end].chars() {
        match letter {
            '*' | '`' => {}
            '-' | '_' | ' ' | '\t' if !words.is_empty() && !words.ends_with(' ') => {
                words.push(' ');
            }
            letter if letter.is_ascii() => words.push(letter.to_ascii_lowercase()),
            _ => {}
        }
    }
    words.truncate(words.trim_end().len());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_state_are_one_state() {
        for written in [
            "Ready for Dev",
            "READY-FOR-DEV",
            "Ready for Dev \u{1f534}",
            "ready_for_dev",
            "**Ready for Dev**",
        ] {
            assert_eq!(Status::of(written), Some(Status::Ready), "{written}");
        }
        assert_eq!(Status::of("Done [VALIDATED]"), Some(Status::Done));
        assert_eq!(Status::of("Draft"), None);
        assert_eq!(Status::of("staged changes in x"), None);
    }
}
