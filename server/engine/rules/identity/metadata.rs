//! What several rules ask of METADATA. Not a rule.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;

/// Whether one agent runs the whole packet, by a packet of the current format.
pub fn is_agentic(packet: &Document) -> bool {
    packet.is_modern() && packet.value(Label::AgenticMode).is_some_and(|mode| mode.text == "YES")
}

/// The work state, where one is written.
pub fn status(packet: &Document) -> Option<Status> {
    Status::of(packet.value(Label::Status)?.text)
}

/// Whether a claim is due: somebody codes, and the packet's format or the field itself asks who.
pub fn needs_claim(packet: &Document, label: Label) -> bool {
    status(packet) == Some(Status::InProgress) && (packet.is_modern() || packet.field(label).is_some())
}
