//! Ids of work packets: in dependencies, on the board as whole entries, in the registry; and the next free revision.

use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::text::grammar::id::{base_of, find_wp_ids, revision_of};
use crate::text::grammar::verdict::Verdict;
use crate::workspace::Workspace;
use crate::workspace::index::Index;

const NAMING: &[Label] = &[Label::DependsOn, Label::Blocks, Label::Blocker];

/// Behind Depends on, Blocks and Blocker, and in their entries.
pub(super) fn named<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let named = spot.value().or_else(|| spot.item()).filter(|(field, _)| NAMING.contains(&field.label));
    let (field, from) = named?;
    let mut found = ids(spot, from);
    if field.label != Label::Blocker && found.range.start == from {
        found.plain(5, "NONE", "");
    }
    Some(found)
}

fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '.' || letter == '-'
}

/// Every id that the line does not have yet; what is closed comes last.
fn ids<'a>(spot: &Spot<'a>, from: usize) -> Found<'a> {
    let start = spot.word_start(from, is_part);
    let mut found = Found::at(spot, Sort::WorkPacket, start, spot.word_rest(is_part));
    let around = [spot.document.text.get(spot.line().start..start).unwrap_or(""), spot.after()];
    let named: Vec<&str> =
        around.iter().flat_map(|part| find_wp_ids(part).map(|range| range.of(part))).collect();
    for id in known(spot.workspace) {
        if !named.contains(&id) && id != spot.document.stem() {
            let (group, detail) = about(id, spot.workspace);
            found.add(group, id, id, false, detail, About::WorkPacket(id.to_string()));
        }
    }
    if let Some(id) = next_revision(found.typed, spot.workspace.index()) {
        found.plain(0, &id, "the next free revision");
    }
    found
}

/// Packets, then stubs that are not activated.
fn known(workspace: &Workspace) -> impl Iterator<Item = &str> {
    let index = workspace.index();
    let stubs = index.stubs.iter().filter(|id| !index.packets.contains(*id));
    index.packets.iter().chain(stubs).map(String::as_str)
}

fn document<'a>(id: &str, workspace: &'a Workspace) -> Option<&'a Document> {
    workspace.packet(id).or_else(|| workspace.stub(id)).map(|document| &**document)
}

fn about(id: &str, workspace: &Workspace) -> (u32, String) {
    let Some(document) = document(id, workspace) else { return (4, String::new()) };
    let facts = document.facts();
    let is_stub = !workspace.index().packets.contains(id);
    let status = facts.status.map_or("", |status| status.name());
    let status = if is_stub { "stub" } else { status };
    let group = match facts.status {
        Some(Status::Superseded) => 4,
        Some(Status::Done) => 3,
        _ if is_stub => 2,
        _ => 1,
    };
    let what = facts.what.as_deref().unwrap_or("");
    let detail = if status.is_empty() || what.is_empty() {
        format!("{status}{what}")
    } else {
        format!("{status}: {what}")
    };
    (group, detail)
}

/// `WP-1-Name-v` asks for the number that no file and no board entry has.
fn next_revision(typed: &str, index: &Index) -> Option<String> {
    let base = typed.trim_end_matches(|letter: char| letter.is_ascii_digit()).strip_suffix("-v")?;
    let family = index.family(base);
    let last = family.iter().map(|id| revision_of(id).unwrap_or(1)).max()?;
    let is_taken = |id: &str| {
        index.packets.contains(id)
            || index.stubs.contains(id)
            || index.refinements.contains(id)
            || index.on_board(id).next().is_some()
    };
    (1..=64).map(|step| format!("{base}-v{}", last.saturating_add(step))).find(|id| !is_taken(id))
}

/// On the board a whole entry in the form of its section, or one more id in a line that says more.
pub(super) fn board<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let board = spot.document;
    let section =
        board.sections().iter().rfind(|section| section.level == 2 && section.heading.start <= spot.offset);
    let state = State::of(section.filter(|section| section.body.start <= spot.offset)?);
    let typed = spot.before();
    let marks = typed.len() - typed.trim_start_matches(['-', ' ', '*', '[']).len();
    let is_entry = typed[marks..].chars().all(is_part) && !typed.starts_with([' ', '*', '[']);
    let is_bare = spot.after().trim_start_matches(is_part).trim_matches([']', '*', ' ']).is_empty();
    let is_opened = typed[..marks].ends_with('[');
    if !is_entry || !is_bare || state == State::Other {
        // Inside an entry that has more behind its id, or a word of its reason.
        let begins = is_entry && is_opened || typed.starts_with("- ") && typed.contains("]**");
        let start = spot.word_start(spot.line().start + if is_entry { marks } else { 0 }, is_part);
        let is_id = is_opened || board.text[start..spot.offset].starts_with("WP-");
        return (begins && is_id && state != State::Other).then(|| ids(spot, start));
    }
    let mut found = Found::at(spot, Sort::WorkPacket, spot.line().start, spot.after().len());
    // A blank line begins nothing until a bullet says so; a bullet alone begins an entry.
    let workspace = spot.workspace;
    for id in known(workspace) {
        let own = workspace.index().board().iter().filter(|entry| entry.wp == id);
        let is_listed = own.clone().any(|entry| (entry.state == State::Active) == (state == State::Active));
        // One that is listed may move, which begins with its id.
        if is_listed && !is_opened {
            continue;
        }
        let Some((fits, line)) = entry(id, state, workspace) else { continue };
        let group = if is_listed { 4 } else { u32::from(!fits) };
        let (_, detail) = about(id, workspace);
        let more = About::WorkPacket(id.to_string());
        found.add(group, &line.0, &line.1, line.0 != line.1, detail, more);
    }
    if let Some(id) = next_revision(&typed[marks..], workspace.index())
        && let Some((_, line)) = entry(&id, state, workspace)
    {
        let detail = "the next free revision".to_string();
        found.add(0, &line.0, &line.1, line.0 != line.1, detail, About::Nothing);
    }
    Some(found)
}

/// Whether the packet belongs in the section, and the line as it is shown and as it is written (Part 6.1).
fn entry(id: &str, state: State, workspace: &Workspace) -> Option<(bool, (String, String))> {
    let facts = document(id, workspace).map(|document| document.facts().clone());
    let status = facts.as_ref().and_then(|facts| facts.status);
    let index = workspace.index();
    let is_packet = index.packets.contains(id);
    let is_stub = !is_packet && index.stubs.contains(id);
    let verdict = facts.as_ref().and_then(|facts| facts.last_verdict).unwrap_or(Verdict::Pass);
    let verdict = format!("[{}]", verdict.token());
    let is = |wanted: Status| status == Some(wanted);
    // What is not activated stands in its backlog alone, and nothing else does.
    if is_packet && state == State::StubBacklog || is_stub && state != State::StubBacklog {
        return None;
    }
    let (fits, shown, written) = match state {
        State::Ready => (is(Status::Ready), "[READY_FOR_DEV]", ""),
        State::InProgress => (is(Status::InProgress), "[IN_PROGRESS]", ""),
        State::Done => (is(Status::Done), &*verdict, ""),
        State::Blocked => (is(Status::Blocked), "BLOCKED", ": ${1:reason} (ETA ${2:YYYY-MM-DD})"),
        State::Superseded => (is(Status::Superseded), "[SUPERSEDED]", ""),
        State::StubBacklog => (true, "[STUB]", ""),
        State::Active => (is(Status::InProgress), "[ACTIVE]", " - branch: ${1:branch} - coder: ${2:coder}"),
        State::Other => return None,
    };
    let line = format!("- **[{id}]** - {shown}");
    let text = format!("{line}{written}");
    Some((fits, (line, text)))
}

/// In the registry: bases that have no row yet, the paths of packets, ids anywhere else.
pub(super) fn registry<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let before = spot.before();
    let bar = before.rfind('|')?;
    if !before.trim_start().starts_with('|') {
        return None;
    }
    let cell = spot.line().start + bar + 1;
    let (index, workspace) = (spot.workspace.index(), spot.workspace);
    match before.matches('|').count() {
        1 => {
            let start = spot.word_start(cell, is_part);
            let mut found = Found::at(spot, Sort::WorkPacket, start, spot.word_rest(is_part));
            let mut bases: Vec<&str> = known(workspace).map(base_of).collect();
            bases.sort_unstable();
            bases.dedup();
            for base in bases.into_iter().filter(|base| index.registered(base).is_none()) {
                found.plain(0, base, format!("{} files", index.family(base).len()));
            }
            Some(found)
        }
        2 => {
            let is_path = |letter: char| !letter.is_whitespace() && letter != '|' && letter != '`';
            let start = spot.word_start(cell, is_path);
            let mut found = Found::at(spot, Sort::Path, start, spot.word_rest(is_path));
            let base = before[..bar].trim_matches(['|', ' ']);
            for id in known(workspace) {
                let Some(document) = document(id, workspace) else { continue };
                let is_own = base_of(id) == base;
                found.plain(if is_own { 0 } else { 1 }, &document.path, about(id, workspace).1);
            }
            Some(found)
        }
        _ => Some(ids(spot, cell)),
    }
}
