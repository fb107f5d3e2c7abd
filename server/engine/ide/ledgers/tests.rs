use std::sync::Arc;

use super::registry::Active;
use super::*;
use crate::config::Config;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::text::edit::Edits;

fn document(kind: Kind, text: &str) -> Document {
    Document::new("file.md", kind, text, Arc::new(Config::default()))
}

#[track_caller]
fn after(document: &Document, edits: Vec<Edit>) -> String {
    Edits::new(edits).and_then(|edits| edits.apply(&document.text)).expect("they fit")
}

const BOARD: &str = "# Board\n\n## Ready for Dev\n\n- **[WP-1-One]** - [READY_FOR_DEV]\n  note\n- **[WP-1-Two]** - [READY_FOR_DEV]\n\n## In Progress\n\n## Blocked\n\nNothing is blocked.\n\n## Active (Cross-Branch Status)\n\n- **[WP-1-One]** - [ACTIVE]\n";

#[test]
fn an_entry_moves_to_its_section_with_what_stands_below_it() {
    let board = document(Kind::Board, BOARD);
    let moved = after(&board, board::put(&board, "WP-1-One", State::InProgress, ""));
    let wanted = BOARD.replace("- **[WP-1-One]** - [READY_FOR_DEV]\n  note\n", "");
    assert_eq!(
        moved,
        wanted.replace("## In Progress\n", "## In Progress\n\n- **[WP-1-One]** - [IN_PROGRESS]\n  note\n")
    );
    let again = document(Kind::Board, &moved);
    assert_eq!(board::put(&again, "WP-1-One", State::InProgress, ""), []);
}

#[test]
fn a_new_entry_stands_behind_the_others_and_behind_words() {
    let board = document(Kind::Board, BOARD);
    let added = after(&board, board::put(&board, "WP-1-New", State::Ready, ""));
    assert!(
        added.contains("- **[WP-1-Two]** - [READY_FOR_DEV]\n- **[WP-1-New]** - [READY_FOR_DEV]\n\n##"),
        "{added}"
    );
    let added = after(&board, board::put(&board, "WP-1-New", State::Blocked, "waits for WP-1-Two"));
    assert!(
        added.contains("Nothing is blocked.\n\n- **[WP-1-New]** - BLOCKED: waits for WP-1-Two\n\n##"),
        "{added}"
    );
}

#[test]
fn a_section_that_is_missing_is_made_and_line_ends_stay() {
    let board = document(Kind::Board, &BOARD.replace('\n', "\r\n"));
    let added = after(&board, board::put(&board, "WP-1-One", State::Done, "VALIDATED"));
    assert!(
        added.ends_with("\r\n\r\n## Done\r\n\r\n- **[WP-1-One]** - [VALIDATED]\r\n  note\r\n"),
        "{added}"
    );
    assert_eq!(added.matches('\n').count(), added.matches("\r\n").count());
}

#[test]
fn two_entries_become_one() {
    let twice = format!("{BOARD}\n## Done\n\n- **[WP-1-Two]** - [VALIDATED]\n");
    let board = document(Kind::Board, &twice);
    let moved = after(&board, board::put(&board, "WP-1-Two", State::Done, "FAIL"));
    assert_eq!(moved.matches("WP-1-Two").count(), 1, "{moved}");
    assert!(moved.ends_with("## Done\n\n- **[WP-1-Two]** - [FAIL]\n"), "{moved}");
}

#[test]
fn a_row_is_repointed_and_a_new_one_is_appended() {
    let text = "| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n| WP-1-One | `.GOV/task_packets/WP-1-One.md` | Ready for Dev: WP-1-One | active=WP-1-One; supersedes: WP-1-Old; kept |\n\nEnd.\n";
    let registry = document(Kind::Registry, text);
    let active = Active {
        base: "WP-1-One",
        id: "WP-1-One-v2",
        path: ".GOV/task_packets/WP-1-One-v2.md",
        state: State::Ready,
        supersedes: Some("WP-1-One"),
    };
    let repointed = after(&registry, registry::put(&registry, &active));
    let row = "| WP-1-One | `.GOV/task_packets/WP-1-One-v2.md` | Ready for Dev: WP-1-One-v2 | active=WP-1-One-v2; supersedes: WP-1-One, WP-1-Old; kept |";
    assert!(repointed.contains(row), "{repointed}");
    let new = Active { base: "WP-1-Two", id: "WP-1-Two", path: "p.md", supersedes: None, ..active };
    let appended = after(&registry, registry::put(&registry, &new));
    assert!(
        appended.contains("kept |\n| WP-1-Two | p.md | Ready for Dev: WP-1-Two | active=WP-1-Two |\n\nEnd."),
        "{appended}"
    );
}

const AUDIT: &str = "| Signature | Used By | Date | Purpose | Spec | Notes |\n|---|---|---|---|---|---|\n| mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Two | v01 | - |\n| mara040320260915 | Orchestrator | 2026-03-04 09:15 | Task packet creation: WP-1-One | v01 | - |\n";

#[test]
fn a_signature_is_recorded_where_the_newest_stands() {
    let audit = document(Kind::Audit, AUDIT);
    let edit = audit::record(
        &audit,
        "mara060320261030",
        "Task packet creation: WP-1-New",
        "v02",
        "Approved | twice.",
    );
    let recorded = after(&audit, edit.into_iter().collect());
    let row = "| mara060320261030 | Orchestrator | 2026-03-06 10:30 | Task packet creation: WP-1-New | v02 | Approved \\| twice. |\n";
    assert!(recorded.contains(&format!("|---|---|\n{row}| mara05")), "{recorded}");
    let (head, rows) = AUDIT.split_at(AUDIT.find("| mara05").expect("a row"));
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    let audit = document(Kind::Audit, &format!("{head}{}\n", rows.join("\n")));
    let edit = audit::record(&audit, "mara060320261030", "Task packet creation: WP-1-New", "v02", "-");
    assert!(after(&audit, edit.into_iter().collect()).ends_with("| v02 | - |\n"));
    assert_eq!(audit::record(&audit, "mara990320261030", "", "", ""), None, "there is no such day");
}

#[test]
fn a_signature_is_marked_invalid_once() {
    let audit = document(Kind::Audit, AUDIT);
    let marked = after(&audit, audit::invalidate(&audit, "mara040320260915", "used twice"));
    let wanted = AUDIT.replace(
        "| Task packet creation: WP-1-One",
        "| (INVALID - used twice) Task packet creation: WP-1-One",
    );
    assert_eq!(marked, wanted);
    let again = document(Kind::Audit, &marked);
    assert_eq!(audit::invalidate(&again, "mara040320260915", "used twice"), []);
}
