//! The facts of all files, merged: who spends a signature, where a work packet stands, what is named what.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::document::board::State;
use crate::document::facts::{AuditFact, BlockerFact, BoardFact, GateFact, RegistryFact};
use crate::document::kind::Kind;
use crate::text::grammar;

use super::scopes::Scopes;

/// Answers to cross-file questions; kept up to date file by file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// Ids of packets, stubs and refinements, by file name.
    pub packets: BTreeSet<String>,
    pub stubs: BTreeSet<String>,
    pub refinements: BTreeSet<String>,
    /// Every use of a signature outside the audit, by signature, in path order.
    uses: FxHashMap<String, Vec<Use>>,
    board: Vec<BoardFact>,
    board_by_wp: FxHashMap<String, Vec<usize>>,
    audit: Vec<AuditFact>,
    audit_by_signature: FxHashMap<String, Vec<usize>>,
    registry: Vec<RegistryFact>,
    registry_by_base: FxHashMap<String, usize>,
    gates: FxHashMap<String, Vec<GateFact>>,
    /// Packets by the id they state, or else their name, without regard to case.
    by_id: FxHashMap<String, BTreeSet<Arc<str>>>,
    scoped: Scopes,
    /// Which packets have a waiver of this id.
    waived: FxHashMap<String, BTreeSet<Arc<str>>>,
    blockers: Vec<BlockerFact>,
    pub named_spec: Option<String>,
    pub named_codex: Option<String>,
}

/// One use of a signature in a packet, a refinement or the gates log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub path: Arc<str>,
    pub wp: String,
}

impl Index {
    /// The uses of a signature for different work packets, in path order; packets come before refinements and the gates
    /// only by their paths.
    pub fn uses(&self, signature: &str) -> &[Use] {
        self.uses.get(signature).map_or(&[], Vec::as_slice)
    }

    /// Every signature that is used or stands in the audit.
    pub fn signatures(&self) -> BTreeSet<&str> {
        let rows = self.audit.iter().map(|row| row.signature.as_str());
        self.uses.keys().map(String::as_str).chain(rows).collect()
    }

    /// Whether the board was read and holds anything.
    pub fn has_board(&self) -> bool {
        !self.board.is_empty()
    }

    pub fn board(&self) -> &[BoardFact] {
        &self.board
    }

    /// The board entries of a work packet, Active (Cross-Branch Status) left out.
    pub fn on_board<'a>(&'a self, wp: &str) -> impl Iterator<Item = &'a BoardFact> {
        let entries = self.board_by_wp.get(wp).map_or(&[][..], Vec::as_slice);
        entries.iter().filter_map(|&entry| self.board.get(entry)).filter(|entry| entry.state != State::Active)
    }

    /// Whether the board has validated a work packet.
    pub fn is_validated(&self, wp: &str) -> bool {
        self.on_board(wp).any(|entry| entry.token.as_deref() == Some("VALIDATED"))
    }

    /// Whether Active (Cross-Branch Status) lists a work packet.
    pub fn is_active(&self, wp: &str) -> bool {
        let entries = self.board_by_wp.get(wp).map_or(&[][..], Vec::as_slice);
        entries.iter().any(|&entry| self.board.get(entry).is_some_and(|entry| entry.state == State::Active))
    }

    /// What the board names as blockers, by each entry of a work packet that is Blocked or gate-critical.
    pub fn blockers<'a>(&'a self, wp: &str) -> impl Iterator<Item = &'a BlockerFact> {
        self.blockers.iter().filter(move |entry| entry.wp == wp)
    }

    /// The packets that have a waiver of this id.
    pub fn waived(&self, id: &str) -> impl Iterator<Item = &Arc<str>> {
        self.waived.get(id).into_iter().flatten()
    }

    pub fn audit(&self) -> &[AuditFact] {
        &self.audit
    }

    /// The audit rows of a signature.
    pub fn audit_rows<'a>(&'a self, signature: &str) -> impl Iterator<Item = &'a AuditFact> {
        let rows = self.audit_by_signature.get(signature).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(|&row| self.audit.get(row))
    }

    pub fn registry(&self) -> &[RegistryFact] {
        &self.registry
    }

    /// The registry row of a base id.
    pub fn registered(&self, base: &str) -> Option<&RegistryFact> {
        self.registry.get(*self.registry_by_base.get(base)?)
    }

    /// The gate records of a work packet, in file order.
    pub fn gates(&self, wp: &str) -> &[GateFact] {
        self.gates.get(wp).map_or(&[], Vec::as_slice)
    }

    /// The packets that go by this id, whatever its case.
    pub fn packets_of(&self, id: &str) -> impl Iterator<Item = &Arc<str>> {
        self.by_id.get(&id.to_ascii_lowercase()).into_iter().flatten()
    }

    /// The packets that have this path in scope, or a folder around it, or something below it.
    pub fn scoped<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.scoped.of(path)
    }

    /// Packets and stubs of a base id, in order of their revision; the one without revision comes first.
    pub fn family<'a>(&'a self, base: &'a str) -> Vec<&'a str> {
        let from = base.to_string();
        let members = |ids: &'a BTreeSet<String>, from: &str| {
            ids.range(from.to_string()..)
                .take_while(move |id| id.starts_with(base))
                .map(String::as_str)
                .filter(move |id| grammar::id::base_of(id) == base)
                .collect::<Vec<_>>()
        };
        let mut family = members(&self.packets, &from);
        family.extend(members(&self.stubs, &from));
        family.sort_by_key(|id| grammar::id::revision_of(id).unwrap_or(0));
        family.dedup();
        family
    }

    pub(super) fn add(&mut self, document: &Document) {
        let facts = document.facts();
        let ids = self.ids_of(document.kind);
        if let Some(ids) = ids {
            ids.insert(facts.stem.clone());
        }
        if document.kind == Kind::Packet {
            self.by_id.entry(id_of(document)).or_default().insert(document.path.clone());
            facts.in_scope.iter().for_each(|path| self.scoped.add(path, &facts.stem));
        }
        for id in facts.waivers.iter().filter_map(|waiver| waiver.id.as_ref()) {
            self.waived.entry(id.clone()).or_default().insert(document.path.clone());
        }
        for used in &facts.signatures {
            let Some(wp) = &used.wp else { continue };
            let uses = self.uses.entry(used.signature.clone()).or_default();
            let used = Use { path: document.path.clone(), wp: wp.clone() };
            if let Err(at) = uses.binary_search(&used) {
                uses.insert(at, used);
            }
        }
        match document.kind {
            Kind::Board => {
                self.set_board(facts.board.clone());
                self.blockers.clone_from(&facts.blockers);
            }
            Kind::Audit => self.set_audit(facts.audit.clone()),
            Kind::Registry => self.set_registry(facts.registry.clone()),
            Kind::Gates => {
                for record in &facts.gates {
                    self.gates.entry(record.wp.clone()).or_default().push(record.clone());
                }
            }
            Kind::SpecPointer => {
                self.named_spec = facts.named_spec.clone();
                self.named_codex = facts.named_codex.clone();
            }
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, document: &Document) {
        let facts = document.facts();
        if let Some(ids) = self.ids_of(document.kind) {
            ids.remove(&facts.stem);
        }
        facts.in_scope.iter().for_each(|path| self.scoped.remove(path, &facts.stem));
        forget(&mut self.by_id, &id_of(document), &document.path);
        for id in facts.waivers.iter().filter_map(|waiver| waiver.id.as_ref()) {
            forget(&mut self.waived, id, &document.path);
        }
        for used in &facts.signatures {
            if let Some(uses) = self.uses.get_mut(&used.signature) {
                uses.retain(|other| other.path != document.path);
                if uses.is_empty() {
                    self.uses.remove(&used.signature);
                }
            }
        }
        match document.kind {
            Kind::Board => {
                self.set_board(Vec::new());
                self.blockers.clear();
            }
            Kind::Audit => self.set_audit(Vec::new()),
            Kind::Registry => self.set_registry(Vec::new()),
            Kind::Gates => self.gates.clear(),
            Kind::SpecPointer => {
                self.named_spec = None;
                self.named_codex = None;
            }
            _ => {}
        }
    }

    fn ids_of(&mut self, kind: Kind) -> Option<&mut BTreeSet<String>> {
        match kind {
            Kind::Packet => Some(&mut self.packets),
            Kind::Stub => Some(&mut self.stubs),
            Kind::Refinement => Some(&mut self.refinements),
            _ => None,
        }
    }

    fn set_board(&mut self, board: Vec<BoardFact>) {
        self.board_by_wp.clear();
        for (at, entry) in board.iter().enumerate() {
            self.board_by_wp.entry(entry.wp.clone()).or_default().push(at);
        }
        self.board = board;
    }

    fn set_audit(&mut self, audit: Vec<AuditFact>) {
        self.audit_by_signature.clear();
        for (at, row) in audit.iter().enumerate() {
            self.audit_by_signature.entry(row.signature.clone()).or_default().push(at);
        }
        self.audit = audit;
    }

    fn set_registry(&mut self, registry: Vec<RegistryFact>) {
        self.registry_by_base.clear();
        for (at, row) in registry.iter().enumerate() {
            self.registry_by_base.entry(row.base.clone()).or_insert(at);
        }
        self.registry = registry;
    }
}

/// Takes a path out of a list, and the list where it was the last one.
fn forget(lists: &mut FxHashMap<String, BTreeSet<Arc<str>>>, key: &str, path: &Arc<str>) {
    if let Some(paths) = lists.get_mut(key) {
        paths.remove(path);
        if paths.is_empty() {
            lists.remove(key);
        }
    }
}

fn id_of(packet: &Document) -> String {
    let facts = packet.facts();
    facts.stated_id.as_ref().unwrap_or(&facts.stem).to_ascii_lowercase()
}
