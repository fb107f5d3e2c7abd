//! A stub: an intention on the board, which nobody signs (Part 2.5.3 [CX-585C]).

use super::template::{Draft, Template, filled};
use super::{check_free, now};
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::spec::Region;
use crate::ide::ledgers::{board, registry};
use crate::ide::source_change::{Refusal, SourceChange};
use crate::text::grammar::id::{base_of, find_wp_ids};
use crate::workspace::Workspace;

pub(super) const TEMPLATE: Template = Template {
    file: "TASK_PACKET_STUB_TEMPLATE.md",
    title: "# Work Packet Stub:",
    ours: include_str!("stub.md"),
};

/// Where it is to lie.
pub(super) fn check(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let path = format!("{}/{id}.md", workspace.config.layout.stubs);
    if workspace.packet(id).is_some() {
        return Err(Refusal::new(
            format!("{id} is a packet already"),
            format!("`taskpacket new revision {}` makes the next one", base_of(id)),
        ));
    }
    check_free(id, &path, workspace)?;
    Ok(path)
}

pub(super) fn create(id: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let path = check(id, workspace)?;
    let mut marks = vec![("WP_ID", id)];
    let (now, pointer) = (now(workspace), roadmap_item(base_of(id), workspace));
    marks.push(("DATE_ISO", &now));
    marks.extend(pointer.as_deref().map(|pointer| ("ROADMAP_POINTER", pointer)));
    let mut draft = Draft::new(workspace, &path, Kind::Stub, filled(&TEMPLATE, workspace, &marks));
    draft.set(Label::BaseWpId, base_of(id));
    draft.complete();
    let mut change = SourceChange::new(format!("Create the stub {id}"));
    change.create(&path, "the stub", draft.text());
    if let Some(document) = workspace.only(Kind::Board) {
        change.amend(document, "the stub joins the backlog", |now| {
            board::put(now, id, State::StubBacklog, "")
        })?;
    }
    // A base that has a packet keeps it as the active one.
    let is_new = workspace.index().registered(base_of(id)).is_none();
    if let Some(document) = workspace.only(Kind::Registry).filter(|_| is_new) {
        let active = registry::Active {
            base: base_of(id),
            id,
            path: &path,
            state: State::StubBacklog,
            supersedes: None,
        };
        change.amend(document, "the base has a stub", |now| registry::put(now, &active))?;
    }
    Ok(change)
}

/// The first section of the Roadmap that names the base, as a stub cites it.
fn roadmap_item(base: &str, workspace: &Workspace) -> Option<String> {
    let spec = workspace.current_spec()?;
    let text = &spec.text;
    let mut named = find_wp_ids(text).filter(|found| base_of(found.of(text)) == base);
    named.find_map(|found| {
        let heading = spec.spec_index().heading_at(found.start)?;
        let is_planned = heading.region == Region::Roadmap;
        is_planned.then(|| format!("{} {} ({})", spec.path, heading.number, heading.title(text)))
    })
}
