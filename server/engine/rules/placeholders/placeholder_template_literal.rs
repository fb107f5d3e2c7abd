//! # An example of the template was left in place
//!
//! `path/to/file` is what the template shows, not what this packet means.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/server/storage/mod.rs
//!   - path/to/file
//! ````
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//!   - path/to/file
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/server/storage/mod.rs
//! ````
//!
//! Source: Part 4 [CX-581].

use super::told_here;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Template) {
        let name = field.spec().name;
        let words = unfilled.range.of(&document.text);
        let finding = report.at(unfilled.range, format!("`{words}` in {name} is the template's example"));
        // The only entry is replaced, not removed.
        if unfilled.is_entry && document.items(field).list.len() > 1 {
            finding.fix("Remove it", Safety::Review, vec![document.without_lines(unfilled.range)]);
        }
    }
}
