//! Reads the repository around a workspace; nothing else knows git. Nothing is written and no program is run.

mod elsewhere;
mod history;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use engine::config::Config;
use engine::engine::wanted::WantedGit;
use engine::ide::moves::manifest::Versions;
use engine::workspace::git::{Base, Git, MOST_COMMITS};
use gix::bstr::ByteSlice as _;
use gix::index::entry;
use gix::{ObjectId, Repository};

use crate::disk;

/// What was asked and answered, so that the next question need not read the same history again.
pub struct Looked {
    config: Arc<Config>,
    packets: Vec<String>,
    refinements: Vec<String>,
    pub git: Arc<Git>,
}

/// Everything git can say about what is wanted; `None` where the root is not the top of a repository with a commit.
pub fn look(root: &Path, config: &Arc<Config>, wanted: WantedGit, last: Option<Looked>) -> Option<Looked> {
    let repository = open(root)?;
    let head = repository.head_id().ok()?.detach();
    let branch = repository.head_name().ok().flatten().map(|name| name.shorten().to_string());
    let fork = fork(&repository, head).map(|id| id.to_string());
    let mut git = Git { head: head.to_string(), branch, fork, ..Git::default() };
    let tree = repository.head_tree_id().ok()?.detach();
    let staged = worktree(&repository, root, tree, &mut git)?;
    for written in &wanted.bases {
        if let Some(base) = base(&repository, written, head, tree, &git.changed) {
            git.bases.insert(written.clone(), base);
        }
    }
    elsewhere::look(&repository, config, &wanted.commits, &mut git);
    work::look(&repository, root, config, &wanted.works, tree, &staged, &mut git);
    let same = |last: &Looked| {
        last.git.head == git.head
            && last.packets == wanted.packets
            && last.refinements == wanted.refinements
            && Arc::ptr_eq(&last.config, config)
    };
    match last.filter(same) {
        Some(Looked { git: last, .. }) => {
            git.pasts.clone_from(&last.pasts);
            git.audited.clone_from(&last.audited);
            git.approved.clone_from(&last.approved);
            git.entered.clone_from(&last.entered);
        }
        None => history::look(&repository, head, config, &wanted, &mut git),
    }
    let WantedGit { packets, refinements, .. } = wanted;
    Some(Looked { config: config.clone(), packets, refinements, git: Arc::new(git) })
}

/// What lies here now, against a revision.
pub struct Since {
    changed: BTreeSet<String>,
    tracked: BTreeSet<String>,
}

impl Since {
    /// Whether a file differs from the revision. One that git does not know is new.
    pub fn is_changed(&self, path: &str) -> bool {
        self.changed.contains(path) || !self.tracked.contains(path)
    }
}

/// Compares what lies here, in commits, in the index and on disk, with a revision.
pub fn since(root: &Path, revision: &str) -> Result<Since, String> {
    let repository =
        open(root).ok_or_else(|| format!("{} is not the top of a git repository", root.display()))?;
    let old = repository
        .rev_parse_single(revision)
        .ok()
        .and_then(|id| id.object().ok()?.peel_to_tree().ok())
        .ok_or_else(|| format!("`{revision}` names no commit of this repository"))?;
    let new =
        repository.head_tree_id_or_empty().map_err(|error| format!("{}: {error}", root.display()))?.detach();
    let mut git = Git::default();
    worktree(&repository, root, new, &mut git)
        .ok_or_else(|| format!("the git index of {} cannot be read", root.display()))?;
    let mut changed = BTreeSet::from_iter(git.changed);
    trees(&repository, Some(old.id), Some(new), "", &mut changed);
    Ok(Since { changed, tracked: git.tracked.into_iter().collect() })
}

/// A file as it was at a commit, else at the last one, and as it lies on disk; nothing where it is not below the root.
pub fn versions(root: &Path, base: Option<&str>, path: &str) -> Option<Versions> {
    let inside = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    let repository = open(root).filter(|_| inside)?;
    let commit = match base {
        Some(base) => repository.find_commit(ObjectId::from_hex(base.as_bytes()).ok()?).ok()?,
        None => repository.head_commit().ok()?,
    };
    let entry = commit.tree().ok()?.lookup_entry_by_path(path).ok()?;
    let blob = entry.and_then(|entry| repository.find_blob(entry.object_id()).ok());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let before = blob.map(|mut blob| text(&blob.take_data()));
    let (after, _) = disk::read(root, path).ok()?;
    Some(Versions { path: path.to_string(), before, after: after.to_string() })
}

/// The repository whose top is the root. Settings of the user and the system are left alone.
fn open(root: &Path) -> Option<Repository> {
    if !root.join(".git").exists() {
        return None;
    }
    let mut repository = gix::open_opts(root, gix::open::Options::isolated()).ok()?;
    repository.object_cache_size_if_unset(4 * 1024 * 1024);
    Some(repository)
}

/// What is tracked, and what of it differs from the last commit: first the index, whose differences are the result, then the
/// files on disk. An index that names folders in place of their files is not compared.
fn worktree(repository: &Repository, root: &Path, head: ObjectId, git: &mut Git) -> Option<BTreeSet<String>> {
    let index = repository.index().ok().filter(|index| !index.is_sparse())?;
    let committed = repository.index_from_tree(&head).ok()?;
    let (mut staged, mut changed) = (BTreeSet::new(), BTreeSet::new());
    let path = |entry: &gix::index::Entry, of: &gix::index::State| entry.path(of).to_str_lossy().into_owned();
    let mut old = committed.entries().iter().peekable();
    for entry in index.entries() {
        let name = entry.path(&index);
        // A conflict has an entry for each side.
        if git.tracked.last().is_some_and(|last| last.as_bytes() == &**name) {
            continue;
        }
        while let Some(gone) = old.next_if(|old| old.path(&committed) < name) {
            staged.insert(path(gone, &committed));
        }
        let before = old.next_if(|old| old.path(&committed) == name);
        if before.is_none() {
            git.added.push(path(entry, &index));
        }
        if before.is_none_or(|before| before.id != entry.id) {
            staged.insert(path(entry, &index));
        } else if !is_on_disk(entry, &index, root) {
            changed.insert(path(entry, &index));
        }
        git.tracked.push(path(entry, &index));
    }
    staged.extend(old.map(|gone| path(gone, &committed)));
    changed.extend(staged.iter().cloned());
    git.changed = changed.into_iter().collect();
    Some(staged)
}

/// Whether a file on disk is the one of the index; its size and time say so, and its text where they do not.
fn is_on_disk(entry: &gix::index::Entry, index: &gix::index::File, root: &Path) -> bool {
    let flags = entry.flags;
    let is_file = matches!(entry.mode, entry::Mode::FILE | entry::Mode::FILE_EXECUTABLE);
    if !is_file || flags.intersects(entry::Flags::SKIP_WORKTREE | entry::Flags::ASSUME_VALID) {
        return true;
    }
    let Some(place) = entry.path(index).to_str().ok().map(|path| root.join(path)) else { return true };
    let Ok(found) = gix::index::fs::Metadata::from_path_no_follow(&place) else { return false };
    let options =
        entry::stat::Options { trust_ctime: false, check_stat: false, use_nsec: true, use_stdev: false };
    let is_known = entry::Stat::from_fs(&found)
        .is_ok_and(|stat| stat.matches(&entry.stat, options) && !stat.is_racy(index.timestamp(), options));
    if is_known {
        return true;
    }
    let Ok(bytes) = std::fs::read(&place) else { return false };
    // Another line end on disk is what git itself may have made of it.
    is_blob(&bytes, entry.id) || is_blob(&bytes.replace("\r\n", "\n"), entry.id)
}

/// Where the history of `head` left main, under any of the names that main goes by.
fn fork(repository: &Repository, head: ObjectId) -> Option<ObjectId> {
    let names =
        ["refs/heads/main", "refs/heads/master", "refs/remotes/origin/main", "refs/remotes/origin/master"];
    let main =
        names.iter().find_map(|name| repository.find_reference(*name).ok()?.into_fully_peeled_id().ok())?;
    repository.merge_base(main, head).ok().flatten().map(|id| id.detach())
}

fn is_blob(bytes: &[u8], id: ObjectId) -> bool {
    gix::objs::compute_hash(id.kind(), gix::objs::Kind::Blob, bytes).is_ok_and(|found| found == id)
}

fn base(
    repository: &Repository,
    written: &str,
    head: ObjectId,
    tree: ObjectId,
    changed: &[String],
) -> Option<Base> {
    let id = ObjectId::from_hex(written.as_bytes()).ok()?;
    let Some(commit) = repository.try_find_object(id).ok()?.and_then(|object| object.try_into_commit().ok())
    else {
        // Where the history was cut off, what is missing says nothing.
        return (!repository.is_shallow().ok()?).then_some(Base::Unknown);
    };
    let meets = repository.merge_base(id, head).is_ok_and(|meets| meets.is_some_and(|meets| meets == id));
    if !meets {
        return (!repository.is_shallow().ok()?).then_some(Base::Apart);
    }
    let walk = repository.rev_walk([head]).with_hidden([id]).all().ok()?;
    let mut files = BTreeSet::from_iter(changed.iter().cloned());
    trees(repository, Some(commit.tree_id().ok()?.detach()), Some(tree), "", &mut files);
    Some(Base::Before { commits: walk.take(MOST_COMMITS).count(), changed: files.into_iter().collect() })
}

/// The paths of all files that differ between two trees.
fn trees(
    repository: &Repository,
    old: Option<ObjectId>,
    new: Option<ObjectId>,
    folder: &str,
    out: &mut BTreeSet<String>,
) {
    if old == new {
        return;
    }
    let (before, after) = (entries(repository, old), entries(repository, new));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        let (before, after) = (before.get(name), after.get(name));
        if before == after {
            continue;
        }
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let below = |entry: Option<&(bool, ObjectId)>| entry.filter(|entry| entry.0).map(|entry| entry.1);
        let is_file = |entry: Option<&(bool, ObjectId)>| entry.is_some_and(|entry| !entry.0);
        if is_file(before) || is_file(after) {
            out.insert(path.clone());
        }
        trees(repository, below(before), below(after), &path, out);
    }
}

/// The entries of a tree: whether each is a folder, and its id.
fn entries(repository: &Repository, tree: Option<ObjectId>) -> BTreeMap<String, (bool, ObjectId)> {
    let Some(tree) = tree.and_then(|id| repository.find_tree(id).ok()) else { return BTreeMap::new() };
    let entry = |entry: gix::object::tree::EntryRef<'_, '_>| {
        let name = entry.filename().to_str_lossy().into_owned();
        (name, (entry.mode().is_tree(), entry.object_id()))
    };
    tree.iter().filter_map(Result::ok).map(entry).collect()
}
