//! What is wrong in `taskpacket.toml`, in the terminal and in the editor.

use assert_cmd::Command;
use serde_json::{Value, json};

use crate::client::{ONE, Session, with_code};

const SLIP: &str = "[spec]\nfile_prefx = \"Demo\"\n";

/// The next list for the settings.
fn told(session: &mut Session) -> Vec<Value> {
    let uri = session.uri("taskpacket.toml");
    loop {
        let message = session.receive();
        if message["params"]["uri"] == *uri {
            return message["params"]["diagnostics"].as_array().cloned().expect("a list");
        }
    }
}

fn check(text: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(".GOV")).expect("created");
    std::fs::write(folder.path().join("taskpacket.toml"), text).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .current_dir(folder.path())
        .arg("check")
        .args(arguments)
        .output()
        .expect("it runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn slip_in_the_settings_is_told_in_every_format() {
    let (code, out) = check(SLIP, &["--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let found = &report["diagnostics"][0];
    assert_eq!(code, Some(1), "{out}");
    assert_eq!((found["rule"].as_str(), found["severity"].as_str()), (Some("config"), Some("warning")));
    assert_eq!((found["path"].as_str(), found["line"].as_u64()), (Some("taskpacket.toml"), Some(2)));
    assert_eq!((found["column"].as_u64(), found["end_column"].as_u64()), (Some(1), Some(11)));
    assert!(found["message"].as_str().is_some_and(|said| said.contains("did you mean `file-prefix`?")));
    let human = check(SLIP, &[]).1;
    assert!(human.contains("warning[config]") && human.contains("--> taskpacket.toml:2:1"), "{human}");
    let github = check(SLIP, &["--format", "github"]).1;
    assert!(github.starts_with("::warning file=taskpacket.toml,line=2,col=1,"), "{github}");
    let sarif: Value = serde_json::from_str(&check(SLIP, &["--format", "sarif"]).1).expect("JSON");
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!((&result["ruleId"], &place["region"]["startLine"]), (&json!("config"), &json!(2)));
}

#[test]
fn select_does_not_hide_what_is_wrong_with_it_and_ignore_does() {
    let text = "select = [\"A\"]\nselct = 1\n";
    assert_eq!(check(text, &["--select", "signature-reused"]).0, Some(1));
    assert_eq!(check(text, &["--ignore", "config"]).0, Some(0));
    assert!(check("a = = b", &[]).1.contains("error[config]: this is not TOML"));
}

#[test]
fn settings_named_on_the_command_line_are_the_ones_judged() {
    let other = tempfile::tempdir().expect("a folder");
    let path = other.path().join("other.toml");
    std::fs::write(&path, SLIP).expect("written");
    let (code, out) = check("a = = b", &["--config", &path.to_string_lossy(), "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let list = report["diagnostics"].as_array().expect("a list");
    assert_eq!((code, list.len(), &list[0]["severity"]), (Some(1), 1, &json!("warning")), "{out}");
    assert!(list[0]["path"].as_str().is_some_and(|path| path.ends_with("other.toml")), "{out}");
}

#[test]
fn rule_that_does_not_exist_is_told_with_the_nearest() {
    let text = "ignore = [\"file-bon\"]\n[severity]\nrisk-tier-invalid = \"hint\"\n\"9\" = \"off\"\n";
    let (code, out) = check(text, &["--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let list = report["diagnostics"].as_array().expect("a list");
    let said: Vec<_> = list
        .iter()
        .map(|found| {
            (found["line"].as_u64(), found["column"].as_u64(), found["message"].as_str().unwrap_or(""))
        })
        .collect();
    assert_eq!(code, Some(1));
    assert_eq!(
        said,
        [
            (Some(1), Some(12), "there is no rule or family `file-bon`; did you mean `file-bom`?"),
            (Some(4), Some(2), "there is no rule or family `9`"),
        ]
    );
}

#[test]
fn names_in_signatures_are_those_of_the_workspace() {
    let signed = "- USER_SIGNATURE: Mara_2050320260915\n";
    let two = ".GOV/task_packets/WP-1-Two.md";
    let setting = "user-pattern = \"[A-Z][a-z]+_[0-9]\"\n";
    let mut session = Session::start(&[(ONE, signed), (two, signed), ("taskpacket.toml", "")]);
    session.open(ONE);
    let list = session.published(ONE, 1);
    let found = with_code(&list, "signature-format").expect("a squiggle");
    assert!(found["message"].as_str().is_some_and(|said| said.contains("a lower-case name")), "{found}");
    assert!(with_code(&list, "signature-reused").is_none());
    session.write("taskpacket.toml", setting);
    session.watched("taskpacket.toml");
    let list = session.published(ONE, 1);
    assert!(with_code(&list, "signature-format").is_none(), "{list:?}");
    assert!(with_code(&list, "signature-reused").is_some(), "{list:?}");
}

#[test]
fn editor_shows_what_is_wrong_in_the_settings_until_it_is_put_right() {
    let mut session = Session::start(&[(ONE, "x\n"), ("taskpacket.toml", SLIP)]);
    let list = told(&mut session);
    let found = with_code(&list, "config").expect("a squiggle");
    assert_eq!((&found["severity"], &found["source"]), (&json!(2), &json!("taskpacket")));
    assert_eq!(found["range"]["start"], json!({ "line": 1, "character": 0 }));
    session.write("taskpacket.toml", "[spec\n");
    session.watched("taskpacket.toml");
    let list = told(&mut session);
    assert_eq!(with_code(&list, "config").expect("a squiggle")["severity"], 1);
    session.write("taskpacket.toml", "[spec]\n");
    session.watched("taskpacket.toml");
    assert_eq!(told(&mut session), Vec::<Value>::new());
    session.write("taskpacket.toml", SLIP);
    session.watched("taskpacket.toml");
    assert_eq!(told(&mut session).len(), 1);
    std::fs::remove_file(session.root.join("taskpacket.toml")).expect("removed");
    session.watched("taskpacket.toml");
    assert_eq!(told(&mut session), Vec::<Value>::new());
}

#[test]
fn settings_count_as_they_lie_on_disk_while_they_are_typed() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n"), ("taskpacket.toml", "ignore = []\n")]);
    session.open(ONE);
    session.published(ONE, 1);
    session.open("taskpacket.toml");
    session.edit("taskpacket.toml", 2, json!([{ "text": "ignore = [\"risk-tier-invalid\"]\nx = 1\n" }]));
    session.edit(ONE, 2, json!([{ "text": "- RISK_TIER: large\n" }]));
    assert!(with_code(&session.published(ONE, 2), "risk-tier-invalid").is_some());
    session.write("taskpacket.toml", "ignore = [\"risk-tier-invalid\"]\nx = 1\n");
    let document = json!({ "uri": session.uri("taskpacket.toml") });
    session.send(json!({ "method": "textDocument/didSave", "params": { "textDocument": document } }));
    assert_eq!(told(&mut session).len(), 1);
    assert!(with_code(&session.published(ONE, 2), "risk-tier-invalid").is_none());
}

/// An editor that works behind a link names files by the link.
#[cfg(unix)]
#[test]
fn slip_is_told_under_the_name_that_the_editor_has_for_the_settings() {
    let mut session = Session::start(&[("taskpacket.toml", SLIP), (ONE, "# Task Packet: WP-1-One\n")]);
    session.open(ONE);
    assert_eq!(told(&mut session).len(), 1);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let link = std::fs::canonicalize(elsewhere.path()).expect("it exists").join("linked");
    std::os::unix::fs::symlink(&session.root, &link).expect("a link");
    let uri = format!("file://{}", link.join("taskpacket.toml").display());
    let item = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": SLIP });
    session.send(json!({ "method": "textDocument/didOpen", "params": { "textDocument": item } }));
    assert!(told(&mut session).is_empty(), "the old name shows it no more");
    loop {
        let message = session.receive();
        if message["params"]["uri"] == *uri && message["params"]["version"].is_null() {
            assert!(
                with_code(message["params"]["diagnostics"].as_array().expect("a list"), "config").is_some()
            );
            break;
        }
    }
}
