//! Rules about the file itself: bytes, fences, sections.

pub mod hidden_heading;

family! { 'A', "File, encoding, structure";
    file_bom
    fence_unclosed
    fence_broken
    literal_newline_escape
    file_non_ascii
    file_mojibake
    section_missing
    section_duplicate
    section_empty
    field_duplicate
    template_preamble_left
    packet_format_version_missing
    packet_format_version_invalid
    section_order
    user_context_missing
    suppression_reason_missing
    suppression_unknown_rule
    suppression_unused
    config
}

use crate::document::kind::Kind;

/// The kinds of file in which a comment can silence a rule.
const WITH_COMMENTS: &[Kind] = &[
    Kind::Packet,
    Kind::Stub,
    Kind::Refinement,
    Kind::Board,
    Kind::Audit,
    Kind::Registry,
    Kind::SpecPointer,
    Kind::Spec,
    Kind::Governance,
];
