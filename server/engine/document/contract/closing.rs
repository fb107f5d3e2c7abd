//! The fields of the end-to-end closure plan and of the deterministic manifest (Parts 1 and 8), in template order.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Placeholders, Shape};
use crate::document::kind::Kind;

const P: &[Kind] = &[Kind::Packet];
const BASE: FieldSpec = FieldSpec::BASE;

pub const FIELDS: &[FieldSpec] = &[
    closure(
        Label::ClosureApplicable,
        "END_TO_END_CLOSURE_PLAN_APPLICABLE",
        Shape::Inline,
        &["YES", "NO"],
        "Whether the work crosses a trust boundary: YES or NO.",
    ),
    closure(
        Label::TrustBoundary,
        "TRUST_BOUNDARY",
        Shape::Inline,
        &[],
        "Which boundary, such as client->server.",
    ),
    closure(
        Label::ServerSources,
        "SERVER_SOURCES_OF_TRUTH",
        Shape::List,
        &[],
        "What the server loads and verifies instead of trusting the client.",
    ),
    closure(
        Label::ProvenanceFields,
        "REQUIRED_PROVENANCE_FIELDS",
        Shape::List,
        &[],
        "The fields that prove where a change came from.",
    ),
    closure(
        Label::VerificationPlan,
        "VERIFICATION_PLAN",
        Shape::List,
        &[],
        "How provenance is verified and recorded.",
    ),
    closure(
        Label::ErrorTaxonomy,
        "ERROR_TAXONOMY_PLAN",
        Shape::List,
        &[],
        "Distinct errors for stale, invalid, out of scope and spoofed requests.",
    ),
    closure(
        Label::UiGuardrails,
        "UI_GUARDRAILS",
        Shape::List,
        &[],
        "What keeps a user from applying something stale.",
    ),
    closure(
        Label::ValidatorAssertions,
        "VALIDATOR_ASSERTIONS",
        Shape::List,
        &[],
        "What the Validator must prove.",
    ),
    manifest(Label::TargetFile, "Target File", "The changed file this block is about."),
    manifest(Label::Start, "Start", "First line of the changed window."),
    manifest(Label::End, "End", "Last line of the changed window."),
    manifest(Label::LineDelta, "Line Delta", "Lines added minus lines removed."),
    manifest(Label::PreSha1, "Pre-SHA1", "SHA1 of the file before the change, with LF line ends."),
    manifest(Label::PostSha1, "Post-SHA1", "SHA1 of the file after the change, with LF line ends."),
    manifest(Label::GatesPassed, "Gates Passed", "The checklist of deterministic gates."),
    // The manifest records it when the work was checked, a refinement when the user approved.
    FieldSpec {
        kinds: &[Kind::Packet, Kind::Refinement],
        ..manifest(
            Label::SpecTargetResolved,
            "Spec Target Resolved",
            "The pointer and the spec file it named.",
        )
    },
];

/// A field of the end-to-end closure plan (Part 8 [CX-E2E-001]).
const fn closure(
    label: Label,
    name: &'static str,
    shape: Shape,
    values: &'static [&'static str],
    complete: &'static str,
) -> FieldSpec {
    FieldSpec {
        label,
        name,
        needed: Needed::Modern,
        shape,
        values,
        change: Change::Free,
        home: "END_TO_END_CLOSURE_PLAN",
        complete,
        source: "Part 8 [CX-E2E-001]",
        kinds: P,
        ..BASE
    }
}

/// A field of the deterministic manifest (Part 1, COR-701).
const fn manifest(label: Label, name: &'static str, complete: &'static str) -> FieldSpec {
    FieldSpec {
        label,
        name,
        needed: Needed::Always,
        placeholders: Placeholders::UntilHandoff,
        change: Change::Free,
        home: "VALIDATION",
        complete,
        source: "Part 1, COR-701",
        kinds: P,
        ..BASE
    }
}
