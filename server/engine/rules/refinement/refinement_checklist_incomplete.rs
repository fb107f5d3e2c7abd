//! # The checklist of CLEARLY_COVERS is not whole
//!
//! Five questions, each with its own answer, keep the verdict honest.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Specific: [x] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! Source: Part 2.5.1.

use super::refinement_checklist_verdict::{QUESTIONS, boxes};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(section) = refinement.section("CLEARLY_COVERS") else { return };
    let count = boxes(refinement, section).count();
    if count < QUESTIONS {
        let finding =
            report.at(section.title, format!("{count} of the {QUESTIONS} questions are answered here"));
        let words = section.own.of(&refinement.text).to_ascii_lowercase();
        let missing: Vec<&str> =
            ASKED.iter().filter(|(sign, _)| !words.contains(sign)).map(|&(_, question)| question).collect();
        let last = refinement.lines_in(section.own).filter(|line| is_box(line.of(&refinement.text))).last();
        let at = last.unwrap_or(refinement.line_at(section.heading.start));
        if count + missing.len() >= QUESTIONS {
            let lines: Vec<String> =
                missing.iter().map(|question| format!("- {question}: [ ] PASS")).collect();
            let edit = refinement.line_below(at.start, &lines.join("\n"));
            finding.fix("Insert what is not asked", Safety::Review, vec![edit]);
        }
    }
}

/// Each question of the checklist with the words that give it away.
const ASKED: &[(&str, &str)] = &[
    ("main body", "Appears in Main Body"),
    ("named", "Explicitly named"),
    ("specific:", "Specific"),
    ("measurable", "Measurable acceptance criteria"),
    ("ambiguity:", "No ambiguity"),
];

fn is_box(line: &str) -> bool {
    ["[x]", "[X]", "[ ]"].iter().any(|mark| line.contains(mark))
}
