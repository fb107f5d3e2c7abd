//! What an orchestrator does to a work packet in several files at once: each move is one change, or a word about why it
//! is not made.

pub mod errata;
pub mod manifest;
pub mod signature;
pub mod status;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::source_change::Refusal;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// The packet of an id.
fn packet<'a>(id: &str, workspace: &'a Workspace) -> Result<&'a Arc<Document>, Refusal> {
    workspace.packet(id).ok_or_else(|| match workspace.stub(id) {
        Some(_) => Refusal::new(
            format!("{id} is a stub"),
            format!("activate it first: `taskpacket new packet {id}`"),
        ),
        None => Refusal::new(format!("there is no packet {id}"), "look for its id on the board"),
    })
}

/// The edit that gives a field another value on its line, what stands behind it included.
fn set(packet: &Document, label: Label, value: &str) -> Option<Edit> {
    let field = packet.field(label)?;
    let said = packet.value_of(field);
    if said.text == value {
        return None;
    }
    // A bold label with its colon inside ends in asterisks, which stay.
    let start = if field.value.is_empty() { field.line.end } else { field.value.start };
    let before = Range::new(field.line.start, start).of(&packet.text).trim_end().len();
    let at = Range::new(field.line.start + before, field.line.end);
    Some(Edit::replace(at, format!(" {value}")))
}
