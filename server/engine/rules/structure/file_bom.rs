//! # The file starts with a byte order mark
//!
//! Gates take the mark for a character outside ASCII and miss the first heading.
//!
//! ````md,bad
//! ﻿# Task Packet: WP-1-Example
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 1, COR-701 gate.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::FixPolicy;
use crate::rules::report::Safety;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[
        Kind::Packet,
        Kind::Stub,
        Kind::Refinement,
        Kind::Board,
        Kind::Audit,
        Kind::Registry,
        Kind::SpecPointer,
    ],
    severity: Severity::Warning,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    if document.text.starts_with('\u{feff}') {
        let mark = Range::new(0, '\u{feff}'.len_utf8());
        report.at(mark, "the file starts with a byte order mark (U+FEFF)").fix(
            "Delete the byte order mark",
            Safety::Safe,
            vec![Edit::delete(mark)],
        );
    }
}
