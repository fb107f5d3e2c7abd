//! A broken packet is walked to its end over the real server: fix all, insert what is missing, fill in the tab stops;
//! and what the editor writes is what the command line writes.

use std::fs;

use serde_json::{Value, json};

use crate::client::Session;
use crate::program;

const BROKEN: &str = ".GOV/task_packets/WP-1-Export-Bundle.md";

/// The demo workspace; its broken packet is not signed, so that it may be repaired.
fn demo() -> Vec<(String, String)> {
    program::demo(BROKEN, |text| {
        text.replace("USER_SIGNATURE: mara040320261415", "USER_SIGNATURE: <pending>")
    })
}

fn session(files: &[(String, String)]) -> Session {
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let edits = json!({ "documentChanges": true, "snippetEditSupport": true });
    let capabilities = json!({ "workspace": { "workspaceEdit": edits, "diagnostics": { "refreshSupport": true } },
        "textDocument": { "diagnostic": {} } });
    Session::with(&borrowed, capabilities)
}

/// A file in an editor: its text and its version.
struct Editor {
    session: Session,
    path: String,
    text: String,
    version: i32,
    asked: i64,
}

impl Editor {
    fn open(files: &[(String, String)], path: &str) -> Editor {
        let mut session = session(files);
        session.open(path);
        let text = files.iter().find(|(known, _)| known == path).expect("it is there").1.clone();
        Editor { session, path: path.into(), text, version: 1, asked: 100 }
    }

    fn findings(&mut self) -> Vec<Value> {
        self.asked += 1;
        let answer = self.session.pull(&self.path.clone(), self.asked).pop().expect("an answer");
        answer["result"]["items"].as_array().cloned().unwrap_or_default()
    }

    fn errors(&mut self) -> Vec<String> {
        let said = |found: &Value| format!("{}: {}", found["code"], found["message"]);
        self.findings().iter().filter(|found| found["severity"] == 1).map(said).collect()
    }

    fn actions(&mut self, range: &Value, only: Value) -> Vec<Value> {
        self.asked += 1;
        let mut context = json!({ "diagnostics": [] });
        if !only.is_null() {
            context["only"] = only;
        }
        let document = json!({ "uri": self.session.uri(&self.path) });
        let params = json!({ "textDocument": document, "range": range, "context": context });
        self.session.send(json!({ "id": self.asked, "method": "textDocument/codeAction", "params": params }));
        let answer = self.session.until_answer(self.asked).pop().expect("an answer");
        answer["result"].as_array().cloned().unwrap_or_default()
    }

    /// Applies an action as an editor does, and fills in each tab stop.
    fn apply(&mut self, action: &Value) {
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"]["version"], self.version, "{action}");
        let mut edits: Vec<(usize, usize, String)> = Vec::new();
        for edit in change["edits"].as_array().expect("edits") {
            let at = |end: &str| self.offset(&edit["range"][end]);
            let text = match edit["snippet"]["value"].as_str() {
                Some(snippet) => filled(snippet),
                None => edit["newText"].as_str().expect("a text").to_string(),
            };
            edits.push((at("start"), at("end"), text));
        }
        edits.sort();
        for (start, end, text) in edits.into_iter().rev() {
            self.text.replace_range(start..end, &text);
        }
        self.write();
    }

    fn write(&mut self) {
        self.version += 1;
        let (path, version) = (self.path.clone(), self.version);
        self.session.edit(&path, version, json!([{ "text": self.text }]));
    }

    /// The session speaks UTF-32.
    fn offset(&self, position: &Value) -> usize {
        let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("small");
        let line: usize = self.text.split_inclusive('\n').take(number("line")).map(str::len).sum();
        self.text[line..].char_indices().nth(number("character")).map_or(self.text.len(), |(at, _)| line + at)
    }
}

/// What a person writes at each stop.
fn filled(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some((before, behind)) = rest.split_once("${") {
        let (stop, behind) = behind.split_once('}').expect("a stop ends");
        out.push_str(before);
        let inner = stop.trim_start_matches(|letter: char| letter.is_ascii_digit());
        out.push_str(match inner.strip_prefix('|') {
            Some(choices) => choices.split([',', '|']).next().unwrap_or_default(),
            None => said(inner.trim_start_matches(':')),
        });
        rest = behind;
    }
    out + rest
}

fn said(stop: &str) -> &str {
    match stop {
        "40 hex digits" => "0123456789abcdef0123456789abcdef01234567",
        "exact/path" => "src/exporter/bundle.rs",
        "section number and title" => "5.1.1",
        "spec file" | "<spec file>" => "Fieldbook_Master_Spec_v01.004.md",
        "codex file" => "Fieldbook Codex v1.2.md",
        "criterion" => "A bundle holds every note of its notebook",
        "section" => "5.1.1",
        "<line>" => "1",
        "<hash>" => "0123456789abcdef0123456789abcdef01234567",
        "<path>" => "src/exporter/bundle.rs",
        "<adds - dels>" => "0",
        stop if stop.starts_with("YYYY") => "2026-03-05T09:15:00Z",
        "" => "said by a person",
        stop => stop,
    }
}

#[test]
fn broken_packet_becomes_free_of_errors() {
    let mut editor = Editor::open(&demo(), BROKEN);
    let before = editor.errors().len();
    assert!(before > 20, "{before} errors are a broken packet");
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 100_000, "character": 0 } });
    let fix_all =
        editor.actions(&whole, json!(["source.fixAll.taskpacket"])).pop().expect("something is safe");
    editor.apply(&fix_all);
    assert!(editor.errors().len() < before);
    // One action after the other, as a person goes from squiggle to squiggle: what is missing first.
    for _ in 0..80 {
        let all = editor.actions(&whole, Value::Null);
        let is_insertion = |action: &&Value| {
            let title = action["title"].as_str().unwrap_or_default();
            title.starts_with("Insert all") && action["edit"].is_object()
        };
        if let Some(insertion) = all.iter().find(is_insertion) {
            editor.apply(insertion);
            continue;
        }
        let errors: Vec<Value> =
            editor.findings().into_iter().filter(|found| found["severity"] == 1).collect();
        let mut done = false;
        for error in &errors {
            let offered = editor.actions(&error["range"], json!(["quickfix"]));
            let answers = |action: &&Value| {
                let same = |one: &Value| one["code"] == error["code"] && one["range"] == error["range"];
                // What goes over several files is another walk.
                action["edit"]["documentChanges"].as_array().is_some_and(|files| files.len() == 1)
                    && action["diagnostics"].as_array().is_some_and(|list| list.iter().any(same))
            };
            if let Some(action) = offered.iter().find(answers) {
                editor.apply(action);
                done = true;
                break;
            }
        }
        if !done {
            break;
        }
    }
    for (written, meant) in KNOWN {
        assert!(editor.text.contains(written), "`{written}` is gone\n{}", editor.text);
        editor.text = editor.text.replacen(written, meant, 1);
    }
    editor.write();
    let mut left = editor.errors();
    left.retain(|error| OTHERS.iter().all(|rule| !error.contains(rule)));
    assert!(left.is_empty(), "{} left\n{}\n{}", left.len(), left.join("\n"), editor.text);
}

/// What only the one who writes the packet knows: no fix can say it.
const KNOWN: &[(&str, &str)] = &[
    ("**Target File**: `src/exporter/zipper.rs`", "**Target File**: `src/exporter/bundle.rs`"),
    ("ORCHESTRATOR_MODEL: <pending>", "ORCHESTRATOR_MODEL: a model"),
    ("PACKET_FORMAT_VERSION: vXX.XX", "PACKET_FORMAT_VERSION: 2026-02-01"),
    ("- Why:\n", "- Why: notes must leave the service whole\n"),
    ("  - tools/\n  - src/exporter\n", ""),
    ("  - ../shared/zip.rs\n  - the exporter\n", ""),
    ("  - src/exporter/bundle.rs\n  - anything else", "  - import of bundles -> separate WP"),
    ("<path>", "src/exporter/Cargo.toml"),
    ("- measurable criterion 1", "- Every note of 5.1.1 is in the bundle"),
    ("  - 5.9.4 (Progress Bar)\n", ""),
    ("  - the export section\n", ""),
    ("WP-1-Offline-Cache, WP-1-Export-Bundle, WP-1-Zip-Library", "NONE"),
    ("\"exact symbol\"", "\"Exporter\""),
    ("\"risk name\" -> \"impact\"", "\"disk is full\" -> \"bundle\""),
    ("**Start**: 40", "**Start**: 1"),
    ("**Line Delta**: some", "**Line Delta**: 3"),
    ("`c0ffee`", "`0123456789abcdef0123456789abcdef01234567`"),
    (
        "- REQUIREMENT: \"...\"\n- EVIDENCE: `path/to/file:line`",
        "- REQUIREMENT: \"Every note\"\n- EVIDENCE: `src/exporter/bundle.rs:1`",
    ),
    ("- COMMAND: `<paste>`\n- EXIT_CODE: `<int>`", "- COMMAND: `cargo test`\n- EXIT_CODE: 0"),
];

/// What somebody else does: the user signs, the specification is extended.
const OTHERS: &[&str] = &["signature-pending", "refinement-enrichment-blocks-packet"];

#[test]
fn editor_and_command_line_write_the_same_bytes() {
    let files = demo();
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in &files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("it has one")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    let mut compared = 0;
    for (path, before) in
        files.iter().filter(|(path, _)| path.ends_with(".md") && !path.contains("templates"))
    {
        // One file at a time, as an editor has it: the others are as they were.
        let mut run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"));
        run.args(["check", "--fix", path]).current_dir(folder.path()).output().expect("it runs");
        let written = fs::read_to_string(folder.path().join(path)).expect("a text");
        fs::write(folder.path().join(path), before).expect("a file");
        if written == *before {
            continue;
        }
        let mut editor = Editor::open(&files, path);
        let start = json!({ "line": 0, "character": 0 });
        let range = json!({ "start": start, "end": start });
        let action = editor.actions(&range, json!(["source.fixAll.taskpacket"])).pop().expect("there is one");
        editor.apply(&action);
        assert_eq!(editor.text, written, "{path}");
        compared += 1;
    }
    assert!(compared > 0, "{compared} files");
}

#[test]
fn tab_stops_are_for_clients_that_take_them() {
    let packet = "# Task Packet: WP-1-One\n\n## SCOPE\n- What: x\n";
    let path = ".GOV/task_packets/WP-1-One.md";
    let mut editor = Editor::open(&[(path.into(), packet.into())], path);
    let scope = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 8 } });
    let insert = |list: &[Value]| {
        list.iter().find(|action| action["title"] == "Insert Why").cloned().expect("it is offered")
    };
    let action = insert(&editor.actions(&scope, Value::Null));
    let edit = &action["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(
        edit["snippet"],
        json!({ "kind": "snippet", "value": "\n- Why: ${1:the reason}" }),
        "{action}"
    );
    assert!(action.get("data").is_none() && edit.get("newText").is_none(), "{action}");
    let mut plain = Session::with(
        &[(path, packet)],
        json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } }),
    );
    plain.open(path);
    let document = json!({ "uri": plain.uri(path) });
    let params = json!({ "textDocument": document, "range": scope, "context": { "diagnostics": [] } });
    plain.send(json!({ "id": 9, "method": "textDocument/codeAction", "params": params }));
    let answer = plain.until_answer(9).pop().expect("an answer");
    let action = insert(answer["result"].as_array().expect("actions"));
    let edit = &action["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], "\n- Why: <fill: the reason>", "{action}");
}
