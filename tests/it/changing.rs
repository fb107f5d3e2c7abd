//! Changes beyond the repair of a finding, over the real server: what the client is given fits what it can do.

use serde_json::{Value, json};

use crate::client::Session;
use crate::program::demo;

const REVISION: &str = ".GOV/task_packets/WP-1-Note-Sync-v2.md";

pub fn session(files: &[(String, String)], capabilities: Value) -> Session {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Session::with(&files, capabilities)
}

pub fn all_edits() -> Value {
    json!({ "workspace": { "workspaceEdit": {
        "documentChanges": true,
        "resourceOperations": ["create", "rename", "delete"],
        "changeAnnotationSupport": {},
    } } })
}

/// The action of this title in the first words of a file.
fn action(session: &mut Session, path: &str, title: &str) -> Value {
    let start = json!({ "line": 0, "character": 0 });
    let params = json!({
        "textDocument": { "uri": session.uri(path) },
        "range": { "start": start, "end": { "line": 0, "character": 5 } },
        "context": { "diagnostics": [] },
    });
    session.send(json!({ "id": 7, "method": "textDocument/codeAction", "params": params }));
    let answer = session.until_answer(7).pop().expect("an answer");
    let actions = answer["result"].as_array().cloned().unwrap_or_default();
    let found = actions.iter().find(|action| action["title"] == title).cloned();
    found.unwrap_or_else(|| panic!("no `{title}` among {actions:#?}"))
}

/// A revision that nobody has signed and that has no audit.
fn without_audit(text: &str) -> String {
    let text = text.replace("USER_SIGNATURE: mara020320261030", "USER_SIGNATURE: <pending>");
    let start = text.find("## LINEAGE_AUDIT").expect("it has one");
    let end = text.find("## Dependencies").expect("it goes on");
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn lineage_audit_is_inserted_by_an_edit_that_names_its_version_and_reason() {
    let mut session = session(&demo(REVISION, without_audit), all_edits());
    session.open(REVISION);
    let action = action(&mut session, REVISION, "Insert lineage audit");
    assert_eq!(action["kind"], "quickfix", "it answers the finding on the title: {action}");
    assert_eq!(action["diagnostics"][0]["code"], "lineage-missing");
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["version"], 1, "{action}");
    let edit = &change["edits"][0];
    assert!(edit["newText"].as_str().is_some_and(|text| text.starts_with("## LINEAGE_AUDIT")), "{edit}");
    let id = edit["annotationId"].as_str().expect("it has a reason");
    assert_eq!(action["edit"]["changeAnnotations"][id]["label"], "Insert lineage audit");
}

#[test]
fn client_without_versions_gets_plain_changes() {
    let mut session = session(&demo(REVISION, without_audit), json!({}));
    session.open(REVISION);
    let action = action(&mut session, REVISION, "Insert lineage audit");
    let uri = session.uri(REVISION);
    let edits = action["edit"]["changes"][&uri].as_array().expect("plain changes");
    assert!(edits[0].get("annotationId").is_none(), "{action}");
}

#[test]
fn signed_packet_is_not_refreshed() {
    let stale = |text: &str| text.replace("(status: Superseded)", "(status: Ready for Dev)");
    let mut session = session(&demo(REVISION, stale), all_edits());
    session.open(REVISION);
    let action = action(&mut session, REVISION, "Refresh lineage audit");
    assert!(action.get("edit").is_none(), "{action}");
    let reason = action["disabled"]["reason"].as_str().expect("it says why");
    assert!(reason.contains("signed") && reason.contains("ERRATA"), "{reason}");
}

#[test]
fn client_that_shows_no_reasons_is_offered_nothing_that_cannot_be_done() {
    let stale = |text: &str| text.replace("(status: Superseded)", "(status: Ready for Dev)");
    let plain = json!({ "textDocument": { "codeAction": {} } });
    let mut session = session(&demo(REVISION, stale), plain);
    session.open(REVISION);
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 500, "character": 0 } });
    let document = json!({ "uri": session.uri(REVISION) });
    let params = json!({ "textDocument": document, "range": whole, "context": { "diagnostics": [] } });
    session.send(json!({ "id": 7, "method": "textDocument/codeAction", "params": params }));
    let answer = session.until_answer(7).pop().expect("an answer");
    let offered = answer["result"].as_array().expect("actions").clone();
    assert!(offered.iter().all(|action| action["disabled"].is_null()), "{offered:#?}");
}
