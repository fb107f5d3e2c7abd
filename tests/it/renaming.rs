//! Renaming a work packet over real pipes: at the cursor, and by renaming its file.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const FILES: &[(&str, &str)] = &[
    (ONE, "# Task Packet: WP-1-One\n- WP_ID: WP-1-One\n"),
    (".GOV/refinements/WP-1-One.md", "## TECHNICAL_REFINEMENT (MASTER SPEC)\n- WP_ID: WP-1-One\n"),
    (TWO, "# Task Packet: WP-1-Two\n- USER_SIGNATURE: mara050320260915\n"),
    (BOARD, "## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n- **[WP-1-Two]** - [READY_FOR_DEV]\n"),
];

fn opened(operations: Value) -> Session {
    let edits = json!({ "documentChanges": true, "resourceOperations": operations });
    let mut session = Session::with(FILES, json!({ "workspace": { "workspaceEdit": edits } }));
    session.open(BOARD);
    session
}

fn ask(session: &mut Session, method: &str, params: Value) -> Value {
    session.send(json!({ "id": 77, "method": method, "params": params }));
    session.until_answer(77).pop().unwrap_or_default()
}

fn at(session: &Session, line: u32) -> Value {
    json!({ "textDocument": { "uri": session.uri(BOARD) }, "position": { "line": line, "character": 8 } })
}

#[test]
fn a_work_packet_is_renamed_with_its_files() {
    let mut session = opened(json!(["create", "rename"]));
    let params = at(&session, 1);
    let found = ask(&mut session, "textDocument/prepareRename", params.clone());
    assert_eq!(found["result"]["placeholder"], "WP-1-One", "{found}");
    let mut params = params;
    params["newName"] = json!("WP-1-New");
    let found = ask(&mut session, "textDocument/rename", params);
    let changes = found["result"]["documentChanges"].as_array().cloned().unwrap_or_default();
    let moves: Vec<_> = changes.iter().filter(|change| change["kind"] == "rename").collect();
    assert_eq!(moves.len(), 2, "packet and refinement: {found}");
    assert!(
        moves.iter().all(|moved| moved["newUri"].as_str().is_some_and(|uri| uri.ends_with("/WP-1-New.md")))
    );
    let board = changes.iter().find(|change| change["textDocument"]["uri"] == *session.uri(BOARD));
    let board = board.unwrap_or_else(|| panic!("the board changes: {found}"));
    assert_eq!(board["textDocument"]["version"], 1, "{board}");
    assert_eq!(board["edits"][0]["newText"], "WP-1-New", "{board}");
    assert!(
        changes.last().is_some_and(|last| last["kind"] == "rename"),
        "files move when all is edited: {found}"
    );
}

#[test]
fn a_signed_packet_keeps_its_id_and_says_why() {
    let mut session = opened(json!(["rename"]));
    let params = at(&session, 2);
    let found = ask(&mut session, "textDocument/prepareRename", params);
    let said = found["error"]["message"].as_str().unwrap_or_default();
    assert!(said.contains("WP-1-Two is signed"), "{found}");
}

#[test]
fn a_client_that_renames_no_files_is_refused() {
    let mut session = opened(json!(["create"]));
    let mut params = at(&session, 1);
    params["newName"] = json!("WP-1-New");
    let found = ask(&mut session, "textDocument/rename", params);
    assert!(
        found["error"]["message"].as_str().is_some_and(|said| said.contains("renames no files")),
        "{found}"
    );
}

#[test]
fn a_file_that_is_renamed_takes_the_rest_with_it() {
    let mut session = opened(json!(["rename"]));
    let params = |session: &Session, old: &str, new: &str| json!({ "files": [{ "oldUri": session.uri(old), "newUri": session.uri(new) }] });
    let asked = params(&session, ONE, ".GOV/task_packets/WP-1-New.md");
    let found = ask(&mut session, "workspace/willRenameFiles", asked);
    let changes = found["result"]["documentChanges"].as_array().cloned().unwrap_or_default();
    let moves: Vec<_> = changes.iter().filter(|change| change["kind"] == "rename").collect();
    assert_eq!(moves.len(), 1, "the editor moves the packet itself: {found}");
    assert!(moves[0]["oldUri"].as_str().is_some_and(|uri| uri.contains("/refinements/")), "{found}");
    let packet = changes.iter().find(|change| change["textDocument"]["uri"] == *session.uri(ONE));
    assert_eq!(packet.map(|packet| packet["edits"].as_array().map(Vec::len)), Some(Some(2)), "{found}");
    let asked = params(&session, TWO, ".GOV/task_packets/WP-1-Else.md");
    let found = ask(&mut session, "workspace/willRenameFiles", asked.clone());
    assert_eq!(found["result"], Value::Null, "{found}");
    session.send(json!({ "id": 9, "method": "workspace/willRenameFiles", "params": asked }));
    let told = session.asked("window/showMessage");
    assert!(told["params"]["message"].as_str().is_some_and(|said| said.contains("is signed")), "{told}");
}

/// VS Code asks so for every file that an edit renames, once the words are changed.
#[test]
fn a_rename_that_the_server_asked_for_itself_changes_nothing_else() {
    let mut session = opened(json!(["rename"]));
    let mut params = at(&session, 1);
    params["newName"] = json!("WP-1-New");
    ask(&mut session, "textDocument/rename", params);
    let files =
        json!([{ "oldUri": session.uri(ONE), "newUri": session.uri(".GOV/task_packets/WP-1-New.md") }]);
    let found = ask(&mut session, "workspace/willRenameFiles", json!({ "files": files.clone() }));
    assert_eq!(found["result"], Value::Null, "{found}");
    let found = ask(&mut session, "workspace/willRenameFiles", json!({ "files": files }));
    assert!(found["result"]["documentChanges"].is_array(), "the next one is somebody's own: {found}");
}
