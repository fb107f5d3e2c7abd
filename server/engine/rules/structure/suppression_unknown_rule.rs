//! # A comment silences a rule that does not exist
//!
//! It silences nothing, and whoever wrote it believes that it does.
//! The rules about these comments cannot be silenced by one.
//!
//! ````md,bad
//! <!-- taskpacket-ignore in-scope-globs: the generated files change with every run -->
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
use crate::rules::{Check, Rule, find, nearest};

pub const RULE: Rule =
    Rule { kinds: WITH_COMMENTS, severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(document: &Document, report: &mut Report) {
    for comment in document.suppressions() {
        if comment.names.is_empty() {
            report.at(comment.comment, "no rule is named");
        }
        for &range in &comment.names {
            let name = range.of(&document.text);
            match find(name) {
                Some(entry) if entry.can_be_silenced() => {}
                Some(_) => _ = report.at(range, format!("`{name}` cannot be silenced by a comment")),
                None => {
                    let near = nearest(name).map(|near| format!("; did you mean `{near}`?"));
                    report.at(range, format!("there is no rule `{name}`{}", near.unwrap_or_default()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::check;

    #[test]
    fn each_name_is_told_for_itself() {
        check(
            &super::RULE,
            "<!-- taskpacket-ignore file-bom, file-bomb, zzz: because -->\n                                 ^^^^^^^^^ there is no rule `file-bomb`; did you mean `file-bom`?\n                                            ^^^ there is no rule `zzz`\n",
        );
        check(&super::RULE, "<!-- taskpacket-ignore -->\n^^^^^^^^^^^^^^^^^^^^^^^^^^ no rule is named\n");
    }

    #[test]
    fn rules_about_comments_stay_loud() {
        check(
            &super::RULE,
            "<!-- taskpacket-ignore-file suppression-unused: quiet -->\n                            ^^^^^^^^^^^^^^^^^^ `suppression-unused` cannot be silenced by a comment\n",
        );
    }
}
