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

/// The same, and edits that are asked for once somebody chose them.
pub fn all_edits_later() -> Value {
    let mut capabilities = all_edits();
    capabilities["textDocument"]["codeAction"] = json!({
        "disabledSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] },
    });
    capabilities
}

/// The answer to a question about one action.
pub fn resolved(session: &mut Session, action: &Value) -> Value {
    session.send(json!({ "id": 11, "method": "codeAction/resolve", "params": action }));
    session.until_answer(11).pop().expect("an answer")
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

/// Everything that is offered in a whole file.
fn offered(session: &mut Session, path: &str, only: Value) -> Vec<Value> {
    offered_from(0, session, path, only)
}

/// The same from one line on.
fn offered_from(line: u32, session: &mut Session, path: &str, only: Value) -> Vec<Value> {
    let whole = json!({ "start": { "line": line, "character": 0 }, "end": { "line": 500, "character": 0 } });
    let mut context = json!({ "diagnostics": [] });
    if !only.is_null() {
        context["only"] = only;
    }
    let params = json!({ "textDocument": { "uri": session.uri(path) }, "range": whole, "context": context });
    session.send(json!({ "id": 8, "method": "textDocument/codeAction", "params": params }));
    let answer = session.until_answer(8).pop().expect("an answer");
    answer["result"].as_array().cloned().unwrap_or_default()
}

fn begins(actions: &[Value], title: &str) -> Value {
    let found =
        actions.iter().find(|action| action["title"].as_str().is_some_and(|known| known.starts_with(title)));
    found.cloned().unwrap_or_else(|| panic!("no `{title}` among {actions:#?}"))
}

fn run(session: &mut Session, action: &Value) -> Value {
    let (command, arguments) = (&action["command"]["command"], &action["command"]["arguments"]);
    let params = json!({ "command": command, "arguments": arguments });
    session.send(json!({ "id": 9, "method": "workspace/executeCommand", "params": params }));
    session.until_answer(9).pop().expect("an answer")["result"].clone()
}

#[test]
fn what_no_edit_answers_leads_to_the_other_place_or_to_the_command() {
    let path = ".GOV/task_packets/WP-1-One.md";
    let packet =
        "# Task Packet: WP-1-One\n- REQUESTOR: mara\n- USER_SIGNATURE: <pending>\n- REQUESTOR: jon\n";
    let files = [(path.to_string(), packet.to_string())];
    let mut session = session(&files, json!({ "window": { "showDocument": { "support": true } } }));
    session.open(path);
    let actions = offered(&mut session, path, Value::Null);
    let other = begins(&actions, "Go to WP-1-One.md:2");
    assert_eq!(other["diagnostics"][0]["code"], "field-duplicate", "{other}");
    assert!(other.get("edit").is_none(), "{other}");
    let answer = run(&mut session, &other);
    assert_eq!(answer["places"][0]["range"]["start"]["line"], 1, "{answer}");
    let shown = session.asked("window/showDocument");
    assert_eq!(shown["params"]["selection"]["start"]["line"], 1, "{shown}");
    session.send(json!({ "id": shown["id"], "result": { "success": true } }));
    let command = begins(&actions, "Show the command");
    assert_eq!(command["diagnostics"][0]["code"], "signature-pending", "{command}");
    let answer = run(&mut session, &command);
    assert_eq!(answer["text"], "just record-signature WP-1-One <signature>");
    assert_eq!(session.asked("window/showMessage")["params"]["message"], answer["text"]);
}

#[test]
fn a_packet_that_waits_is_blocked_with_its_reason_by_one_action() {
    let (path, board) = (".GOV/task_packets/WP-1-One.md", ".GOV/roles_shared/TASK_BOARD.md");
    let packet =
        "# Task Packet: WP-1-One\n- **Status:** Ready for Dev\n## Dependencies\n- Depends on: WP-1-Two\n";
    let two = "# Task Packet: WP-1-Two\n- **Status:** In Progress\n";
    let tasks = "## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n## In Progress\n- **[WP-1-Two]** - [IN_PROGRESS]\n## Blocked\n";
    let files = [(path, packet), (".GOV/task_packets/WP-1-Two.md", two), (board, tasks)];
    let mut session = session(&files.map(|(path, text)| (path.into(), text.into())), all_edits());
    session.open(path);
    let actions = offered(&mut session, path, json!(["quickfix"]));
    let block = begins(&actions, "Set WP-1-One to Blocked");
    assert_eq!(block["diagnostics"][0]["code"], "dependency-blocker-not-validated", "{block}");
    let text = block["edit"].to_string();
    assert!(text.contains("BLOCKED: WP-1-Two (Status: In Progress, not VALIDATED)"), "{text}");
    // Also where nothing is wrong: from the id, with the reason left to say.
    session.open(".GOV/task_packets/WP-1-Two.md");
    let actions = offered(&mut session, ".GOV/task_packets/WP-1-Two.md", json!(["refactor"]));
    let params = begins(&actions, "Set WP-1-Two to Blocked");
    assert!(
        params["edit"].to_string().contains("BLOCKED: <fill: reason> (ETA <fill: YYYY-MM-DD>)"),
        "{params}"
    );
}

#[test]
fn what_an_action_leaves_to_say_is_a_tab_stop_in_the_file_at_hand_alone() {
    let mut capabilities = all_edits_later();
    capabilities["workspace"]["workspaceEdit"]["snippetEditSupport"] = json!(true);
    let mut session = session(&demo("", str::to_string), capabilities);
    session.open(REVISION);
    let actions = offered(&mut session, REVISION, json!(["refactor"]));
    let errata = begins(&actions, "Record an ERRATA for SPEC_ANCHOR");
    let answer = resolved(&mut session, &errata)["result"].clone();
    let edit = &answer["edit"]["documentChanges"][0]["edits"][0];
    let snippet = edit["snippet"]["value"].as_str().unwrap_or_default();
    assert!(snippet.contains("- **Correct SPEC_ANCHOR:** ${1:section of the Main Body}\n"), "{answer:#}");
    assert!(edit.get("newText").is_none() && edit["annotationId"].is_string(), "{answer:#}");
    let block = begins(
        &offered_from(0, &mut session, REVISION, json!(["refactor"])),
        "Set WP-1-Note-Sync-v2 to Blocked",
    );
    let answer = resolved(&mut session, &block)["result"].to_string();
    assert!(
        answer.contains("BLOCKED: <fill: reason> (ETA <fill: YYYY-MM-DD>)"),
        "the board is another file: {answer}"
    );
}

#[test]
fn fixing_all_leaves_what_lies_between_two_mistakes_alone() {
    let path = ".GOV/task_packets/WP-1-One.md";
    let packet =
        "# Task Packet: WP-1-One\n- REQUESTOR: ma\u{2014}ra\n- ROLE: Orchestrator\n- AGENT_ID: a\u{2014}b\n";
    let mut session = session(&[(path.to_string(), packet.to_string())], json!({}));
    session.open(path);
    let all = begins(&offered(&mut session, path, json!(["source.fixAll.taskpacket"])), "Fix all");
    let edits = all["edit"]["changes"][session.uri(path)].as_array().cloned().unwrap_or_default();
    let place = |line: u32, column: u32| json!({ "line": line, "character": column });
    let edit = |line: u32, column: u32| json!({ "range": { "start": place(line, column), "end": place(line, column + 1) }, "newText": "-" });
    assert_eq!(edits, [edit(1, 15), edit(3, 13)], "{all:#}");
}

#[test]
fn command_for_a_terminal_is_left_to_a_client_that_takes_texts() {
    let path = ".GOV/task_packets/WP-1-One.md";
    let packet = "# Task Packet: WP-1-One\n- USER_SIGNATURE: <pending>\n";
    let takes = json!({ "experimental": { "taskpacketTexts": true } });
    let mut session = session(&[(path.to_string(), packet.to_string())], takes);
    session.open(path);
    let command = begins(&offered(&mut session, path, Value::Null), "Show the command");
    let answer = run(&mut session, &command);
    assert_eq!(answer["title"], answer["text"], "it says what was taken: {answer}");
    // Whatever was sent with the answer is here before that of the next question.
    session.send(json!({ "id": 12, "method": "workspace/symbol", "params": { "query": "WP" } }));
    let seen = session.until_answer(12);
    assert!(seen.iter().all(|message| message["method"] != "window/showMessage"), "{seen:#?}");
}

#[test]
fn what_a_signature_holds_is_repaired_in_the_next_revision() {
    let path = ".GOV/task_packets/WP-1-One.md";
    let packet =
        "# Task Packet: WP-1-One\n- USER_SIGNATURE: mara050320260915\n## SCOPE\n- What: a\u{2014}b\n";
    let mut session = session(&[(path.to_string(), packet.to_string())], all_edits());
    session.open(path);
    let actions = offered_from(3, &mut session, path, Value::Null);
    let kept =
        actions.iter().find(|action| action["disabled"]["reason"].to_string().contains("it is signed"));
    assert!(kept.is_some(), "the words are signed: {actions:#?}");
    let refinement = begins(&actions, "Create the refinement WP-1-One-v2");
    assert!(refinement["edit"].is_object(), "{refinement}");
    let revision = begins(&actions, "Create the revision WP-1-One-v2");
    assert!(revision["disabled"]["reason"].to_string().contains("has no refinement"), "{revision}");
}
