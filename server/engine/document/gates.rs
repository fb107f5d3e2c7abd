//! The orchestrator's gates log: which gate a work packet passed, and when (Part 2.5.7).

use super::Document;
use crate::syntax::json::{self, JsonError, Value};
use crate::text::range::Range;

/// The gates, in the order they must be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gate {
    Refinement,
    Signature,
    Prepare,
}

impl Gate {
    pub fn of(written: &str) -> Option<Gate> {
        match written {
            "REFINEMENT" => Some(Gate::Refinement),
            "SIGNATURE" => Some(Gate::Signature),
            "PREPARE" => Some(Gate::Prepare),
            _ => None,
        }
    }
}

/// A string of the log with its place, quotes excluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub range: Range,
}

/// One record. Old records lack most members, so all are optional.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Record {
    /// The whole object.
    pub range: Range,
    pub wp: Option<Said>,
    pub gate: Option<Said>,
    pub timestamp: Option<Said>,
    pub signature: Option<Said>,
    pub branch: Option<Said>,
    pub worktree: Option<Said>,
    pub coder: Option<Said>,
}

/// The log as read, or why it cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Log {
    Records(Vec<Record>),
    NotJson(JsonError),
    /// JSON without a `gate_logs` array.
    NoLogs,
}

impl Document {
    /// The gates log, read once and remembered.
    pub fn gates_log(&self) -> &Log {
        self.gates_log.get_or_init(|| read(&self.text))
    }

    /// The records, where the log can be read.
    pub fn gate_records(&self) -> &[Record] {
        match self.gates_log() {
            Log::Records(records) => records,
            Log::NotJson(_) | Log::NoLogs => &[],
        }
    }
}

fn read(text: &str) -> Log {
    let root = match json::parse(text) {
        Ok(root) => root,
        Err(error) => return Log::NotJson(error),
    };
    let Some(logs) = root.get("gate_logs").and_then(Value::as_array) else { return Log::NoLogs };
    Log::Records(logs.iter().map(record).collect())
}

fn record(value: &Value) -> Record {
    let said = |key: &str| {
        let member = value.get(key)?;
        let text = member.as_str()?.to_string();
        // The string's own range includes its quotes.
        Some(Said { text, range: Range::new(member.range.start + 1, member.range.end.saturating_sub(1)) })
    };
    Record {
        range: value.range,
        wp: said("wpId"),
        gate: said("type"),
        timestamp: said("timestamp"),
        signature: said("signature"),
        branch: said("branch"),
        worktree: said("worktree_dir"),
        coder: said("coder_id"),
    }
}
