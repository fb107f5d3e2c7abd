//! Folders that come and go, and files that do.

use serde_json::{Value, json};

use crate::client::{ONE, Session, with_code};

const SIGNED: &str = "- USER_SIGNATURE: mara050320260915\n";
const LEFT: &str = "left/.GOV/task_packets/WP-1-One.md";
const LEFT_TOO: &str = "left/.GOV/task_packets/WP-1-Two.md";
const RIGHT: &str = "right/.GOV/task_packets/WP-1-One.md";

/// The next list for this file, whatever its version.
fn next(session: &mut Session, path: &str) -> Vec<Value> {
    let uri = session.uri(path);
    loop {
        let message = session.receive();
        if message["params"]["uri"] == *uri {
            return message["params"]["diagnostics"].as_array().cloned().expect("a list");
        }
    }
}

#[test]
fn folder_that_is_removed_loses_its_squiggles_and_the_other_keeps_its_own() {
    let files = [(LEFT, SIGNED), (LEFT_TOO, SIGNED), (RIGHT, SIGNED), ("left/taskpacket.toml", "x = 1\n")];
    let mut session = Session::start(&files);
    session.folders(&["left", "right"], &[""]);
    assert!(!next(&mut session, "left/taskpacket.toml").is_empty());
    session.open(LEFT);
    session.open(RIGHT);
    assert!(with_code(&session.published(LEFT, 1), "signature-reused").is_some());
    assert!(!session.published(RIGHT, 1).is_empty());
    session.folders(&[], &["left"]);
    assert_eq!(next(&mut session, LEFT), Vec::<Value>::new());
    assert_eq!(next(&mut session, "left/taskpacket.toml"), Vec::<Value>::new());
    // What the client still says about it brings nothing back.
    session.edit(LEFT, 2, json!([{ "text": "- RISK_TIER: huge\n" }]));
    session.watched(LEFT_TOO);
    session.edit(RIGHT, 2, json!([{ "text": "- RISK_TIER: huge\n" }]));
    let message = session.asked("textDocument/publishDiagnostics");
    assert_eq!(message["params"]["uri"], session.uri(RIGHT));
    assert!(
        with_code(message["params"]["diagnostics"].as_array().expect("a list"), "risk-tier-invalid")
            .is_some()
    );
}

#[test]
fn folder_that_is_added_is_read_anew() {
    let mut session = Session::start(&[(LEFT, SIGNED), (LEFT_TOO, SIGNED), (RIGHT, SIGNED)]);
    session.folders(&["left"], &[""]);
    session.folders(&[], &["left"]);
    session.write(LEFT_TOO, "- USER_SIGNATURE: mara050320260916\n");
    session.folders(&["left"], &[]);
    session.open(LEFT);
    assert!(with_code(&session.published(LEFT, 1), "signature-reused").is_none());
}

#[test]
fn file_that_is_deleted_while_it_is_open_keeps_its_text_and_findings() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.open(ONE);
    session.published(ONE, 1);
    let end = json!({ "start": { "line": 0, "character": 17 }, "end": { "line": 0, "character": 17 } });
    session.edit(ONE, 2, json!([{ "range": end, "text": "r" }]));
    session.published(ONE, 2);
    std::fs::remove_file(session.root.join(ONE)).expect("removed");
    session.watched(ONE);
    let end = json!({ "start": { "line": 0, "character": 18 }, "end": { "line": 0, "character": 18 } });
    session.edit(ONE, 3, json!([{ "range": end, "text": "!" }]));
    let message = session.asked("textDocument/publishDiagnostics");
    let list = message["params"]["diagnostics"].as_array().expect("a list");
    let found = with_code(list, "risk-tier-invalid").expect("a squiggle");
    assert!(found["message"].as_str().is_some_and(|said| said.contains("huger!")), "{found}");
}

#[test]
fn file_that_cannot_be_read_any_more_keeps_its_last_state() {
    let two = ".GOV/task_packets/WP-1-Two.md";
    let mut session = Session::start(&[(ONE, SIGNED), (two, SIGNED)]);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "signature-reused").is_some());
    // Larger than anything that is read; permissions would not stop a test that runs as root.
    let file = std::fs::File::options().write(true).open(session.root.join(two)).expect("it opens");
    file.set_len(33 * 1024 * 1024).expect("it grows");
    session.watched(two);
    session.edit(ONE, 2, json!([{ "text": SIGNED }]));
    assert!(with_code(&session.published(ONE, 2), "signature-reused").is_some());
    std::fs::remove_file(session.root.join(two)).expect("removed");
    session.watched(two);
    session.edit(ONE, 3, json!([{ "text": SIGNED }]));
    assert!(with_code(&session.published(ONE, 3), "signature-reused").is_none());
}
