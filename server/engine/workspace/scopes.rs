//! Which packets have which paths in scope.

use std::collections::{BTreeMap, BTreeSet};

use super::Workspace;
use super::lifecycle::Lifecycle;

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
}
