//! # A path begins at a network share
//!
//! It exists in one network only; paths are written from the repository root.
//!
//! ````md,bad
//! - See \\server\share\notes.md
//! ````
//!
//! ````md,good
//! - See docs/notes.md
//! ````
//!
//! Source: Drive-agnostic governance [CX-109].

use super::{is_judged, weighed};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::path::unc_path;

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
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for range in unc_path(&document.text).filter(|found| is_judged(document, found.start)) {
        weighed(
            report.at(range, format!("`{}` holds in one network only", range.of(&document.text))),
            document,
        );
    }
}
