//! The sections of a packet, in template order.

use super::Change;
use super::Change::{AppendOnly, Free, Frozen};
use Group::{Every, Modern};

/// One H2 section of a packet.
#[derive(Debug)]
pub struct SectionSpec {
    /// Normalised heading, without parenthesised or bracketed suffix.
    pub name: &'static str,
    /// The heading line as the template writes it.
    pub heading: &'static str,
    pub group: Group,
    /// What may change of its own lines, outside labelled fields, once the packet is signed (Part 5.6 [CX-607]).
    pub change: Change,
    /// What the template writes below the heading, where that is not the fields at home here.
    pub body: &'static str,
}

/// Who must have a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Every packet (Part 5.1 [CX-581]).
    Every,
    /// Packets that state a PACKET_FORMAT_VERSION.
    Modern,
}

const fn row(
    name: &'static str,
    heading: &'static str,
    group: Group,
    change: Change,
    body: &'static str,
) -> SectionSpec {
    SectionSpec { name, heading, group, change, body }
}

pub const SECTIONS: &[SectionSpec] = &[
    row("METADATA", "## METADATA", Every, Free, ""),
    row("TECHNICAL_REFINEMENT", "## TECHNICAL_REFINEMENT (MASTER SPEC)", Modern, Free, ""),
    row("SCOPE", "## SCOPE", Every, Frozen, ""),
    row("WAIVERS_GRANTED", "## WAIVERS GRANTED", Modern, AppendOnly, "- NONE"),
    row("QUALITY_GATE", "## QUALITY_GATE", Every, Frozen, ""),
    row("AUTHORITY", "## AUTHORITY", Every, Frozen, ""),
    row("LINEAGE_AUDIT", "## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]", Modern, Frozen, "- N/A"),
    row("BOOTSTRAP", "## BOOTSTRAP", Every, Frozen, ""),
    row(
        "SKELETON",
        "## SKELETON",
        Modern,
        Free,
        "- Proposed interfaces: ${1}\n- Open questions: ${2:NONE}\n- Notes: ${3:NONE}",
    ),
    row("END_TO_END_CLOSURE_PLAN", "## END_TO_END_CLOSURE_PLAN [CX-E2E-001]", Modern, Free, ""),
    row(
        "IMPLEMENTATION",
        "## IMPLEMENTATION",
        Modern,
        Free,
        "- (Coder fills this once the skeleton is approved.)",
    ),
    row("HYGIENE", "## HYGIENE", Modern, Free, "- (Coder fills this once there is code.)"),
    row("VALIDATION", "## VALIDATION", Every, Free, ""),
    row(
        "STATUS_HANDOFF",
        "## STATUS_HANDOFF",
        Modern,
        Free,
        "- Current WP_STATUS: ${1}\n- What changed in this update: ${2}\n- Next step: ${3}",
    ),
    row(
        "EVIDENCE_MAPPING",
        "## EVIDENCE_MAPPING",
        Modern,
        Free,
        "- (Coder fills in each requirement with file and line.)",
    ),
    row(
        "EVIDENCE",
        "## EVIDENCE",
        Modern,
        AppendOnly,
        "- (Coder appends commands, exit codes and log hashes.)",
    ),
    row("VALIDATION_REPORTS", "## VALIDATION_REPORTS", Modern, AppendOnly, "- (Validator appends reports.)"),
];

/// The parts of a refinement behind its metadata, in template order: the normalised name and the text (Part 2 [CX-585]).
pub const REFINEMENT: &[(&str, &str)] = &[
    ("GAPS_IDENTIFIED", "### GAPS_IDENTIFIED\n- ${1:NONE}"),
    (
        "FLIGHT_RECORDER_INTERACTION",
        "### FLIGHT_RECORDER_INTERACTION (event IDs + telemetry triggers)\n- ${1:NONE}",
    ),
    ("RED_TEAM_ADVISORY", "### RED_TEAM_ADVISORY (security failure modes)\n- ${1:NONE}"),
    ("PRIMITIVES", "### PRIMITIVES (traits/structs/enums)\n- ${1:NONE}"),
    (
        "CLEARLY_COVERS",
        "### CLEARLY_COVERS (5-point checklist)\n- Appears in Main Body: [ ] PASS\n- Explicitly named: [ ] PASS\n- Specific: [ ] PASS\n- Measurable acceptance criteria: [ ] PASS\n- No ambiguity: [ ] PASS\n- CLEARLY_COVERS_VERDICT: ${1:<pending>}\n- CLEARLY_COVERS_REASON: ${2}\n- AMBIGUITY_FOUND: ${3:<pending>}\n- AMBIGUITY_REASON: ${4:NONE}",
    ),
    ("ENRICHMENT", "### ENRICHMENT\n- ENRICHMENT_NEEDED: ${1:<pending>}\n- REASON_NO_ENRICHMENT: ${2}"),
    (
        "PROPOSED_SPEC_ENRICHMENT",
        "#### PROPOSED_SPEC_ENRICHMENT (VERBATIM)\n```md\n${1:<paste the text>}\n```",
    ),
    (
        "SPEC_ANCHORS",
        "### SPEC_ANCHORS (REQUIRED: one or more)\n\n#### ANCHOR 1\n- SPEC_ANCHOR: ${1}\n- CONTEXT_START_LINE: ${2}\n- CONTEXT_END_LINE: ${3}\n- CONTEXT_TOKEN: ${4}\n- EXCERPT_ASCII_ESCAPED:\n  ```text\n  ${5:<paste excerpt>}\n  ```",
    ),
    (
        "ANCHOR_1",
        "#### ANCHOR 1\n- SPEC_ANCHOR: ${1}\n- CONTEXT_START_LINE: ${2}\n- CONTEXT_END_LINE: ${3}\n- CONTEXT_TOKEN: ${4}\n- EXCERPT_ASCII_ESCAPED:\n  ```text\n  ${5:<paste excerpt>}\n  ```",
    ),
];

/// Whether a section (normalised name) holds reports and logs, in which nothing is metadata.
pub fn holds_reports(name: &str) -> bool {
    name.starts_with("VALIDATION_REPORT") || name == "EVIDENCE"
}
