//! The invariants of ARCHITECTURE.md, as tests.

use std::path::{Path, PathBuf};

const ORDER: &[&str] =
    &["text", "config", "syntax", "document", "workspace", "rules", "diagnostics", "ide", "engine"];

fn engine_files() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("server/engine"), &mut files);
    assert!(files.len() > 50, "the engine has files");
    files
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            files.push((path, text));
        }
    }
}

/// The part of a file before its tests.
fn product(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "tests.rs" || name == "testing.rs")
}

#[test]
fn modules_use_only_what_stands_to_their_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/engine");
    let mut wrong = Vec::new();
    for (path, text) in engine_files() {
        let below = path.strip_prefix(&root).expect("below the engine");
        let Some(first) = below.components().next() else { continue };
        let own = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_string();
        let Some(place) = ORDER.iter().position(|module| *module == own) else { continue };
        for (number, line) in product(&text).lines().enumerate() {
            let Some(at) = line.find("crate::") else { continue };
            let used = line[at + 7..].split([':', ';', ' ', '{']).next().unwrap_or("");
            if ORDER.iter().position(|module| *module == used).is_some_and(|other| other > place) {
                wrong.push(format!("{}:{}: {}", below.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn engine_knows_no_file_clock_process_or_protocol() {
    let mut wrong = Vec::new();
    for (path, text) in engine_files() {
        if is_test(&path) {
            continue;
        }
        for word in [
            "std::fs",
            "std::net",
            "std::process",
            "std::thread",
            "lsp_types",
            "tower_lsp",
            "tokio::",
            "println!",
            "Timestamp::now",
        ] {
            if product(&text).contains(word) {
                wrong.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_place_knows_each_library() {
    for (word, home) in
        [("ropey::", "text/buffer.rs"), ("sha1::", "text/hash.rs"), ("tree_sitter", "syntax/")]
    {
        for (path, text) in engine_files() {
            let knows = product(&text)
                .lines()
                .any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(!knows || path.to_string_lossy().contains(home), "{} knows {word}", path.display());
        }
    }
}

#[test]
fn git_is_known_in_one_module_of_the_edge() {
    let in_git = |path: &Path| {
        path.ends_with("server/git.rs") || path.parent().is_some_and(|folder| folder.ends_with("server/git"))
    };
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("server"), &mut files);
    for (path, text) in files {
        assert!(!text.contains("gix::") || in_git(&path), "{} knows gix", path.display());
    }
}

/// Notifications are handled in the order in which their handlers first run, so what they have to say is sent before
/// anything is awaited.
#[test]
fn notifications_are_passed_on_before_anything_is_awaited() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/lsp/backend.rs");
    let text = std::fs::read_to_string(path).expect("a source file");
    let handlers: Vec<&str> = text.split("async fn ").filter(|handler| handler.starts_with("did_")).collect();
    assert!(handlers.len() >= 6, "{} handlers", handlers.len());
    for handler in handlers {
        let before = handler.split(".await").next().unwrap_or(handler);
        assert!(before.contains("self.send("), "{handler}");
    }
}

#[test]
fn files_stay_small() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("server"), &mut files);
    for (path, text) in files {
        let is_rule = path.components().any(|part| part.as_os_str() == "rules");
        let most = if is_rule && !is_test(&path) { 250 } else { 400 };
        let lines = text.lines().count();
        assert!(
            lines <= most,
            "{} has {lines} lines, at most {most} are read in one sitting",
            path.display()
        );
    }
}
