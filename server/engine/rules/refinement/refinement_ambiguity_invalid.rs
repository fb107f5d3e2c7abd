//! # AMBIGUITY_FOUND is neither YES nor NO
//!
//! An open question about meaning is answered, or it stops the work.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: PENDING
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: NO
//! ````
//!
//! Source: Part 2.5.1.

use super::unanswered;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    unanswered(refinement, Label::AmbiguityFound, report);
}
