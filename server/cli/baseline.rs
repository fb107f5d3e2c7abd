//! A baseline: the findings that a workspace had when the linter came, kept in a file and hidden until they change.

use std::collections::BTreeMap;
use std::path::Path;

use engine::diagnostics::Diagnostic;
use engine::document::Document;
use engine::text::hash::sha1_hex;
use serde::{Deserialize, Serialize};
use serde_json::json;

const VERSION: u32 = 1;

/// The file. Findings are counted, not placed, so a line may move.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    taskpacket_baseline: u32,
    /// Whether closed and superseded files were judged too.
    all: bool,
    findings: Vec<Entry>,
}

/// Findings of one rule that read the same in one file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    rule: String,
    /// Of the lines the finding stands on, and of its message.
    hash: String,
    count: usize,
    /// For people; not compared.
    message: String,
}

type Key = (String, String, String);

/// Hides findings, each as often as the file counts it.
pub struct Baseline {
    /// As the file says.
    pub all: bool,
    left: BTreeMap<Key, Entry>,
    matched: usize,
}

/// What one run made of a baseline.
pub struct Outcome {
    pub matched: usize,
    stale: Vec<Entry>,
}

/// The findings as the text of a baseline.
pub fn written<'a>(findings: impl Iterator<Item = (&'a Document, &'a Diagnostic)>, all: bool) -> String {
    let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
    for (document, found) in findings {
        let key = key(document, found);
        let (path, rule, hash) = key.clone();
        let new = || Entry { path, rule, hash, count: 0, message: found.message.clone() };
        entries.entry(key).or_insert_with(new).count += 1;
    }
    let findings = entries.into_values().collect();
    let file = File { taskpacket_baseline: VERSION, all, findings };
    format!("{:#}\n", json!(file))
}

impl Baseline {
    pub fn read(path: &Path) -> Result<Baseline, String> {
        let said = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let file: File =
            serde_json::from_str(&text).map_err(|error| said(&format!("not a baseline: {error}")))?;
        if file.taskpacket_baseline != VERSION {
            let version = file.taskpacket_baseline;
            return Err(said(&format!("a baseline of version {version}; only version {VERSION} is known")));
        }
        let mut left: BTreeMap<Key, Entry> = BTreeMap::new();
        for entry in file.findings {
            // A merge of two branches may leave the same entry twice.
            let key = (entry.path.clone(), entry.rule.clone(), entry.hash.clone());
            left.entry(key).and_modify(|known| known.count += entry.count).or_insert(entry);
        }
        Ok(Baseline { all: file.all, left, matched: 0 })
    }

    /// Whether the finding is one that the baseline holds and that was not met before.
    pub fn hides(&mut self, document: &Document, found: &Diagnostic) -> bool {
        let Some(entry) = self.left.get_mut(&key(document, found)).filter(|entry| entry.count > 0) else {
            return false;
        };
        entry.count -= 1;
        self.matched += 1;
        true
    }

    /// What is left of it, among the entries that this run could have met.
    pub fn outcome(self, was_judged: impl Fn(&str, &str) -> bool) -> Outcome {
        let is_stale = |entry: &Entry| entry.count > 0 && was_judged(&entry.path, &entry.rule);
        Outcome { matched: self.matched, stale: self.left.into_values().filter(is_stale).collect() }
    }
}

impl Outcome {
    pub fn json(&self) -> serde_json::Value {
        let told = |entry: &Entry| {
            json!({
                "path": entry.path, "rule": entry.rule, "message": entry.message, "hash": entry.hash,
                "count": entry.count,
            })
        };
        json!({ "matched": self.matched, "stale": self.stale.iter().map(told).collect::<Vec<_>>() })
    }

    /// What a person is told beside the report.
    pub fn tell(&self) {
        for Entry { path, rule, count, message, .. } in &self.stale {
            let times = if *count > 1 { format!(" ({count} times)") } else { String::new() };
            eprintln!("baseline: no longer found: {path}: {rule}: {message}{times}");
        }
        eprintln!("baseline: {} findings hidden, {} entries no longer found", self.matched, self.stale.len());
    }
}

fn key(document: &Document, found: &Diagnostic) -> Key {
    let last = found.range.end.max(found.range.start);
    let lines = document.line_at(found.range.start).cover(document.line_at(last)).of(&document.text);
    let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
    let said = format!("{}\n{}", lines.join("\n"), without_line_numbers(&found.message));
    (document.path.to_string(), found.rule.name.clone(), sha1_hex(said.as_bytes()))
}

/// A message that names a line says the same when that line has moved.
fn without_line_numbers(message: &str) -> String {
    let mut out = String::new();
    let mut after_line = false;
    for word in message.split_inclusive(' ') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        out.push_str(if after_line { &word[digits..] } else { word });
        after_line = matches!(word.trim_end(), "line" | "lines");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_line_numbers;

    #[test]
    fn numbers_of_lines_alone_are_left_out() {
        assert_eq!(without_line_numbers("as in line 12: 5 terms"), "as in line : 5 terms");
        assert_eq!(without_line_numbers("5 terms"), "5 terms");
    }
}
