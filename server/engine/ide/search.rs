//! Names of a whole workspace: work packets, sections of the specification, signatures, and clause ids by their whole name.

use super::clauses::{defined, stated};
use super::rank::score;
use super::{Location, definition};
use crate::document::Document;
use crate::document::spec::tag;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    WorkPacket,
    Section,
    Signature,
}

/// One name that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub name: String,
    pub sort: Sort,
    /// Smaller is better.
    pub score: u32,
    pub location: Location,
}

/// The names that hold the letters of the query in their order, best first, no more than `most`.
pub fn search(workspace: &Workspace, query: &str, most: usize) -> Vec<Hit> {
    let index = workspace.index();
    let mut found: Vec<(u32, Named)> = Vec::new();
    for id in index.packets.iter().chain(&index.stubs).chain(&index.refinements) {
        found.extend(score(query, id).map(|score| (score, Named::WorkPacket(id))));
    }
    if let Some(spec) = workspace.current_spec() {
        for heading in spec.spec_index().sections() {
            let name = format!("{} {}", heading.number, heading.title(&spec.text));
            let Some(score) = score(query, &name) else { continue };
            let place = Location::new(&spec.path, heading.title_range());
            found.push((score, Named::Section { name, place }));
        }
    }
    for signature in index.signatures() {
        found.extend(score(query, signature).map(|score| (score, Named::Signature(signature))));
    }
    found.extend(clause(query, workspace).into_iter().map(|named| (0, named)));
    found.sort_by_key(|(score, _)| *score);
    let mut hits: Vec<Hit> = Vec::new();
    for (score, named) in found {
        if hits.len() == most {
            break;
        }
        let hit = match named {
            Named::WorkPacket(id) => {
                work_packet(id, workspace).map(|place| (id.to_string(), Sort::WorkPacket, place))
            }
            Named::Section { name, place } => Some((name, Sort::Section, place)),
            Named::Signature(written) => definition::spent(written, workspace)
                .map(|place| (written.to_string(), Sort::Signature, place)),
        };
        let Some((name, sort, location)) = hit else { continue };
        // A packet, its stub and its refinement have one name.
        if !hits.iter().any(|hit| hit.name == name && hit.location == location) {
            hits.push(Hit { name, sort, score, location });
        }
    }
    hits
}

/// A whole clause id, where the specification or the protocol states it: there are too many to list them.
fn clause(query: &str, workspace: &Workspace) -> Vec<Named<'static>> {
    let query = query.trim().trim_matches(['[', ']']);
    let is_one = tag::clauses(query).next() == Some(Range::new(0, query.len()));
    if !is_one {
        return Vec::new();
    }
    let spec = workspace.current_spec();
    let in_spec = spec
        .into_iter()
        .flat_map(|spec| stated(query, spec).into_iter().map(|place| Location::new(&spec.path, place)));
    let places = in_spec.chain(defined(query, workspace));
    places.map(|place| Named::Section { name: query.to_string(), place }).collect()
}

enum Named<'a> {
    WorkPacket(&'a str),
    Section { name: String, place: Location },
    Signature(&'a str),
}

fn work_packet(id: &str, workspace: &Workspace) -> Option<Location> {
    let found = workspace.packet(id).or_else(|| workspace.stub(id)).or_else(|| workspace.refinement(id))?;
    Some(Location::new(&found.path, title(found)))
}

fn title(document: &Document) -> Range {
    document.title().map_or(Range::empty(0), |title| title.title)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::document::kind::Kind;

    #[test]
    fn packets_sections_and_signatures_are_found_by_scattered_letters() {
        let mut config = Config::default();
        config.spec.file_prefix = "Demo_Master_Spec".into();
        let config = Arc::new(config);
        let mut workspace = Workspace::new(config.clone());
        for (path, text) in [
            (
                ".GOV/task_packets/WP-1-Store.md",
                "# Task Packet: WP-1-Store\n- USER_SIGNATURE: mara050320260915\n",
            ),
            (".GOV/refinements/WP-1-Store.md", "# Refinement\n"),
            (".GOV/roles_shared/SPEC_CURRENT.md", "**Demo_Master_Spec_v02.001.md**\n"),
            (
                "Demo_Master_Spec_v02.001.md",
                "# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches of stores\n- [FR-ST-002] is short\n",
            ),
        ] {
            let kind = Kind::of(path, text, &config).expect("it is ours");
            workspace.insert(Document::new(path, kind, text, config.clone()));
        }
        let names = |query: &str, most: usize| -> Vec<String> {
            search(&workspace, query, most).into_iter().map(|hit| hit.name).collect()
        };
        assert_eq!(names("store", 9), ["WP-1-Store", "2 Store", "2.1.1 Batches of stores"]);
        assert_eq!(names("211BAT", 9), ["2.1.1 Batches of stores"]);
        assert_eq!(names("mara", 9), ["mara050320260915"]);
        assert_eq!(names("[FR-ST-002]", 9), ["FR-ST-002"]);
        assert!(names("FR-ST-003", 9).is_empty());
        assert_eq!(names("", 2).len(), 2);
        let found = search(&workspace, "mara", 1).pop().expect("it is found");
        assert_eq!(&*found.location.path, ".GOV/task_packets/WP-1-Store.md");
    }
}
