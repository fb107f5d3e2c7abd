//! The specification: chapters 1 to 11, 2000 numbered headings, 2.5 MB.

use std::fmt::Write as _;

use super::word;

const SECTIONS: usize = 10;
const LEAVES: usize = 17;

const FIRST: &[&str] = &[
    "Quiet", "Early", "Shared", "Local", "Remote", "Stored", "Signed", "Open", "Bounded", "Ordered", "Plain",
    "Nested", "Late", "Known", "Sealed", "Copied", "Merged", "Named", "Held", "Broad",
];
const SECOND: &[&str] = &[
    "Ledger", "Session", "Index", "Bundle", "Query", "Record", "Window", "Channel", "Cursor", "Folder",
    "Digest", "Schema", "Token", "Socket", "Anchor", "Worker", "Filter", "Signal", "Report", "Grant",
];
const THIRD: &[&str] = &["Rules", "Limits", "Events", "Errors", "Names", "Order"];

const SENTENCES: &[&str] = &[
    "The server MUST derive the identity of a record from its bytes and its parents.",
    "A reader SHOULD be told plainly what is missing, with the number of the section that asks for it.",
    "Receiving the same message twice MUST have the effect of receiving it once.",
    "The time that a device reports MAY be shown and MUST NOT decide anything.",
    "Whoever closes a session MUST leave the name of the last record that was stored.",
    "Words are folded (case, accents, width) before they are compared, in the index and in the query alike.",
    "A request MUST be answered or refused within two seconds, and a refusal says why.",
    "Nothing that a person has seen on the screen MUST ever be lost without a question.",
    "An export MUST contain `manifest.json` with the name, length and digest of every file in it.",
];

pub struct Spec {
    pub text: String,
    /// The sections of the lowest level that say what "done" means.
    pub leaves: Vec<Leaf>,
}

pub struct Leaf {
    pub number: String,
    pub title: String,
    pub tag: String,
    /// Of its first three lines, counted from one.
    pub line: usize,
    pub excerpt: String,
    pub token: String,
}

pub fn spec() -> Spec {
    let mut text = String::from("# Synthetic Master Spec\n\nVersion: v01.000\nDate: 2025-01-01\n\n");
    let mut leaves = Vec::new();
    let mut line = text.lines().count() + 1;
    for chapter in 1..=11 {
        for section in 1..=SECTIONS {
            let mut part = String::new();
            if section == 1 {
                let _ = write!(part, "# {chapter}. {} Part\n\n", word(SECOND, chapter));
            }
            let _ = write!(part, "## {chapter}.{section} {} Work\n\n", word(FIRST, chapter + section));
            for leaf in 1..=LEAVES {
                let at = ((chapter - 1) * SECTIONS + section - 1) * LEAVES + leaf - 1;
                let title = format!(
                    "{} {} {}",
                    word(FIRST, at),
                    word(SECOND, at / FIRST.len()),
                    word(THIRD, at / (FIRST.len() * SECOND.len()))
                );
                let number = format!("{chapter}.{section}.{leaf}");
                let tag = format!("SYN-{}-{:04}", ["NOTE", "SYNC", "EXP", "SEC"][chapter % 4], at + 1);
                let token = format!("{} is named {at} here.", title);
                let excerpt = format!("### {number} {title}\n\n- [{tag}] {token} {}", word(SENTENCES, at));
                if !matches!(chapter, 7 | 8) {
                    let line = line + part.lines().count();
                    leaves.push(Leaf { number, title, tag, line, excerpt: excerpt.clone(), token });
                }
                let _ = write!(part, "{excerpt}\n\n{}", body(at));
            }
            line += part.lines().count();
            text.push_str(&part);
        }
    }
    Spec { text, leaves }
}

/// Prose, and now and then the things that make a specification hard to read by line: code with headings in it, tables.
fn body(at: usize) -> String {
    let extra = match at % 5 {
        0 => "```md\n# 1. Not a heading\n## 1.1 Nor this\n```\n\n".to_string(),
        1 => format!("| Code | Meaning |\n|---|---|\n| SYN-{at} | {} |\n\n", word(SENTENCES, at + 1)),
        2 => format!("```json\n{{ \"record\": {at}, \"parents\": [\"77ab\"] }}\n```\n\n"),
        _ => String::new(),
    };
    format!("{}\n\n{extra}{}\n\n", prose(at, 7), prose(at + 4, 6))
}

/// `count` sentences, beginning with another one for each `at`.
pub fn prose(at: usize, count: usize) -> String {
    let sentences: Vec<&str> = (0..count).map(|step| word(SENTENCES, at + step)).collect();
    sentences.join(" ")
}
