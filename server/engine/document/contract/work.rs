//! The fields that say what is done and when it is done: SCOPE and QUALITY_GATE (Part 3.5), in template order.

use super::label::Label;
use super::{FieldSpec, Needed, Placeholders, Shape};
use crate::document::kind::Kind;

const PS: &[Kind] = &[Kind::Packet, Kind::Stub];
const BASE: FieldSpec = FieldSpec::BASE;

pub const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        label: Label::Scope,
        name: "SCOPE",
        needed: Needed::Always,
        shape: Shape::Section,
        home: "SCOPE",
        complete: "What changes, why, and where the boundary lies.",
        source: "Part 3.5 [CX-603]",
        snippet: "## SCOPE\n- What: ${1}\n- Why: ${2}\n- Boundary: ${3:this does NOT include ..}",
        ..BASE
    },
    FieldSpec {
        label: Label::What,
        name: "What",
        kinds: PS,
        needed: Needed::Always,
        home: "SCOPE",
        complete: "One or two sentences that name the change.",
        source: "Part 3.5 [CX-603]",
        snippet: "- What: ${1:one or two sentences}",
        ..BASE
    },
    FieldSpec {
        label: Label::Why,
        name: "Why",
        kinds: PS,
        needed: Needed::Always,
        home: "SCOPE",
        complete: "The business or technical reason.",
        source: "Part 3.5 [CX-603]",
        snippet: "- Why: ${1:the reason}",
        ..BASE
    },
    FieldSpec {
        label: Label::Boundary,
        name: "Boundary",
        home: "SCOPE",
        complete: "What the work does NOT include.",
        source: "Part 3.5 [CX-603]",
        snippet: "- Boundary: ${1:this does NOT include ..}",
        ..BASE
    },
    FieldSpec {
        label: Label::InScopePaths,
        name: "IN_SCOPE_PATHS",
        aliases: &["In Scope"],
        needed: Needed::Always,
        shape: Shape::List,
        home: "SCOPE",
        complete: "5-20 exact files, or directories with a trailing slash, relative to the repository root.",
        source: "Part 3.5 [CX-604]",
        snippet: "- IN_SCOPE_PATHS:\n  - ${1:exact/path}",
        ..BASE
    },
    FieldSpec {
        label: Label::OutOfScope,
        name: "OUT_OF_SCOPE",
        needed: Needed::Always,
        shape: Shape::List,
        home: "SCOPE",
        complete: "3-8 related things that stay untouched, each with its reason.",
        source: "Part 3.5 [CX-604B]",
        snippet: "- OUT_OF_SCOPE:\n  - ${1:related work} -> ${2:separate WP}",
        ..BASE
    },
    FieldSpec {
        label: Label::TestPlan,
        name: "TEST_PLAN",
        needed: Needed::Always,
        shape: Shape::Commands,
        home: "QUALITY_GATE",
        complete: "Literal commands in a fence: at least 2 (LOW), 4 (MEDIUM) or 5 (HIGH), with `just cargo-clean` before `just post-work`.",
        source: "Part 3.5 [CX-605]",
        snippet: "### TEST_PLAN\n```bash\njust pre-work ${1:WP-1-Name}\n${2:command}\njust cargo-clean\njust post-work ${1:WP-1-Name}\n```",
        ..BASE
    },
    FieldSpec {
        label: Label::DoneMeans,
        name: "DONE_MEANS",
        needed: Needed::Always,
        shape: Shape::List,
        home: "QUALITY_GATE",
        complete: "3-8 items with a yes or no answer, each citing the spec section it fulfils or naming a check that passes.",
        source: "Part 3.5 [CX-606]",
        snippet: "### DONE_MEANS\n- ${1:criterion} per ${2:section}",
        ..BASE
    },
    FieldSpec {
        label: Label::HardenedInvariants,
        name: "HARDENED_INVARIANTS",
        needed: Needed::HighRisk,
        shape: Shape::List,
        home: "QUALITY_GATE",
        complete: "For HIGH risk: content-awareness, NFC normalization and atomic poisoning.",
        source: "Part 3.5 [CX-VAL-HARD]",
        snippet: "### HARDENED_INVARIANTS\n- Content-awareness: ${1}\n- NFC normalization: ${2}\n- Atomic poisoning: ${3}",
        ..BASE
    },
    FieldSpec {
        label: Label::RollbackHint,
        name: "ROLLBACK_HINT",
        needed: Needed::Always,
        shape: Shape::Commands,
        placeholders: Placeholders::CommitToken,
        home: "QUALITY_GATE",
        complete: "`git revert <commit-sha>`, or the explicit steps; with the restore procedure when data migrates.",
        source: "Part 3.5 [CX-607]",
        snippet: "### ROLLBACK_HINT\n```bash\ngit revert <commit-sha>\n```",
        ..BASE
    },
    FieldSpec {
        label: Label::Effort,
        name: "EFFORT_ESTIMATE_HOURS",
        aliases: &["EFFORT_ESTIMATE", "Effort", "Effort Estimate"],
        home: "METADATA",
        complete: "How many hours the work should take.",
        source: "Part 8 [CX-640]",
        snippet: "- EFFORT_ESTIMATE_HOURS: ${1:8}",
        ..BASE
    },
];
