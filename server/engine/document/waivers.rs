//! WAIVERS GRANTED: what somebody was excused from, and until when ([CX-573F]).

use super::Document;
use super::outline::Section;
use crate::text::grammar::date::{IsoDate, is_iso_date};
use crate::text::range::Range;

/// One waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// From the bullet that names it to the next one.
    pub range: Range,
    pub id: Option<Range>,
    /// The day after which it no longer holds, where it names one.
    pub expiry: Option<Range>,
}

impl Document {
    /// The section of the waivers.
    pub fn waivers_section(&self) -> Option<&Section> {
        self.sections().iter().find(|section| section.name == "WAIVERS_GRANTED")
    }

    /// The waivers: from one top bullet that names one to the next.
    pub fn waivers(&self) -> Vec<Waiver> {
        let Some(section) = self.waivers_section() else { return Vec::new() };
        let mut entries: Vec<Range> = Vec::new();
        for line in self.lines_in(section.body) {
            let top = line.of(&self.text).strip_prefix(['-', '*']).map(str::trim_start);
            match top {
                Some(words) if names_one(words) => entries.push(line),
                _ => {
                    if let Some(last) = entries.last_mut() {
                        last.end = line.end;
                    }
                }
            }
        }
        let read =
            |range: Range| Waiver { range, id: self.waiver_id(range), expiry: self.waiver_expiry(range) };
        entries.into_iter().map(read).collect()
    }

    /// What stands behind `Waiver ID:`, or the first word that begins with `WAIVER-`.
    fn waiver_id(&self, waiver: Range) -> Option<Range> {
        let line = self.line_at(waiver.start);
        let words = line.of(&self.text);
        let upper = words.to_ascii_uppercase();
        let from = match upper.find("WAIVER ID") {
            Some(at) => at + upper.get(at..)?.find(':')? + 1,
            None => upper.find("WAIVER-")?,
        };
        let rest = words.get(from..)?;
        let start = from + rest.find(|letter: char| letter.is_ascii_alphanumeric())?;
        let id = words.get(start..)?;
        let end = id
            .find(|letter: char| !letter.is_ascii_alphanumeric() && !"._-".contains(letter))
            .unwrap_or(id.len());
        let id = id.get(..end)?.trim_end_matches(['.', '-']);
        // `WAIVER-` alone is a word.
        (id.len() > "WAIVER".len() || id.bytes().any(|byte| byte.is_ascii_digit()))
            .then(|| Range::new(line.start + start, line.start + start + id.len()))
    }

    /// The first day on a line that speaks of the end.
    fn waiver_expiry(&self, waiver: Range) -> Option<Range> {
        self.lines_in(waiver).find_map(|line| {
            let words = line.of(&self.text);
            let lower = words.to_ascii_lowercase();
            let at = lower.find("expiry").or_else(|| lower.find("expires"))?;
            let days = (at..words.len()).filter_map(|at| Some((at, words.get(at..at + 10)?)));
            let (start, _) = days.into_iter().find(|(_, day)| is_iso_date(day) == IsoDate::Date)?;
            Some(Range::new(line.start + start, line.start + start + 10))
        })
    }
}

fn names_one(words: &str) -> bool {
    let upper = words.to_ascii_uppercase();
    let named = upper.contains("WAIVER-") || upper.starts_with("WAIVER ID") || upper.starts_with("**WAIVER");
    named && !words.starts_with('(')
}
