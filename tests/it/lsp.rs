//! The server over real pipes: findings follow edits, across files, with versions.

use std::time::Duration;

use serde_json::json;

use crate::client::{ONE, Session, TWO, with_code};

const SOON: Duration = Duration::from_secs(30);

#[test]
fn squiggle_comes_and_goes_with_the_edit() {
    let mut session = Session::start(&[(ONE, "# Task Packet: WP-1-One\n- RISK_TIER: LOW\n")]);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "risk-tier-invalid").is_none());
    let word = json!({ "start": { "line": 1, "character": 13 }, "end": { "line": 1, "character": 16 } });
    session.edit(ONE, 2, json!([{ "range": word, "text": "\u{1f534}huge" }]));
    let list = session.published(ONE, 2);
    let found = with_code(&list, "risk-tier-invalid").expect("a squiggle");
    assert_eq!(found["range"]["start"], json!({ "line": 1, "character": 13 }));
    assert_eq!(found["range"]["end"], json!({ "line": 1, "character": 18 }));
    assert_eq!(found["severity"], 1);
    assert!(
        found["codeDescription"]["href"].as_str().is_some_and(|href| href.ends_with("#risk-tier-invalid"))
    );
    // Two changes in one message, in order: the second is about the text after the first.
    let first = json!({ "start": { "line": 1, "character": 13 }, "end": { "line": 1, "character": 18 } });
    let second = json!({ "start": { "line": 1, "character": 13 }, "end": { "line": 1, "character": 16 } });
    session.edit(ONE, 3, json!([{ "range": first, "text": "LOW" }, { "range": second, "text": "HIGH" }]));
    assert!(with_code(&session.published(ONE, 3), "risk-tier-invalid").is_none());
}

#[test]
fn signature_typed_in_one_file_marks_both_without_a_save() {
    let signed = "- USER_SIGNATURE: mara050320260915\n";
    let mut session = Session::start(&[(ONE, signed), (TWO, "- USER_SIGNATURE: mara050320260916\n")]);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "signature-reused").is_none());
    session.open(TWO);
    session.published(TWO, 1);
    let digit = json!({ "start": { "line": 0, "character": 33 }, "end": { "line": 0, "character": 34 } });
    session.edit(TWO, 2, json!([{ "range": digit, "text": "5" }]));
    let (mut one, mut two) = (None, None);
    while one.is_none() || two.is_none() {
        let message = session.receive();
        let list = message["params"]["diagnostics"].as_array().cloned().unwrap_or_default();
        let Some(found) = with_code(&list, "signature-reused") else { continue };
        let related = found["relatedInformation"][0]["location"]["uri"].as_str().unwrap_or("").to_string();
        match message["params"]["uri"].as_str() {
            Some(uri) if uri.ends_with("WP-1-One.md") => one = Some(related),
            _ => two = Some(related),
        }
    }
    assert!(one.is_some_and(|related| related.ends_with("WP-1-Two.md")));
    assert!(two.is_some_and(|related| related.ends_with("WP-1-One.md")));
    session.edit(TWO, 3, json!([{ "range": digit, "text": "6" }]));
    assert!(with_code(&session.published(ONE, 1), "signature-reused").is_none());
}

#[test]
fn burst_of_edits_ends_with_findings_for_the_newest_text() {
    let mut session = Session::start(&[(ONE, "# Task Packet: WP-1-One\n- RISK_TIER: \n")]);
    session.open(ONE);
    session.published(ONE, 1);
    let end = |column: usize| json!({ "start": { "line": 1, "character": column }, "end": { "line": 1, "character": column } });
    for step in 0..300 {
        session.edit(ONE, step + 2, json!([{ "range": end(13 + step as usize), "text": "x" }]));
    }
    let list = session.published(ONE, 301);
    let found = with_code(&list, "risk-tier-invalid").expect("a squiggle");
    assert_eq!(found["range"]["end"]["character"], 13 + 300);
}

#[test]
fn markdown_that_is_not_ours_gets_no_list_and_the_end_of_input_ends_the_server() {
    let mut session =
        Session::start(&[("notes.md", "# Notes\n- RISK_TIER: huge\n"), (ONE, "- RISK_TIER: huge\n")]);
    session.open("notes.md");
    session.open(ONE);
    // The first list that comes is the packet's.
    let message = session.receive();
    assert!(message["params"]["uri"].as_str().is_some_and(|uri| uri.ends_with("WP-1-One.md")), "{message}");
    session.close();
    assert!(session.ended(SOON).success());
}

#[test]
fn document_that_stops_being_ours_loses_its_list() {
    let outside = "notes/One.md";
    let mut session =
        Session::start(&[(ONE, "x\n"), (outside, "# Task Packet: WP-1-One\n- RISK_TIER: huge\n")]);
    session.open(outside);
    assert!(with_code(&session.published(outside, 1), "risk-tier-invalid").is_some());
    let title = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 23 } });
    session.edit(outside, 2, json!([{ "range": title, "text": "# Notes" }]));
    let message = session.asked("textDocument/publishDiagnostics");
    assert_eq!(message["params"], json!({ "uri": session.uri(outside), "diagnostics": [] }));
}

#[test]
fn root_within_a_root_owns_its_files() {
    let signed = "- USER_SIGNATURE: mara050320260915\n";
    let inner = "inner/.GOV/task_packets/WP-1-Two.md";
    let mut session = Session::start(&[(ONE, signed), (inner, signed)]);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "signature-reused").is_none());
    session.open(inner);
    // A packet by its place only below its own root: the outer one knows no such folder.
    assert!(with_code(&session.published(inner, 1), "risk-tier-missing").is_some());
}

#[test]
fn new_layout_is_read_from_disk() {
    let signed = "- USER_SIGNATURE: mara050320260915\n";
    let old = "docs/task_packets/WP-1-Two.md";
    let mut session =
        Session::start(&[(ONE, signed), ("docs/task_packets/WP-1-One.md", signed), (old, signed)]);
    session.open(old);
    session.write("taskpacket.toml", "[layout]\ngovernance = \"docs\"\n");
    session.watched("taskpacket.toml");
    let found = session.published(old, 1);
    assert!(with_code(&found, "signature-reused").is_some(), "{found:?}");
}

#[test]
fn closed_document_is_cleared_without_a_version() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.open(ONE);
    assert!(!session.published(ONE, 1).is_empty());
    let document = json!({ "uri": session.uri(ONE) });
    session.send(json!({ "method": "textDocument/didClose", "params": { "textDocument": document } }));
    let message = session.asked("textDocument/publishDiagnostics");
    assert_eq!(message["params"]["diagnostics"], json!([]));
    assert!(message["params"].get("version").is_none(), "{message}");
}

#[test]
fn finding_names_its_rule_in_its_data() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.open(ONE);
    let list = session.published(ONE, 1);
    assert!(!list.is_empty());
    assert!(list.iter().all(|found| found["data"]["rule"] == found["code"]), "{list:?}");
}

#[test]
fn client_that_pulls_is_answered_and_told_to_ask_again_and_gets_no_push() {
    let signed = "- USER_SIGNATURE: mara050320260915\n";
    let capabilities = json!({
        "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut session =
        Session::with(&[(ONE, signed), (TWO, "- USER_SIGNATURE: mara050320260916\n")], capabilities);
    session.open(ONE);
    session.open(TWO);
    let mut seen = session.pull(ONE, 2);
    let digit = json!({ "start": { "line": 0, "character": 33 }, "end": { "line": 0, "character": 34 } });
    session.edit(TWO, 2, json!([{ "range": digit, "text": "5" }]));
    while seen.last().is_some_and(|message| message["method"] != "workspace/diagnostic/refresh") {
        seen.push(session.receive());
    }
    seen.extend(session.pull(ONE, 3));
    let items = |id: i64| {
        let answer = seen.iter().find(|message| message["id"] == id && message.get("result").is_some());
        answer.and_then(|answer| answer["result"]["items"].as_array().cloned()).expect("a report")
    };
    assert!(with_code(&items(2), "signature-reused").is_none());
    assert!(with_code(&items(3), "signature-reused").is_some());
    assert!(seen.iter().all(|message| message["method"] != "textDocument/publishDiagnostics"), "{seen:?}");
}

#[test]
fn edit_is_in_the_answer_to_the_request_behind_it() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut session = Session::with(&[(ONE, "- RISK_TIER: LOW\n")], capabilities);
    session.open(ONE);
    let word = json!({ "start": { "line": 0, "character": 13 }, "end": { "line": 0, "character": 16 } });
    session.edit(ONE, 2, json!([{ "range": word, "text": "huge" }]));
    let seen = session.pull(ONE, 2);
    let items = seen.last().and_then(|answer| answer["result"]["items"].as_array()).expect("a report");
    assert!(with_code(items, "risk-tier-invalid").is_some(), "{items:?}");
}

#[test]
fn client_that_cannot_be_told_to_ask_again_is_pushed_to() {
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    let mut session = Session::with(&[(ONE, "- RISK_TIER: huge\n")], capabilities);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "risk-tier-invalid").is_some());
}

#[test]
fn findings_come_though_the_client_never_answers_about_progress() {
    let capabilities = json!({ "window": { "workDoneProgress": true } });
    let mut session = Session::with(&[(ONE, "- RISK_TIER: huge\n")], capabilities);
    let create = session.asked("window/workDoneProgress/create");
    session.open(ONE);
    assert!(!session.published(ONE, 1).is_empty());
    session.send(json!({ "id": create["id"], "result": null }));
    let kinds = [session.asked("$/progress"), session.asked("$/progress")]
        .map(|message| message["params"]["value"]["kind"].clone());
    assert_eq!(kinds, [json!("begin"), json!("end")]);
}

#[test]
fn silent_server_fails_a_test_and_does_not_hold_it_up() {
    let mut session = Session::start(&[(ONE, "x\n")]);
    session.patience = Duration::from_millis(300);
    let waited = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| session.receive()));
    let said = waited.expect_err("nothing was asked, so nothing comes");
    assert!(said.downcast_ref::<String>().is_some_and(|said| said.contains("no message of the server")));
}
