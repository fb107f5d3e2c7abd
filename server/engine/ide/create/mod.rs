//! New governance files, each with its entries on the board, in the registry and in the audit: packets from an approved
//! refinement, stubs, refinements, and revisions of a packet (Parts 2.5 and 4); and the files that all of them share.

pub mod packet;
pub mod refinement;
pub mod revision;
pub mod shared;
pub mod stub;
mod template;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::source_change::{Refusal, SourceChange};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::words::{record_prepare, record_signature, worktree_add};
use crate::document::kind::Kind;
use crate::text::grammar::id::{base_of, has_date_stamp, is_wp_id};
use crate::workspace::Workspace;

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    Packet,
    Stub,
    Refinement,
    Revision,
}

/// Whether it may be made, as far as can be told without making it.
pub fn check(what: New, id: &str, workspace: &Workspace) -> Result<(), Refusal> {
    check_id(id)?;
    match what {
        New::Packet => packet::check(id, workspace).map(drop),
        New::Stub => stub::check(id, workspace).map(drop),
        New::Refinement => refinement::check(id, workspace).map(drop),
        New::Revision => revision::check(id, workspace).map(drop),
    }
}

/// The change that makes it, or why it is not made and what to do first.
pub fn create(what: New, id: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    check_id(id)?;
    match what {
        New::Packet => packet::create(id, workspace),
        New::Stub => stub::create(id, workspace),
        New::Refinement => refinement::create(id, workspace),
        New::Revision => revision::create(id, workspace),
    }
}

fn check_id(id: &str) -> Result<(), Refusal> {
    if let Some(stamp) = has_date_stamp(id) {
        return Err(Refusal::new(
            format!("`{}` in {id} is a date, and ids have none", stamp.of(id)),
            "leave it out; a second attempt is called `-v2`",
        ));
    }
    if !is_wp_id(id) {
        return Err(Refusal::new(
            format!("`{id}` is no work packet id"),
            "write `WP-`, the phase, and a name, as in `WP-1-Note-Sync`",
        ));
    }
    Ok(())
}

/// Refuses where another file goes by this id already, whatever its case.
fn check_free(id: &str, path: &str, workspace: &Workspace) -> Result<(), Refusal> {
    let taken = workspace.documents().find(|document| document.path.eq_ignore_ascii_case(path));
    match taken {
        Some(taken) => Err(Refusal::new(
            format!("{} exists", taken.path),
            format!("open it, or choose another id than {id}"),
        )),
        None => Ok(()),
    }
}

/// The moment of creation.
fn now(workspace: &Workspace) -> String {
    workspace.surroundings.utc_now().unwrap_or_else(|| "<fill: date and time>".to_string())
}

/// The file of the current specification.
fn spec_file(workspace: &Workspace) -> String {
    workspace.index().named_spec.clone().unwrap_or_else(|| "<fill: specification file>".to_string())
}

/// The approved and signed refinement of a work packet, and its signature.
fn approved(id: &str, workspace: &Workspace) -> Result<(Arc<Document>, String), Refusal> {
    let Some(refinement) = workspace.refinement(id) else {
        return Err(Refusal::new(
            format!("{id} has no refinement"),
            format!("`taskpacket new refinement {id}` makes one; fill it in and show it to the user"),
        ));
    };
    let value = refinement.signature().map(|(_, value)| value.text.to_string()).unwrap_or_default();
    if workspace.config.users.signature(&value).is_none() {
        return Err(Refusal::new(
            format!("{} is not signed", refinement.path),
            format!(
                "show it to the user, and record the signature with `{}`",
                record_signature(id, "<signature>")
            ),
        ));
    }
    if !refinement.facts().approved {
        return Err(Refusal::new(
            format!("{} is not approved", refinement.path),
            format!("its USER_APPROVAL_EVIDENCE must be `APPROVE REFINEMENT {id}`"),
        ));
    }
    let enrichment = refinement.filled(Label::EnrichmentNeeded);
    if enrichment.is_some_and(|value| value.text.trim().to_ascii_uppercase().starts_with("YES")) {
        return Err(Refusal::new(
            format!("{} asks for an enrichment of the specification", refinement.path),
            "write the new version of the specification first, then a refinement against it",
        ));
    }
    let other = workspace.index().uses(&value).iter().find(|used| used.wp != id);
    if let Some(used) = other {
        return Err(Refusal::new(
            format!("the signature {value} is spent for {} in {}", used.wp, used.path),
            "ask the user for a new one",
        ));
    }
    let is_invalid = workspace.index().audit_rows(&value).any(|row| row.invalid);
    if is_invalid {
        return Err(Refusal::new(
            format!("the audit marks the signature {value} as INVALID"),
            "ask the user for a new one",
        ));
    }
    Ok((refinement.clone(), value))
}

/// Refuses before the worktree is made and the coder recorded, where a gates log is kept.
fn check_prepared(id: &str, workspace: &Workspace) -> Result<(), Refusal> {
    let is_prepared = workspace.index().gates(id).iter().any(|record| record.gate == "PREPARE");
    if workspace.only(Kind::Gates).is_none() || is_prepared {
        return Ok(());
    }
    Err(Refusal::new(
        format!("{} has no PREPARE record for {id}", workspace.config.layout.gates),
        format!("run `{}`, then `{}`", worktree_add(id), record_prepare(id)),
    ))
}

/// The purpose that the audit records for a packet's signature.
pub(super) fn purpose(id: &str) -> String {
    format!("Task packet creation: {id}")
}

/// The version in a specification's name, as the audit writes it.
pub(super) fn spec_version(file: &str) -> &str {
    let version = file.rsplit("_v").next().filter(|version| version.len() < file.len());
    let from = |version: &str| file.len() - version.len() - 1;
    version
        .and_then(|version| file.get(from(version)..))
        .map_or("-", |version| version.trim_end_matches(".md"))
}

/// Whether a work packet's id is one of a later attempt.
fn is_base(id: &str) -> bool {
    base_of(id) == id
}
