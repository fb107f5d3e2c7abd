//! Active or historical: what the board, the registry and the file itself say together (Parts 5.4 and 6).

use super::Workspace;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::text::grammar;
use crate::text::grammar::verdict::Verdict;

/// Whether anybody still works by a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    Active,
    /// Closed, superseded or replaced: kept as it is, without findings unless asked.
    Historical,
}

impl Workspace {
    /// The class of a document. Boards, registries, logs and specs are always active, templates never.
    pub fn lifecycle(&self, document: &Document) -> Lifecycle {
        let historical = match document.kind {
            Kind::Packet => self.is_closed(document.stem()) || self.says_closed(document),
            Kind::Stub => self.packet(document.stem()).is_some() || self.is_replaced(document.stem()),
            Kind::Refinement => self.is_refinement_closed(document.stem()),
            Kind::Template => true,
            _ => false,
        };
        if historical { Lifecycle::Historical } else { Lifecycle::Active }
    }

    /// Whether somebody works on a packet now: the packet says so, or the board.
    pub fn is_in_progress(&self, packet: &Document) -> bool {
        let index = self.index();
        packet.facts().status == Some(Status::InProgress)
            || index.is_active(packet.stem())
            || index.on_board(packet.stem()).any(|entry| entry.state == State::InProgress)
    }

    /// Whether the board has closed a work packet, or the registry has replaced it.
    pub fn is_closed(&self, id: &str) -> bool {
        let is_last = |token: &str| token == "SUPERSEDED" || Verdict::of_token(token).is_some();
        let closed_on_board = self.index().on_board(id).any(|entry| {
            entry.token.as_deref().is_some_and(is_last)
                || matches!(entry.state, State::Done | State::Superseded)
        });
        closed_on_board || self.is_replaced(id)
    }

    /// Whether the registry's active packet of the base is another file.
    fn is_replaced(&self, id: &str) -> bool {
        self.index().registered(grammar::id::base_of(id)).is_some_and(|row| {
            let active = row.active_id();
            !active.is_empty() && active != id
        })
    }

    fn says_closed(&self, document: &Document) -> bool {
        matches!(document.facts().status, Some(Status::Done | Status::Superseded))
    }

    fn is_refinement_closed(&self, id: &str) -> bool {
        match self.packet(id) {
            Some(packet) => self.lifecycle(packet) == Lifecycle::Historical,
            None => self.is_closed(id),
        }
    }
}
