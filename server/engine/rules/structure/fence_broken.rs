//! # A fence has lost two of its backticks
//!
//! Shells eat backticks; the commands below stand in no fence.
//!
//! ````md,bad
//! ### TEST_PLAN
//! `ash
//! cargo test
//! `
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for fence in document.fences().iter().filter(|fence| fence.broken) {
        let line = document.line_at(fence.range.start);
        report.at(line, format!("`{}` opens no fence; three backticks do", line.of(&document.text).trim()));
    }
}
