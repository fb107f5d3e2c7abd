//! The sections of a packet, in template order.

/// One H2 section of a packet.
#[derive(Debug)]
pub struct SectionSpec {
    /// Normalised heading, without parenthesised or bracketed suffix.
    pub name: &'static str,
    /// The heading line as the template writes it.
    pub heading: &'static str,
    pub group: Group,
}

/// Who must have a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Every packet (Part 5.1 [CX-581]).
    Every,
    /// Packets that state a PACKET_FORMAT_VERSION.
    Modern,
}

const fn row(name: &'static str, heading: &'static str, group: Group) -> SectionSpec {
    SectionSpec { name, heading, group }
}

pub const SECTIONS: &[SectionSpec] = &[
    row("METADATA", "## METADATA", Group::Every),
    row("TECHNICAL_REFINEMENT", "## TECHNICAL_REFINEMENT (MASTER SPEC)", Group::Modern),
    row("SCOPE", "## SCOPE", Group::Every),
    row("WAIVERS_GRANTED", "## WAIVERS GRANTED", Group::Modern),
    row("QUALITY_GATE", "## QUALITY_GATE", Group::Every),
    row("AUTHORITY", "## AUTHORITY", Group::Every),
    row("LINEAGE_AUDIT", "## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]", Group::Modern),
    row("BOOTSTRAP", "## BOOTSTRAP", Group::Every),
    row("SKELETON", "## SKELETON", Group::Modern),
    row("END_TO_END_CLOSURE_PLAN", "## END_TO_END_CLOSURE_PLAN [CX-E2E-001]", Group::Modern),
    row("IMPLEMENTATION", "## IMPLEMENTATION", Group::Modern),
    row("HYGIENE", "## HYGIENE", Group::Modern),
    row("VALIDATION", "## VALIDATION", Group::Every),
    row("STATUS_HANDOFF", "## STATUS_HANDOFF", Group::Modern),
    row("EVIDENCE_MAPPING", "## EVIDENCE_MAPPING", Group::Modern),
    row("EVIDENCE", "## EVIDENCE", Group::Modern),
    row("VALIDATION_REPORTS", "## VALIDATION_REPORTS", Group::Modern),
];

/// Whether a section (normalised name) holds reports and logs, in which nothing is metadata.
pub fn holds_reports(name: &str) -> bool {
    name.starts_with("VALIDATION_REPORT") || name == "EVIDENCE"
}
