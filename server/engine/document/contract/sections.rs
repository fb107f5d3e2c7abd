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

/// Whether a section (normalised name) holds reports and logs, in which nothing is metadata.
pub fn holds_reports(name: &str) -> bool {
    name.starts_with("VALIDATION_REPORT") || name == "EVIDENCE"
}
