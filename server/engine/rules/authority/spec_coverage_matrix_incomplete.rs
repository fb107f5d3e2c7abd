//! # The roadmap's coverage matrix leaves out a section
//!
//! It lists every section of two numbers outside the roadmap, and chapter 9, once each; what it leaves out nobody has planned.
//! The rule is off until it is selected or given a severity.
//!
//! ````md,bad
//! //- Demo_Master_Spec_v02.001.md
//! # 1. Store
//! ## 1.1 Writing
//! ## 1.2 Reading
//! # 7. Plans
//! ## 7.6 Roadmap
//! ### 7.6.1 Coverage Matrix
//! | Section | Title | Main Body | Phase |
//! |---|---|---|---|
//! | 1.1 | Writing | YES | P1 |
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! ````md,good
//! //- Demo_Master_Spec_v02.001.md
//! # 1. Store
//! ## 1.1 Writing
//! ## 1.2 Reading
//! # 7. Plans
//! ## 7.6 Roadmap
//! ### 7.6.1 Coverage Matrix
//! | Section | Title | Main Body | Phase |
//! |---|---|---|---|
//! | 1.1 | Writing | YES | P1 |
//! | 1.2 | Reading | YES | P1 |
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! Source: Part 1 [CX-598A].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::Heading;
use crate::document::spec::number::Number;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Spec],
    severity: Severity::Warning,
    off: true,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(spec: &Document, workspace: &Workspace, report: &mut Report) {
    // Older versions are history.
    if workspace.index().named_spec.as_deref() != Some(&*spec.path) {
        return;
    }
    let index = spec.spec_index();
    let roadmaps = &workspace.config.spec.roadmap;
    let Some((heading, rows)) = roadmaps.iter().find_map(|roadmap| matrix(spec, roadmap)) else { return };
    let mut missing = Vec::new();
    for section in index.sections().filter(|section| is_listed(section, index.is_roadmap(section.number))) {
        match rows.iter().filter(|(number, _)| *number == section.number).collect::<Vec<_>>()[..] {
            [] => missing.push(section.number.to_string()),
            [_] => {}
            [_, (number, second), ..] => _ = report.at(*second, format!("{number} has a row above")),
        }
    }
    if !missing.is_empty() {
        report.at(heading.title_range(), format!("the matrix has no row for {}", missing.join(", ")));
    }
}

/// Whether the matrix must list a section: two numbers, or chapter 9, which has none below it.
fn is_listed(section: &Heading, is_roadmap: bool) -> bool {
    let is_chapter_nine = section.level == 1 && section.number.len() == 1 && section.number.chapter() == 9;
    (section.level == 2 && section.number.len() == 2 || is_chapter_nine) && !is_roadmap
}

/// The heading of the matrix, the first section of the roadmap, and the rows of its table by their first cells.
fn matrix(spec: &Document, roadmap: &str) -> Option<(Heading, Vec<(Number, Range)>)> {
    let first = Number::parse(&format!("{roadmap}.1"))?;
    let heading = spec.spec_index().heading_by_number(first).into_iter().find(|heading| heading.canonical)?;
    let end = spec.lines().line_start(heading.end_line.saturating_sub(1) as usize);
    let mut rows = Vec::new();
    for line in spec.lines_in(Range::new(heading.range().start, end)) {
        let words = line.of(&spec.text);
        let Some(cell) = words.trim_start().strip_prefix('|').and_then(|rest| rest.split('|').next()) else {
            continue;
        };
        let written = cell.trim();
        if let Some(number) = Number::parse(written.trim_end_matches('.')) {
            let start = line.start + words.find(written).unwrap_or(0);
            rows.push((number, Range::new(start, start + written.len())));
        }
    }
    (!rows.is_empty()).then_some((heading, rows))
}
