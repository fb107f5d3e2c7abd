//! # The packet does not state its BASE_WP_ID
//!
//! The base id stays the same over all revisions; with it the registry finds the family. In a revision its absence is an error.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! - WP_ID: WP-1-Example-v2
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::revision_of;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    if document.field(Label::BaseWpId).is_some() {
        return;
    }
    let finding =
        report.at(document.place_for(Label::BaseWpId), "no BASE_WP_ID").lacks(document, Label::BaseWpId);
    if revision_of(document.wp_id()).is_some() {
        finding.severity(Severity::Error);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::run;

    #[test]
    fn revision_must_have_one() {
        assert_eq!(run(&RULE, "- WP_ID: WP-1-Example-v2\n").1[0].severity, Some(Severity::Error));
        assert_eq!(run(&RULE, "- WP_ID: WP-1-Example\n").1[0].severity, None);
    }
}
