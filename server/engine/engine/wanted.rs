//! What the edge shall find out about the world around the documents.

use super::Engine;
use crate::document::kind::Kind;
use crate::workspace::git;
use crate::workspace::lifecycle::Lifecycle;

/// What the edge shall find out from git.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedGit {
    /// Paths of packets.
    pub packets: Vec<String>,
    /// Commits.
    pub bases: Vec<String>,
}

impl Engine {
    /// The paths that active documents name; the edge looks whether they exist.
    pub fn wanted_paths(&mut self) -> Vec<String> {
        self.refresh();
        let mut wanted: Vec<String> = self
            .workspace
            .documents()
            .filter(|document| self.workspace.lifecycle(document) == Lifecycle::Active)
            .flat_map(|document| document.facts().paths.clone())
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }

    /// What git is asked for: the history of every active packet, and what became of its merge base.
    pub fn wanted_git(&mut self) -> WantedGit {
        self.refresh();
        let packets = self.workspace.documents().filter(|document| document.kind == Kind::Packet);
        let mut wanted = WantedGit::default();
        for packet in packets.filter(|packet| self.workspace.lifecycle(packet) == Lifecycle::Active) {
            wanted.packets.push(packet.path.to_string());
            wanted.bases.extend(git::merge_base(packet));
        }
        wanted.bases.sort_unstable();
        wanted.bases.dedup();
        wanted
    }
}
