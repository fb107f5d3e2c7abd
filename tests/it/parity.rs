//! What an editor applies and what a terminal writes are the same bytes, for each change over several files.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::changing::session;
use crate::creating::{can_apply, command};
use crate::program::{self, demo};

const WP: &str = "WP-1-Note-Sync-v2";

/// The texts of a workspace after an edit, as a client applies it.
fn applied(
    files: &[(String, String)],
    edit: &Value,
    uri: impl Fn(&str) -> String,
) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> =
        files.iter().map(|(path, text)| (uri(path), text.clone())).collect();
    for change in edit["documentChanges"].as_array().expect("changes") {
        if change["kind"] == "create" {
            texts.insert(change["uri"].as_str().expect("a file").to_string(), String::new());
            continue;
        }
        let uri = change["textDocument"]["uri"].as_str().expect("a file");
        let text = texts.get_mut(uri).expect("it is there");
        let mut edits: Vec<(usize, usize, String)> = Vec::new();
        for edit in change["edits"].as_array().expect("edits") {
            let at = |end: &str| offset(text, &edit["range"][end]);
            edits.push((at("start"), at("end"), edit["newText"].as_str().expect("a text").to_string()));
        }
        edits.sort();
        for (start, end, new) in edits.into_iter().rev() {
            text.replace_range(start..end, &new);
        }
    }
    texts
}

/// Positions count in UTF-16, unless somebody agreed on something else.
fn offset(text: &str, position: &Value) -> usize {
    let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("small");
    let line: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut left = number("character");
    let inside = text[line..].char_indices().find(|(_, letter)| {
        let is_here = left == 0;
        left = left.saturating_sub(letter.len_utf16());
        is_here
    });
    inside.map_or(text.len(), |(at, _)| line + at)
}

#[test]
fn each_change_over_several_files_is_the_same_in_an_editor_and_in_a_terminal() {
    let signature = "mara040320261415";
    let words = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
    };
    let commands = [
        ("setStatus", WP, words(&[("status", "In Progress")])),
        ("setStatus", WP, words(&[("status", "Superseded")])),
        ("block", WP, words(&[("reason", "waits for WP-1-Tag-Search (ETA 2026-03-09)")])),
        ("recordErrata", WP, words(&[("reason", "a slip of the pen")])),
        ("invalidateSignature", "", words(&[("signature", signature), ("reason", "spent by mistake")])),
    ];
    for (name, wp, words) in commands {
        let files = demo("", str::to_string);
        let folder = program::folder(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut arguments = vec!["run".to_string(), name.to_string()];
        arguments.extend((!wp.is_empty()).then(|| wp.to_string()));
        arguments.extend(words.iter().map(|(name, value)| format!("{name}={value}")));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (code, _, told) = program::run(folder.path(), &arguments, "");
        assert_eq!(code, Some(0), "{name}: {told}");
        let mut session = session(&files, can_apply());
        let mut argument = json!({ "wpId": wp });
        for (name, value) in &words {
            argument[name] = json!(value);
        }
        let (_, apply) = command(&mut session, &format!("taskpacket.{name}"), argument).expect("it is done");
        let mut differ = 0;
        let after = applied(&files, &apply["edit"], |path| session.uri(path));
        for (path, before) in &files {
            let written = std::fs::read_to_string(folder.path().join(path)).expect("a text");
            assert_eq!(after[&session.uri(path)], written, "{name}: {path}");
            differ += usize::from(written != *before);
        }
        assert!(differ > 0, "{name} changes something");
        assert_eq!(after.len(), files.len(), "{name} makes no file");
    }
}
