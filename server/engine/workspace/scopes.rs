//! Which packets have which paths in scope.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Workspace;
use super::lifecycle::Lifecycle;
use crate::document::Document;
use crate::document::kind::Kind;

/// Packets by the paths they have in scope, as files are locked:
/// [`PathEntry::lock`](crate::document::paths::PathEntry::lock).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(BTreeMap<String, BTreeSet<String>>);

impl Scopes {
    pub(super) fn add(&mut self, path: &str, packet: &str) {
        self.0.entry(path.to_string()).or_default().insert(packet.to_string());
    }

    pub(super) fn remove(&mut self, path: &str, packet: &str) {
        if let Some(packets) = self.0.get_mut(path) {
            packets.remove(packet);
            if packets.is_empty() {
                self.0.remove(path);
            }
        }
    }

    /// The packets that have this path in scope, or a folder around it, or something below it.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        let around = path.match_indices('/').map(|(at, _)| &path[..at]);
        let around = around.chain([path]).filter_map(|path| self.0.get(path));
        let below = self.0.range(format!("{path}/")..);
        let below = below
            .take_while(move |(inner, _)| inner.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
        around.chain(below.map(|(_, packets)| packets)).flatten().map(String::as_str)
    }
}

impl Workspace {
    /// The packets that are still worked by and have this path in scope, or a folder around it, or something below it.
    /// Most packets that name a path are closed; what is left of them is found once for all that ask.
    pub fn open_in<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        let open = self.open_scopes.get_or_init(|| {
            let mut open = Scopes::default();
            for packet in self.index.packets.iter().filter_map(|id| self.packet(id)) {
                if self.lifecycle(packet) == Lifecycle::Active {
                    packet.facts().in_scope.iter().for_each(|path| open.add(path, packet.stem()));
                }
            }
            open
        });
        open.of(path)
    }

    /// Brings what was found up to date after a document was put in or taken out. Only the board and the registry can
    /// close the packets of others: then all are looked at again, when somebody asks.
    pub(super) fn follow_scopes(&mut self, old: Option<&Document>, new: Option<&Document>) {
        let changed = |kind: Kind| [old, new].into_iter().flatten().any(|document| document.kind == kind);
        if changed(Kind::Board) || changed(Kind::Registry) {
            self.open_scopes = Arc::default();
        }
        if !changed(Kind::Packet) {
            return;
        }
        let active = new.filter(|packet| self.lifecycle(packet) == Lifecycle::Active).map(Document::facts);
        let active = active.cloned();
        // What somebody else looks at stays as it is.
        let Some(known) = Arc::get_mut(&mut self.open_scopes) else {
            self.open_scopes = Arc::default();
            return;
        };
        let Some(known) = known.get_mut() else { return };
        if let Some(old) = old {
            old.facts().in_scope.iter().for_each(|path| known.remove(path, old.stem()));
        }
        if let Some(facts) = active {
            facts.in_scope.iter().for_each(|path| known.add(path, &facts.stem));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";

    /// Holds what is followed against what is found afresh.
    fn holders(workspace: &Workspace) -> Vec<String> {
        let held: Vec<String> = workspace.open_in("src/store").map(str::to_string).collect();
        let mut afresh = workspace.clone();
        afresh.open_scopes = Arc::default();
        assert_eq!(held, afresh.open_in("src/store").collect::<Vec<_>>());
        held
    }

    #[test]
    fn open_scopes_follow_packets_and_the_board() {
        let config = Arc::new(Config::default());
        let mut workspace = Workspace::new(config.clone());
        let packet = |name: &str, status: &str, path: &str| {
            let text =
                format!("# Task Packet: {name}\n- **Status:** {status}\n- IN_SCOPE_PATHS:\n  - {path}\n");
            Document::new(format!(".GOV/task_packets/{name}.md"), Kind::Packet, text, config.clone())
        };
        let board = |text: &str| Document::new(BOARD, Kind::Board, text, config.clone());
        workspace.insert(packet("WP-1-One", "Ready for Dev", "src/store/a.rs"));
        assert_eq!(holders(&workspace), ["WP-1-One"]);
        workspace.insert(packet("WP-1-Two", "In Progress", "src/store/"));
        assert_eq!(holders(&workspace), ["WP-1-Two", "WP-1-One"]);
        workspace.insert(packet("WP-1-One", "Ready for Dev", "src/console/a.rs"));
        assert_eq!(holders(&workspace), ["WP-1-Two"]);
        let seen = workspace.clone();
        workspace.insert(packet("WP-1-Two", "Done", "src/store/"));
        assert_eq!(holders(&workspace), [""; 0]);
        assert_eq!(holders(&seen), ["WP-1-Two"], "another version keeps its own");
        workspace.insert(packet("WP-1-One", "Ready for Dev", "src/store/a.rs"));
        workspace.insert(board("## Done\n- **[WP-1-One]** - [VALIDATED]\n"));
        assert_eq!(holders(&workspace), [""; 0]);
        workspace.remove(BOARD);
        assert_eq!(holders(&workspace), ["WP-1-One"]);
        workspace.remove(".GOV/task_packets/WP-1-One.md");
        assert_eq!(holders(&workspace), [""; 0]);
    }
}
