//! What the edge shall find out about the world around the documents.

use std::sync::Arc;

use super::Engine;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::ide::links;
use crate::rules::paths;
use crate::workspace::git;
use crate::workspace::lifecycle::Lifecycle;

/// What the edge shall look at in the file system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedPaths {
    /// Whether they exist.
    pub paths: Vec<String>,
    /// How many lines they have, too.
    pub cited: Vec<String>,
    /// Whether they are files that one can go to.
    pub linked: Vec<String>,
}

/// What the edge shall find out from git.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedGit {
    /// Paths of packets.
    pub packets: Vec<String>,
    /// Paths of refinements.
    pub refinements: Vec<String>,
    /// Commits that packets state as their merge bases.
    pub bases: Vec<String>,
    /// Commits that lineage audits name, perhaps not to the end.
    pub commits: Vec<String>,
    /// The packets in progress.
    pub works: Vec<WantedWork>,
}

/// A packet in progress; what was done is asked for where its branch is checked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedWork {
    pub packet: Arc<str>,
    /// The ids that its branch may end in.
    pub ids: [String; 2],
    pub base: Option<String>,
    /// The files that its manifest is about.
    pub targets: Vec<String>,
}

impl Engine {
    /// The paths that active documents name, and those that open ones mention; the edge looks whether they exist.
    pub fn wanted_paths(&mut self) -> WantedPaths {
        self.refresh();
        let mut wanted = WantedPaths::default();
        let documents = self.workspace.documents();
        for document in documents.filter(|document| self.workspace.lifecycle(document) == Lifecycle::Active) {
            wanted.paths.extend(document.facts().paths.iter().cloned());
            wanted.cited.extend(document.facts().cited.iter().cloned());
        }
        wanted.paths.extend(paths::wanted(&self.workspace.config.layout));
        let open = self.open.keys().filter_map(|path| self.workspace.document(path));
        let mentioned = open.flat_map(|document| links::mentioned(document));
        wanted.linked.extend(mentioned.filter(|path| self.workspace.document(path).is_none()));
        for list in [&mut wanted.paths, &mut wanted.cited, &mut wanted.linked] {
            list.sort_unstable();
            list.dedup();
        }
        wanted
    }

    /// What git is asked for: the history of every active packet and its refinement, what became of its merge base, and
    /// what the work on it has changed.
    pub fn wanted_git(&mut self) -> WantedGit {
        self.refresh();
        let packets = self.workspace.documents().filter(|document| document.kind == Kind::Packet);
        let mut wanted = WantedGit::default();
        for packet in packets.filter(|packet| self.workspace.lifecycle(packet) == Lifecycle::Active) {
            let base = git::merge_base(packet);
            wanted.packets.push(packet.path.to_string());
            wanted.refinements.extend(
                self.workspace.refinement(packet.stem()).map(|refinement| refinement.path.to_string()),
            );
            wanted.commits.extend(packet.facts().commits.iter().cloned());
            if packet.facts().status == Some(Status::InProgress) {
                wanted.works.push(WantedWork {
                    packet: packet.path.clone(),
                    ids: [packet.stem().to_string(), packet.wp_id().to_string()],
                    base: base.clone(),
                    targets: packet.manifest_targets().map(|(_, target)| target).collect(),
                });
            }
            wanted.bases.extend(base);
        }
        for list in [&mut wanted.bases, &mut wanted.commits] {
            list.sort_unstable();
            list.dedup();
        }
        wanted
    }
}
