//! What an editor sets: at once, over every file, and never against the workspace's own file.

use serde_json::{Value, json};

use crate::client::{ONE, Session, with_code};

const PACKET: &str = "# Task Packet: WP-1-One\n- TASK_ID: WP-1-One\n- **Status:** ready-for-dev\n## SCOPE\n- What: Write batches.\n";

fn set(session: &mut Session, settings: Value) {
    session.send(json!({ "method": "workspace/didChangeConfiguration", "params": { "settings": settings } }));
}

fn has(list: &[Value], code: &str) -> bool {
    with_code(list, code).is_some()
}

#[test]
fn editor_changes_what_is_checked_while_it_runs() {
    let mut session = Session::start(&[(ONE, PACKET)]);
    session.open(ONE);
    let before = session.published(ONE, 1);
    assert!(has(&before, "status-spelling") && has(&before, "scope-why-missing"));
    set(
        &mut session,
        json!({ "taskpacket": { "ignore": ["status-spelling"], "severity": { "scope-why-missing": "hint" } } }),
    );
    let after = session.published(ONE, 1);
    assert!(!has(&after, "status-spelling"), "{after:?}");
    assert_eq!(with_code(&after, "scope-why-missing").map(|found| &found["severity"]), Some(&json!(4)));
    set(&mut session, json!({ "taskpacket": {} }));
    assert!(has(&session.published(ONE, 1), "status-spelling"), "what is not set any more counts no more");
}

#[test]
fn workspace_has_the_last_word() {
    let own = ("taskpacket.toml", "ignore = [\"scope-why-missing\"]\n");
    let mut session = Session::start(&[(ONE, PACKET), own]);
    session.open(ONE);
    session.published(ONE, 1);
    set(&mut session, json!({ "ignore": ["status-spelling"], "severity": { "status-spelling": "error" } }));
    let list = session.published(ONE, 1);
    assert_eq!(with_code(&list, "status-spelling").map(|found| &found["severity"]), Some(&json!(1)));
    assert!(!has(&list, "scope-why-missing"), "the file's list stands: {list:?}");
    session.write("taskpacket.toml", "");
    session.watched("taskpacket.toml");
    let list = session.published(ONE, 1);
    assert!(!has(&list, "status-spelling") && has(&list, "scope-why-missing"), "{list:?}");
}

#[test]
fn slip_is_told_in_the_editors_log() {
    let mut session = Session::start(&[(ONE, PACKET)]);
    set(&mut session, json!({ "taskpacket": { "ignor": [] } }));
    let said = session.asked("window/logMessage");
    assert!(
        said["params"]["message"].as_str().is_some_and(|said| said.contains("did you mean `ignore`?")),
        "{said}"
    );
}

/// `npm run settings` in editors/vscode writes them anew.
#[test]
fn extension_has_every_setting_of_the_schema_and_no_other() {
    let read = |path: &str| -> Value {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).expect("it is there")).expect("JSON")
    };
    let (schema, manifest) = (read("docs/taskpacket.schema.json"), read("editors/vscode/package.json"));
    let mut wanted: Vec<(String, Value)> = Vec::new();
    for (name, described) in schema["properties"].as_object().expect("properties") {
        match described["properties"].as_object() {
            Some(inner) => {
                wanted.extend(inner.iter().map(|(key, it)| (format!("taskpacket.{name}.{key}"), it.clone())))
            }
            None => wanted.push((format!("taskpacket.{name}"), described.clone())),
        }
    }
    let groups = manifest["contributes"]["configuration"].as_array().expect("groups");
    let found = groups[1]["properties"].as_object().expect("properties");
    let mut names: Vec<&str> = wanted.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), names);
    for (name, described) in wanted {
        let setting = &found[&name];
        assert_eq!(setting["type"], json!([described["type"], "null"]), "{name}");
        let text = setting["markdownDescription"].as_str().unwrap_or_default();
        let usual =
            described.get("default").map(|usual| format!("Without it: `{usual}`.")).unwrap_or_default();
        assert!(
            text.contains(described["description"].as_str().expect("a text")) && text.contains(&usual),
            "{name}: {text}"
        );
    }
}
