//! Folders that come and go.

use serde_json::{Value, json};

use crate::client::{Session, with_code};

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
