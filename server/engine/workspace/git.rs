//! What git says of a workspace, as plain data. The edge fills it in; without a repository there is none.

use std::sync::Arc;

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::work::Work;
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::Change;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::text::grammar::digest::is_sha1;
use crate::text::grammar::signature::Users;

/// One look at a repository whose top is the workspace root. Paths are relative to it, with `/`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Git {
    pub head: String,
    /// `None` where no branch is checked out.
    pub branch: Option<String>,
    /// The last commit that the branch shares with main.
    pub fork: Option<String>,
    /// The commits that packets name as their merge base.
    pub bases: FxHashMap<String, Base>,
    /// Every file of the index, sorted.
    pub tracked: Vec<String>,
    /// Tracked files whose text in the index or on disk differs from the last commit, sorted.
    pub changed: Vec<String>,
    /// Files of the index that the last commit does not have, sorted.
    pub added: Vec<String>,
    /// Files that git neither tracks nor ignores, sorted; looked for where a packet's own branch is checked out.
    pub untracked: Vec<String>,
    /// What was done on that branch.
    pub work: Option<Arc<Work>>,
    /// Names of branches, here and on remotes; none where the history was cut off.
    pub branches: Option<Vec<String>>,
    /// Linked worktrees; `None` where nobody works, as in CI.
    pub worktrees: Option<Vec<Worktree>>,
    /// Commits that lineage audits name, and whether there is one.
    pub commits: FxHashMap<String, bool>,
    /// The oldest approved version of refinements, by path.
    pub approved: FxHashMap<String, Version>,
    /// Since when the board has had work packets where they are, as of its last commit.
    pub entered: FxHashMap<String, Entered>,
    /// The task board of the main branch, where another one is checked out.
    pub main_board: Option<Version>,
    /// The pasts of active packets, by path; a file that was never committed has none.
    pub pasts: FxHashMap<String, Arc<Past>>,
    /// Every signature that any commit had in the audit.
    pub audited: Vec<Audited>,
}

/// A worktree beside the main one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worktree {
    /// Relative to the main worktree, with `/`: `../wt-WP-1-Name`.
    pub path: String,
    pub branch: Option<String>,
}

/// Since when a work packet stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    pub state: State,
    pub time: Timestamp,
}

/// What became of a commit that somebody named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// There is no such commit.
    Unknown,
    /// It exists, and the checked out history does not lead back to it.
    Apart,
    Before {
        /// How many commits came since, at most [`MOST_COMMITS`].
        commits: usize,
        /// Files that differ between it and the last commit, the index or the disk, sorted.
        changed: Vec<String>,
    },
}

/// What the main branch is called.
pub const MAIN: &[&str] = &["main", "master"];

/// Nobody needs to know how many more there are.
pub const MOST_COMMITS: usize = 100;

/// A signature of the audit, and the newest commit that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    pub signature: String,
    pub commit: String,
}

/// One committed version of a file.
#[derive(Clone, Debug)]
pub struct Version {
    pub commit: String,
    pub time: Option<Timestamp>,
    pub document: Arc<Document>,
    /// Product files that the same commit changed, where it is neither a merge nor the first of all.
    pub beside: Vec<String>,
}

impl Version {
    pub fn short(&self) -> &str {
        short(&self.commit)
    }
}

/// As much of a commit's digits as people use.
pub fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

impl PartialEq for Version {
    fn eq(&self, other: &Version) -> bool {
        self.commit == other.commit && self.document.path == other.document.path
    }
}

/// What the history of one packet comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// As of the last commit.
    pub committed: Version,
    /// What the signature froze: the oldest signed version without a placeholder in a frozen field, else the oldest
    /// signed one.
    pub baseline: Option<Version>,
    /// Whether the baseline is without such placeholders.
    pub is_complete: bool,
    /// The signature of the oldest signed version.
    pub first_signature: Option<String>,
    /// The oldest version, and the oldest signed one where that is another.
    pub made: Vec<Version>,
}

impl Past {
    /// Reads a history, newest version first.
    pub fn of(versions: &[Version]) -> Option<Past> {
        let committed = versions.first()?.clone();
        let oldest = versions.last()?;
        let signed: Vec<&Version> =
            versions.iter().rev().filter(|version| version.document.is_locked()).collect();
        let complete = signed.iter().find(|version| is_filled(&version.document));
        let first = signed.first();
        let made = std::iter::once(oldest).chain(first.copied().filter(|first| *first != oldest));
        Some(Past {
            baseline: complete.or(first).map(|&version| version.clone()),
            is_complete: complete.is_some(),
            first_signature: first
                .and_then(|version| version.document.signature())
                .map(|(_, value)| value.text.to_string()),
            made: made.cloned().collect(),
            committed,
        })
    }
}

/// Whether every frozen field says something.
fn is_filled(packet: &Document) -> bool {
    packet.unfilled().all(|(field, _)| field.spec().change != Change::Frozen)
}

/// Since when each work packet of the newest board has been in its state; the history comes newest version first.
pub fn entered(boards: &[Version]) -> FxHashMap<String, Entered> {
    let states = |board: &Version| -> FxHashMap<String, State> {
        let facts = board.document.facts().clone();
        let stands = facts.board.iter().filter(|entry| !matches!(entry.state, State::Active | State::Other));
        // The first entry of a work packet counts; a second one is told elsewhere.
        stands.rev().map(|entry| (entry.wp.clone(), entry.state)).collect()
    };
    let mut entered = FxHashMap::default();
    let Some((newest, older)) = boards.split_first() else { return entered };
    let Some(time) = newest.time else { return entered };
    let mut open = states(newest);
    entered.extend(open.iter().map(|(wp, &state)| (wp.clone(), Entered { state, time })));
    for board in older {
        let (then, Some(time)) = (states(board), board.time) else { break };
        open.retain(|wp, state| then.get(wp) == Some(state));
        for wp in open.keys() {
            entered.entry(wp.clone()).and_modify(|known: &mut Entered| known.time = time);
        }
    }
    entered
}

/// The oldest version of a refinement that was approved and signed; the history comes newest version first.
pub fn first_approved(versions: &[Version]) -> Option<Version> {
    versions.iter().rfind(|version| version.document.facts().approved).cloned()
}

/// Whether a branch is that of a work packet: it ends in one of its ids.
pub fn is_branch_of(branch: &str, ids: [&str; 2]) -> bool {
    let name = branch.rsplit('/').next().unwrap_or("");
    ids.iter().any(|id| !id.is_empty() && name.eq_ignore_ascii_case(id))
}

/// The signatures in the rows of one version of the audit; what is not well-formed may be corrected.
pub fn audited<'a>(text: &'a str, users: &Users) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(|line| {
        let (first, _) = line.trim_start().strip_prefix('|')?.split_once('|')?;
        let written = first.trim().trim_matches('`');
        users.signature(written).is_some().then_some(written)
    })
}

impl Git {
    /// How many tracked files lie below a folder.
    pub fn files_below(&self, folder: &str) -> usize {
        let inside = format!("{}/", folder.trim_end_matches('/'));
        let first = self.tracked.partition_point(|path| *path < inside);
        self.tracked.iter().skip(first).take_while(|path| path.starts_with(&inside)).count()
    }

    /// Whether the main branch is checked out.
    pub fn is_on_main(&self) -> bool {
        self.branch.as_deref().is_some_and(|branch| MAIN.contains(&branch))
    }

    pub fn is_changed(&self, path: &str) -> bool {
        self.changed.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }

    /// Whether the last commit has a file, in whatever version.
    pub fn is_committed(&self, path: &str) -> bool {
        let has = |list: &[String]| list.binary_search_by(|known| known.as_str().cmp(path)).is_ok();
        has(&self.tracked) && !has(&self.added)
    }

    /// Whether what is checked out is the work of this packet: it is in progress, and the branch ends in its id. Any
    /// other branch may hold the work of several packets.
    pub fn is_work_of(&self, packet: &Document) -> bool {
        let is_open = packet.facts().status == Some(Status::InProgress);
        let branch = self.branch.as_deref().unwrap_or("");
        is_open && is_branch_of(branch, [packet.stem(), packet.wp_id()])
    }

    /// What became of the merge base that a packet states.
    pub fn base_of(&self, packet: &Document) -> Option<&Base> {
        self.bases.get(&merge_base(packet)?)
    }
}

/// The commit that a packet states as its merge base.
pub fn merge_base(packet: &Document) -> Option<String> {
    let written = packet.filled(Label::MergeBaseSha)?.text;
    is_sha1(written).then(|| written.to_ascii_lowercase())
}
