//! What was done on the branch of a packet: its files before and after, and files that nobody added yet.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use engine::config::Config;
use engine::engine::wanted::WantedWork;
use engine::workspace::git::{Base, Git, is_branch_of};
use engine::workspace::work::{Against, Changed, Digests, Work};
use gix::bstr::ByteSlice as _;
use gix::{ObjectId, Repository};

/// Files that nobody added are told up to this many.
const MOST_UNTRACKED: usize = 1_000;

/// Looks at the work of the packet whose branch is checked out, if it is one of these.
pub fn look(
    repository: &Repository,
    root: &Path,
    config: &Arc<Config>,
    works: &[WantedWork],
    head: ObjectId,
    staged: &BTreeSet<String>,
    git: &mut Git,
) {
    let Some(branch) = git.branch.clone() else { return };
    let is_its = |work: &&WantedWork| is_branch_of(&branch, [&work.ids[0], &work.ids[1]]);
    let Some(wanted) = works.iter().find(is_its) else { return };
    git.untracked = untracked(root, &git.tracked);
    git.work = work(repository, root, config, wanted, head, staged, git).map(Arc::new);
}

fn work(
    repository: &Repository,
    root: &Path,
    config: &Config,
    wanted: &WantedWork,
    head: ObjectId,
    staged: &BTreeSet<String>,
    git: &Git,
) -> Option<Work> {
    let governance = format!("{}/", config.layout.governance);
    let is_product = |path: &&String| !path.starts_with(&governance);
    let staged: Vec<&String> = staged.iter().filter(is_product).collect();
    let changed: Vec<&String> = git.changed.iter().filter(is_product).collect();
    let base = wanted.base.as_ref().filter(|base| matches!(git.bases.get(*base), Some(Base::Before { .. })));
    let base_tree = base.and_then(|base| {
        let commit = repository.find_commit(ObjectId::from_hex(base.as_bytes()).ok()?).ok()?;
        Some(commit.tree_id().ok()?.detach())
    });
    let (against, paths) = match (staged.is_empty(), changed.is_empty()) {
        (false, _) => (Against::Staged, staged),
        (true, false) => (Against::Disk, changed),
        (true, true) => {
            let Some(Base::Before { changed, .. }) = git.bases.get(base?) else { return None };
            (Against::Range, changed.iter().filter(is_product).collect())
        }
    };
    let before = if against == Against::Range { base_tree? } else { head };
    let index = repository.index().ok()?;
    let after = |path: &str| match against {
        Against::Range => blob(repository, head, path),
        Against::Staged => {
            let entry = index.entry_by_path(path.as_bytes().as_bstr())?;
            Some(repository.find_blob(entry.id).ok()?.take_data())
        }
        Against::Disk => std::fs::read(root.join(path)).ok(),
    };
    let paths: BTreeSet<&String> = paths.into_iter().chain(&wanted.targets).collect();
    let mut files = std::collections::BTreeMap::new();
    for path in paths {
        // Only what lies below the root is looked at.
        if path.split('/').any(|part| matches!(part, "" | "." | "..")) || Path::new(path).is_absolute() {
            continue;
        }
        let old = blob(repository, before, path);
        let mut file = Changed::of(old.as_deref(), after(path).as_deref());
        if against != Against::Range {
            let merge_base = base_tree.and_then(|tree| blob(repository, tree, path));
            file.merge_base = merge_base.as_deref().map(Digests::of);
        }
        files.insert(path.clone(), file);
    }
    Some(Work { packet: wanted.packet.clone(), against, files })
}

fn blob(repository: &Repository, tree: ObjectId, path: &str) -> Option<Vec<u8>> {
    let entry = repository.find_tree(tree).ok()?.lookup_entry_by_path(path).ok()??;
    if !entry.mode().is_blob() {
        return None;
    }
    Some(repository.find_blob(entry.object_id()).ok()?.take_data())
}

/// The files that are neither tracked nor ignored. Folders that are repositories of their own are left alone.
fn untracked(root: &Path, tracked: &[String]) -> Vec<String> {
    let mut walk = ignore::WalkBuilder::new(root);
    walk.hidden(false).parents(false).git_global(false).ignore(false).require_git(false);
    walk.filter_entry(|entry| {
        let is_own = entry.depth() == 0 || !entry.path().join(".git").exists();
        entry.file_name() != ".git" && is_own
    });
    let files = walk.build().flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let mut found: Vec<String> = files
        .filter_map(|entry| crate::disk::relative(root, entry.path()))
        .filter(|path| tracked.binary_search(path).is_err())
        .take(MOST_UNTRACKED)
        .collect();
    found.sort_unstable();
    found
}
