//! Rules about RISK_TIER.

family! { 'D', "Risk tier";
    risk_tier_invalid
    risk_tier_missing
    risk_tier_unresolved
    risk_tier_justification_missing
    risk_tier_low_with_code
    risk_tier_migration
    risk_tier_cross_module
    risk_tier_security
    risk_tier_high_docs_only
    risk_manual_review_missing
}

use crate::document::Document;
use crate::document::paths::{PathEntry, PathForm};
use crate::document::value::{Tier, Value};
use crate::text::range::Range;

/// The tier with the place where it is written.
fn stated(packet: &Document) -> Option<(Tier, Value<'_>)> {
    packet.risk_tier().and_then(|value| Some((Tier::of(value.text)?, value)))
}

/// The tier alone; what follows may justify it.
fn word(value: Value) -> Range {
    let letters = value.text.bytes().take_while(u8::is_ascii_alphabetic).count();
    Range::new(value.range.start, value.range.start + letters)
}

/// Whether an entry is a document for people or a governance file; words that are no path are not judged.
fn is_document(packet: &Document, entry: &PathEntry) -> bool {
    let path = entry.path.as_str();
    let governance = path.strip_prefix(packet.config.layout.governance.as_str());
    governance.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        || path.starts_with("docs/")
        || path.ends_with(".md")
        || path.ends_with(".txt")
        || entry.form == PathForm::Prose
}
