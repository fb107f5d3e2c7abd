//! # A path in IN_SCOPE_PATHS begins with a slash
//!
//! Paths are relative to the repository root, which the slash denies.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - /src/batch.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use super::is_absolute;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let written = entry.range.of(&packet.text);
        if written.starts_with('/') && !is_absolute(written) {
            let slash = Range::new(entry.range.start, entry.range.start + 1);
            report.at(entry.range, format!("`{written}` begins with `/`; paths are relative")).fix(
                "Remove the slash",
                Safety::Safe,
                vec![Edit::delete(slash)],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check_fix;

    #[test]
    fn one_slash_goes() {
        check_fix(&RULE, "- IN_SCOPE_PATHS:\n  - `/src/a.rs`\n", "- IN_SCOPE_PATHS:\n  - `src/a.rs`\n");
    }
}
