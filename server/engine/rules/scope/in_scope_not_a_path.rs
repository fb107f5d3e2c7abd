//! # An entry of IN_SCOPE_PATHS is not a path
//!
//! `the backend` cannot be compared with a diff.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - the backend
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs.rs (new status)
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths).iter().filter(|entry| entry.form == PathForm::Prose) {
        report.at(entry.range, format!("`{}` is not a path", entry.range.of(&packet.text)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn heading_of_an_inner_list_is_no_entry() {
        check(
            &RULE,
            "\
- IN_SCOPE_PATHS:
  - Backend (Rust):
    - `src/store/batch.rs`
    - the rest
      ^^^^^^^^ `the rest` is not a path
  - Frontend:
    ^^^^^^^^^ `Frontend:` is not a path
",
        );
    }
}
