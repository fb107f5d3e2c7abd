//! # The id is not the file's name
//!
//! Everything that reads packets finds them by file name.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Other
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 2 [CX-585].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some(id) = document.filled(Label::WpId).or_else(|| document.filled(Label::TaskId)) else { return };
    if id.text != document.stem() {
        report
            .at(id.range, format!("the id is `{}`, the file is `{}.md`", id.text, document.stem()))
            .replace(id.range, document.stem());
    }
}
