//! # The packet spans several chapters of the specification
//!
//! Requirements that share no chapter seldom share a reason; two packets are easier to judge.
//!
//! ````md,bad
//! - SPEC_ANCHOR: 2.1.1 Batches, 10.3.2 Console
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches, 2.1.2 Syncing
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 9 [CX-640].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let anchors = packet.spec_anchors();
    let mut chapters = anchors.iter().filter_map(|anchor| Some((anchor.number?.chapter(), anchor.range)));
    let Some((first, _)) = chapters.next() else { return };
    if let Some((other, range)) = chapters.find(|(chapter, _)| *chapter != first) {
        report
            .at(range, format!("chapter {other} beside chapter {first}; two packets may be easier to judge"));
    }
}
