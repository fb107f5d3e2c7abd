//! The sections of a packet, in template order.

use super::Change;

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
}

/// Who must have a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Every packet (Part 5.1 [CX-581]).
    Every,
    /// Packets that state a PACKET_FORMAT_VERSION.
    Modern,
}

const fn row(name: &'static str, heading: &'static str, group: Group, change: Change) -> SectionSpec {
    SectionSpec { name, heading, group, change }
}

pub const SECTIONS: &[SectionSpec] = &[
    row("METADATA", "## METADATA", Group::Every, Change::Free),
    row("TECHNICAL_REFINEMENT", "## TECHNICAL_REFINEMENT (MASTER SPEC)", Group::Modern, Change::Free),
    row("SCOPE", "## SCOPE", Group::Every, Change::Frozen),
    row("WAIVERS_GRANTED", "## WAIVERS GRANTED", Group::Modern, Change::AppendOnly),
    row("QUALITY_GATE", "## QUALITY_GATE", Group::Every, Change::Frozen),
    row("AUTHORITY", "## AUTHORITY", Group::Every, Change::Frozen),
    row("LINEAGE_AUDIT", "## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]", Group::Modern, Change::Frozen),
    row("BOOTSTRAP", "## BOOTSTRAP", Group::Every, Change::Frozen),
    row("SKELETON", "## SKELETON", Group::Modern, Change::Free),
    row("END_TO_END_CLOSURE_PLAN", "## END_TO_END_CLOSURE_PLAN [CX-E2E-001]", Group::Modern, Change::Free),
    row("IMPLEMENTATION", "## IMPLEMENTATION", Group::Modern, Change::Free),
    row("HYGIENE", "## HYGIENE", Group::Modern, Change::Free),
    row("VALIDATION", "## VALIDATION", Group::Every, Change::Free),
    row("STATUS_HANDOFF", "## STATUS_HANDOFF", Group::Modern, Change::Free),
    row("EVIDENCE_MAPPING", "## EVIDENCE_MAPPING", Group::Modern, Change::Free),
    row("EVIDENCE", "## EVIDENCE", Group::Modern, Change::AppendOnly),
    row("VALIDATION_REPORTS", "## VALIDATION_REPORTS", Group::Modern, Change::AppendOnly),
];

/// Whether a section (normalised name) holds reports and logs, in which nothing is metadata.
pub fn holds_reports(name: &str) -> bool {
    name.starts_with("VALIDATION_REPORT") || name == "EVIDENCE"
}
