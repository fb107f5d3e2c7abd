//! # A fence is never closed
//!
//! Everything behind it is code: headings, fields and verdicts disappear.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! Source: Part 1, gate check.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement, Kind::Board],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for fence in
        document.fences().iter().filter(|fence| !fence.closed && fence.range.end + 1 >= document.text.len())
    {
        report.at(
            document.line_at(fence.range.start),
            "this fence is never closed; the rest of the file is code",
        );
    }
}
