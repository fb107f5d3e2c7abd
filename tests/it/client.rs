//! A client for the tests: the real server over real pipes, and no wait without an end.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Far more than any answer takes, so only a server that hangs is told so.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Session {
    pub child: Child,
    /// How long one message is waited for.
    pub patience: Duration,
    /// Off, the client leaves the server's output in the pipe.
    pub reading: Arc<AtomicBool>,
    /// Until it is gone, the server's input is open.
    input: Option<Sender<Vec<u8>>>,
    /// One for each message that has left.
    written: Receiver<()>,
    unwritten: usize,
    messages: Receiver<Value>,
    pub root: PathBuf,
    /// What the server said of itself.
    pub answer: Value,
    _folder: tempfile::TempDir,
}

impl Session {
    pub fn start(files: &[(&str, &str)]) -> Session {
        Session::with(files, json!({}))
    }

    /// A session with a client that can do more than choose an encoding.
    pub fn with(files: &[(&str, &str)], capabilities: Value) -> Session {
        Session::started_by(Value::Null, files, capabilities)
    }

    /// A session whose client names the process that is to be outlived by no server.
    pub fn started_by(process: Value, files: &[(&str, &str)], mut capabilities: Value) -> Session {
        if capabilities.pointer("/textDocument/codeAction").is_none() {
            capabilities["textDocument"]["codeAction"] = json!({ "disabledSupport": true });
        }
        capabilities["general"] = json!({ "positionEncodings": ["utf-32", "utf-16"] });
        let session =
            Session::introduced(json!({ "processId": process, "capabilities": capabilities }), files);
        assert_eq!(session.answer["capabilities"]["positionEncoding"], "utf-32");
        session
    }

    /// A session whose client says these things of itself.
    pub fn introduced(mut params: Value, files: &[(&str, &str)]) -> Session {
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
        let (sender, messages) = std::sync::mpsc::channel();
        let reading = Arc::new(AtomicBool::new(true));
        let reads = reading.clone();
        std::thread::spawn(move || read_all(output, &sender, &reads));
        let mut pipe = child.stdin.take().expect("piped");
        let (input, waiting) = std::sync::mpsc::channel::<Vec<u8>>();
        let (leaves, written) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            // Writing ends with the server; a test that expects more of it fails when it waits for an answer.
            while let Ok(message) = waiting.recv()
                && pipe.write_all(&message).and_then(|()| pipe.flush()).is_ok()
                && leaves.send(()).is_ok()
            {}
        });
        let input = Some(input);
        let mut session = Session {
            child,
            input,
            written,
            unwritten: 0,
            patience: PATIENCE,
            reading,
            messages,
            root,
            answer: Value::Null,
            _folder: folder,
        };
        params["workspaceFolders"] = json!([{ "uri": session.uri(""), "name": "demo" }]);
        session.send(json!({ "id": 1, "method": "initialize", "params": params }));
        session.answer = session.receive()["result"].take();
        session.send(json!({ "method": "initialized", "params": {} }));
        session
    }

    /// How the server ended; it must do so within this time.
    pub fn ended(&mut self, within: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status;
            }
            assert!(start.elapsed() < within, "the server still runs after {within:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.root.display()).trim_end_matches('/').to_string()
    }

    pub fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        let message = format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes();
        // A server that is gone is told by the wait for its answer.
        drop(self.input.as_ref().expect("the input is open").send(message));
        self.unwritten += 1;
    }

    /// Waits until the server has taken in everything that was sent, or as much as a pipe holds is left.
    pub fn all_sent(&mut self) {
        while self.unwritten > 0 {
            let left = self.written.recv_timeout(self.patience);
            left.unwrap_or_else(|error| panic!("the server does not read its input: {error}"));
            self.unwritten -= 1;
        }
    }

    /// Closes the server's input, behind all that was sent.
    pub fn close(&mut self) {
        self.input = None;
    }

    /// The next message; a server that has nothing to say fails the test instead of holding it up.
    pub fn receive(&mut self) -> Value {
        self.messages
            .recv_timeout(self.patience)
            .unwrap_or_else(|error| panic!("no message of the server: {error}"))
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, text).expect("written");
    }

    pub fn watched(&mut self, path: &str) {
        let change = json!({ "uri": self.uri(path), "type": 2 });
        self.send(json!({ "method": "workspace/didChangeWatchedFiles", "params": { "changes": [change] } }));
    }

    /// Tells of folders that were added and removed.
    pub fn folders(&mut self, added: &[&str], removed: &[&str]) {
        let named = |paths: &[&str]| -> Vec<Value> {
            paths.iter().map(|path| json!({ "uri": self.uri(path), "name": path })).collect()
        };
        let event = json!({ "added": named(added), "removed": named(removed) });
        self.send(json!({ "method": "workspace/didChangeWorkspaceFolders", "params": { "event": event } }));
    }

    /// The next message that names this method.
    pub fn asked(&mut self, method: &str) -> Value {
        loop {
            let message = self.receive();
            if message["method"] == method {
                return message;
            }
        }
    }

    /// Everything up to the answer to this request.
    pub fn until_answer(&mut self, id: i64) -> Vec<Value> {
        let mut seen = Vec::new();
        loop {
            let message = self.receive();
            let last = message["id"] == id && message.get("method").is_none();
            seen.push(message);
            if last {
                return seen;
            }
        }
    }

    /// Asks for the findings of a document; everything up to the answer.
    pub fn pull(&mut self, path: &str, id: i64) -> Vec<Value> {
        self.ask_for_findings(path, id);
        self.until_answer(id)
    }

    pub fn ask_for_findings(&mut self, path: &str, id: i64) {
        let params = json!({ "textDocument": { "uri": self.uri(path) } });
        self.send(json!({ "id": id, "method": "textDocument/diagnostic", "params": params }));
    }

    pub fn open(&mut self, path: &str) {
        let text = std::fs::read_to_string(self.root.join(path)).expect("it is there");
        let item = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.send(json!({ "method": "textDocument/didOpen", "params": { "textDocument": item } }));
    }

    pub fn edit(&mut self, path: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(path), "version": version });
        self.send(json!({ "method": "textDocument/didChange", "params": { "textDocument": document, "contentChanges": changes } }));
    }

    /// The next list for a document at this version or a later one.
    pub fn published(&mut self, path: &str, version: i64) -> Vec<Value> {
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

pub fn with_code<'a>(list: &'a [Value], code: &str) -> Option<&'a Value> {
    list.iter().find(|found| found["code"] == code)
}

/// Reads on its own thread until the server is gone, so that no test reads a pipe that stays silent.
fn read_all(mut output: BufReader<ChildStdout>, messages: &Sender<Value>, reads: &AtomicBool) {
    loop {
        while !reads.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let Some(message) = read(&mut output) else { return };
        if messages.send(message).is_err() {
            return;
        }
    }
}

fn read(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().ok()?,
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

pub const ONE: &str = ".GOV/task_packets/WP-1-One.md";
pub const TWO: &str = ".GOV/task_packets/WP-1-Two.md";
