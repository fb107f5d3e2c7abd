//! Where a section or a work packet is put into effect: who promises it, and what shows it.

use super::Location;
use super::definition::file;
use super::references::now;
use super::target::{Target, target};
use crate::document::Document;
use crate::document::anchor::{Anchor, citations};
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::spec::{Heading, tag};
use crate::text::grammar::path::file_line;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Of a section, the entries of DONE_MEANS that cite it; of a work packet, the places that its evidence names.
pub fn implementation(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    match target(document, workspace, offset) {
        Some(Target::Section { heading, .. }) => {
            let now = now(&heading, document, workspace);
            now.map(|heading| promised(&heading, workspace)).unwrap_or_default()
        }
        Some(Target::Anchor { resolution, .. }) => {
            let headings = resolution.headings();
            headings.first().map(|heading| promised(heading, workspace)).unwrap_or_default()
        }
        Some(Target::WorkPacket { id, .. }) => shown(workspace.meant(&id), workspace),
        _ => Vec::new(),
    }
}

/// The entries of DONE_MEANS that cite a section or one below it.
fn promised(section: &Heading, workspace: &Workspace) -> Vec<Location> {
    let mut found = Vec::new();
    for packet in workspace.documents().filter(|document| document.kind == Kind::Packet) {
        let Some(field) = packet.field(Label::DoneMeans) else { continue };
        for item in &packet.items(field).list {
            let cited = citations(item.range.of(&packet.text), item.range.start);
            if cited.iter().any(|anchor| means(anchor, packet, section, workspace)) {
                found.push(Location::new(&packet.path, item.head));
            }
        }
    }
    found
}

fn means(anchor: &Anchor, packet: &Document, section: &Heading, workspace: &Workspace) -> bool {
    // Looking a clause id up would search the whole specification; that the section names it is enough.
    if let Some(number) = anchor.number
        && !number.is_within(section.number)
        && workspace.resolve_before(packet, anchor).is_none()
    {
        return false;
    }
    let Some(spec) = workspace.current_spec() else { return false };
    if anchor.number.is_none() {
        let index = spec.spec_index();
        return anchor.tags.iter().any(|name| {
            let ids = tag::ids(name.of(&packet.text));
            ids.iter().any(|id| index.contains_tag_in_section(&spec.text, section, id))
        });
    }
    let resolution = workspace.resolve(packet, anchor);
    let heading = resolution.and_then(|resolution| resolution.headings().into_iter().next());
    heading.is_some_and(|heading| section.range().contains(heading.range()))
}

/// The places that EVIDENCE_MAPPING of a packet names, each once.
fn shown(id: &str, workspace: &Workspace) -> Vec<Location> {
    let Some(packet) = workspace.packet(id) else { return Vec::new() };
    let mut found: Vec<Location> = Vec::new();
    let sections = packet.sections().iter().filter(|section| section.name == "EVIDENCE_MAPPING");
    for section in sections {
        let words = Range::new(section.body.start, section.body.end).of(&packet.text);
        for place in file_line(words) {
            let path = place.path.of(words).trim_start_matches("./").trim_start_matches('/');
            let place = file(path, Some(place.first), workspace);
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }
    found
}
