//! Blocks that roles paste into their messages and keep in files: gate output, lifecycle, handoff, escalation
//! ([CX-GATE-UX-001], [CX-LIFE-001], [CX-WT-001]).

use super::Document;
use crate::text::range::Range;

/// What a block is, by the line it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    GateOutput,
    GateStatus,
    NextCommands,
    Lifecycle,
    HardGateOutput,
    HardGateReason,
    HardGateNextActions,
    /// `Task Packet: <path of a packet>`
    Handoff,
    /// A line with `SLA ESCALATION`.
    Escalation,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// The line it begins with, without its end.
    pub header: Range,
    /// The lines below, up to the next block or the end of the fence.
    pub body: Range,
    /// The `KEY: value` lines below.
    pub entries: Vec<Entry>,
}

/// One `- KEY: value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: Range,
    pub value: Range,
}

impl Block {
    /// What stands behind a key; `None` where the block has no such line.
    pub fn value(&self, key: &str, text: &str) -> Option<Range> {
        self.entries
            .iter()
            .find(|entry| entry.key.of(text).eq_ignore_ascii_case(key))
            .map(|entry| entry.value)
    }
}

impl Document {
    /// Every block whose first line begins at the margin, in order; fences hold them as often as not.
    pub fn message_blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut open = false;
        for number in 0..self.lines().line_count() {
            let line = self.lines().line_range(&self.text, number);
            let words = line.of(&self.text);
            if let Some(kind) = kind_of(words, &self.config.layout.packets) {
                let body = Range::empty(self.lines().line_start(number + 1).min(self.text.len()));
                blocks.push(Block { kind, header: line, body, entries: Vec::new() });
                open = true;
                continue;
            }
            open &= !words.trim_start().starts_with("```");
            let Some(block) = blocks.last_mut().filter(|_| open) else { continue };
            // What stands behind an empty line is no longer part of the short blocks.
            let is_short = matches!(block.kind, BlockKind::GateStatus | BlockKind::Lifecycle);
            if is_short && words.trim().is_empty() && !block.entries.is_empty() {
                open = false;
                continue;
            }
            block.body.end = line.end;
            block.entries.extend(entry(line, words));
        }
        blocks
    }
}

fn kind_of(line: &str, packets: &str) -> Option<BlockKind> {
    const NAMES: &[(&str, BlockKind)] = &[
        ("GATE_OUTPUT", BlockKind::GateOutput),
        ("GATE_STATUS", BlockKind::GateStatus),
        ("PHASE_STATUS", BlockKind::GateStatus),
        ("NEXT_COMMANDS", BlockKind::NextCommands),
        ("LIFECYCLE", BlockKind::Lifecycle),
        ("HARD_GATE_OUTPUT", BlockKind::HardGateOutput),
        ("HARD_GATE_REASON", BlockKind::HardGateReason),
        ("HARD_GATE_NEXT_ACTIONS", BlockKind::HardGateNextActions),
    ];
    let named = NAMES.iter().find_map(|(name, kind)| {
        let rest = line.strip_prefix(name)?.trim();
        (rest.is_empty() || rest == ":" || rest.starts_with("[CX-")).then_some(*kind)
    });
    let is_handoff = || {
        let path = line.strip_prefix("Task Packet: ")?.trim_start_matches('/');
        path.strip_prefix(packets).is_some_and(|rest| rest.starts_with('/')).then_some(BlockKind::Handoff)
    };
    // An escalation may begin with a sign of warning.
    let is_escalation = || {
        let at = line.find("SLA ESCALATION:")?;
        let sign = line.get(..at)?;
        let is_sign = !sign.contains(|letter: char| letter.is_ascii_alphanumeric() || "#`>".contains(letter));
        is_sign.then_some(BlockKind::Escalation)
    };
    named.or_else(is_handoff).or_else(is_escalation)
}

fn entry(line: Range, words: &str) -> Option<Entry> {
    let label = words.trim_start().trim_start_matches(['-', '*', ' ']);
    let (key, value) = label.split_once(':')?;
    let key_start = line.start + words.len() - label.len();
    let key = key.trim_end_matches('*');
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_ ".contains(&byte)) {
        return None;
    }
    let value = value.trim_start_matches(['*', ' ']);
    let start = line.end - value.len();
    Some(Entry {
        key: Range::new(key_start, key_start + key.len()),
        value: Range::new(start, start + value.trim_end().len()),
    })
}
