//! # A comment silences nothing
//!
//! The mistake is gone, or the comment stands above another block than it should; left in place, it hides the next one.
//!
//! ````md,bad
//! <!-- taskpacket-ignore in-scope-glob: the generated files change with every run -->
//! - IN_SCOPE_PATHS:
//!   - src/server/search/mod.rs
//! ````
//!
//! ````md,good
//! <!-- taskpacket-ignore in-scope-glob: the generated files change with every run -->
//! - IN_SCOPE_PATHS:
//!   - src/server/search/*.rs
//! ````
//!
//! Source: none; the comment is our own.

use super::WITH_COMMENTS;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule, find};
use crate::workspace::Workspace;

/// It runs the rules that a comment names, so it reads whatever they read.
pub const RULE: Rule =
    Rule { kinds: WITH_COMMENTS, severity: Severity::Info, check: Check::Surroundings(check), ..Rule::BASE };

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for comment in document.suppressions() {
        for &range in &comment.names {
            let name = range.of(&document.text);
            let Some(entry) = find(name).filter(|entry| entry.can_be_silenced()) else { continue };
            let found = entry.rule.findings(document, workspace);
            if !found.iter().any(|finding| comment.reaches(finding.range)) {
                report.at(range, format!("`{name}` finds nothing here"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::check;

    #[test]
    fn each_rule_is_looked_for_in_its_own_block() {
        check(
            &super::RULE,
            "<!-- taskpacket-ignore-file file-non-ascii, fence-broken: quoted -->\n                                            ^^^^^^^^^^^^ `fence-broken` finds nothing here\n\u{e9}\n",
        );
        check(
            &super::RULE,
            "<!-- taskpacket-ignore file-non-ascii: quoted -->\n                       ^^^^^^^^^^^^^^ `file-non-ascii` finds nothing here\none\n\n\u{e9}\n",
        );
    }
}
