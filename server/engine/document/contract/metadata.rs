//! The fields of METADATA and of the refinement pointer (Parts 2, 3.5 and 4), in template order.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Placeholders};
use crate::document::kind::Kind;

const PS: &[Kind] = &[Kind::Packet, Kind::Stub];
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
        snippet: "- CODER_MODEL: ${1:<unclaimed>}",
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
        snippet: "- CODER_REASONING_STRENGTH: ${1:<unclaimed>}",
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
];
