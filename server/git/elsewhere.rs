//! What lies beside what is checked out: branches, worktrees, the main branch, and commits that somebody names.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use engine::config::Config;
use engine::document::Document;
use engine::document::kind::Kind;
use engine::workspace::git::{Git, MAIN, Version, Worktree};
use gix::Repository;

/// Fills in what the repository says of itself.
pub fn look(repository: &Repository, config: &Arc<Config>, commits: &[String], git: &mut Git) {
    let is_shallow = repository.is_shallow().unwrap_or(true);
    if !is_shallow {
        git.branches = branches(repository);
        let is_known = |commit: &String| repository.rev_parse_single(commit.as_str()).is_ok();
        git.commits = commits.iter().map(|commit| (commit.clone(), is_known(commit))).collect();
    }
    // Nobody works in CI, and nothing is linked there.
    if std::env::var_os("CI").is_none() {
        git.worktrees = worktrees(repository);
    }
    if !git.is_on_main() {
        git.main_board = main_board(repository, config);
    }
}

/// The names of all branches, without that of their remote.
fn branches(repository: &Repository) -> Option<Vec<String>> {
    let references = repository.references().ok()?;
    let mut names = Vec::new();
    for branch in references.local_branches().ok()?.filter_map(Result::ok) {
        names.push(branch.name().shorten().to_string());
    }
    for branch in references.remote_branches().ok()?.filter_map(Result::ok) {
        let name = branch.name().shorten().to_string();
        names.extend(name.split_once('/').map(|(_, name)| name.to_string()));
    }
    names.sort_unstable();
    names.dedup();
    Some(names)
}

fn worktrees(repository: &Repository) -> Option<Vec<Worktree>> {
    let main = repository.main_repo().ok()?;
    let top = std::fs::canonicalize(main.workdir()?).ok()?;
    let mut found = Vec::new();
    for linked in repository.worktrees().ok()? {
        let Some(path) = linked.base().ok().and_then(|base| std::fs::canonicalize(base).ok()) else {
            continue;
        };
        let branch = linked
            .into_repo_with_possibly_inaccessible_worktree()
            .ok()
            .and_then(|linked| Some(linked.head_name().ok()??.shorten().to_string()));
        found.extend(relative(&top, &path).map(|path| Worktree { path, branch }));
    }
    Some(found)
}

/// The way from one folder to another, with `/`.
fn relative(from: &Path, to: &Path) -> Option<String> {
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    let parts: Option<Vec<&str>> = way.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

fn main_board(repository: &Repository, config: &Arc<Config>) -> Option<Version> {
    let mut names = MAIN.iter().map(|name| format!("refs/heads/{name}"));
    let commit = names.find_map(|name| repository.find_reference(&name).ok()?.into_fully_peeled_id().ok())?;
    let tree = commit.object().ok()?.peel_to_tree().ok()?;
    let path = &config.layout.task_board;
    let blob = tree.lookup_entry_by_path(path).ok()??.object().ok()?.try_into_blob().ok()?;
    let text = String::from_utf8_lossy(&blob.data).into_owned();
    Some(Version {
        commit: commit.to_string(),
        time: None,
        document: Arc::new(Document::new(path.as_str(), Kind::Board, text, config.clone())),
        beside: Vec::new(),
    })
}
