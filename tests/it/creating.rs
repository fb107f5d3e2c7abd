//! `taskpacket new` and the same in an editor: whole files with their entries, or a word about what is to be done first.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::changing::{all_edits, all_edits_later, resolved, session};
use crate::client::Session;
use crate::program::{self, demo};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const REVISION: &str = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
const STUB: &str = ".GOV/task_packets/stubs/WP-1-Bird-Rings.md";
const REGISTRY: &str = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";

fn workspace() -> TempDir {
    let files = demo("", str::to_string);
    program::folder(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn new(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    program::run(root, &[&["new"], arguments].concat(), "")
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).expect("it is there")
}

#[test]
fn stub_is_written_with_its_entries_and_each_file_is_told() {
    let folder = workspace();
    let (code, out, told) = new(folder.path(), &["stub", "WP-1-Bird-Rings"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{told}");
    assert!(told.contains(&format!("created {STUB} (the stub)")), "{told}");
    assert!(told.contains(&format!("changed {BOARD} (the stub joins the backlog)")), "{told}");
    assert!(read(folder.path(), STUB).starts_with("# Work Packet Stub: WP-1-Bird-Rings\n"));
    assert!(read(folder.path(), BOARD).contains("- **[WP-1-Bird-Rings]** - [STUB]\n"));
    let (code, _, told) = new(folder.path(), &["stub", "WP-1-Bird-Rings"]);
    assert_eq!(code, Some(2));
    assert!(told.contains(&format!("{STUB} exists; open it")), "{told}");
}

#[test]
fn dry_run_prints_a_diff_that_git_applies_and_writes_nothing() {
    let folder = workspace();
    let board = read(folder.path(), BOARD);
    let (code, out, _) = new(folder.path(), &["stub", "WP-1-Bird-Rings", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(out.contains(&format!("--- /dev/null\n+++ b/{STUB}\n")), "{out}");
    assert!(out.contains("+- **[WP-1-Bird-Rings]** - [STUB]\n"), "{out}");
    assert!(!folder.path().join(STUB).exists());
    assert_eq!(read(folder.path(), BOARD), board);
}

#[test]
fn packet_without_a_signed_refinement_is_refused_with_the_next_step() {
    let folder = workspace();
    let (code, _, told) = new(folder.path(), &["packet", "WP-1-Offline-Cache"]);
    assert_eq!(code, Some(2));
    assert!(
        told.contains("has no refinement; `taskpacket new refinement WP-1-Offline-Cache` makes one"),
        "{told}"
    );
    assert!(!folder.path().join(".GOV/task_packets/WP-1-Offline-Cache.md").exists());
}

#[test]
fn what_cannot_be_written_as_a_whole_is_not_written_at_all() {
    let folder = workspace();
    let board = read(folder.path(), BOARD);
    // It is read with a replacement character, so what would be written is not made from what lies there.
    let registry = folder.path().join(REGISTRY);
    let mut bytes = fs::read(&registry).expect("it is there");
    bytes.push(0xff);
    fs::write(&registry, &bytes).expect("written");
    let (code, _, told) = new(folder.path(), &["stub", "WP-1-Bird-Rings"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("nothing is changed"), "{told}");
    assert!(!folder.path().join(STUB).exists());
    assert_eq!(read(folder.path(), BOARD), board);
    assert_eq!(fs::read(&registry).expect("it is there"), bytes);
    let left: Vec<_> =
        fs::read_dir(folder.path().join(".GOV/task_packets/stubs")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "no draft stays behind");
}

/// Asks for a command; the edit that the client is to apply, or the error.
pub fn command(session: &mut Session, name: &str, argument: Value) -> Result<(Value, Value), Value> {
    let params = json!({ "command": name, "arguments": [argument] });
    session.send(json!({ "id": 8, "method": "workspace/executeCommand", "params": params }));
    let (mut answer, mut apply) = (None, None);
    loop {
        let message = session.receive();
        if message["method"] == "workspace/applyEdit" {
            session.send(json!({ "id": message["id"], "result": { "applied": true } }));
            apply = Some(message["params"].clone());
        } else if message["id"] == 8 && message.get("method").is_none() {
            if message.get("error").is_some() {
                return Err(message["error"].clone());
            }
            answer = Some(message["result"].clone());
        }
        if let (Some(answer), Some(apply)) = (&answer, &apply) {
            return Ok((answer.clone(), apply.clone()));
        }
    }
}

pub fn can_apply() -> Value {
    let mut capabilities = all_edits();
    capabilities["workspace"]["applyEdit"] = json!(true);
    capabilities
}

#[test]
fn command_has_the_client_create_the_file_and_edit_the_board() {
    let mut session = session(&demo("", str::to_string), can_apply());
    session.open(BOARD);
    let (answer, apply) = command(&mut session, "taskpacket.newStub", json!({ "wpId": "WP-1-Bird-Rings" }))
        .expect("it is done");
    assert_eq!(answer["title"], "Create the stub WP-1-Bird-Rings");
    assert_eq!(answer["files"][0]["what"], "create");
    assert_eq!(apply["label"], "Create the stub WP-1-Bird-Rings");
    let changes = apply["edit"]["documentChanges"].as_array().expect("changes");
    assert_eq!(changes[0]["kind"], "create", "{changes:#?}");
    assert_eq!(changes[0]["uri"], session.uri(STUB));
    assert_eq!(changes[0]["options"]["overwrite"], false);
    assert_eq!(changes[1]["textDocument"]["uri"], session.uri(STUB));
    assert_eq!(changes[2]["textDocument"]["uri"], session.uri(BOARD));
    assert_eq!(changes[2]["textDocument"]["version"], 1, "the board is open");
    assert_eq!(changes[3]["textDocument"]["version"], Value::Null, "the registry is not");
    let id = changes[2]["edits"][0]["annotationId"].as_str().expect("a reason");
    assert_eq!(apply["edit"]["changeAnnotations"][id]["description"], "the stub joins the backlog");
}

#[test]
fn refusal_of_a_command_says_what_to_do_next() {
    let mut session = session(&demo("", str::to_string), can_apply());
    let argument = json!({ "uri": session.uri(BOARD), "wpId": "WP-1-Offline-Cache" });
    let error = command(&mut session, "taskpacket.newPacket", argument).expect_err("it is refused");
    assert_eq!(error["code"], -32803);
    assert!(
        error["message"].as_str().is_some_and(|said| said.contains("taskpacket new refinement")),
        "{error}"
    );
    let error = command(&mut session, "taskpacket.newStub", json!({})).expect_err("it is refused");
    assert!(error["message"].as_str().is_some_and(|said| said.contains("name it as `wpId`")), "{error}");
}

#[test]
fn client_that_creates_no_files_is_given_no_half_of_a_change() {
    let capabilities =
        json!({ "workspace": { "applyEdit": true, "workspaceEdit": { "documentChanges": true } } });
    let mut session = session(&demo("", str::to_string), capabilities);
    let argument = json!({ "wpId": "WP-1-Bird-Rings" });
    let error = command(&mut session, "taskpacket.newStub", argument).expect_err("it is refused");
    assert!(error["message"].as_str().is_some_and(|said| said.contains("in a terminal")), "{error}");
}

#[test]
fn command_reads_what_somebody_else_wrote_meanwhile() {
    let mut session = session(&demo("", str::to_string), can_apply());
    let board = read(&session.root, BOARD);
    // Nobody tells the server of it.
    session.write(
        BOARD,
        &board.replace("# Fieldbook Task Board", "# Fieldbook Task Board\n\nLast edited by hand."),
    );
    let argument = json!({ "wpId": "WP-1-Bird-Rings" });
    let (_, apply) = command(&mut session, "taskpacket.newStub", argument).expect("it is done");
    let line = apply["edit"]["documentChanges"][2]["edits"][0]["range"]["start"]["line"].as_u64();
    let wanted = board.lines().position(|line| line.contains("[STUB]")).expect("a stub") as u64 + 2;
    assert_eq!(line, Some(wanted));
}

/// Opens the board; what is offered at its stub, by title.
fn actions_at_the_stub(session: &mut Session) -> impl Fn(&str) -> Value + use<> {
    session.open(BOARD);
    let board = read(&session.root, BOARD);
    let line = board.lines().position(|line| line.contains("[STUB]")).expect("a stub");
    let start = json!({ "line": line, "character": 8 });
    let params = json!({
        "textDocument": { "uri": session.uri(BOARD) },
        "range": { "start": start, "end": start },
        "context": { "diagnostics": [], "only": ["refactor"] },
    });
    session.send(json!({ "id": 7, "method": "textDocument/codeAction", "params": params }));
    let answer = session.until_answer(7).pop().expect("an answer");
    let actions = answer["result"].as_array().cloned().unwrap_or_default();
    move |title: &str| actions.iter().find(|action| action["title"] == title).cloned().expect(title)
}

#[test]
fn actions_at_an_id_offer_its_next_file() {
    let mut session = session(&demo("", str::to_string), can_apply());
    let titled = actions_at_the_stub(&mut session);
    let refinement = titled("Create the refinement WP-1-Offline-Cache");
    assert_eq!(refinement["edit"]["documentChanges"][0]["kind"], "create", "{refinement}");
    let packet = titled("Activate the stub WP-1-Offline-Cache");
    assert!(packet.get("edit").is_none(), "{packet}");
    assert!(
        packet["disabled"]["reason"].as_str().is_some_and(|why| why.contains("has no refinement")),
        "{packet}"
    );
}

#[test]
fn client_that_asks_for_edits_later_gets_them_once_an_action_is_chosen() {
    let mut session = session(&demo("", str::to_string), all_edits_later());
    assert_eq!(session.answer["capabilities"]["codeActionProvider"]["resolveProvider"], true);
    let titled = actions_at_the_stub(&mut session);
    let offered = titled("Create the refinement WP-1-Offline-Cache");
    assert!(offered.get("edit").is_none() && offered.get("disabled").is_none(), "{offered}");
    // What cannot be done is known before anything is made.
    let refused = titled("Activate the stub WP-1-Offline-Cache");
    assert!(refused["disabled"]["reason"].as_str().is_some_and(|why| why.contains("has no refinement")));
    let chosen = resolved(&mut session, &offered)["result"].clone();
    assert_eq!(chosen["edit"]["documentChanges"][0]["kind"], "create", "{chosen}");
    assert_eq!(chosen["title"], offered["title"]);
    // An action of another server or of another version is not guessed at.
    assert_eq!(resolved(&mut session, &json!({ "title": "Other" }))["result"], json!({ "title": "Other" }));
    let board = read(&session.root, BOARD);
    session.edit(BOARD, 2, json!([{ "text": format!("{board}\n") }]));
    let error = resolved(&mut session, &offered)["error"].clone();
    assert!(error["message"].as_str().is_some_and(|said| said.contains("offered no longer")), "{error}");
}

#[test]
fn state_is_set_in_all_files_by_one_command_of_a_terminal() {
    let folder = workspace();
    let run = |arguments: &[&str]| {
        let run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
            .arg("run")
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (run.status.code(), text(&run.stdout), text(&run.stderr))
    };
    let (code, out, _) = run(&[]);
    assert_eq!(code, Some(0));
    assert!(out.contains("setStatus status=.. [reason=..]\n"), "{out}");
    let blocked = ["setStatus", "WP-1-Note-Sync-v2", "status=blocked", "reason=no network (ETA 2026-03-09)"];
    let (code, out, told) = run(&[&blocked[..], &["--dry-run"]].concat());
    assert_eq!(code, Some(0), "{told}");
    assert!(out.contains("+- **[WP-1-Note-Sync-v2]** - BLOCKED: no network (ETA 2026-03-09)\n"), "{out}");
    assert!(read(folder.path(), REVISION).contains("- **Status:** Ready for Dev\n"), "nothing is written");
    let (code, _, told) = run(&blocked);
    assert_eq!(code, Some(0), "{told}");
    assert!(read(folder.path(), REVISION).contains("- **Status:** Blocked\n"));
    assert!(read(folder.path(), REGISTRY).contains("| Blocked: WP-1-Note-Sync-v2 |"));
    let (code, _, told) = run(&["setStatus", "WP-1-Note-Sync-v2"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("`status` is not given"), "{told}");
}

#[test]
fn what_editors_offer_over_several_files_a_terminal_does_too() {
    let stub = "# Work Packet Stub: WP-1-One\n- WP_ID: WP-1-One\n";
    let folder = program::folder([
        (".GOV/task_packets/WP-1-One.md", stub),
        (".GOV/task_packets/WP-1-Two.md", "# Task Packet: WP-1-Two\n- **Status:** Ready for Dev\n"),
        (
            BOARD,
            "# Task Board\n## Ready for Dev\n- **[WP-1-Two]** - [READY_FOR_DEV]\n## Stub Backlog (Not Activated)\n",
        ),
    ]);
    let answer = |rule: &str, more: &[&str]| {
        let rule = format!("rule={rule}");
        program::run(folder.path(), &[&["run", "answer", &*rule], more].concat(), "")
    };
    let (code, diff, told) = answer("stub-location", &["--dry-run"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(diff.contains("rename to .GOV/task_packets/stubs/WP-1-One.md"), "{diff}");
    let (code, _, told) = answer("stub-location", &["WP-1-One"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("moved .GOV/task_packets/WP-1-One.md to"), "{told}");
    assert_eq!(read(folder.path(), ".GOV/task_packets/stubs/WP-1-One.md"), stub);
    assert!(!folder.path().join(".GOV/task_packets/WP-1-One.md").exists());
    let (code, _, told) = answer("stub-unlisted", &[]);
    assert_eq!(code, Some(0), "{told}");
    assert!(read(folder.path(), BOARD).contains("- **[WP-1-One]** - [STUB]"), "{told}");
    let (code, _, told) = answer("stub-unlisted", &[]);
    assert!(code == Some(2) && told.contains("no finding of stub-unlisted"), "{told}");
}

#[test]
fn manifest_is_filled_from_the_commit_that_the_packet_names() {
    let folder = workspace();
    let git = |arguments: &[&str]| {
        let name = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
        let run = std::process::Command::new("git")
            .args(name)
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .expect("git runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8_lossy(&run.stdout).trim().to_string()
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "base"]);
    let base = git(&["rev-parse", "HEAD"]);
    let packet = read(folder.path(), REVISION).replace("f1b2476fb53bb744d6b3d939821de8b358186315", &base);
    fs::write(folder.path().join(REVISION), packet).expect("written");
    let source = "src/server/sync/merge.rs";
    let text = read(folder.path(), source);
    fs::write(folder.path().join(source), format!("// new\n{text}")).expect("written");
    let run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["run", "fillManifest", "WP-1-Note-Sync-v2", &format!("path={source}")])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let packet = read(folder.path(), REVISION);
    let block = format!(
        "- **Target File**: `{source}`\n- **Start**: 1\n- **End**: 1\n- **Line Delta**: 1\n- **Pre-SHA1**: `"
    );
    assert!(packet.contains(&block), "{packet}");
}

#[test]
fn text_to_send_is_a_document_where_the_client_opens_some() {
    let shows = json!({ "window": { "showDocument": { "support": true } } });
    let mut session = session(&demo("", str::to_string), shows);
    let argument = json!({ "uri": session.uri(REVISION) });
    let params = json!({ "command": "taskpacket.handoffMessage", "arguments": [argument] });
    session.send(json!({ "id": 8, "method": "workspace/executeCommand", "params": params }));
    let seen = session.until_answer(8);
    let text = seen.last().and_then(|answer| answer["result"]["text"].as_str()).expect("a text").to_string();
    let shown = seen.into_iter().find(|message| message["method"] == "window/showDocument");
    let shown = shown.unwrap_or_else(|| session.asked("window/showDocument"));
    let place = shown["params"]["uri"].as_str().and_then(|uri| uri.strip_prefix("file://")).expect("a file");
    assert!(place.contains("handoffMessage-WP-1-Note-Sync-v2"), "{place}");
    assert_eq!(fs::read_to_string(place).expect("a text"), text);
    fs::remove_file(place).expect("it is ours");
    // A client that could not show it is told it.
    session.send(json!({ "id": shown["id"], "result": { "success": false } }));
    assert_eq!(session.asked("window/showMessage")["params"]["message"], text.as_str());
}

#[test]
fn message_is_shown_and_is_the_answer_of_its_command() {
    let mut session = session(&demo("", str::to_string), json!({}));
    let argument = json!({ "uri": session.uri(REVISION) });
    let params = json!({ "command": "taskpacket.handoffMessage", "arguments": [argument] });
    session.send(json!({ "id": 8, "method": "workspace/executeCommand", "params": params }));
    let seen = session.until_answer(8);
    let text = seen.last().and_then(|answer| answer["result"]["text"].as_str()).expect("a text").to_string();
    let wanted =
        "Task Packet: .GOV/task_packets/WP-1-Note-Sync-v2.md\nWP_ID: WP-1-Note-Sync-v2\nRISK_TIER: HIGH\n";
    assert!(text.starts_with(wanted), "{text}");
    assert!(text.contains("Run: just pre-work WP-1-Note-Sync-v2\n"), "{text}");
    let shown = seen.into_iter().find(|message| message["method"] == "window/showMessage");
    let shown = shown.unwrap_or_else(|| session.asked("window/showMessage"));
    assert_eq!(shown["params"]["message"], text.as_str());
}

#[test]
fn message_is_not_shown_by_a_client_that_takes_texts_itself() {
    let mut capabilities = all_edits();
    capabilities["workspace"]["applyEdit"] = json!(true);
    capabilities["experimental"] = json!({ "taskpacketTexts": true });
    let mut session = session(&demo("", str::to_string), capabilities);
    let mut run = |id: i64, command: &str, wp: &str| {
        let argument = json!({ "uri": session.uri(REVISION), "wpId": wp });
        let params = json!({ "command": format!("taskpacket.{command}"), "arguments": [argument] });
        session.send(json!({ "id": id, "method": "workspace/executeCommand", "params": params }));
        session.until_answer(id)
    };
    let mut seen = run(8, "handoffMessage", "WP-1-Note-Sync-v2");
    let answer = seen.last().expect("an answer");
    assert!(
        answer["result"]["text"].as_str().is_some_and(|text| text.starts_with("Task Packet:")),
        "{answer}"
    );
    seen.extend(run(9, "newStub", "WP-1-Bird-Rings"));
    // What the server says for itself keeps its order, so a message would have come before this.
    while seen.iter().all(|message| message["method"] != "workspace/applyEdit") {
        seen.push(session.receive());
    }
    assert!(seen.iter().all(|message| message["method"] != "window/showMessage"), "{seen:#?}");
}
