//! The fields of a task packet (Parts 3.5 and 5 of the protocol), in template order.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Placeholders, Shape};
use crate::document::kind::Kind;

const P: &[Kind] = &[Kind::Packet];
const PS: &[Kind] = &[Kind::Packet, Kind::Stub];
const PR: &[Kind] = &[Kind::Packet, Kind::Refinement];
const PSR: &[Kind] = &[Kind::Packet, Kind::Stub, Kind::Refinement];
const BASE: FieldSpec = FieldSpec::BASE;

pub const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        label: Label::TaskId,
        name: "TASK_ID",
        kinds: PSR,
        needed: Needed::Always,
        complete: "The packet's id, `WP-{phase}-{name}`, unique, equal to WP_ID and to the file name.",
        source: "Part 3.5 [CX-600]",
        snippet: "- TASK_ID: ${1:WP-1-Name}",
        ..BASE
    },
    FieldSpec {
        label: Label::WpId,
        name: "WP_ID",
        kinds: PSR,
        needed: Needed::Always,
        complete: "The same id again; board, registry and commits use it.",
        source: "Part 3.5 [CX-600]",
        snippet: "- WP_ID: ${1:WP-1-Name}",
        ..BASE
    },
    FieldSpec {
        label: Label::BaseWpId,
        name: "BASE_WP_ID",
        kinds: PS,
        needed: Needed::Always,
        complete: "The id without its trailing `-v{N}`; it stays the same over all revisions.",
        source: "Part 5.5 [CX-580E]",
        snippet: "- BASE_WP_ID: ${1:WP-1-Name}",
        ..BASE
    },
    FieldSpec {
        label: Label::Date,
        name: "DATE",
        needed: Needed::Always,
        complete: "When the packet was written, as an ISO date or instant.",
        source: "Part 4 [CX-581]",
        snippet: "- DATE: ${1:YYYY-MM-DDTHH:MM:SSZ}",
        ..BASE
    },
    FieldSpec {
        label: Label::MergeBaseSha,
        name: "MERGE_BASE_SHA",
        needed: Needed::Modern,
        change: Change::Free,
        complete: "The 40-digit commit where the work branch left main; nothing else on the line.",
        source: "Part 8 checklist",
        snippet: "- MERGE_BASE_SHA: ${1:40 hex digits}",
        ..BASE
    },
    FieldSpec {
        label: Label::Requestor,
        name: "REQUESTOR",
        needed: Needed::Always,
        complete: "Who asked for the work.",
        source: "Part 4 [CX-581]",
        snippet: "- REQUESTOR: ${1:user or source}",
        ..BASE
    },
    FieldSpec {
        label: Label::AgentId,
        name: "AGENT_ID",
        needed: Needed::Always,
        complete: "Which Orchestrator wrote the packet.",
        source: "Part 4 [CX-581]",
        snippet: "- AGENT_ID: ${1:orchestrator}",
        ..BASE
    },
    FieldSpec {
        label: Label::Role,
        name: "ROLE",
        needed: Needed::Always,
        values: &["Orchestrator"],
        complete: "Always `Orchestrator`: no other role writes packets.",
        source: "Part 4 [CX-581]",
        snippet: "- ROLE: Orchestrator",
        ..BASE
    },
    FieldSpec {
        label: Label::AgenticMode,
        name: "AGENTIC_MODE",
        needed: Needed::Modern,
        values: &["YES", "NO"],
        change: Change::Free,
        complete: "Whether one agent runs the whole packet: YES or NO.",
        source: "Part 1, pre-work gate",
        snippet: "- AGENTIC_MODE: ${1|YES,NO|}",
        ..BASE
    },
    FieldSpec {
        label: Label::OrchestratorModel,
        name: "ORCHESTRATOR_MODEL",
        change: Change::Free,
        complete: "The orchestrating model; needed when AGENTIC_MODE is YES.",
        source: "Part 1, pre-work gate",
        snippet: "- ORCHESTRATOR_MODEL: ${1:model}",
        ..BASE
    },
    FieldSpec {
        label: Label::OrchestrationStarted,
        name: "ORCHESTRATION_STARTED_AT_UTC",
        change: Change::Free,
        complete: "When the agentic run began, `YYYY-MM-DDTHH:MM:SSZ`; needed when AGENTIC_MODE is YES.",
        source: "Part 1, pre-work gate",
        snippet: "- ORCHESTRATION_STARTED_AT_UTC: ${1:YYYY-MM-DDTHH:MM:SSZ}",
        ..BASE
    },
    FieldSpec {
        label: Label::CoderModel,
        name: "CODER_MODEL",
        needed: Needed::Modern,
        placeholders: Placeholders::UntilClaimed,
        change: Change::Free,
        complete: "Who codes; `<unclaimed>` until the packet is In Progress.",
        source: "Part 4, claiming",
        snippet: "- CODER_MODEL: <unclaimed>",
        ..BASE
    },
    FieldSpec {
        label: Label::CoderStrength,
        name: "CODER_REASONING_STRENGTH",
        needed: Needed::Modern,
        values: &["LOW", "MEDIUM", "HIGH", "EXTRA_HIGH"],
        placeholders: Placeholders::UntilClaimed,
        change: Change::Free,
        complete: "LOW, MEDIUM, HIGH or EXTRA_HIGH; `<unclaimed>` until the packet is In Progress.",
        source: "Part 4, claiming",
        snippet: "- CODER_REASONING_STRENGTH: <unclaimed>",
        ..BASE
    },
    FieldSpec {
        label: Label::Status,
        name: "Status",
        kinds: PS,
        needed: Needed::Always,
        values: &["Ready for Dev", "In Progress", "Done", "Blocked", "Superseded"],
        change: Change::Free,
        complete: "Ready for Dev or In Progress before coding starts; later Done, Blocked or Superseded.",
        source: "Part 3.5 [CX-601]",
        snippet: "- **Status:** Ready for Dev",
        ..BASE
    },
    FieldSpec {
        label: Label::RiskTier,
        name: "RISK_TIER",
        needed: Needed::Always,
        values: &["LOW", "MEDIUM", "HIGH"],
        complete: "LOW (documents only), MEDIUM (one module) or HIGH (several modules, migrations, IPC, security), with a justification.",
        source: "Part 3.5 [CX-602]",
        snippet: "- RISK_TIER: ${1|LOW,MEDIUM,HIGH|}\n  - Justification: ${2:why this tier and not a lower one}",
        ..BASE
    },
    FieldSpec {
        label: Label::Level,
        name: "Level",
        parent: Some(Label::RiskTier),
        complete: "The tier, where RISK_TIER is written as a heading.",
        source: "Part 3.5 [CX-602]",
        ..BASE
    },
    FieldSpec {
        label: Label::Justification,
        name: "Justification",
        aliases: &["Rationale"],
        parent: Some(Label::RiskTier),
        complete: "Why this tier and not a lower one.",
        source: "Part 3.5 [CX-602]",
        snippet: "  - Justification: ${1:why this tier and not a lower one}",
        ..BASE
    },
    FieldSpec {
        label: Label::UserSignature,
        name: "USER_SIGNATURE",
        kinds: PSR,
        needed: Needed::Always,
        placeholders: Placeholders::UntilApproval,
        complete: "The user's one-time signature, `{name}{DDMMYYYYHHMM}`; it locks the packet.",
        source: "Part 2.5 [CX-585A]",
        snippet: "- USER_SIGNATURE: <pending>",
        ..BASE
    },
    FieldSpec {
        label: Label::SignatureLocked,
        name: "User Signature Locked",
        placeholders: Placeholders::UntilApproval,
        complete: "The signature again, in the footer of older packets.",
        source: "Part 5.3 [CX-607]",
        ..BASE
    },
    FieldSpec {
        label: Label::PacketFormatVersion,
        name: "PACKET_FORMAT_VERSION",
        complete: "The date of the packet format, `YYYY-MM-DD`; its presence turns the newer checks on.",
        source: "Part 1, COR-701 gate",
        snippet: "- PACKET_FORMAT_VERSION: 2026-02-01",
        ..BASE
    },
    FieldSpec {
        label: Label::RefinementFile,
        name: "REFINEMENT_FILE",
        needed: Needed::Modern,
        home: "TECHNICAL_REFINEMENT",
        complete: "The approved refinement this packet was written from.",
        source: "Part 2 [CX-585]",
        snippet: "- REFINEMENT_FILE: .GOV/refinements/${1:WP-1-Name}.md",
        ..BASE
    },
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
    FieldSpec {
        label: Label::SpecBaseline,
        name: "SPEC_BASELINE",
        kinds: PR,
        needed: Needed::Always,
        home: "AUTHORITY",
        complete: "The spec file that was current when the packet was written.",
        source: "Part 4 [CX-581]",
        snippet: "- SPEC_BASELINE: ${1:spec file}",
        ..BASE
    },
    FieldSpec {
        label: Label::SpecTarget,
        name: "SPEC_TARGET",
        aliases: &["SPEC_TARGET_RESOLVED"],
        kinds: PSR,
        needed: Needed::Always,
        home: "AUTHORITY",
        complete: "The pointer to the spec that closure is judged by.",
        source: "Part 4 [CX-581]",
        snippet: "- SPEC_TARGET: .GOV/roles_shared/SPEC_CURRENT.md",
        ..BASE
    },
    FieldSpec {
        label: Label::SpecCurrent,
        name: "SPEC_CURRENT",
        home: "AUTHORITY",
        complete: "The older form of SPEC_BASELINE and SPEC_TARGET in one.",
        source: "Part 5.1 [CX-581]",
        ..BASE
    },
    FieldSpec {
        label: Label::SpecAnchor,
        name: "SPEC_ANCHOR",
        kinds: PR,
        needed: Needed::Always,
        shape: Shape::List,
        home: "AUTHORITY",
        complete: "The Main Body sections that define the work: exact, existing, never the Roadmap.",
        source: "Part 5.2 [CX-601]",
        snippet: "- SPEC_ANCHOR: ${1:section number and title}",
        ..BASE
    },
    FieldSpec {
        label: Label::Codex,
        name: "Codex",
        needed: Needed::Always,
        home: "AUTHORITY",
        complete: "The governance reference that the spec pointer names.",
        source: "Part 4 [CX-581]",
        snippet: "- Codex: ${1:codex file}",
        ..BASE
    },
    FieldSpec {
        label: Label::TaskBoard,
        name: "Task Board",
        needed: Needed::Always,
        home: "AUTHORITY",
        complete: "The path of the task board.",
        source: "Part 4 [CX-581]",
        snippet: "- Task Board: .GOV/roles_shared/TASK_BOARD.md",
        ..BASE
    },
    FieldSpec {
        label: Label::Traceability,
        name: "WP Traceability",
        aliases: &["Traceability", "WP_TRACEABILITY_REGISTRY"],
        needed: Needed::Modern,
        home: "AUTHORITY",
        complete: "The path of the traceability registry.",
        source: "Part 5.4 [CX-580E]",
        snippet: "- WP Traceability: .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md",
        ..BASE
    },
    FieldSpec {
        label: Label::Bootstrap,
        name: "BOOTSTRAP",
        needed: Needed::Always,
        shape: Shape::Section,
        home: "BOOTSTRAP",
        complete: "The Coder's work plan: FILES_TO_OPEN, SEARCH_TERMS, RUN_COMMANDS and RISK_MAP.",
        source: "Part 3.5 [CX-608]",
        snippet: "## BOOTSTRAP",
        ..BASE
    },
    FieldSpec {
        label: Label::FilesToOpen,
        name: "FILES_TO_OPEN",
        needed: Needed::Always,
        shape: Shape::List,
        home: "BOOTSTRAP",
        complete: "START_HERE, SPEC_CURRENT and ARCHITECTURE first, then 5-15 implementation files with exact paths.",
        source: "Part 3.5 [CX-608]",
        snippet: "- FILES_TO_OPEN:\n  - .GOV/roles_shared/START_HERE.md\n  - .GOV/roles_shared/SPEC_CURRENT.md\n  - .GOV/roles_shared/ARCHITECTURE.md\n  - ${1:exact/path}",
        ..BASE
    },
    FieldSpec {
        label: Label::SearchTerms,
        name: "SEARCH_TERMS",
        needed: Needed::Always,
        shape: Shape::List,
        home: "BOOTSTRAP",
        complete: "10-20 quoted symbols, messages and feature names to search for.",
        source: "Part 3.5 [CX-608]",
        snippet: "- SEARCH_TERMS:\n  - \"${1:symbol}\"",
        ..BASE
    },
    FieldSpec {
        label: Label::RunCommands,
        name: "RUN_COMMANDS",
        needed: Needed::Always,
        shape: Shape::Commands,
        home: "BOOTSTRAP",
        complete: "3-6 commands in a fence that prove the environment works.",
        source: "Part 3.5 [CX-608]",
        snippet: "- RUN_COMMANDS:\n  ```bash\n  ${1:command}\n  ```",
        ..BASE
    },
    FieldSpec {
        label: Label::RiskMap,
        name: "RISK_MAP",
        needed: Needed::Always,
        shape: Shape::RiskMap,
        home: "BOOTSTRAP",
        complete: "3-8 items of the form `\"failure mode\" -> \"affected subsystem\"`.",
        source: "Part 3.5 [CX-608]",
        snippet: "- RISK_MAP:\n  - \"${1:failure mode}\" -> \"${2:affected subsystem}\"",
        ..BASE
    },
    FieldSpec {
        label: Label::Dependencies,
        name: "Dependencies",
        aliases: &["DEPENDENCIES / BLOCKERS"],
        kinds: PS,
        shape: Shape::Section,
        home: "Dependencies",
        complete: "What this packet waits for and what waits for it.",
        source: "Part 7 [CX-573E]",
        ..BASE
    },
    FieldSpec {
        label: Label::DependsOn,
        name: "Depends on",
        aliases: &["Requires"],
        kinds: PS,
        parent: Some(Label::Dependencies),
        home: "Dependencies",
        complete: "The work packets that must be VALIDATED first, or NONE.",
        source: "Part 7 [CX-573E]",
        snippet: "- Depends on: ${1:NONE}",
        ..BASE
    },
    FieldSpec {
        label: Label::Blocks,
        name: "Blocks",
        aliases: &["Enables"],
        kinds: PS,
        parent: Some(Label::Dependencies),
        home: "Dependencies",
        complete: "The work packets that wait for this one, or NONE.",
        source: "Part 7 [CX-573E]",
        snippet: "- Blocks: ${1:NONE}",
        ..BASE
    },
    FieldSpec {
        label: Label::CanStart,
        name: "Can start independently",
        parent: Some(Label::Dependencies),
        home: "Dependencies",
        complete: "What can begin without this packet.",
        source: "Part 7 [CX-573E]",
        ..BASE
    },
    FieldSpec {
        label: Label::Blocker,
        name: "Blocker",
        home: "Dependencies",
        change: Change::Free,
        complete: "The work packet or decision that holds this one up.",
        source: "Part 7 [CX-635]",
        snippet: "- Blocker: ${1:WP-1-Name} (Status: ${2})",
        ..BASE
    },
    FieldSpec {
        label: Label::Notes,
        name: "Notes",
        kinds: PS,
        shape: Shape::Section,
        placeholders: Placeholders::Always,
        change: Change::AppendOnly,
        home: "SKELETON",
        complete: "Anything worth keeping.",
        source: "Part 5.1 [CX-581]",
        ..BASE
    },
    FieldSpec {
        label: Label::OpenQuestions,
        name: "Open questions",
        shape: Shape::List,
        placeholders: Placeholders::Always,
        change: Change::Free,
        home: "SKELETON",
        complete: "Questions that must be answered before coding starts.",
        source: "Part 4 [CX-581]",
        ..BASE
    },
    FieldSpec {
        label: Label::Assumptions,
        name: "Assumptions",
        shape: Shape::List,
        placeholders: Placeholders::Always,
        change: Change::Free,
        home: "SKELETON",
        complete: "What the packet takes for granted, each marked ASSUMPTION.",
        source: "Part 4 [CX-581]",
        ..BASE
    },
    FieldSpec {
        label: Label::LastUpdated,
        name: "Last Updated",
        placeholders: Placeholders::Always,
        change: Change::Free,
        complete: "When the packet last changed.",
        source: "Part 5.1 [CX-581]",
        ..BASE
    },
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
    manifest(
        Label::SpecTargetResolved,
        "Spec Target Resolved",
        "The spec file the pointer named when the work was checked.",
    ),
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
