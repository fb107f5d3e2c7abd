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
use crate::document::contract::label;
use crate::document::contract::words::{STAGES, find};
use crate::document::kind::Kind;
use crate::document::message::{Block, BlockKind};
use crate::document::template::Insertion;
use crate::rules::Rule;
use crate::rules::report::{Report, Severity};
use crate::text::range::Range;

/// What all rules of the family are.
const BASE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    off: true,
    ..Rule::BASE
};

/// The steps of the workflow, in their order ([CX-LIFE-001]).
fn stages() -> Vec<&'static str> {
    STAGES.iter().map(|stage| stage.name).collect()
}

/// Objects to what is no step, and offers each.
fn judge_stage(place: Range, said: &str, report: &mut Report) {
    if find(STAGES, said).is_none() {
        let finding = report.at(place, format!("`{said}` is none of {}", stages().join(", ")));
        for stage in stages() {
            finding.replace(place, stage);
        }
    }
}

/// How a gate ends.
const RESULTS: &[&str] = &["PASS", "FAIL", "BLOCKED"];

/// What is still to be said of a key of GATE_STATUS.
fn stop(key: &str, number: usize) -> String {
    match key {
        "PHASE" => format!("${{{number}|{}|}}", stages().join(",")),
        "RESULT" => format!("${{{number}|{}|}}", RESULTS.join(",")),
        "GATE_RAN" => format!("${{{number}:command}}"),
        _ => format!("${{{number}:one or two sentences}}"),
    }
}

/// Text below the last line of a block; `None` where the block is a fence, of which it knows only the heading.
fn behind(document: &Document, block: &Block, text: &str) -> Option<Insertion> {
    let words = Range::new(block.header.end, block.body.end).of(&document.text).trim_end();
    let at = block.header.end + words.len();
    let next = document.text.get(at..)?.trim_start();
    let snippet = text.replace('\n', document.line_end());
    (!words.is_empty() || !next.starts_with("```")).then_some(Insertion { at, snippet, place: label::COUNT })
}

/// Lines below the last entry of a block.
fn behind_entries(document: &Document, block: &Block, lines: &str) -> Insertion {
    let last = block.entries.last().map_or(block.header, |entry| document.line_at(entry.key.start));
    Insertion { at: last.end, snippet: lines.replace('\n', document.line_end()), place: label::COUNT }
}

/// The packet that a handoff is about.
fn handed(header: &str) -> &str {
    header.trim_start_matches("Task Packet:").trim().trim_start_matches('/')
}

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
