//! The fields of a technical refinement (Part 2 [CX-585]), in template order.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Placeholders, Shape};
use crate::document::kind::Kind;

const fn row(
    label: Label,
    name: &'static str,
    values: &'static [&'static str],
    home: &'static str,
    complete: &'static str,
) -> FieldSpec {
    FieldSpec {
        label,
        name,
        kinds: &[Kind::Refinement],
        needed: Needed::Always,
        values,
        placeholders: Placeholders::UntilApproval,
        change: Change::Frozen,
        home,
        complete,
        source: "Part 2 [CX-585]",
        ..FieldSpec::BASE
    }
}

pub const FIELDS: &[FieldSpec] = &[
    row(
        Label::CreatedAt,
        "CREATED_AT",
        &[],
        "METADATA",
        "When the refinement was written, as an ISO instant.",
    ),
    row(Label::SpecTargetSha1, "SPEC_TARGET_SHA1", &[], "METADATA", "SHA1 of the spec file that was read."),
    row(
        Label::ReviewStatus,
        "USER_REVIEW_STATUS",
        &["PENDING", "APPROVED"],
        "METADATA",
        "PENDING until the user approves, then APPROVED.",
    ),
    row(
        Label::ApprovalEvidence,
        "USER_APPROVAL_EVIDENCE",
        &[],
        "METADATA",
        "Exactly `APPROVE REFINEMENT {WP_ID}`, as the user wrote it.",
    ),
    row(
        Label::ClearlyCoversVerdict,
        "CLEARLY_COVERS_VERDICT",
        &["PASS", "FAIL"],
        "CLEARLY_COVERS",
        "Whether the spec clearly covers the work: PASS or FAIL.",
    ),
    row(Label::ClearlyCoversReason, "CLEARLY_COVERS_REASON", &[], "CLEARLY_COVERS", "Why."),
    row(
        Label::AmbiguityFound,
        "AMBIGUITY_FOUND",
        &["YES", "NO"],
        "CLEARLY_COVERS",
        "Whether the spec can be read two ways: YES or NO.",
    ),
    row(Label::AmbiguityReason, "AMBIGUITY_REASON", &[], "CLEARLY_COVERS", "Which two ways, or NONE."),
    row(
        Label::EnrichmentNeeded,
        "ENRICHMENT_NEEDED",
        &["YES", "NO"],
        "ENRICHMENT",
        "Whether the spec must be extended first: YES or NO.",
    ),
    row(
        Label::NoEnrichmentReason,
        "REASON_NO_ENRICHMENT",
        &[],
        "ENRICHMENT",
        "Why the spec needs no extension.",
    ),
    row(
        Label::ContextStart,
        "CONTEXT_START_LINE",
        &[],
        "SPEC_ANCHORS",
        "First line of the quoted window in the spec.",
    ),
    row(
        Label::ContextEnd,
        "CONTEXT_END_LINE",
        &[],
        "SPEC_ANCHORS",
        "Last line of the quoted window in the spec.",
    ),
    row(Label::ContextToken, "CONTEXT_TOKEN", &[], "SPEC_ANCHORS", "Words that stand in the window."),
    FieldSpec {
        shape: Shape::Commands,
        ..row(Label::Excerpt, "EXCERPT_ASCII_ESCAPED", &[], "SPEC_ANCHORS", "The quoted lines, in ASCII.")
    },
];
