//! The demo workspace for tests: read once from the fixtures, at the hour its files expect.

use std::path::Path;
use std::sync::Arc;

use super::{FileChange, Refusal, SourceChange};
use crate::config::Config;
use crate::diagnostics::{self, Scope};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Surroundings;

/// The demo workspace.
pub fn demo() -> Workspace {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/workspaces/demo");
    let settings = std::fs::read_to_string(root.join("taskpacket.toml")).expect("it has settings");
    let mut workspace = Workspace::new(Arc::new(Config::parse(&settings).0));
    put_folder(&root, "", &mut workspace);
    let mut surroundings = Surroundings::default();
    surroundings.now = "2026-03-06T12:00:00Z".parse().ok();
    workspace.surroundings = Arc::new(surroundings);
    workspace
}

fn put_folder(root: &Path, folder: &str, workspace: &mut Workspace) {
    for entry in std::fs::read_dir(root.join(folder)).expect("a folder").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if entry.path().is_dir() {
            put_folder(root, &path, workspace);
        } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
            put(workspace, &path, &text);
        }
    }
}

/// Puts a file in, in place of what was there.
pub fn put(workspace: &mut Workspace, path: &str, text: &str) {
    if let Some(kind) = Kind::of(path, text, &workspace.config) {
        workspace.insert(Document::new(path, kind, text, workspace.config.clone()));
    }
}

/// Replaces words of a file that must have them.
#[track_caller]
pub fn change(workspace: &mut Workspace, path: &str, old: &str, new: &str) {
    let text = workspace.document(path).expect("it is there").text.clone();
    assert!(text.contains(old), "{path} does not say {old}");
    put(workspace, path, &text.replacen(old, new, 1));
}

/// What is found in a file: the rule's name, and the words that it points at.
pub fn found(workspace: &Workspace, path: &str) -> Vec<(String, String)> {
    let document = workspace.document(path).expect("it is there");
    diagnostics::diagnostics(document, workspace, Scope::Active)
        .into_iter()
        .map(|found| (found.rule.name.clone(), found.range.of(&document.text).to_string()))
        .collect()
}

/// Cuts a change short behind each of its files but the last: a rule tells of what is half done, and the same command does
/// the rest.
#[track_caller]
pub fn is_completed(workspace: &Workspace, make: impl Fn(&Workspace) -> Result<SourceChange, Refusal>) {
    let whole = make(workspace).expect("it is made");
    let wanted = whole.applied(workspace);
    let files: Vec<FileChange> = whole.in_order().cloned().collect();
    assert!(files.len() > 1, "{} files", files.len());
    let at_the_end = all_found(&wanted);
    for count in 1..files.len() {
        let half = SourceChange { files: files[..count].to_vec(), ..whole.clone() }.applied(workspace);
        let last = &files[count - 1].path;
        let told = all_found(&half).into_iter().any(|found| !at_the_end.contains(&found));
        assert!(told, "{}: cut short behind {last}, and nothing tells of it", whole.title);
        let rest = make(&half).unwrap_or_else(|refusal| panic!("{}: behind {last}: {refusal}", whole.title));
        let done = rest.applied(&half);
        for file in &files {
            let text = |workspace: &Workspace| workspace.document(&file.path).map(|it| it.text.to_string());
            assert_eq!(text(&done), text(&wanted), "{}: behind {last}: {}", whole.title, file.path);
        }
    }
}

/// What is found in every file.
fn all_found(workspace: &Workspace) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for document in workspace.documents() {
        for found in diagnostics::diagnostics(document, workspace, Scope::Active) {
            all.push((document.path.to_string(), found.rule.name.clone(), found.message));
        }
    }
    all
}

/// The text that a change gives a file.
#[track_caller]
pub fn text_of(change: &SourceChange, path: &str) -> String {
    let file = change.files.iter().find(|file| &*file.path == path);
    file.unwrap_or_else(|| panic!("{path} is not among {:?}", paths(change))).texts().1
}

pub fn paths(change: &SourceChange) -> Vec<&str> {
    change.files.iter().map(|file| &*file.path).collect()
}
