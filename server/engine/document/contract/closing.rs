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
    manifest(
        Label::TargetFile,
        "Target File",
        "- **Target File**: `${1:<path>}`",
        "The changed file this block is about.",
    ),
    manifest(Label::Start, "Start", "- **Start**: ${1:<line>}", "First line of the changed window."),
    manifest(Label::End, "End", "- **End**: ${1:<line>}", "Last line of the changed window."),
    manifest(
        Label::LineDelta,
        "Line Delta",
        "- **Line Delta**: ${1:<adds - dels>}",
        "Lines added minus lines removed.",
    ),
    manifest(
        Label::PreSha1,
        "Pre-SHA1",
        "- **Pre-SHA1**: `${1:<hash>}`",
        "SHA1 of the file before the change, with LF line ends.",
    ),
    manifest(
        Label::PostSha1,
        "Post-SHA1",
        "- **Post-SHA1**: `${1:<hash>}`",
        "SHA1 of the file after the change, with LF line ends.",
    ),
    manifest(
        Label::GatesPassed,
        "Gates Passed",
        "- **Gates Passed**:
  - [ ] anchors_present
  - [ ] window_matches_plan
  - [ ] rails_untouched_outside_window
  - [ ] filename_canonical_and_openable
  - [ ] pre_sha1_captured
  - [ ] post_sha1_captured
  - [ ] line_delta_equals_expected
  - [ ] all_links_resolvable
  - [ ] manifest_written_and_path_returned
  - [ ] current_file_matches_preimage",
        "The checklist of deterministic gates.",
    ),
    // The manifest records it when the work was checked, a refinement when the user approved.
    FieldSpec {
        kinds: &[Kind::Packet, Kind::Refinement],
        ..manifest(
            Label::SpecTargetResolved,
            "Spec Target Resolved",
            "- **Spec Target Resolved**: .GOV/roles_shared/SPEC_CURRENT.md -> ${1:<spec file>}",
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
const fn manifest(
    label: Label,
    name: &'static str,
    snippet: &'static str,
    complete: &'static str,
) -> FieldSpec {
    FieldSpec {
        label,
        name,
        needed: Needed::Always,
        placeholders: Placeholders::UntilHandoff,
        change: Change::Free,
        home: "VALIDATION",
        complete,
        snippet,
        source: "Part 1, COR-701",
        kinds: P,
        ..BASE
    }
}
