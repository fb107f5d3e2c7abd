//! # TEST_PLAN has too few commands for its tier
//!
//! The more a change can break, the more is run.
//!
//! ````md,bad
//! - RISK_TIER: HIGH
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! ````md,good
//! - RISK_TIER: LOW
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let (Some(field), Some(tier)) = (packet.field(Label::TestPlan), packet.tier()) else { return };
    let Some(found) = packet.counted(Label::TestPlan) else { return };
    if found.count > 0 && !found.fits() {
        let (count, range) = (found.count, found.range);
        report.at(field.name, format!("{count} TEST_PLAN commands, {} asks for {range}", tier.name()));
    }
}
