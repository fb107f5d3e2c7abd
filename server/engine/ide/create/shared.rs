//! The files that every work packet shares, where the workspace lacks one: the board, the registry, the signature audit,
//! the spec pointer and the templates, with what the workspace already says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{packet, purpose, refinement, spec_version, stub};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::ide::ledgers::{audit as rows, board, registry};
use crate::ide::source_change::{Refusal, SourceChange};
use crate::text::edit::Edits;
use crate::text::grammar::id::{base_of, revision_of};
use crate::text::grammar::spec_name::spec_version as version_of;
use crate::workspace::Workspace;

/// Every one that is missing, in one change.
pub fn missing(workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let mut made = Vec::new();
    if workspace.only(Kind::Board).is_none() {
        made.push(board(workspace));
    }
    if workspace.only(Kind::Registry).is_none() {
        made.push(registry(workspace));
    }
    if workspace.only(Kind::Audit).is_none() {
        made.push(audit(workspace)?);
    }
    if workspace.only(Kind::SpecPointer).is_none() {
        made.extend(pointer(workspace).ok());
    }
    if lacks_templates(workspace) {
        made.push(templates(workspace)?);
    }
    let mut change = SourceChange::new("Create the shared files that are missing");
    change.files = made.into_iter().flat_map(|made| made.files).collect();
    if change.files.is_empty() {
        return Err(Refusal::new("every file that could be made is there", "nothing is left to do"));
    }
    Ok(change)
}

/// Where a file would stand on the board; a finished packet needs a verdict, and a blocked one somebody who says why.
pub fn standing(document: &Document) -> Option<(State, &'static str)> {
    if document.kind == Kind::Stub {
        return Some((State::StubBacklog, ""));
    }
    match document.facts().status? {
        Status::Ready => Some((State::Ready, "")),
        Status::InProgress => Some((State::InProgress, "")),
        Status::Superseded => Some((State::Superseded, "")),
        Status::Done => Some((State::Done, document.facts().last_verdict?.token())),
        _ => None,
    }
}

/// A board with every packet and stub in it that says where it stands.
pub fn board(workspace: &Workspace) -> SourceChange {
    let path = workspace.config.layout.task_board.clone();
    let states =
        [State::Ready, State::InProgress, State::Done, State::Blocked, State::Superseded, State::StubBacklog];
    let mut text = "# Task Board\n".to_string();
    for state in states {
        text.push_str(&format!("\n## {}\n", state.name()));
        for document in workspace.documents() {
            let is_own = match document.kind {
                Kind::Packet => true,
                Kind::Stub => workspace.packet(document.stem()).is_none(),
                _ => false,
            };
            if let Some((own, note)) = standing(document).filter(|(own, _)| is_own && *own == state) {
                text.push_str(&format!("{}\n", board::line(document.stem(), own, note)));
            }
        }
    }
    let mut change = SourceChange::new("Create the task board");
    change.create(&path, "every packet where it says that it stands", text);
    change
}

/// A registry with a row for each base that has several packets.
pub fn registry(workspace: &Workspace) -> SourceChange {
    let path = workspace.config.layout.registry.clone();
    let index = workspace.index();
    let mut text = "# WP_TRACEABILITY_REGISTRY\n\n| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n".to_string();
    let bases: BTreeSet<&str> = index.packets.iter().map(|id| base_of(id)).collect();
    for base in bases {
        let family = index.family(base);
        let newest = family
            .iter()
            .filter_map(|id| workspace.packet(id))
            .max_by_key(|packet| revision_of(packet.stem()).unwrap_or(0));
        let Some(newest) = newest.filter(|_| family.len() > 1) else { continue };
        let state = standing(newest).map_or(State::Blocked, |(state, _)| state);
        let supersedes: Vec<&str> = family
            .iter()
            .copied()
            .filter(|id| *id != newest.stem() && workspace.packet(id).is_some())
            .collect();
        let supersedes = supersedes.join(", ");
        let active = registry::Active {
            base,
            id: newest.stem(),
            path: &newest.path,
            state,
            supersedes: (!supersedes.is_empty()).then_some(&*supersedes),
        };
        text.push_str(&format!("{}\n", registry::row(&active)));
    }
    let mut change = SourceChange::new("Create the traceability registry");
    change.create(&path, "the newest packet of each base", text);
    change
}

/// An audit with a row for each signature that some file uses.
pub fn audit(workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let index = workspace.index();
    let path = &workspace.config.layout.signature_audit;
    let begin =
        "# SIGNATURE_AUDIT\n\nEvery signature of the user, and what it was for; each serves once.\n\n";
    let text = format!("{begin}{}\n", TABLE.trim_start());
    let mut draft = Document::new(path.as_str(), Kind::Audit, text, workspace.config.clone());
    for signature in index.signatures() {
        let Some(used) = index.uses(signature).first() else { continue };
        let version = index.named_spec.as_deref().map_or("-", spec_version);
        let row = rows::record(&draft, signature, &purpose(&used.wp), version, "Added retroactively.");
        let text = row.and_then(|row| Edits::new(vec![row])).and_then(|edits| edits.apply(&draft.text));
        // A signature that names no minute is told by a rule of its own.
        let Some(text) = text else { continue };
        draft = Document::new(path.as_str(), Kind::Audit, text, workspace.config.clone());
    }
    let mut change = SourceChange::new("Create the signature audit");
    change.create(path, "every signature that is used", draft.text.to_string());
    Ok(change)
}

/// The section of the audit that gates read.
pub const TABLE: &str = "\n\n## Consumed Signatures\n\n| Signature | Used By | Date/Time | Purpose | Master Spec Version | Notes |\n|---|---|---|---|---|---|";

/// A pointer to the latest specification, and to the latest codex.
pub fn pointer(workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let name = |document: &Arc<Document>| document.path.rsplit('/').next().unwrap_or_default().to_string();
    let specs = workspace.documents().filter(|document| document.kind == Kind::Spec).map(name);
    let Some(spec) = specs.max_by_key(|name| version_of(name)) else {
        return Err(Refusal::new(
            "there is no specification to point to",
            format!("put {}_v01.001.md into the root first", workspace.config.spec.file_prefix),
        ));
    };
    let is_codex = |name: &String| name.contains("Codex v") && name.ends_with(".md");
    let codex = workspace.documents().map(name).filter(is_codex).max();
    let codex = codex.unwrap_or_else(|| "<fill: codex file>".to_string());
    let text = format!(
        "# SPEC_CURRENT\n\nThe specification that counts today:\n\n**{spec}**\n\nThe Governance Reference that counts today:\n\n**{codex}**\n"
    );
    let mut change = SourceChange::new("Create the spec pointer");
    change.create(&workspace.config.layout.spec_pointer, "the latest specification", text);
    Ok(change)
}

/// Whether one of the templates is not there.
pub fn lacks_templates(workspace: &Workspace) -> bool {
    absent(workspace).next().is_some()
}

/// The templates that are missing, as the files that are made without them.
pub fn templates(workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let mut change = SourceChange::new("Create the templates that are missing");
    for (path, name, text) in absent(workspace) {
        change.create(
            &path,
            "what is made from it",
            format!("# {name}\n\nCopy what follows.\n\n---\n\n{text}"),
        );
    }
    Ok(change)
}

/// The path, the name and the text of each template that is missing.
fn absent(workspace: &Workspace) -> impl Iterator<Item = (String, &'static str, &'static str)> + '_ {
    let known = [packet::TEMPLATE, stub::TEMPLATE, refinement::TEMPLATE];
    let placed = |template: super::template::Template| {
        let path = format!("{}/{}", workspace.config.layout.templates, template.file);
        (path, template.file.trim_end_matches(".md"), template.ours)
    };
    known.into_iter().map(placed).filter(|(path, ..)| workspace.document(path).is_none())
}
