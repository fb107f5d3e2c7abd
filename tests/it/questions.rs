//! Questions at the cursor over real pipes, in the demo workspace: where it leads, what it means, what can be done.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO};

const SPEC: &str = "Demo_Master_Spec_v02.001.md";
const FILES: &[(&str, &str)] = &[
    (
        ONE,
        "# Task Packet: WP-1-One\n## METADATA\n- TASK_ID: WP-1-One\n- **Status:** ready-for-dev\n- USER_SIGNATURE: mara050320260915\n\
         ## SCOPE\n- What: Write batches.\n## AUTHORITY\n- SPEC_ANCHOR: 2.1.1 Batches\n## Dependencies\n- Depends on: WP-1-Two\n",
    ),
    (TWO, "# Task Packet: WP-1-Two\n- **Status:** In Progress\n- What: Sync files.\n"),
    ("taskpacket.toml", "[spec]\nfile-prefix = \"Demo_Master_Spec\"\n"),
    (".GOV/roles_shared/SPEC_CURRENT.md", "**Demo_Master_Spec_v02.001.md**\n"),
    (SPEC, "# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\nA batch MUST be one transaction.\n"),
    (
        ".GOV/roles_shared/SIGNATURE_AUDIT.md",
        "## Consumed Signatures\n| Signature | Used By | Date | Purpose | Spec | Notes |\n|---|---|---|---|---|---|\n\
         | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-One | v02.001 | - |\n",
    ),
];

fn at(session: &Session, path: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": session.uri(path) }, "position": { "line": line, "character": character } })
}

fn ask(session: &mut Session, method: &str, mut params: Value) -> Value {
    if method == "textDocument/references" {
        params["context"] = json!({ "includeDeclaration": true });
    }
    session.send(json!({ "id": 77, "method": method, "params": params }));
    session.until_answer(77).pop().map(|answer| answer["result"].clone()).unwrap_or_default()
}

fn opened() -> Session {
    let mut session = Session::start(FILES);
    session.open(ONE);
    session.published(ONE, 1);
    session
}

#[test]
fn definition_leads_to_section_packet_and_audit_row() {
    let mut session = opened();
    for (line, character, file, there) in
        [(8, 17, SPEC, 2), (10, 16, "WP-1-Two.md", 0), (4, 20, "SIGNATURE_AUDIT.md", 3)]
    {
        let params = at(&session, ONE, line, character);
        let found = ask(&mut session, "textDocument/definition", params);
        assert!(found[0]["uri"].as_str().is_some_and(|uri| uri.ends_with(file)), "{found}");
        assert_eq!(found[0]["range"]["start"]["line"], there, "{found}");
    }
    let params = at(&session, ONE, 6, 12);
    assert_eq!(ask(&mut session, "textDocument/definition", params), Value::Null);
}

#[test]
fn declaration_and_implementation_lead_to_lists_and_to_evidence() {
    let packet = "# Task Packet: WP-1-One\n## EVIDENCE_MAPPING\n- src/a.rs:2\n- ../outside.rs:1\n";
    let board = "## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n";
    let files =
        [(ONE, packet), (".GOV/roles_shared/TASK_BOARD.md", board), ("src/a.rs", "fn a() {}\nfn b() {}\n")];
    let mut session = Session::start(&files);
    session.open(ONE);
    let params = at(&session, ONE, 0, 17);
    let listed = ask(&mut session, "textDocument/declaration", params.clone());
    assert!(listed[0]["uri"].as_str().is_some_and(|uri| uri.ends_with("TASK_BOARD.md")), "{listed}");
    assert_eq!(listed[0]["range"]["start"], json!({ "line": 1, "character": 5 }));
    let shown = ask(&mut session, "textDocument/implementation", params);
    assert_eq!(shown.as_array().map(Vec::len), Some(1), "nothing outside of the workspace: {shown}");
    assert_eq!(shown[0]["range"]["start"]["line"], 1, "{shown}");
}

#[test]
fn references_leave_the_declaration_out_where_it_is_not_asked_for() {
    let mut session = opened();
    let mut params = at(&session, ONE, 4, 20);
    let all = ask(&mut session, "textDocument/references", params.clone());
    params["context"] = json!({ "includeDeclaration": false });
    session.send(json!({ "id": 78, "method": "textDocument/references", "params": params }));
    let answer = session.until_answer(78).pop().unwrap_or_default();
    assert_eq!(all.as_array().map(Vec::len), Some(2), "{all}");
    assert_eq!(answer["result"].as_array().map(Vec::len), Some(1), "without the audit row: {answer}");
}

#[test]
fn hover_says_where_a_packet_stands_and_what_a_section_demands() {
    let mut session = opened();
    for (line, character, wanted) in [
        (10, 16, &["WP-1-Two", "Sync files.", "In Progress", "DELEGATION"][..]),
        (8, 17, &["2.1.1 Batches", "Main Body", "1 MUST", "A batch MUST be one transaction."][..]),
        (4, 20, &["mara", "2026-03-05 09:15", "in the audit", "WP-1-One"][..]),
        (6, 3, &["What", "One or two sentences"][..]),
    ] {
        let params = at(&session, ONE, line, character);
        let found = ask(&mut session, "textDocument/hover", params);
        let said = found["contents"]["value"].as_str().unwrap_or("");
        assert!(wanted.iter().all(|words| said.contains(words)), "line {line}: {said}");
    }
}

#[test]
fn hover_is_markdown_only_for_a_client_that_renders_it() {
    let formats = json!({ "textDocument": { "hover": { "contentFormat": ["markdown", "plaintext"] } } });
    let files = [FILES, &[("src/a.rs", "fn main() {}\n")]].concat();
    for (capabilities, kind, title) in
        [(formats, "markdown", "**WP-1-Two**"), (json!({}), "plaintext", "WP-1-Two\n\nSync files.")]
    {
        let mut session = Session::with(&files, capabilities);
        session.open(ONE);
        let params = at(&session, ONE, 10, 16);
        let found = ask(&mut session, "textDocument/hover", params);
        assert_eq!(found["contents"]["kind"], kind, "{found}");
        assert!(found["contents"]["value"].as_str().is_some_and(|said| said.starts_with(title)), "{found}");
    }
}

#[test]
fn hover_tells_the_size_of_a_file_of_the_workspace_and_of_no_other() {
    let outside = format!("../outside-{}.rs", std::process::id());
    let packet = format!("# Task Packet: WP-1-One\n- src/a.rs:1 and {outside}:1\n");
    let mut session = Session::start(&[(ONE, &packet), ("src/a.rs", "fn main() {}\n")]);
    std::fs::write(session.root.join(&outside), "secret").expect("written");
    session.open(ONE);
    let params = at(&session, ONE, 1, 5);
    let found = ask(&mut session, "textDocument/hover", params);
    assert!(
        found["contents"]["value"].as_str().is_some_and(|said| said.contains("Size: 13 bytes")),
        "{found}"
    );
    let params = at(&session, ONE, 1, 22);
    let found = ask(&mut session, "textDocument/hover", params);
    std::fs::remove_file(session.root.join(&outside)).expect("removed");
    assert!(!found.to_string().contains("Size"), "{found}");
}

#[test]
fn references_find_every_packet_that_anchors_in_a_section() {
    let mut session = opened();
    session.open(SPEC);
    let params = at(&session, SPEC, 1, 5);
    let found = ask(&mut session, "textDocument/references", params);
    assert!(found[0]["uri"].as_str().is_some_and(|uri| uri.ends_with("WP-1-One.md")), "{found}");
    let params = at(&session, ONE, 10, 16);
    let found = ask(&mut session, "textDocument/references", params);
    assert_eq!(found.as_array().map(Vec::len), Some(2), "its own title and the packet that waits: {found}");
}

#[test]
fn outline_has_sections_with_their_fields() {
    let mut session = opened();
    let params = json!({ "textDocument": { "uri": session.uri(ONE) } });
    let found = ask(&mut session, "textDocument/documentSymbol", params);
    let sections = &found[0]["children"];
    assert_eq!(sections[0]["name"], "METADATA", "{found}");
    assert_eq!(sections[0]["children"][1]["name"], "Status", "{found}");
}

#[test]
fn missing_field_is_inserted_where_the_template_has_it() {
    let mut session = opened();
    let everywhere = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 10, "character": 0 } });
    let params = json!({
        "textDocument": { "uri": session.uri(TWO) }, "range": everywhere, "context": { "diagnostics": [] }
    });
    session.open(TWO);
    let found = ask(&mut session, "textDocument/codeAction", params);
    let list = found.as_array().cloned().unwrap_or_default();
    let why = list.iter().find(|action| action["title"] == "Insert Why").expect("the action is offered");
    let changes = why["edit"]["changes"].as_object().expect("an edit for a client without versions");
    let text = changes.values().next().map(|edits| edits[0]["newText"].clone()).unwrap_or_default();
    assert!(text.as_str().is_some_and(|text| text.contains("- Why: <fill: the reason>")), "{why}");
    assert_eq!(why["kind"], "quickfix");
    assert!(why["diagnostics"][0]["code"] == "scope-why-missing", "{why}");
}

#[test]
fn what_is_signed_is_not_edited_and_what_is_mutable_is() {
    let mut session = opened();
    let line = |line: u32| json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 40 } });
    let params = |session: &Session, range: Value| json!({ "textDocument": { "uri": session.uri(ONE) }, "range": range, "context": { "diagnostics": [] } });
    let asked = params(&session, line(3));
    let status = ask(&mut session, "textDocument/codeAction", asked);
    let spelled = status
        .as_array()
        .and_then(|list| list.iter().find(|action| action["title"] == "Write `Ready for Dev`"));
    assert!(spelled.is_some_and(|action| action["edit"].is_object()), "the status may change: {status}");
    let asked = params(&session, line(5));
    let scope = ask(&mut session, "textDocument/codeAction", asked);
    let why = scope.as_array().and_then(|list| list.iter().find(|action| action["title"] == "Insert Why"));
    assert!(
        why.is_some_and(|action| action["disabled"]["reason"].is_string()),
        "the scope is signed: {scope}"
    );
}
