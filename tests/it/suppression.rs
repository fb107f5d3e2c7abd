//! Comments that silence a rule, in the terminal and in the editor.

use assert_cmd::Command;
use serde_json::{Value, json};

use crate::client::{ONE, Session, with_code};

/// The rules found at each line.
fn found(text: &str, arguments: &[&str]) -> Vec<(u64, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let packet = folder.path().join(ONE);
    std::fs::create_dir_all(packet.parent().expect("a folder")).expect("created");
    std::fs::write(&packet, text).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["check", "--format", "json"])
        .args(arguments)
        .arg(folder.path())
        .output()
        .expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let list = report["diagnostics"].as_array().expect("a list");
    list.iter()
        .map(|found| {
            (found["line"].as_u64().expect("a line"), found["rule"].as_str().expect("a rule").to_string())
        })
        .collect()
}

fn has(list: &[(u64, String)], line: u64, rule: &str) -> bool {
    list.iter().any(|(at, name)| *at == line && name == rule)
}

#[test]
fn one_block_is_silenced_and_the_rest_is_not() {
    let list = found(
        "# Task Packet: WP-1-One\n\n- IN_SCOPE_PATHS:\n  - src/a/*.rs\n  <!-- taskpacket-ignore in-scope-glob: generated -->\n  - src/b/*.rs\n  - src/c/*.rs\n",
        &[],
    );
    assert!(has(&list, 4, "in-scope-glob") && has(&list, 7, "in-scope-glob"), "{list:?}");
    assert!(!has(&list, 6, "in-scope-glob") && !has(&list, 5, "suppression-unused"), "{list:?}");
}

#[test]
fn comment_between_entries_takes_none_of_them_away() {
    let text =
        |comment: &str| format!("- OUT_OF_SCOPE:\n  - a -> later\n{comment}  - b -> later\n  - c -> later\n");
    let select = ["--select", "out-of-scope-count,out-of-scope-missing,out-of-scope-reason-missing"];
    assert_eq!(found(&text(""), &select), []);
    assert_eq!(found(&text("  <!-- taskpacket-ignore file-bom: none -->\n"), &select), []);
}

#[test]
fn whole_file_is_silenced_wherever_the_comment_stands() {
    let text = "- RISK_TIER: huge\n- TASK_ID: x\n\n<!-- taskpacket-ignore-file risk-tier-invalid, id-format: imported -->\n";
    let list = found(text, &[]);
    assert!(!list.iter().any(|(_, rule)| rule == "risk-tier-invalid" || rule == "id-format"), "{list:?}");
    assert!(has(&list, 1, "signature-missing"), "{list:?}");
}

#[test]
fn what_is_wrong_with_a_comment_is_told_and_cannot_be_silenced() {
    let text = "<!-- taskpacket-ignore-file suppression-unused, suppression-reason-missing, suppression-unknown-rule -->\n<!-- taskpacket-ignore file-bomb -->\n\n<!-- taskpacket-ignore-file file-bom: gone since -->\n- RISK_TIER: LOW\n";
    let list =
        found(text, &["--select", "suppression-unused,suppression-reason-missing,suppression-unknown-rule"]);
    let wanted = [
        (1, "suppression-reason-missing"),
        (1, "suppression-unknown-rule"),
        (1, "suppression-unknown-rule"),
        (1, "suppression-unknown-rule"),
        (2, "suppression-reason-missing"),
        (2, "suppression-unknown-rule"),
        (4, "suppression-unused"),
    ];
    assert_eq!(list, wanted.map(|(line, rule)| (line, rule.to_string())));
}

#[test]
fn finding_goes_and_comes_back_while_the_comment_is_typed() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.open(ONE);
    assert!(with_code(&session.published(ONE, 1), "risk-tier-invalid").is_some());
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    let top = json!({ "start": place(0, 0), "end": place(0, 0) });
    let comment = "<!-- taskpacket-ignore risk-tier-invalid: agreed -->\n";
    session.edit(ONE, 2, json!([{ "range": top, "text": comment }]));
    let list = session.published(ONE, 2);
    assert!(with_code(&list, "risk-tier-invalid").is_none(), "{list:?}");
    assert!(with_code(&list, "suppression-unused").is_none(), "{list:?}");
    let value = json!({ "start": place(1, 13), "end": place(1, 17) });
    session.edit(ONE, 3, json!([{ "range": value, "text": "LOW" }]));
    assert!(with_code(&session.published(ONE, 3), "suppression-unused").is_some());
    let colon = json!({ "start": place(0, 0), "end": place(1, 0) });
    session.edit(ONE, 4, json!([{ "range": colon, "text": "" }]));
    assert!(with_code(&session.published(ONE, 4), "suppression-unused").is_none());
}
