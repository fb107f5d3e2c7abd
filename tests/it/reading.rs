//! What helps to read, over real pipes: highlights, selections, tokens, hints, lenses, calls and the command behind lenses.

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO};

const FILES: &[(&str, &str)] = &[
    (
        ONE,
        "# Task Packet: WP-1-One\n- **Status:** Ready for Dev\n- SEARCH_TERMS:\n  - \"a\"\n- USER_SIGNATURE: mara050320260915\n- Depends on: WP-1-Two\n",
    ),
    (TWO, "# Task Packet: WP-1-Two\n- **Status:** In Progress\n- Notes: see WP-1-One\n"),
    (".GOV/roles_shared/TASK_BOARD.md", "## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n"),
];

fn ask(session: &mut Session, method: &str, params: Value) -> Value {
    session.send(json!({ "id": 77, "method": method, "params": params }));
    session.until_answer(77).pop().map(|answer| answer["result"].clone()).unwrap_or_default()
}

fn of(session: &Session, path: &str) -> Value {
    json!({ "uri": session.uri(path) })
}

fn opened(capabilities: Value) -> Session {
    let mut session = Session::with(FILES, capabilities);
    session.open(ONE);
    session
}

#[test]
fn highlights_and_selections_are_of_the_place() {
    let mut session = opened(json!({}));
    let (document, position) = (of(&session, ONE), json!({ "line": 5, "character": 16 }));
    let params = json!({ "textDocument": document, "position": position });
    let found = ask(&mut session, "textDocument/documentHighlight", params);
    assert_eq!(found[0]["range"]["start"], json!({ "line": 5, "character": 14 }), "{found}");
    let params = json!({ "textDocument": document, "positions": [position, { "line": 0, "character": 0 }] });
    let found = ask(&mut session, "textDocument/selectionRange", params);
    assert_eq!(found.as_array().map(Vec::len), Some(2), "one for each position: {found}");
    assert_eq!(found[0]["range"]["start"], json!({ "line": 5, "character": 14 }), "{found}");
    assert!(found[0]["parent"]["parent"].is_object(), "{found}");
}

#[test]
fn tokens_are_told_whole_in_part_and_as_what_changed() {
    let mut session = opened(json!({}));
    let document = of(&session, ONE);
    let full = ask(&mut session, "textDocument/semanticTokens/full", json!({ "textDocument": document }));
    let data = full["data"].as_array().cloned().unwrap_or_default();
    // The title's id: first line, behind `# Task Packet: `, eight letters, a class.
    assert_eq!(data[..5], [json!(0), json!(15), json!(8), json!(1), json!(0)], "{full}");
    let range = json!({ "start": { "line": 4, "character": 0 }, "end": { "line": 5, "character": 0 } });
    let part = json!({ "textDocument": document, "range": range });
    let part = ask(&mut session, "textDocument/semanticTokens/range", part);
    assert_eq!(part["data"][0], 4, "lines are counted from the top: {part}");
    assert_eq!(part["data"].as_array().map(Vec::len), Some(10), "a label and a signature: {part}");
    let end = json!({ "line": 6, "character": 0 });
    session.edit(ONE, 2, json!([{ "range": { "start": end, "end": end }, "text": "- Blocks: WP-1-Two\n" }]));
    let known = json!({ "textDocument": document, "previousResultId": full["resultId"] });
    let delta = ask(&mut session, "textDocument/semanticTokens/full/delta", known.clone());
    assert_eq!(delta["edits"][0]["start"].as_u64(), Some(data.len() as u64), "{delta}");
    assert_eq!(delta["edits"][0]["data"].as_array().map(Vec::len), Some(10), "{delta}");
    let again = ask(&mut session, "textDocument/semanticTokens/full/delta", known);
    assert!(again["data"].is_array(), "an answer that is not the last one is answered whole: {again}");
}

#[test]
fn hints_tell_counts_and_times() {
    let mut session = opened(json!({}));
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let params = json!({ "textDocument": of(&session, ONE), "range": range });
    let found = ask(&mut session, "textDocument/inlayHint", params);
    assert_eq!(found[0]["label"], "1 of 10-20", "{found}");
    assert_eq!(found[1]["label"], "2026-03-05 09:15", "{found}");
    assert_eq!(found[1]["position"], json!({ "line": 4, "character": 34 }), "{found}");
}

#[test]
fn calls_are_dependencies() {
    let mut session = opened(json!({}));
    let params = json!({ "textDocument": of(&session, ONE), "position": { "line": 5, "character": 16 } });
    let found = ask(&mut session, "textDocument/prepareCallHierarchy", params);
    assert_eq!(found[0]["name"], "WP-1-Two", "{found}");
    let waiting = ask(&mut session, "callHierarchy/incomingCalls", json!({ "item": found[0] }));
    assert_eq!(waiting[0]["from"]["name"], "WP-1-One", "{waiting}");
    assert_eq!(waiting[0]["fromRanges"][0]["start"], json!({ "line": 5, "character": 14 }), "{waiting}");
    let needed = ask(&mut session, "callHierarchy/outgoingCalls", json!({ "item": waiting[0]["from"] }));
    assert_eq!(needed[0]["to"]["name"], "WP-1-Two", "{needed}");
}

fn lens(session: &mut Session, words: &str) -> Value {
    let params = json!({ "textDocument": of(session, ONE) });
    let found = ask(session, "textDocument/codeLens", params);
    let all = found.as_array().cloned().unwrap_or_default();
    let own = all
        .into_iter()
        .find(|lens| lens["command"]["title"].as_str().is_some_and(|said| said.contains(words)));
    own.unwrap_or_else(|| panic!("no lens {words}: {found}"))
}

fn run(session: &mut Session, lens: &Value) -> Value {
    let (command, arguments) = (&lens["command"]["command"], &lens["command"]["arguments"]);
    ask(session, "workspace/executeCommand", json!({ "command": command, "arguments": arguments }))
}

#[test]
fn the_command_behind_a_lens_shows_a_document_or_words_in_any_client() {
    let shows = json!({ "window": { "showDocument": { "support": true } } });
    let mut session = opened(shows);
    let stage = lens(&mut session, "PRE_WORK -> DELEGATION");
    let answer = run(&mut session, &stage);
    assert!(answer["text"].as_str().is_some_and(|said| said.contains("Stage: PRE_WORK")), "{answer}");
    let message = session.asked("window/showMessage");
    assert!(
        message["params"]["message"].as_str().is_some_and(|said| said.starts_with("WP-1-One")),
        "{message}"
    );
    let waits = lens(&mut session, "Waits for WP-1-Two");
    run(&mut session, &waits);
    let shown = session.asked("window/showDocument");
    assert!(shown["params"]["uri"].as_str().is_some_and(|uri| uri.ends_with("WP-1-Two.md")), "{shown}");
    let mentions = lens(&mut session, "2 mentions");
    run(&mut session, &mentions);
    let question = session.asked("window/showMessageRequest");
    let actions = question["params"]["actions"].clone();
    assert_eq!(actions[0]["title"], "TASK_BOARD.md:2", "{question}");
    session.send(json!({ "id": question["id"], "result": actions[1] }));
    let shown = session.asked("window/showDocument");
    assert_eq!(shown["params"]["selection"]["start"], json!({ "line": 2, "character": 13 }), "{shown}");
}

#[test]
fn a_client_that_opens_no_documents_is_told_the_place() {
    let mut session = opened(json!({}));
    let waits = lens(&mut session, "Waits for WP-1-Two");
    let answer = run(&mut session, &waits);
    assert!(answer["places"][0]["uri"].as_str().is_some_and(|uri| uri.ends_with("WP-1-Two.md")), "{answer}");
    assert_eq!(session.asked("window/showMessage")["params"]["message"], "WP-1-Two.md:1");
}

#[test]
fn a_command_that_nobody_knows_is_refused() {
    let mut session = opened(json!({}));
    session.send(json!({ "id": 5, "method": "workspace/executeCommand", "params": { "command": "rm", "arguments": [] } }));
    let answer = session.until_answer(5).pop().unwrap_or_default();
    assert!(answer["error"].is_object(), "{answer}");
}

#[test]
fn lenses_are_asked_for_again_when_another_file_changed_and_not_while_typing() {
    let refresh = json!({ "workspace": { "codeLens": { "refreshSupport": true } } });
    let mut session = opened(refresh);
    let first = session.asked("workspace/codeLens/refresh");
    session.send(json!({ "id": first["id"], "result": null }));
    let place = json!({ "line": 1, "character": 13 });
    let end = json!({ "line": 1, "character": 26 });
    session.edit(ONE, 2, json!([{ "range": { "start": place, "end": end }, "text": "Blocked" }]));
    session.published(ONE, 2);
    session.send(json!({ "id": 6, "method": "textDocument/codeLens", "params": { "textDocument": of(&session, ONE) } }));
    let meanwhile = session.until_answer(6);
    assert!(
        meanwhile.iter().all(|message| message["method"] != "workspace/codeLens/refresh"),
        "{meanwhile:?}"
    );
    session.write(TWO, "# Task Packet: WP-1-Two\n- **Status:** Done\n");
    session.watched(TWO);
    session.asked("workspace/codeLens/refresh");
}

/// Every question about a file, between edits that come without a pause: each answer is of the text as it was asked.
#[test]
fn no_question_is_answered_from_an_older_text() {
    const FIELD: &str =
        "# Task Packet: WP-1-One\n- USER_SIGNATURE: mara050320260900\n- Depends on: WP-1-A000\n";
    let mut session = Session::with(&[(ONE, FIELD)], json!({}));
    session.open(ONE);
    let document = of(&session, ONE);
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 3, "character": 0 } });
    let there =
        |line: u32| json!({ "textDocument": document, "position": { "line": line, "character": 20 } });
    for number in 0..60u32 {
        let digits = |line: u32, from: u32| json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": from + 2 } });
        let two = format!("{number:02}");
        let edits = json!([
            { "range": digits(1, 32), "text": two },
            { "range": digits(2, 20), "text": two },
        ]);
        session.edit(ONE, 2 + number as i32, edits);
        for (step, (method, params)) in [
            ("textDocument/hover", there(1)),
            ("textDocument/documentSymbol", json!({ "textDocument": document })),
            ("textDocument/inlayHint", json!({ "textDocument": document, "range": whole })),
            ("textDocument/codeLens", json!({ "textDocument": document })),
            ("textDocument/documentHighlight", there(2)),
        ]
        .into_iter()
        .enumerate()
        {
            session
                .send(json!({ "id": 1000 + number * 10 + step as u32, "method": method, "params": params }));
        }
    }
    let mut answered = 0;
    while answered < 300 {
        let message = session.receive();
        let Some(id) = message["id"].as_u64().filter(|id| *id >= 1000 && message.get("method").is_none())
        else {
            continue;
        };
        let (number, said) = ((id - 1000) / 10, message["result"].to_string());
        let two = format!("{number:02}");
        let is_fresh = match id % 10 {
            0 | 1 => said.contains(&format!("mara0503202609{two}")),
            2 => said.contains(&format!("09:{two}")),
            3 => said.contains(&format!("Waits for WP-1-A{two}0")),
            _ => said.contains("\"character\":14") && said.contains("\"character\":23"),
        };
        assert!(is_fresh, "question {} after edit {number}: {said}", id % 10);
        answered += 1;
    }
}
