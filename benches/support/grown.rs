//! The same workspace several times over: every packet, stub and refinement again, under new ids and with new signatures,
//! and with its rows on the board, in the registry, the audit and the gates log. The specification stays as it is.

use std::sync::{Arc, LazyLock};

use engine::document::kind::{self, Kind};
use regex::Regex;
use serde_json::Value;

use super::files::Files;

static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bWP-([1-9])-").expect("it is a pattern"));
static SIGNATURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b([a-z]+)([0-9]{10,16})\b").expect("it is a pattern"));

impl Files {
    /// This workspace and `factor - 1` copies of what is in it.
    pub fn grown(&self, factor: usize) -> Files {
        let mut list = Vec::new();
        for (path, text) in &self.list {
            match kind::by_path(path, &self.config) {
                Some(Kind::Packet | Kind::Stub | Kind::Refinement) => {
                    list.push((path.clone(), text.clone()));
                    list.extend(copies(factor).map(|copy| (renamed(path, copy), renamed(text, copy).into())));
                }
                Some(Kind::Board | Kind::Registry | Kind::Audit) => {
                    list.push((path.clone(), rows(text, factor)))
                }
                Some(Kind::Gates) => list.push((path.clone(), records(text, factor))),
                _ => list.push((path.clone(), text.clone())),
            }
        }
        Files { list, ..self.clone() }
    }
}

fn copies(factor: usize) -> std::ops::Range<usize> {
    1..factor.max(1)
}

/// The text of one copy: `WP-1-Name` is `WP-1-K2-Name`, and whoever signed has another name.
pub fn renamed(text: &str, copy: usize) -> String {
    let text = ID.replace_all(text, format!("WP-${{1}}-K{copy}-"));
    let letter = char::from(b'a' + (copy % 26) as u8);
    SIGNATURE.replace_all(&text, format!("${{1}}k{letter}${{2}}")).into_owned()
}

/// Each row or entry that speaks of a work packet or a signature, once for each copy.
fn rows(text: &str, factor: usize) -> Arc<str> {
    let mut grown = String::with_capacity(text.len() * factor);
    for line in text.split_inclusive('\n') {
        grown.push_str(line);
        let is_row = line.starts_with('|') || line.starts_with("- ");
        if is_row && (ID.is_match(line) || SIGNATURE.is_match(line)) {
            grown.extend(copies(factor).map(|copy| renamed(line, copy)));
        }
    }
    grown.into()
}

/// Each record of each list in the gates log, once for each copy.
fn records(text: &str, factor: usize) -> Arc<str> {
    let Ok(Value::Object(mut log)) = serde_json::from_str::<Value>(text) else { return text.into() };
    for list in log.values_mut().filter_map(Value::as_array_mut) {
        let copied: Vec<Value> = copies(factor)
            .flat_map(|copy| list.iter().map(move |record| renamed(&record.to_string(), copy)))
            .filter_map(|record| serde_json::from_str(&record).ok())
            .collect();
        list.extend(copied);
    }
    serde_json::to_string_pretty(&Value::Object(log)).expect("a value can be written").into()
}
