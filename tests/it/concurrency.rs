//! What a fast client notices: order, freshness, and an answer to everything.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use crate::client::{ONE, Session, TWO, with_code};

/// One line, whose only word the edits replace.
const TEXT: &str = "- RISK_TIER: v00000\n";

/// One rule is enough to see an age by, and twenty thousand messages are many.
const ONE_RULE: (&str, &str) = ("taskpacket.toml", "select = [\"risk-tier-invalid\"]\n");

fn pulling() -> Value {
    json!({
        "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } },
    })
}

/// Replaces the digits of the word: the range fits whatever came before.
fn number(session: &mut Session, version: usize) {
    let digits = json!({ "start": { "line": 0, "character": 14 }, "end": { "line": 0, "character": 19 } });
    session.edit(ONE, version as i32, json!([{ "range": digits, "text": format!("{version:05}") }]));
}

/// The number that a list of findings speaks of.
fn spoken_of(list: &Value) -> usize {
    let list = list.as_array().expect("a list");
    let said = with_code(list, "risk-tier-invalid").expect("a squiggle")["message"].to_string();
    let digits = said.split('v').find_map(|part| part.get(..5)?.parse().ok());
    digits.unwrap_or_else(|| panic!("no number in {said}"))
}

#[test]
fn no_answer_is_older_than_the_last_edit_before_its_question() {
    let mut session = Session::with(&[(ONE, TEXT), ONE_RULE], pulling());
    session.open(ONE);
    for version in 2..10_002 {
        number(&mut session, version);
        session.ask_for_findings(ONE, version as i64);
    }
    let mut answered = 0;
    while answered < 10_000 {
        let message = session.receive();
        let Some(asked_at) = message["id"].as_u64().filter(|_| message.get("method").is_none()) else {
            continue;
        };
        let seen = spoken_of(&message["result"]["items"]);
        assert!(seen >= asked_at as usize, "asked after edit {asked_at}, answered from {seen}");
        answered += 1;
    }
}

#[test]
fn edits_count_in_the_order_they_are_typed() {
    let mut session = Session::with(&[(ONE, "- RISK_TIER: \n")], pulling());
    session.open(ONE);
    let letters: Vec<char> = ('a'..='z').cycle().take(2_000).collect();
    for (typed, letter) in letters.iter().enumerate() {
        let at = json!({ "line": 0, "character": 13 + typed });
        let range = json!({ "start": at, "end": at });
        session.edit(ONE, typed as i32 + 2, json!([{ "range": range, "text": letter.to_string() }]));
    }
    let seen = session.pull(ONE, 2);
    let items = seen.last().and_then(|answer| answer["result"]["items"].as_array()).expect("a report");
    let found = with_code(items, "risk-tier-invalid").expect("a squiggle");
    assert_eq!(found["range"]["end"]["character"], 13 + 2_000);
    // Only the order gives this very word; the message may cut it.
    let head: String = letters.iter().take(26).collect();
    assert!(found["message"].as_str().is_some_and(|said| said.contains(&head)), "{found}");
}

#[test]
fn squiggles_never_go_back_to_an_older_text() {
    let mut session = Session::start(&[(ONE, TEXT)]);
    session.open(ONE);
    for version in 2..3_002 {
        number(&mut session, version);
    }
    let mut last = 0;
    while last < 3_001 {
        let message = session.asked("textDocument/publishDiagnostics");
        let version = message["params"]["version"].as_u64().expect("a version") as usize;
        assert!(version >= last, "version {version} after {last}");
        let seen = if version == 1 { 1 } else { spoken_of(&message["params"]["diagnostics"]) };
        assert_eq!(seen, version, "the findings are those of the version they name");
        last = version;
    }
}

#[test]
fn question_that_is_taken_back_is_answered_all_the_same() {
    let mut session = Session::with(&[(ONE, TEXT)], pulling());
    session.open(ONE);
    for id in 2..502 {
        session.ask_for_findings(ONE, id);
        session.send(json!({ "method": "$/cancelRequest", "params": { "id": id } }));
    }
    session.ask_for_findings(ONE, 502);
    let mut waiting: Vec<i64> = (2..=502).collect();
    while !waiting.is_empty() {
        let message = session.receive();
        let Some(id) = message["id"].as_i64().filter(|_| message.get("method").is_none()) else { continue };
        // RequestCancelled (LSP 3.17), or the answer that was there already.
        let fits = message["error"]["code"] == -32800 || message["result"]["items"].is_array();
        assert!(fits && (id != 502 || message["result"].is_object()), "{message}");
        waiting.retain(|other| *other != id);
    }
}

#[test]
fn client_that_asks_much_before_it_reads_gets_every_answer() {
    let mut session = Session::with(&[(ONE, TEXT), ONE_RULE], pulling());
    session.reading.store(false, Ordering::SeqCst);
    session.open(ONE);
    for version in 2..3_002 {
        session.edit(ONE, version, json!([{ "text": TEXT }]));
        session.ask_for_findings(ONE, i64::from(version));
    }
    session.all_sent();
    session.reading.store(true, Ordering::SeqCst);
    let mut waiting: std::collections::BTreeSet<i64> = (2..3_002).collect();
    while !waiting.is_empty() {
        let message = session.receive();
        if message.get("method").is_none() {
            assert!(message["result"].is_object(), "{message}");
            waiting.remove(&message["id"].as_i64().expect("an id"));
        }
    }
}

#[test]
fn client_that_answers_nothing_is_served_all_the_same() {
    let mut capabilities = pulling();
    capabilities["window"] = json!({ "workDoneProgress": true });
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let signed = "- USER_SIGNATURE: mara050320260915\n";
    let mut session = Session::with(&[(ONE, signed), (TWO, signed)], capabilities);
    session.open(ONE);
    session.open(TWO);
    // Each edit changes what the other packet is told, so the client is asked to ask again, and never answers.
    for step in 0..300 {
        let text = format!("- USER_SIGNATURE: mara05032026091{}\n", step % 2);
        session.edit(TWO, step + 2, json!([{ "text": text }]));
        session.pull(ONE, i64::from(step) + 2);
    }
    session.send(json!({ "id": 9_999, "method": "shutdown" }));
    session.until_answer(9_999);
}
