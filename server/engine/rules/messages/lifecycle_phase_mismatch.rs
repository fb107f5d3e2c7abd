//! # STAGE and PHASE of one message differ
//!
//! They name the same step.
//!
//! ````md,bad
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: WP-1-Example
//! - STAGE: PRE_WORK
//! - NEXT: DELEGATION
//!
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PREPARE
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! ````md,good
//! LIFECYCLE [CX-LIFE-001]
//! - WP_ID: WP-1-Example
//! - STAGE: PRE_WORK
//! - NEXT: DELEGATION
//!
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! Source: Lifecycle marker [CX-LIFE-001].

use super::{BASE, filled};
use crate::document::Document;
use crate::document::message::{Block, BlockKind};
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    let mut last: Option<Block> = None;
    for block in document.message_blocks() {
        if !matches!(block.kind, BlockKind::Lifecycle | BlockKind::GateStatus) {
            continue;
        }
        // A message has one of each, in either order.
        let Some(other) = last.take().filter(|other| other.kind != block.kind) else {
            last = Some(block);
            continue;
        };
        let (stage, phase) = match block.kind {
            BlockKind::Lifecycle => (&block, &other),
            _ => (&other, &block),
        };
        if let (Some((place, stage)), Some((other, phase))) =
            (filled(document, stage, "STAGE"), filled(document, phase, "PHASE"))
            && stage != phase
        {
            report
                .at(place, format!("STAGE is `{stage}`, PHASE is `{phase}`"))
                .related(document.path.clone(), other, "the phase")
                .replace(place, phase);
        }
    }
}
