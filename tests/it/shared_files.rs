//! The files that all work packets share, made where a workspace lacks them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{self, demo};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).expect("it is there")
}

#[test]
fn shared_files_that_are_missing_are_made_from_what_is_there() {
    let files = demo("", str::to_string);
    let is_kept = |path: &str| !path.contains("roles_shared/") && !path.contains("templates/");
    let folder = program::folder(
        files.iter().filter(|(path, _)| is_kept(path)).map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let (code, _, told) = program::run(folder.path(), &["run", "newSharedFiles"], "");
    assert_eq!(code, Some(0), "{told}");
    let board = read(&folder, BOARD);
    assert!(board.contains("\n- **[WP-1-Tag-Search]** - [IN_PROGRESS]\n\n## Done\n"), "{board}");
    assert!(board.contains("## Done\n- **[WP-1-Revision-Store]** - [VALIDATED]\n"), "{board}");
    let audit = read(&folder, ".GOV/roles_shared/SIGNATURE_AUDIT.md");
    assert_eq!(audit.matches("| mara").count(), 4, "{audit}");
    let pointer = read(&folder, ".GOV/roles_shared/SPEC_CURRENT.md");
    assert!(pointer.contains("\n**Fieldbook_Master_Spec_v01.004.md**\n"), "{pointer}");
    assert!(pointer.contains("\n**Fieldbook Codex v1.2.md**\n"), "{pointer}");
    let template = read(&folder, ".GOV/templates/TASK_PACKET_TEMPLATE.md");
    assert!(template.contains("\n# Task Packet: {{WP_ID}}\n"), "{template}");
    let (_, found, _) = program::run(folder.path(), &["check", "--min-severity", "error"], "");
    assert!(!found.contains("--> .GOV/roles_shared/"), "{found}");
    let (code, _, told) = program::run(folder.path(), &["run", "newSharedFiles"], "");
    assert_eq!(code, Some(2));
    assert!(told.contains("is there; nothing is left to do"), "{told}");
}

#[test]
fn missing_templates_are_an_answer_to_their_finding() {
    let files = demo("", str::to_string);
    let settings = "[severity]\nworkspace-file-missing = \"warning\"\n";
    let kept =
        files.iter().filter(|(path, _)| !path.ends_with("STUB_TEMPLATE.md") && path != "taskpacket.toml");
    let own = files.iter().find(|(path, _)| path == "taskpacket.toml").map_or("", |(_, text)| text);
    let settings = format!("{own}\n{settings}");
    let kept = kept.map(|(path, text)| (path.as_str(), text.as_str()));
    let folder = program::folder(kept.chain([("taskpacket.toml", settings.as_str())]));
    let path = ".GOV/templates/TASK_PACKET_STUB_TEMPLATE.md";
    let missing =
        |folder: &Path| program::run(folder, &["check", "--select", "workspace-file-missing"], "").1;
    assert!(missing(folder.path()).contains(path));
    let (code, _, told) = program::run(folder.path(), &["run", "answer", "rule=workspace-file-missing"], "");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains(&format!("created {path}")), "{told}");
    assert!(!missing(folder.path()).contains(path));
    // What comes of it is a template as ours, not a stub.
    let (_, found, _) = program::run(folder.path(), &["check", "--all"], "");
    assert!(!found.contains(path), "{found}");
}
