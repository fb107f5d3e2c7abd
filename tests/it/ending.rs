//! The end of the server: at once, with the right code, and with its editor.

use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{ONE, Session};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn exit_after_shutdown_ends_with_zero_though_the_input_stays_open() {
    let mut session = Session::start(&[(ONE, "x\n")]);
    session.send(json!({ "id": 2, "method": "shutdown" }));
    session.until_answer(2);
    session.send(json!({ "method": "exit" }));
    assert_eq!(session.ended(SECOND).code(), Some(0));
}

#[test]
fn exit_without_shutdown_ends_with_one() {
    let mut session = Session::start(&[(ONE, "x\n")]);
    session.send(json!({ "method": "exit" }));
    assert_eq!(session.ended(SECOND).code(), Some(1));
}

#[test]
fn end_of_input_ends_the_server_within_a_second() {
    let mut session = Session::start(&[(ONE, "x\n")]);
    session.close();
    assert_eq!(session.ended(SECOND).code(), Some(0));
}

#[test]
fn server_ends_though_its_client_reads_nothing() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.reading.store(false, Ordering::SeqCst);
    session.open(ONE);
    // Some hundred kilobytes: more than any pipe holds.
    for id in 2..400 {
        session.ask_for_findings(ONE, id);
    }
    session.all_sent();
    session.close();
    assert_eq!(session.ended(SECOND).code(), Some(0));
}

#[cfg(unix)]
#[test]
fn server_ends_with_the_editor_that_started_it() {
    let mut editor = Command::new("sleep").arg("60").spawn().expect("it starts");
    let files = [(ONE, "- RISK_TIER: huge\n")];
    let mut session = Session::started_by(json!(editor.id()), &files, json!({}));
    session.open(ONE);
    assert!(!session.published(ONE, 1).is_empty());
    std::thread::sleep(SECOND);
    assert!(session.child.try_wait().expect("it can be asked").is_none(), "the editor still lives");
    editor.kill().expect("it can be killed");
    editor.wait().expect("it ends");
    session.ended(2 * SECOND);
}

#[test]
fn editor_that_was_never_seen_is_not_taken_for_dead() {
    // As from a container: the number means nothing here.
    let files = [(ONE, "- RISK_TIER: huge\n")];
    let mut session = Session::started_by(Value::from(i32::MAX), &files, json!({}));
    std::thread::sleep(SECOND);
    session.open(ONE);
    assert!(!session.published(ONE, 1).is_empty());
}
