//! Where work packets stand, over real pipes: what a tree and a status bar show, and when they learn that it is old.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const FILES: &[(&str, &str)] = &[
    (
        ONE,
        "# Task Packet: WP-1-One\n- **Status:** In Progress\n- What: Write batches.\n- Depends on: WP-1-Two\n",
    ),
    (TWO, "# Task Packet: WP-1-Two\n- **Status:** Ready for Dev\n- DATE: 2026-01-05\n"),
    (".GOV/refinements/WP-1-One.md", "# Refinement\n"),
    (
        BOARD,
        "## In Progress\n- **[WP-1-One]** - [IN_PROGRESS]\n## Ready for Dev\n- **[WP-1-Two]** - [READY_FOR_DEV]\n",
    ),
];

fn ask(session: &mut Session, method: &str, params: Value) -> Value {
    session.send(json!({ "id": 50, "method": method, "params": params }));
    session.until_answer(50).pop().map(|answer| answer["result"].clone()).unwrap_or_default()
}

fn all(session: &mut Session) -> Value {
    ask(session, "taskpacket/workPackets", json!({}))
}

fn status(session: &mut Session, path: &str) -> Value {
    let params = json!({ "textDocument": { "uri": session.uri(path) } });
    ask(session, "taskpacket/status", params)
}

/// How often the client was told between now and the answer to a question asked now.
fn told(session: &mut Session) -> usize {
    let uri = session.uri(ONE);
    session.send(
        json!({ "id": 51, "method": "textDocument/foldingRange", "params": { "textDocument": { "uri": uri } } }),
    );
    let seen = session.until_answer(51);
    seen.iter().filter(|message| message["method"] == "taskpacket/workPacketsChanged").count()
}

#[test]
fn packets_stand_in_their_board_sections() {
    let mut session = Session::start(FILES);
    let answer = all(&mut session);
    let root = &answer["roots"][0];
    assert_eq!(root["uri"], session.uri(""));
    assert_eq!(root["sections"][0]["name"], "In Progress");
    assert_eq!(root["sections"][1]["name"], "Ready for Dev");
    let one = &root["sections"][0]["packets"][0];
    assert_eq!(one["id"], "WP-1-One");
    assert_eq!(one["uri"], session.uri(ONE));
    assert_eq!(one["what"], "Write batches.");
    assert_eq!((&one["stage"]["name"], &one["stage"]["next"]), (&json!("DELEGATION"), &json!("STATUS_SYNC")));
    assert_eq!(one["waitsFor"], json!([{ "id": "WP-1-Two", "state": "READY_FOR_DEV", "isOpen": true }]));
    assert_eq!(one["missing"][0], "not signed");
    assert!(one["errors"].as_u64().is_some_and(|count| count > 0), "{one}");
    assert_eq!(root["sections"][1]["packets"][0]["board"], "READY_FOR_DEV");
}

#[test]
fn status_is_that_of_the_packet_whichever_of_its_files_is_open() {
    let mut session = Session::start(FILES);
    session.open(ONE);
    session.open(".GOV/refinements/WP-1-One.md");
    for path in [ONE, ".GOV/refinements/WP-1-One.md"] {
        let answer = status(&mut session, path);
        assert_eq!((&answer["id"], &answer["uri"]), (&json!("WP-1-One"), &json!(session.uri(ONE))));
    }
    assert_eq!(status(&mut session, BOARD), Value::Null);
    assert_eq!(status(&mut session, "elsewhere.md"), Value::Null);
    session.open(TWO);
    session.published(TWO, 1);
    let answer = status(&mut session, TWO);
    assert_eq!(answer["age"]["limit"], 10);
    assert_eq!(answer["age"]["isLate"], true, "the clock of the machine is past January 2026: {answer}");
}

#[test]
fn who_asked_is_told_once_that_the_answer_is_old() {
    let mut session = Session::start(FILES);
    session.open(ONE);
    session.published(ONE, 1);
    let typed = |text: &str| {
        json!([{ "range": {
        "start": { "line": 2, "character": 8 }, "end": { "line": 2, "character": 8 } }, "text": text }])
    };
    session.edit(ONE, 2, typed("x"));
    assert_eq!(told(&mut session), 0, "nobody asked");

    all(&mut session);
    assert_eq!(told(&mut session), 0, "nothing changed");
    session.edit(ONE, 3, typed("y"));
    session.asked("taskpacket/workPacketsChanged");
    session.edit(ONE, 4, typed("z"));
    assert_eq!(told(&mut session), 0, "it knows already");

    status(&mut session, ONE);
    session.write(BOARD, "## Done\n- **[WP-1-Two]** - [VALIDATED]\n");
    session.watched(BOARD);
    session.asked("taskpacket/workPacketsChanged");
    let answer = all(&mut session);
    assert_eq!(answer["roots"][0]["sections"][0]["name"], "Done", "{answer}");
}

#[test]
fn prose_is_no_news_and_another_count_of_findings_is() {
    let mut session = Session::start(FILES);
    session.open(ONE);
    session.published(ONE, 1);
    all(&mut session);
    let end = json!({ "line": 4, "character": 0 });
    let append = |text: &str| json!([{ "range": { "start": end, "end": end }, "text": text }]);
    session.edit(ONE, 2, append("words\n"));
    assert_eq!(told(&mut session), 0);
    session.edit(ONE, 3, append("- Why: \u{201c}batches\u{201d} are lost.\n"));
    session.asked("taskpacket/workPacketsChanged");
}
