//! # The packet has no ROLLBACK_HINT
//!
//! Whoever has to undo the work at night needs to read how.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## QUALITY_GATE
//! ````
//!
//! ````md,good
//! ### ROLLBACK_HINT
//! ```bash
//! git revert 1234567
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::RollbackHint);
}
