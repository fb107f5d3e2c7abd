//! # A comment silences a rule without a reason
//!
//! Whoever reads it next cannot tell an exception from a mistake that was swept aside.
//! The reason stands behind a colon; the rule is silenced with or without it.
//!
//! ````md,bad
//! <!-- taskpacket-ignore in-scope-glob -->
//! - IN_SCOPE_PATHS:
//!   - src/server/search/*.rs
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
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: WITH_COMMENTS, severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(document: &Document, report: &mut Report) {
    for comment in document.suppressions().iter().filter(|comment| comment.reason.is_empty()) {
        report.at(comment.comment, "no reason; write `: why` behind the rule");
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn colon_alone_is_no_reason() {
        crate::rules::testing::check(
            &super::RULE,
            "<!-- taskpacket-ignore-file file-bom: -->\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no reason; write `: why` behind the rule\n",
        );
    }
}
