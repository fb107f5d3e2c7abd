//! One thing that a person could choose to do about a finding, and how it is shown before it is done.

use std::sync::Arc;

use engine::diagnostics::{Diagnostic, guard};
use engine::document::Document;
use engine::engine::Snapshot;
use engine::ide::offers::answering;
use engine::ide::source_change::SourceChange;
use engine::rules::report::Fix;
use engine::text::edit::Edits;
use similar::{ChangeTag, TextDiff};

use super::change::diff;

/// One thing that could be done about a finding.
pub enum Choice {
    Fix(Fix),
    Move(SourceChange),
}

impl Choice {
    pub fn title(&self) -> &str {
        match self {
            Choice::Fix(fix) => &fix.title,
            Choice::Move(change) => &change.title,
        }
    }

    pub fn preview(&self, document: &Document) -> String {
        match self {
            Choice::Fix(fix) => preview(document, fix),
            Choice::Move(change) => {
                diff(change).lines().map(|line| format!("    {line}\n")).collect::<String>()
            }
        }
    }
}

/// What could be done about a finding: its fixes, and the changes of other files that answer it.
pub fn choices(snapshot: &Snapshot, document: &Arc<Document>, found: &Diagnostic) -> Vec<Choice> {
    let workspace = &snapshot.workspace;
    let open = |fix: &&Fix| guard::refused(document, workspace, &fix.edits).is_none();
    let fixes = found.fixes.iter().filter(open).cloned().map(Choice::Fix);
    let moves = answering(document, workspace, found).into_iter().filter_map(|offer| offer.change().ok());
    fixes.chain(moves.map(Choice::Move)).collect()
}

/// The lines that a fix takes and gives.
fn preview(document: &Document, fix: &Fix) -> String {
    let after = Edits::new(fix.edits.clone()).and_then(|edits| edits.apply(&document.text));
    let Some(after) = after else { return String::new() };
    let diff = TextDiff::from_lines(&*document.text, after.as_str());
    let mut out = String::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => continue,
        };
        out.push_str(&format!("    {mark}{}\n", change.value().trim_end_matches(['\n', '\r'])));
    }
    out
}
