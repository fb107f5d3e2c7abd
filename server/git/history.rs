//! The pasts of files: which commits changed them, and what they said then.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::config::Config;
use engine::document::Document;
use engine::document::kind::{Kind, PRODUCT};
use engine::engine::wanted::WantedGit;
use engine::workspace::git::{self, Audited, Git, Past, Version};
use gix::{ObjectId, Repository};

use super::trees;

/// Commits that are walked in search of older versions.
const DEEPEST: usize = 10_000;

/// Versions of one file that are looked at.
const MOST_VERSIONS: usize = 200;

/// Files of one commit that are told.
const MOST_BESIDE: usize = 20;

/// A file read by its object id; the same text in several commits is read once.
type Texts = BTreeMap<ObjectId, Arc<str>>;

/// Reads the histories of packets, of their refinements, of the audit and of the board.
pub fn look(
    repository: &Repository,
    head: ObjectId,
    config: &Arc<Config>,
    wanted: &WantedGit,
    git: &mut Git,
) {
    let layout = &config.layout;
    let mut paths: Vec<(&String, Kind)> = wanted.packets.iter().map(|path| (path, Kind::Packet)).collect();
    paths.extend(wanted.refinements.iter().map(|path| (path, Kind::Refinement)));
    paths.push((&layout.signature_audit, Kind::Audit));
    paths.push((&layout.task_board, Kind::Board));
    let mut texts = Texts::new();
    for ((path, kind), found) in paths.iter().zip(histories(repository, head, &paths)) {
        if *kind == Kind::Audit {
            git.audited = audit(repository, &found, config, &mut texts);
            continue;
        }
        let read = |seen| version(repository, path, *kind, seen, config, &mut texts);
        let versions: Vec<Version> = found.into_iter().filter_map(read).collect();
        match kind {
            Kind::Board => git.entered = git::entered(&versions),
            Kind::Refinement => {
                git.approved
                    .extend(git::first_approved(&versions).map(|version| (path.to_string(), version)));
            }
            _ => git.pasts.extend(Past::of(&versions).map(|past| (path.to_string(), Arc::new(past)))),
        }
    }
}

/// One commit that gave a file another text.
struct Seen {
    commit: ObjectId,
    blob: ObjectId,
    seconds: i64,
}

/// The commits that changed each path, newest first. A merge counts where it differs from every side.
fn histories(repository: &Repository, head: ObjectId, paths: &[(&String, Kind)]) -> Vec<Vec<Seen>> {
    let mut found: Vec<Vec<Seen>> = paths.iter().map(|_| Vec::new()).collect();
    let folders: BTreeSet<&str> =
        paths.iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0)).collect();
    let mut known: BTreeMap<ObjectId, Folders> = BTreeMap::new();
    let sorting = gix::revision::walk::Sorting::ByCommitTime(Default::default());
    let Ok(walk) = repository.rev_walk([head]).sorting(sorting).all() else { return found };
    for info in walk.filter_map(Result::ok).take(DEEPEST) {
        let mut at =
            |id: ObjectId| known.entry(id).or_insert_with(|| folder_ids(repository, id, &folders)).clone();
        let own = at(info.id);
        let parents: Vec<Folders> = info.parent_ids().map(|id| at(id.detach())).collect();
        for ((path, _), found) in paths.iter().zip(&mut found) {
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
    kind: Kind,
    seen: Seen,
    config: &Arc<Config>,
    texts: &mut Texts,
) -> Option<Version> {
    let text = text(repository, seen.blob, texts)?;
    Some(Version {
        commit: seen.commit.to_string(),
        time: jiff::Timestamp::from_second(seen.seconds).ok(),
        document: Arc::new(Document::new(path, kind, text, config.clone())),
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
