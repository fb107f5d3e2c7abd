//! # PHASE is no step of the workflow
//!
//! Who reads the message cannot tell where the work stands.
//!
//! ````md,bad
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PLANNING
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! ````md,good
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::{BASE, blocks, filled, judge_stage};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::GateStatus) {
        if let Some((place, said)) = filled(document, &block, "PHASE") {
            judge_stage(place, said, report);
        }
    }
}
