//! # The packet has no What
//!
//! One or two sentences that name the change; everything else is read in their light.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! - What:
//! - Why: a reason
//! ````
//!
//! ````md,good
//! - What: Add a cancel button.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::What);
}
