//! Whatever order things happened in, the findings are those of a fresh engine; and who reads nothing new is left alone.

use std::sync::Arc;

use super::{Change, Engine, Publication};
use crate::config::Config;
use crate::text::buffer;
use crate::text::line_index::{Encoding, Position};

const PATHS: [&str; 4] = [
    ".GOV/task_packets/WP-1-One.md",
    ".GOV/task_packets/WP-1-Two.md",
    ".GOV/refinements/WP-1-One.md",
    ".GOV/roles_shared/SIGNATURE_AUDIT.md",
];

const TEXTS: [&str; 4] = [
    "# Task Packet: WP-1-One\n\n## METADATA\n- WP_ID: WP-1-One\n- RISK_TIER: LOW\n- USER_SIGNATURE: mara050320260915\n\n## BOOTSTRAP\n- SEARCH_TERMS:\n  - \"a\"\n",
    "# Task Packet: WP-1-Two\n\n- WP_ID: WP-1-Two\n- USER_SIGNATURE: mara050320260916\n- **Status:** Ready for Dev\n",
    "## TECHNICAL_REFINEMENT\n- WP_ID: WP-1-One\n- USER_SIGNATURE: mara050320260915\n",
    "| Signature | Used By | Date | Purpose | Spec | Notes |\n|---|---|---|---|---|---|\n| mara050320260915 | O | 2026-03-05 09:15 | WP-1-One | v01 | - |\n",
];

fn opened(texts: &[String]) -> Engine {
    let mut engine = Engine::new(Config::default());
    for (path, text) in PATHS.iter().zip(texts) {
        engine.apply(Change::Opened { path: path.to_string(), text: text.clone(), version: 1 });
    }
    engine
}

fn edited(path: &str, line: u32, start: u32, end: u32, text: &str) -> Change {
    let place = |column| Position { line, column };
    let part = buffer::Change::Part { start: place(start), end: place(end), text: text.into() };
    Change::Edited { path: path.into(), changes: vec![part], encoding: Encoding::Utf16, version: 2 }
}

fn said(publications: &[Publication]) -> Vec<(String, String)> {
    let list =
        |publication: &Publication| (publication.path.to_string(), format!("{:#?}", publication.diagnostics));
    publications.iter().map(list).collect()
}

#[test]
fn findings_after_any_edits_are_those_of_a_fresh_engine() {
    let mut engine = opened(&TEXTS.map(String::from));
    let mut seed = 7u32;
    let mut next = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    let words = [
        "",
        "x",
        "5",
        "6",
        "\n",
        "- ",
        "```\n",
        "WP-1-One",
        "| ",
        "USER_SIGNATURE: mara050320260915\n",
        "<fill>",
    ];
    for step in 0..160 {
        let path = PATHS[next(4) as usize];
        let start = next(30);
        let change = edited(path, next(11), start, start + next(3), words[next(words.len() as u32) as usize]);
        // Trees grow when nobody waits: some edits meet one, some do not.
        if next(3) == 0 {
            engine.prepare(|| true);
        }
        engine.apply(change);
        let now = engine.publications();
        let texts: Vec<String> = PATHS
            .iter()
            .map(|path| now.iter().find(|one| *one.path == **path).and_then(|one| one.document.as_ref()))
            .map(|document| document.map(|document| document.text.to_string()).unwrap_or_default())
            .collect();
        assert_eq!(said(&now), said(&opened(&texts).publications()), "after step {step} in {path}");
    }
}

#[test]
fn findings_are_known_until_something_they_read_changes() {
    let mut engine = opened(&TEXTS.map(String::from));
    assert!(engine.known_findings(PATHS[0]).is_none(), "nobody has looked yet");
    let list = list_of(&mut engine, PATHS[0]);
    let is_same = |known: Option<(Arc<[_]>, _)>| known.is_some_and(|(known, _)| Arc::ptr_eq(&known, &list));
    assert!(is_same(engine.known_findings(PATHS[0])));
    let asked = engine.publication(PATHS[0]).expect("it is open");
    assert!(Arc::ptr_eq(&asked.diagnostics, &list), "who asks for one file has the same list");
    engine.apply(edited(PATHS[1], 1, 0, 0, "words"));
    assert!(is_same(engine.known_findings(PATHS[0])), "prose in another file");
    let missing = |engine: &mut Engine| engine.known_findings(PATHS[0]).expect("they are known").1;
    missing(&mut engine).get_or_init(|| None);
    assert!(missing(&mut engine).get().is_some(), "what is missing is looked for once");
    engine.apply(edited(PATHS[1], 3, 33, 34, "5"));
    assert!(engine.known_findings(PATHS[0]).is_none(), "another file uses its signature now");
    list_of(&mut engine, PATHS[0]);
    engine.apply(edited(PATHS[0], 1, 0, 0, "words"));
    assert!(engine.known_findings(PATHS[0]).is_none(), "its own text");
    assert!(engine.known_findings("nowhere.md").is_none());
}

fn list_of(engine: &mut Engine, path: &str) -> Arc<[crate::diagnostics::Diagnostic]> {
    let publications = engine.publications();
    publications.into_iter().find(|one| *one.path == *path).expect("it is open").diagnostics
}

#[test]
fn prose_wakes_nobody_else_and_a_fact_wakes_who_reads_it() {
    let mut engine = opened(&TEXTS.map(String::from));
    let before = list_of(&mut engine, PATHS[0]);
    engine.apply(edited(PATHS[1], 1, 0, 0, "words"));
    assert!(Arc::ptr_eq(&before, &list_of(&mut engine, PATHS[0])), "prose in another file");
    engine.apply(edited(PATHS[1], 3, 33, 34, "5"));
    let reused = list_of(&mut engine, PATHS[0]);
    assert!(reused.iter().any(|found| found.rule.name == "signature-reused"));
    // The other file's signature moves down a line; the place that the finding names moves with it.
    let place = |list: &[crate::diagnostics::Diagnostic]| {
        list.iter()
            .find(|found| found.rule.name == "signature-reused")
            .map(|found| found.related[0].range.start)
    };
    engine.apply(edited(PATHS[1], 0, 0, 0, "\n"));
    assert_eq!(place(&list_of(&mut engine, PATHS[0])), place(&reused).map(|start| start + 1));
}
