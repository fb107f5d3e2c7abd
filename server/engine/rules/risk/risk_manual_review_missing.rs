//! # Nobody is asked to review by hand
//!
//! MEDIUM and HIGH work is done only when a person has looked at it; the packet must say so.
//!
//! ````md,bad
//! - RISK_TIER: MEDIUM
//! - DONE_MEANS:
//!   - Batches are written in order
//! ````
//!
//! ````md,good
//! - RISK_TIER: MEDIUM
//! - DONE_MEANS:
//!   - Batches are written in order
//!   - Manual review: PASS
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::stated;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::value::Tier;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const REVIEWS: &[&str] =
    &["manual review", "manual validator review", "validator sign-off", "manual validation"];

fn check(packet: &Document, report: &mut Report) {
    let Some((tier, value)) = stated(packet) else { return };
    if tier == Tier::Low {
        return;
    }
    let fields = [Label::DoneMeans, Label::RiskTier].iter().filter_map(|&label| packet.field(label));
    let notes = packet.section("NOTES").map(|section| section.body);
    let mut places = fields.map(|field| packet.whole(field)).chain(notes);
    let says = |place: Range| {
        let words = place.of(&packet.text).to_ascii_lowercase();
        REVIEWS.iter().any(|review| words.contains(review))
    };
    if !places.any(says) {
        let finding = report.at(
            value.range,
            format!("{}, but neither DONE_MEANS nor Notes ask for a manual review", tier.name()),
        );
        let done = packet.field(Label::DoneMeans).filter(|field| packet.is_said(field));
        if let Some(edit) =
            done.and_then(|field| packet.with_entry(field, "Manual review by the Validator is recorded"))
        {
            finding.fix("Add a manual review to DONE_MEANS", Safety::Review, vec![edit]);
        }
    }
}
