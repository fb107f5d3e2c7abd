//! The closure gates of a phase on the task board: what must be validated before the phase ends (Part 6.4 [CX-609]).

use super::Document;
use super::outline::Section;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;

/// One numbered entry of a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateEntry {
    pub id: Range,
    /// All its lines.
    pub whole: Range,
    /// What stands behind `Status:`, or in the last brackets of the entry's first line.
    pub status: Option<Range>,
    /// The work packets that it names as its blockers.
    pub blockers: Vec<Range>,
}

impl Document {
    /// The sections of the phase gates.
    pub fn phase_gates(&self) -> impl Iterator<Item = &Section> {
        self.sections().iter().filter(|section| section.name.contains("CLOSURE_GATE"))
    }

    /// The numbered entries of a gate.
    pub fn gate_entries(&self, gate: &Section) -> Vec<GateEntry> {
        let mut entries: Vec<GateEntry> = Vec::new();
        for line in self.lines_in(gate.body) {
            let words = line.of(&self.text);
            let at = |range: Range| Range::new(line.start + range.start, line.start + range.end);
            let number = words.split_once(". ").map(|(number, _)| number);
            let is_numbered = number
                .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
            if is_numbered && let Some(id) = find_wp_ids(words).next() {
                let status = last_brackets(words, id.end).map(at);
                entries.push(GateEntry { id: at(id), whole: line, status, blockers: Vec::new() });
                continue;
            }
            let Some(last) = entries.last_mut() else { continue };
            last.whole.end = line.end;
            let Some((label, value)) = words.split_once(':') else { continue };
            let label = label.trim().trim_start_matches(['-', '*', ' ']).trim_end_matches('*');
            let start = words.len() - value.len();
            if label.eq_ignore_ascii_case("Status") {
                last.status = Some(at(Range::new(start, words.len())));
            } else if label.eq_ignore_ascii_case("Blocker") {
                let ids = find_wp_ids(value);
                last.blockers.extend(ids.map(|id| at(Range::new(start + id.start, start + id.end))));
            }
        }
        entries
    }
}

/// What stands in the last brackets behind `from`, unless they are those of a list's box.
fn last_brackets(words: &str, from: usize) -> Option<Range> {
    let rest = words.get(from..)?;
    let open = from + rest.rfind('[')? + 1;
    let close = open + words.get(open..)?.find(']')?;
    Some(Range::new(open, close))
}
