//! The server as four editors meet it: each profile holds what that editor said of itself when it was recorded.
//!
//! Whatever the server sends, asks or answers must be something that the editor said it can take.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO, with_code};

const PACKET: &str = "# Task Packet: WP-1-One\n- TASK_ID: WP-1-One\n- **Status:** ready-for-dev\n## SCOPE\n- What: \u{1f989} batches.\n\
    ## Dependencies\n- Depends on: WP-1-Two\n";
const FILES: &[(&str, &str)] =
    &[(ONE, PACKET), (TWO, "# Task Packet: WP-1-Two\n- **Status:** In Progress\n")];

struct Editor {
    capabilities: Value,
    session: Session,
    /// Everything that the server has sent.
    seen: Vec<Value>,
    id: i64,
}

impl Editor {
    fn start(name: &str) -> Editor {
        let path = format!("{}/tests/it/profiles/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let profile = std::fs::read_to_string(path).expect("a profile");
        let mut params: Value = serde_json::from_str(&profile).expect("JSON");
        params["processId"] = Value::Null;
        let capabilities = params["capabilities"].clone();
        let mut session = Session::introduced(params, FILES);
        session.open(ONE);
        Editor { capabilities, session, seen: Vec::new(), id: 100 }
    }

    /// Whether the editor said that it can do something: a path with dots into its capabilities.
    fn can(&self, path: &str) -> bool {
        let found = path.split('.').fold(&self.capabilities, |value, name| &value[name]);
        !found.is_null() && found != &json!(false)
    }

    fn ask(&mut self, method: &str, mut params: Value) -> Value {
        self.id += 1;
        params["textDocument"] = json!({ "uri": self.session.uri(ONE) });
        self.session.send(json!({ "id": self.id, "method": method, "params": params }));
        let mut seen = self.session.until_answer(self.id);
        let answer = seen.pop().expect("an answer");
        self.seen.append(&mut seen);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    fn pulls(&self) -> bool {
        !self.session.answer["capabilities"]["diagnosticProvider"].is_null()
    }

    /// The findings, pulled or pushed.
    fn findings(&mut self, version: i64) -> Vec<Value> {
        if self.pulls() {
            return self.ask("textDocument/diagnostic", json!({}))["items"]
                .as_array()
                .cloned()
                .expect("a list");
        }
        let known = |message: &Value| {
            let params = &message["params"];
            (message["method"] == "textDocument/publishDiagnostics"
                && params["version"].as_i64() >= Some(version))
            .then(|| params["diagnostics"].as_array().cloned().unwrap_or_default())
        };
        if let Some(list) = self.seen.iter().rev().find_map(known) {
            return list;
        }
        let list = self.session.published(ONE, version);
        self.seen.push(json!({ "method": "textDocument/publishDiagnostics", "params": { "diagnostics": list, "version": version } }));
        list
    }

    fn edited(&mut self, version: i32, line: u32, from: u32, to: u32, text: &str) {
        let range =
            json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } });
        self.session.edit(ONE, version, json!([{ "range": range, "text": text }]));
    }
}

/// How many units a text is long in the encoding that was agreed on.
fn units(text: &str, encoding: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

fn everywhere() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 7, "character": 0 } })
}

fn works_in(name: &str) {
    let mut editor = Editor::start(name);
    let answer = editor.session.answer.clone();

    // The first encoding that the editor names.
    let offered = editor.capabilities["general"]["positionEncodings"].clone();
    let encoding = answer["capabilities"]["positionEncoding"].as_str().unwrap_or("utf-16").to_string();
    assert_eq!(offered[0], encoding.as_str());

    // Findings come in one way, and where their words are.
    let list = editor.findings(1);
    let spelled = with_code(&list, "status-spelling").expect("a finding");
    assert_eq!(
        (&spelled["range"]["start"]["line"], &spelled["range"]["start"]["character"]),
        (&json!(2), &json!(14))
    );
    let owl = list.iter().find(|found| found["code"] == "file-non-ascii").expect("a finding");
    let length = owl["range"]["end"]["character"]
        .as_u64()
        .zip(owl["range"]["start"]["character"].as_u64())
        .map(|(end, start)| end - start);
    assert_eq!(length, Some(units("\u{1f989}", &encoding) as u64), "{owl}");
    if !editor.can("textDocument.publishDiagnostics.relatedInformation") {
        assert!(list.iter().all(|found| found["relatedInformation"].is_null()), "{list:?}");
    }

    // Behind the owl, in the editor's own units.
    let at = units("- What: \u{1f989}", &encoding) as u32;
    editor.edited(2, 4, at, at + 1, "");
    editor.edited(3, 4, 8, at, "Write ");
    let list = editor.findings(3);
    assert!(with_code(&list, "file-non-ascii").is_none(), "{list:?}");

    let hover = editor.ask("textDocument/hover", json!({ "position": { "line": 6, "character": 16 } }));
    let kind = hover["contents"]["kind"].as_str().expect("a kind").to_string();
    let kinds = editor.capabilities["textDocument"]["hover"]["contentFormat"].clone();
    assert!(kinds.as_array().is_some_and(|kinds| kinds.contains(&json!(kind))), "{kind} of {kinds}");

    let actions = editor
        .ask("textDocument/codeAction", json!({ "range": everywhere(), "context": { "diagnostics": [] } }));
    let actions = actions.as_array().cloned().expect("a list");
    assert!(actions.iter().any(|action| action["title"] == "Insert Why"), "{actions:?}");
    for action in &actions {
        let edit = &action["edit"];
        if !editor.can("workspace.workspaceEdit.documentChanges") {
            let changes = edit["documentChanges"].as_array().cloned().unwrap_or_default();
            for operation in changes.iter().filter_map(|change| change.get("kind")) {
                let operations = &editor.capabilities["workspace"]["workspaceEdit"]["resourceOperations"];
                assert!(operations.as_array().is_some_and(|all| all.contains(operation)), "{action}");
            }
            // There is no other form for what is done with files, and this one for nothing else.
            assert_eq!(
                changes.is_empty(),
                changes.iter().all(|change| change.get("kind").is_none()),
                "{action}"
            );
        }
        if !editor.can("workspace.workspaceEdit.changeAnnotationSupport") {
            assert!(edit["changeAnnotations"].is_null(), "{action}");
        }
    }

    editor.edited(4, 4, 0, 0, "- \n");
    let list = editor.ask("textDocument/completion", json!({ "position": { "line": 4, "character": 2 } }));
    let items = list["items"].as_array().cloned().unwrap_or_default();
    assert!(!items.is_empty());
    let snippets = items.iter().any(|item| item["insertTextFormat"] == 2);
    assert!(!snippets || editor.can("textDocument.completion.completionItem.snippetSupport"), "{items:?}");

    // What the server asked of the editor is something that it can do.
    for message in &editor.seen {
        let needs = match message["method"].as_str().unwrap_or_default() {
            "client/registerCapability" => "workspace.didChangeWatchedFiles.dynamicRegistration",
            "window/workDoneProgress/create" | "$/progress" => "window.workDoneProgress",
            "workspace/diagnostic/refresh" => "workspace.diagnostics.refreshSupport",
            "workspace/codeLens/refresh" => "workspace.codeLens.refreshSupport",
            "workspace/inlayHint/refresh" => "workspace.inlayHint.refreshSupport",
            "textDocument/publishDiagnostics" => {
                assert!(!editor.pulls(), "both pushed and pulled: {message}");
                continue;
            }
            "window/logMessage" | "window/showMessage" => continue,
            other => panic!("{name} does not know {other}: {message}"),
        };
        assert!(editor.can(needs), "{message} needs {needs}");
    }
}

#[test]
fn visual_studio_code() {
    works_in("vscode");
    assert!(Editor::start("vscode").pulls());
}

#[test]
fn neovim() {
    works_in("neovim");
    assert!(!Editor::start("neovim").pulls(), "it cannot be told to pull again");
}

#[test]
fn helix() {
    works_in("helix");
}

#[test]
fn emacs() {
    works_in("emacs");
}

/// Helix says that it watches files, and tells of those that it writes itself.
#[test]
fn file_that_something_else_writes_counts_in_helix_without_a_word_of_it() {
    let mut editor = Editor::start("helix");
    editor.findings(1);
    editor.session.write(TWO, "# Task Packet: WP-1-Two\n- TASK_ID: WP-1-One\n");
    loop {
        let list = editor.session.published(ONE, 1);
        if with_code(&list, "id-duplicate").is_some() {
            break;
        }
    }
}

/// Neovim lists what it does with files, and says nothing of `documentChanges`, the only form to ask it in.
#[test]
fn files_are_renamed_by_each_editor_that_can() {
    for name in ["vscode", "neovim", "emacs", "helix"] {
        let mut editor = Editor::start(name);
        let text_document = json!({ "uri": editor.session.uri(ONE) });
        let position = json!({ "line": 1, "character": 12 });
        let params = json!({ "textDocument": text_document, "position": position, "newName": "WP-1-New" });
        editor.session.send(json!({ "id": 9, "method": "textDocument/rename", "params": params }));
        let answer = editor.session.until_answer(9).pop().expect("an answer");
        let operations = &editor.capabilities["workspace"]["workspaceEdit"]["resourceOperations"];
        if operations.as_array().is_some_and(|all| all.contains(&json!("rename"))) {
            let changes = answer["result"]["documentChanges"].as_array().cloned().unwrap_or_default();
            assert_eq!(
                changes.last().map(|last| last["kind"].clone()),
                Some(json!("rename")),
                "{name}: {answer}"
            );
        } else {
            let said = answer["error"]["message"].as_str().unwrap_or_default();
            assert!(said.contains("renames no files"), "{name}: {answer}");
        }
    }
}
