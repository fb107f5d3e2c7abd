//! Writing with the server over real pipes: completions, names of the workspace, folds and links.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO};

const FILES: &[(&str, &str)] = &[
    (
        ONE,
        "# Task Packet: WP-1-One\n## METADATA\n- TASK_ID: WP-1-One\n- **Status:** \n## SCOPE\n- What: Write batches.\n- \n\
         ## AUTHORITY\n- SPEC_ANCHOR: bat\n- Task Board: .GOV/roles_shared/TASK_BOARD.md\n- USER_SIGNATURE: mara050320260915\n\
         - IN_SCOPE_PATHS:\n  - src/a.rs:2\n  - src/gone.rs\n## SKELETON\n```\n- \n```\n",
    ),
    (TWO, "# Task Packet: WP-1-Two\n- **Status:** In Progress\n"),
    ("taskpacket.toml", "[spec]\nfile-prefix = \"Demo_Master_Spec\"\n"),
    (".GOV/roles_shared/SPEC_CURRENT.md", "**Demo_Master_Spec_v02.001.md**\n"),
    (".GOV/roles_shared/TASK_BOARD.md", "# Board\n## In Progress\n- \n"),
    (
        "Demo_Master_Spec_v02.001.md",
        "# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\nA batch MUST be one transaction.\n",
    ),
    ("src/a.rs", "one\ntwo\n"),
    ("README.md", "# None of ours\n- \n"),
];

fn ask(session: &mut Session, method: &str, params: Value) -> Value {
    session.send(json!({ "id": 77, "method": method, "params": params }));
    session.until_answer(77).pop().map(|answer| answer["result"].clone()).unwrap_or_default()
}

fn complete(session: &mut Session, path: &str, line: u32, character: u32) -> Value {
    let params = json!({
        "textDocument": { "uri": session.uri(path) }, "position": { "line": line, "character": character }
    });
    ask(session, "textDocument/completion", params)
}

fn opened(capabilities: Value) -> Session {
    let mut session = Session::with(FILES, capabilities);
    session.open(ONE);
    session.published(ONE, 1);
    session
}

fn labels(found: &Value) -> Vec<&str> {
    found["items"].as_array().into_iter().flatten().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn values_fields_sections_and_board_entries_are_completed() {
    let mut session = opened(json!({}));
    let found = complete(&mut session, ONE, 3, 14);
    assert_eq!(labels(&found), ["Ready for Dev", "In Progress", "Done", "Blocked", "Superseded"]);
    assert_eq!(found["isIncomplete"], false);
    let found = complete(&mut session, ONE, 8, 18);
    let section = &found["items"][0];
    assert_eq!(section["label"], "2.1.1 Batches", "{found}");
    let edit = &section["textEdit"];
    assert_eq!(edit["range"]["start"]["character"], 15);
    assert_eq!((&edit["range"]["end"]["character"], &edit["newText"]), (&json!(18), &json!("2.1.1 Batches")));
    assert_eq!(section["documentation"], Value::Null, "the longer words come when somebody looks");
    let section = ask(&mut session, "completionItem/resolve", section.clone());
    let said = section["documentation"]["value"].as_str().unwrap_or_default();
    assert!(said.contains("one transaction") && said.contains("Main Body"), "{section}");
    assert_eq!(section["documentation"]["kind"], "plaintext", "{section}");
    let board = ".GOV/roles_shared/TASK_BOARD.md";
    session.open(board);
    let found = complete(&mut session, board, 2, 2);
    assert_eq!(labels(&found)[0], "- **[WP-1-Two]** - [IN_PROGRESS]", "{found}");
}

#[test]
fn tab_stops_are_for_clients_that_have_them() {
    for (supports, format, wanted) in
        [(true, 2, "Why: ${1:the reason}"), (false, 1, "Why: <fill: the reason>")]
    {
        let item = json!({ "completionItem": { "snippetSupport": supports } });
        let mut session = opened(json!({ "textDocument": { "completion": item } }));
        let found = complete(&mut session, ONE, 6, 2);
        let why = &found["items"][0];
        assert_eq!((&why["label"], &why["insertTextFormat"]), (&json!("Why"), &json!(format)), "{found}");
        assert_eq!(why["textEdit"]["newText"], wanted);
    }
}

#[test]
fn nothing_is_completed_in_code_and_in_files_of_others() {
    let mut session = opened(json!({}));
    assert_eq!(labels(&complete(&mut session, ONE, 16, 2)), [""; 0]);
    session.open("README.md");
    assert_eq!(complete(&mut session, "README.md", 1, 2), Value::Null);
}

#[test]
fn names_of_the_workspace_are_found() {
    let mut session = opened(json!({}));
    for (query, name, file, line) in [
        ("wp1two", "WP-1-Two", "WP-1-Two.md", 0),
        ("batches", "2.1.1 Batches", "Demo_Master_Spec_v02.001.md", 2),
        ("MARA", "mara050320260915", "WP-1-One.md", 10),
    ] {
        let found = ask(&mut session, "workspace/symbol", json!({ "query": query }));
        assert_eq!(found[0]["name"], name, "{found}");
        let place = &found[0]["location"];
        assert!(place["uri"].as_str().is_some_and(|uri| uri.ends_with(file)), "{found}");
        assert_eq!(place["range"]["start"]["line"], line, "{found}");
    }
}

#[test]
fn sections_fold_and_paths_that_exist_are_links() {
    let mut session = opened(json!({}));
    let params = json!({ "textDocument": { "uri": session.uri(ONE) } });
    let folds = ask(&mut session, "textDocument/foldingRange", params.clone());
    let lines: Vec<_> = folds
        .as_array()
        .into_iter()
        .flatten()
        .map(|fold| (fold["startLine"].as_u64(), fold["endLine"].as_u64()))
        .collect();
    assert_eq!(lines[1], (Some(1), Some(3)), "{folds}");
    let links = ask(&mut session, "textDocument/documentLink", params);
    let targets: Vec<&str> =
        links.as_array().into_iter().flatten().filter_map(|link| link["target"].as_str()).collect();
    assert_eq!(targets.len(), 2, "{links}");
    assert!(targets[0].ends_with("/.GOV/roles_shared/TASK_BOARD.md"), "{links}");
    assert!(targets[1].ends_with("/src/a.rs#L2"), "{links}");
}
