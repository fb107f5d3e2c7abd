//! The server over real pipes: findings follow edits, across files, with versions.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

struct Session {
    child: Child,
    output: BufReader<ChildStdout>,
    root: PathBuf,
    _folder: tempfile::TempDir,
}

impl Session {
    fn start(files: &[(&str, &str)]) -> Session {
        let folder = tempfile::tempdir().expect("a folder");
        let root = std::fs::canonicalize(folder.path()).expect("it exists");
        for (path, text) in files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            std::fs::write(path, text).expect("written");
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
            .arg("server")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let output = BufReader::new(child.stdout.take().expect("piped"));
        let mut session = Session { child, output, root, _folder: folder };
        let folder = json!({ "uri": session.uri(""), "name": "demo" });
        session.send(json!({ "id": 1, "method": "initialize", "params": {
            "processId": null, "capabilities": { "general": { "positionEncodings": ["utf-32", "utf-16"] } },
            "workspaceFolders": [folder],
        } }));
        let answer = session.receive();
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-32");
        session.send(json!({ "method": "initialized", "params": {} }));
        session
    }

    fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.root.display()).trim_end_matches('/').to_string()
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        let input = self.child.stdin.as_mut().expect("piped");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        input.flush().expect("the server reads");
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("the server writes");
            match line.trim().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().expect("a number"),
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a whole message");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn open(&mut self, path: &str) {
        let text = std::fs::read_to_string(self.root.join(path)).expect("it is there");
        let item = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.send(json!({ "method": "textDocument/didOpen", "params": { "textDocument": item } }));
    }

    fn edit(&mut self, path: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(path), "version": version });
        self.send(json!({ "method": "textDocument/didChange", "params": { "textDocument": document, "contentChanges": changes } }));
    }

    /// The next list for a document at this version or a later one.
    fn published(&mut self, path: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            let message = self.receive();
            let params = &message["params"];
            if params["uri"] == *uri && params["version"].as_i64().is_some_and(|found| found >= version) {
                return params["diagnostics"].as_array().cloned().unwrap_or_default();
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn with_code<'a>(list: &'a [Value], code: &str) -> Option<&'a Value> {
    list.iter().find(|found| found["code"] == code)
}

const ONE: &str = ".GOV/task_packets/WP-1-One.md";
const TWO: &str = ".GOV/task_packets/WP-1-Two.md";

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
    drop(session.child.stdin.take());
    assert!(session.child.wait().expect("it ends").success());
}
