//! # A section of the refinement is missing
//!
//! Gaps, events, risks and primitives are the questions that a refinement answers; NONE is an answer.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### GAPS_IDENTIFIED
//! - NONE
//! ### FLIGHT_RECORDER_INTERACTION
//! - NONE
//! ### RED_TEAM_ADVISORY
//! - NONE
//! ### CLEARLY_COVERS
//! - NONE
//! ### ENRICHMENT
//! - NONE
//! ### SPEC_ANCHORS
//! - NONE
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### GAPS_IDENTIFIED
//! - NONE
//! ### FLIGHT_RECORDER_INTERACTION
//! - NONE
//! ### RED_TEAM_ADVISORY
//! - NONE
//! ### PRIMITIVES
//! - NONE
//! ### CLEARLY_COVERS
//! - NONE
//! ### ENRICHMENT
//! - NONE
//! ### SPEC_ANCHORS
//! - NONE
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

/// The first four are asked for by the gate, the others by the protocol.
const SECTIONS: &[(&str, Severity)] = &[
    ("GAPS_IDENTIFIED", Severity::Error),
    ("FLIGHT_RECORDER_INTERACTION", Severity::Error),
    ("RED_TEAM_ADVISORY", Severity::Error),
    ("PRIMITIVES", Severity::Error),
    ("CLEARLY_COVERS", Severity::Warning),
    ("ENRICHMENT", Severity::Warning),
    ("SPEC_ANCHORS", Severity::Warning),
];

fn check(refinement: &Document, report: &mut Report) {
    // What a fence hides is told there.
    if refinement.hides_anchors() {
        return;
    }
    for (name, severity) in SECTIONS {
        if !refinement.sections().iter().any(|section| section.name == *name) {
            report
                .at(refinement.place_in("TECHNICAL_REFINEMENT"), format!("no section `### {name}`"))
                .insert(format!("Insert {name}"), template::refinement(refinement, name))
                .severity(*severity);
        }
    }
}
