//! # A criterion of DONE_MEANS has no evidence
//!
//! The packet is done, and nothing in EVIDENCE_MAPPING quotes this criterion. A requirement quotes it when one has most
//! of the words of the other, and a criterion that is a command is met where EVIDENCE has run it.
//!
//! ````md,bad
//! - **Status:** Done
//! - DONE_MEANS:
//!   - Batches are written in order
//!   - A failed batch leaves no rows behind
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//! ````
//!
//! ````md,good
//! - **Status:** Done
//! - DONE_MEANS:
//!   - Batches are written in order
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//! ````
//!
//! Source: Part 1 [CX-598], spec regression; Part 3.5 [CX-606].

use super::{commands, is_done, section};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

/// The share of a criterion's words that a requirement must have to count as its quotation.
const QUOTED: f64 = 0.6;

fn check(packet: &Document, report: &mut Report) {
    if !is_done(packet) {
        return;
    }
    let (Some(field), Some(mapping)) = (packet.field(Label::DoneMeans), section(packet, "EVIDENCE_MAPPING"))
    else {
        return;
    };
    let requirement = |words: &str| {
        let words = words.trim_start().trim_start_matches(['-', '*', ' ']);
        let (label, said) = words.split_once(':')?;
        let is_one = label.trim_matches('*').eq_ignore_ascii_case("REQUIREMENT");
        (is_one && !said.contains("<quote")).then(|| keywords(said))
    };
    let lines = packet.lines_in(mapping.body);
    let required: Vec<Vec<String>> = lines.filter_map(|line| requirement(line.of(&packet.text))).collect();
    // A mapping that nobody has begun, or that has a form of its own, is told elsewhere.
    if required.is_empty() {
        return;
    }
    for item in &packet.items(field).list {
        let said = item.range.of(&packet.text);
        let wanted = keywords(said);
        let is_quoted =
            required.iter().any(|has| share(&wanted, has) >= QUOTED || share(has, &wanted) >= QUOTED);
        let is_run =
            said.split('`').skip(1).step_by(2).any(|code| commands(packet).any(|run| run.contains(code)));
        if !wanted.is_empty() && placeholder::class_with_note(said).is_none() && !is_quoted && !is_run {
            report.at(item.head, "no REQUIREMENT of EVIDENCE_MAPPING quotes this");
        }
    }
}

/// The share of some words that stand among others.
fn share(words: &[String], among: &[String]) -> f64 {
    words.iter().filter(|word| among.contains(word)).count() as f64 / words.len().max(1) as f64
}

/// The words that carry the meaning, in small letters.
fn keywords(said: &str) -> Vec<String> {
    let words = said.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn part_of_a_criterion_and_its_command_are_quotations() {
        check(
            &RULE,
            "\
- **Status:** Done
- DONE_MEANS:
  - Batches are written in order, rows are counted before the commit, and errors name the batch
  - `cargo test -p store` exits 0
  - The console shows progress
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no REQUIREMENT of EVIDENCE_MAPPING quotes this
## EVIDENCE_MAPPING
- REQUIREMENT: \"Batches are written in order\"
## EVIDENCE
- COMMAND: `cargo test -p store`
",
        );
    }
}
