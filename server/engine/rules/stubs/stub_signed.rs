//! # The stub is signed
//!
//! A signature belongs to a packet; under a stub it approves nothing and is spent.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! - USER_SIGNATURE: NONE
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(stub: &Document, report: &mut Report) {
    for line in stub.prose_lines() {
        let words = line.of(&stub.text);
        if !words.to_ascii_uppercase().contains("USER_SIGNATURE") {
            continue;
        }
        for found in find_signatures(words) {
            let range = Range::new(line.start + found.start, line.start + found.end);
            report.at(range, format!("`{}` is spent on a stub", range.of(&stub.text)));
        }
    }
}
