//! The spec pointer: which master specification and which codex are current (Part 2.5 [CX-598]).

use super::Document;
use crate::text::grammar;
use crate::text::range::Range;

impl Document {
    /// The spec file names the pointer mentions, in order.
    pub fn spec_files(&self) -> Vec<Range> {
        grammar::spec_name::find_spec_files(&self.text, &self.config.spec.file_prefix).collect()
    }

    /// The spec file the pointer names first; gates read no other.
    pub fn named_spec(&self) -> Option<Range> {
        self.spec_files().into_iter().next()
    }

    /// The codex file in bold letters, such as `**Team Codex v1.4.md**`.
    pub fn named_codex(&self) -> Option<Range> {
        self.lines_in(Range::new(0, self.text.len())).find_map(|line| {
            let words = line.of(&self.text).trim();
            let name = words.strip_prefix("**")?.strip_suffix("**")?;
            (name.contains("Codex v") && name.ends_with(".md")).then(|| {
                let start = line.start + line.of(&self.text).find(name).unwrap_or(0);
                Range::new(start, start + name.len())
            })
        })
    }
}
