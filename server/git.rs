//! Reads the repository around a workspace; nothing else knows git. Nothing is written and no program is run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use engine::config::Config;
use engine::document::Document;
use engine::document::kind::Kind;
use engine::engine::wanted::WantedGit;
use engine::ide::moves::manifest::Versions;
use engine::workspace::git::{self, Audited, Base, Git, MOST_COMMITS, Past, Version};
use gix::bstr::ByteSlice as _;
use gix::index::entry;
use gix::{ObjectId, Repository};

use crate::disk;

/// Commits that are walked in search of older versions.
const DEEPEST: usize = 10_000;

/// Versions of one file that are looked at.
const MOST_VERSIONS: usize = 200;

/// Files of one commit that are told.
const MOST_BESIDE: usize = 20;

/// Where product code lies (Part 3 [CX-600]).
const PRODUCT: &[&str] = &["src", "app", "tests"];

/// A file read by its object id; the same text in several commits is read once.
type Texts = BTreeMap<ObjectId, Arc<str>>;

/// What was asked and answered, so that the next question need not read the same history again.
pub struct Looked {
    config: Arc<Config>,
    packets: Vec<String>,
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
    worktree(&repository, root, tree, &mut git)?;
    for written in &wanted.bases {
        if let Some(base) = base(&repository, written, head, tree, &git.changed) {
            git.bases.insert(written.clone(), base);
        }
    }
    let same = |last: &Looked| {
        last.git.head == git.head && last.packets == wanted.packets && Arc::ptr_eq(&last.config, config)
    };
    match last.filter(same) {
        Some(last) => {
            git.pasts.clone_from(&last.git.pasts);
            git.audited.clone_from(&last.git.audited);
        }
        None => pasts(&repository, head, config, &wanted.packets, &mut git),
    }
    Some(Looked { config: config.clone(), packets: wanted.packets, git: Arc::new(git) })
}

fn pasts(repository: &Repository, head: ObjectId, config: &Arc<Config>, packets: &[String], git: &mut Git) {
    let audit_path = &config.layout.signature_audit;
    let mut paths = packets.to_vec();
    paths.push(audit_path.clone());
    let mut texts = Texts::new();
    for (path, found) in paths.iter().zip(histories(repository, head, &paths)) {
        if path == audit_path {
            git.audited = audit(repository, &found, config, &mut texts);
            continue;
        }
        let read = |seen| version(repository, path, seen, config, &mut texts);
        let versions: Vec<Version> = found.into_iter().filter_map(read).collect();
        if let Some(past) = Past::of(&versions) {
            git.pasts.insert(path.clone(), Arc::new(past));
        }
    }
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

/// What is tracked, and what of it differs from the last commit: first the index, then the files on disk. An index that
/// names folders in place of their files is not compared.
fn worktree(repository: &Repository, root: &Path, head: ObjectId, git: &mut Git) -> Option<()> {
    let index = repository.index().ok().filter(|index| !index.is_sparse())?;
    let committed = repository.index_from_tree(&head).ok()?;
    let mut changed = BTreeSet::new();
    let path = |entry: &gix::index::Entry, of: &gix::index::State| entry.path(of).to_str_lossy().into_owned();
    let mut old = committed.entries().iter().peekable();
    for entry in index.entries() {
        let name = entry.path(&index);
        // A conflict has an entry for each side.
        if git.tracked.last().is_some_and(|last| last.as_bytes() == &**name) {
            continue;
        }
        while let Some(gone) = old.next_if(|old| old.path(&committed) < name) {
            changed.insert(path(gone, &committed));
        }
        let before = old.next_if(|old| old.path(&committed) == name);
        if before.is_none() {
            git.added.push(path(entry, &index));
        }
        let is_same = before.is_some_and(|before| before.id == entry.id);
        if !is_same || !is_on_disk(entry, &index, root) {
            changed.insert(path(entry, &index));
        }
        git.tracked.push(path(entry, &index));
    }
    changed.extend(old.map(|gone| path(gone, &committed)));
    git.changed = changed.into_iter().collect();
    Some(())
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

/// One commit that gave a file another text.
struct Seen {
    commit: ObjectId,
    blob: ObjectId,
    seconds: i64,
}

/// The commits that changed each path, newest first. A merge counts where it differs from every side.
fn histories(repository: &Repository, head: ObjectId, paths: &[String]) -> Vec<Vec<Seen>> {
    let mut found: Vec<Vec<Seen>> = paths.iter().map(|_| Vec::new()).collect();
    let folders: BTreeSet<&str> = paths.iter().filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
    let mut known: BTreeMap<ObjectId, Folders> = BTreeMap::new();
    let sorting = gix::revision::walk::Sorting::ByCommitTime(Default::default());
    let Ok(walk) = repository.rev_walk([head]).sorting(sorting).all() else { return found };
    for info in walk.filter_map(Result::ok).take(DEEPEST) {
        let mut at =
            |id: ObjectId| known.entry(id).or_insert_with(|| folder_ids(repository, id, &folders)).clone();
        let own = at(info.id);
        let parents: Vec<Folders> = info.parent_ids().map(|id| at(id.detach())).collect();
        for (path, found) in paths.iter().zip(&mut found) {
            let Some((folder, name)) = path.rsplit_once('/') else { continue };
            let here = own.get(folder);
            // Most commits leave most folders alone.
            if here.is_none()
                || found.len() >= MOST_VERSIONS
                || parents.iter().any(|parent| parent.get(folder) == here)
            {
                continue;
            }
            let Some(blob) = here.and_then(|&tree| file_in(repository, tree, name)) else { continue };
            let before =
                |parent: &Folders| parent.get(folder).and_then(|&tree| file_in(repository, tree, name));
            if parents.iter().all(|parent| before(parent) != Some(blob)) {
                let seconds = info.commit_time.unwrap_or_default();
                found.push(Seen { commit: info.id, blob, seconds });
            }
        }
        known.remove(&info.id);
    }
    found
}

/// The trees of some folders in one commit.
type Folders = Arc<BTreeMap<String, ObjectId>>;

fn folder_ids(repository: &Repository, commit: ObjectId, folders: &BTreeSet<&str>) -> Folders {
    let tree = repository.find_commit(commit).ok().and_then(|commit| commit.tree().ok());
    let of = |folder: &&str| {
        let entry = tree.as_ref()?.lookup_entry_by_path(folder).ok()??;
        entry.mode().is_tree().then(|| (folder.to_string(), entry.object_id()))
    };
    Arc::new(folders.iter().filter_map(of).collect())
}

fn file_in(repository: &Repository, tree: ObjectId, name: &str) -> Option<ObjectId> {
    let tree = repository.find_tree(tree).ok()?;
    let entry = tree.find_entry(name)?;
    entry.mode().is_blob().then(|| entry.object_id())
}

fn version(
    repository: &Repository,
    path: &str,
    seen: Seen,
    config: &Arc<Config>,
    texts: &mut Texts,
) -> Option<Version> {
    let text = text(repository, seen.blob, texts)?;
    Some(Version {
        commit: seen.commit.to_string(),
        time: jiff::Timestamp::from_second(seen.seconds).ok(),
        document: Arc::new(Document::new(path, Kind::Packet, text, config.clone())),
        beside: beside(repository, seen.commit).unwrap_or_default(),
    })
}

/// The product files that a commit changed.
fn beside(repository: &Repository, commit: ObjectId) -> Option<Vec<String>> {
    let commit = repository.find_commit(commit).ok()?;
    let mut parents = commit.parent_ids();
    let (parent, None) = (parents.next()?, parents.next()) else { return None };
    let old = repository.find_commit(parent.detach()).ok()?.tree().ok()?;
    let new = commit.tree().ok()?;
    let mut files = BTreeSet::new();
    for folder in PRODUCT {
        let id = |tree: &gix::Tree<'_>| tree.find_entry(*folder).map(|entry| entry.object_id());
        trees(repository, id(&old), id(&new), folder, &mut files);
    }
    Some(files.into_iter().take(MOST_BESIDE).collect())
}

fn audit(repository: &Repository, found: &[Seen], config: &Config, texts: &mut Texts) -> Vec<Audited> {
    let mut known = BTreeSet::new();
    let mut audited = Vec::new();
    for seen in found {
        let Some(text) = text(repository, seen.blob, texts) else { continue };
        for signature in git::audited(&text, &config.users) {
            if known.insert(signature.to_string()) {
                audited.push(Audited { signature: signature.to_string(), commit: seen.commit.to_string() });
            }
        }
    }
    audited
}

fn text(repository: &Repository, blob: ObjectId, texts: &mut Texts) -> Option<Arc<str>> {
    if let Some(known) = texts.get(&blob) {
        return Some(known.clone());
    }
    let data = repository.find_blob(blob).ok()?.take_data();
    let text: Arc<str> = String::from_utf8_lossy(&data).into();
    texts.insert(blob, text.clone());
    Some(text)
}
