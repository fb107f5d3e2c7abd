//! # A path begins with a drive letter
//!
//! It exists on one machine only; paths are written from the repository root.
//!
//! ````md,bad
//! - See C:\work\store\notes.md
//! ````
//!
//! ````md,good
//! - See docs/notes.md
//! ````
//!
//! Source: Drive-agnostic governance [CX-109].

use super::{end_of_path, is_judged, weighed};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::path::drive_path;
use crate::text::grammar::path::from_a_root;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[
        Kind::Packet,
        Kind::Stub,
        Kind::Refinement,
        Kind::Governance,
        Kind::Board,
        Kind::Audit,
        Kind::Registry,
    ],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    // IN_SCOPE_PATHS has a rule of its own.
    let told = document.field(Label::InScopePaths).map(|field| document.whole(field));
    for found in drive_path(&document.text) {
        if told.is_some_and(|told| told.contains(found)) || !is_judged(document, found.start) {
            continue;
        }
        let range = Range::new(found.start, end_of_path(document, found.end));
        let words = range.of(&document.text);
        let finding = report.at(range, format!("`{words}` holds on one machine only"));
        if let Some(path) = from_a_root(words) {
            finding.replace(range, path);
        }
        weighed(finding, document);
    }
}
