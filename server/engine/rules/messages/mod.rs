//! Rules about the blocks that roles paste into their messages, where a file keeps them. All are off until they are
//! selected or given a severity: protocols and templates show such blocks, too.

family! { 'Z', "Gate and handoff blocks";
    gate_status_phase
    gate_status_result
    gate_status_incomplete
    gate_why_length
    next_commands_count
    gate_output_without_status
    operator_action_missing
    lifecycle_stage
    lifecycle_wp_id
    lifecycle_phase_mismatch
    hard_gate_sequence
    handoff_incomplete
    handoff_mismatch
    escalation_incomplete
}

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::message::{Block, BlockKind};
use crate::rules::Rule;
use crate::rules::report::Severity;
use crate::text::range::Range;

/// What all rules of the family are.
const BASE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    off: true,
    ..Rule::BASE
};

/// The steps of the workflow, in their order ([CX-LIFE-001]).
const STAGES: &[&str] = &[
    "STUB",
    "REFINEMENT",
    "APPROVAL",
    "SIGNATURE",
    "PREPARE",
    "PACKET_CREATE",
    "PRE_WORK",
    "DELEGATION",
    "STATUS_SYNC",
];

/// The blocks of one kind.
fn blocks(document: &Document, kind: BlockKind) -> impl Iterator<Item = Block> {
    document.message_blocks().into_iter().filter(move |block| block.kind == kind)
}

/// The value of a key, where somebody filled it in: templates have choices and placeholders there.
fn filled<'a>(document: &'a Document, block: &Block, key: &str) -> Option<(Range, &'a str)> {
    let place = block.value(key, &document.text)?;
    let said = place.of(&document.text);
    (!is_open(said) && !said.is_empty()).then_some((place, said))
}

/// Whether words are those of a template.
fn is_open(said: &str) -> bool {
    said.starts_with(['<', '{']) || said.contains('|') || said.contains("{WP") || said.contains("<WP")
}

/// Which keys a block lacks.
fn lacks(document: &Document, block: &Block, keys: &[&'static str]) -> Vec<&'static str> {
    keys.iter().copied().filter(|key| block.value(key, &document.text).is_none()).collect()
}
