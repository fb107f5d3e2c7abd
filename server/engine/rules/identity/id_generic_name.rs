//! # The id does not say what the work is
//!
//! `WP-1-Fix` fits any work; on a board of a hundred entries nobody knows which one.
//!
//! ````md,bad
//! - WP_ID: WP-1-Feature-A
//! ````
//!
//! ````md,good
//! - WP_ID: WP-1-Note-Export
//! ````
//!
//! Source: Part 3.5, Field 1 [CX-600].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::{base_of, is_wp_id};

/// Words that fit any work.
const GENERIC: &[&str] =
    &["feature", "task", "work", "misc", "fix", "update", "test", "stuff", "new", "temp", "wip", "changes"];

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some(id) = document.filled(Label::WpId).or_else(|| document.filled(Label::TaskId)) else { return };
    // One word that says something is enough: `Fix-Export` names its work.
    let generic = |part: &str| part.len() == 1 || GENERIC.iter().any(|word| part.eq_ignore_ascii_case(word));
    let Some(name) = base_of(id.text).splitn(3, '-').nth(2).filter(|_| is_wp_id(id.text)) else { return };
    if name.split('-').all(generic) {
        report.at(id.range, format!("`{name}` does not say what the work is"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn one_telling_word_is_enough() {
        for (id, findings) in [
            ("WP-1-Fix", 1),
            ("WP-1-Update-v2", 1),
            ("WP-1-Test-B", 1),
            ("WP-1-Fix-Export", 0),
            ("WP-1-v2", 0),
        ] {
            assert_eq!(run(&RULE, &format!("- WP_ID: {id}\n")).1.len(), findings, "{id}");
        }
    }
}
