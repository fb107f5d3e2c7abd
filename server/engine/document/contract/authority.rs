//! The fields of AUTHORITY, BOOTSTRAP, dependencies and notes (Parts 3.5, 5 and 7), in template order.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Placeholders, Shape};
use crate::document::kind::Kind;

const PS: &[Kind] = &[Kind::Packet, Kind::Stub];
const PR: &[Kind] = &[Kind::Packet, Kind::Refinement];
const BASE: FieldSpec = FieldSpec::BASE;

pub const FIELDS: &[FieldSpec] = &[
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
        kinds: PS,
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
        source: "Part 5.7 [CX-580E]",
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
];
