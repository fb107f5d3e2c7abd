//! All work packets as the task board sorts them, each with where it stands: what a tree of an editor shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::stage::{self, Standing, standing};
use crate::diagnostics::{Scope, diagnostics};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::Severity;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// The work packets of one board section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub name: &'static str,
    pub packets: Vec<WorkPacket>,
}

/// One work packet and all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkPacket {
    pub id: String,
    /// The packet; without one the refinement, or the stub.
    pub path: Option<Arc<str>>,
    pub what: Option<String>,
    /// Nothing where only somebody else names it.
    pub standing: Option<Standing>,
    /// The state in the packet, by its usual name.
    pub status: Option<&'static str>,
    /// What the board has in the second brackets.
    pub token: Option<String>,
    pub waits_for: Vec<Blocker>,
    pub findings: Findings,
    /// Why it cannot go on, in words; empty where nothing is in the way or nothing is left to do.
    pub missing: Vec<String>,
    /// How long it has been in its state, where that state has a limit.
    pub age: Option<Age>,
}

/// A work packet that another one waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    pub id: String,
    /// What the board says of it, or else its own status.
    pub state: String,
    /// The board has not validated it.
    pub is_open: bool,
}

/// How long a packet has been in one state, in work days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    pub days: u32,
    /// From so many days on it is too long.
    pub limit: u32,
}

/// How much there is to say about a packet and its refinement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub errors: usize,
    /// Of every severity, errors too.
    pub all: usize,
}

/// The sections of the board in which work stands, in the order of the work; empty ones are left out.
const SECTIONS: &[State] =
    &[State::InProgress, State::Ready, State::Blocked, State::StubBacklog, State::Done, State::Superseded];

const UNLISTED: &str = "Not on the board";

/// Every work packet that the board lists or that has a file, by board section.
pub fn work_packets(workspace: &Workspace) -> Vec<Section> {
    let index = workspace.index();
    let mut sections = Vec::new();
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for &state in SECTIONS {
        let entries = index.board().iter().filter(|entry| entry.state == state);
        let mut seen = BTreeSet::new();
        let ids = entries.map(|entry| entry.wp.as_str()).filter(|id| seen.insert(*id));
        let packets: Vec<WorkPacket> = ids.map(|id| work_packet(id, Some(state), workspace)).collect();
        listed.append(&mut seen);
        if !packets.is_empty() {
            sections.push(Section { name: state.name(), packets });
        }
    }
    let known: BTreeSet<&str> =
        index.packets.iter().chain(&index.stubs).chain(&index.refinements).map(String::as_str).collect();
    let unlisted = known.difference(&listed);
    let packets: Vec<WorkPacket> = unlisted.map(|id| work_packet(id, None, workspace)).collect();
    if !packets.is_empty() {
        sections.push(Section { name: UNLISTED, packets });
    }
    sections
}

/// The work packet that a packet, a stub or a refinement is about.
pub fn of_document(document: &Document, workspace: &Workspace) -> Option<WorkPacket> {
    if !matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement) {
        return None;
    }
    let id = document.stem();
    let state =
        workspace.index().on_board(id).map(|entry| entry.state).find(|state| SECTIONS.contains(state));
    Some(work_packet(id, state, workspace))
}

fn work_packet(id: &str, state: Option<State>, workspace: &Workspace) -> WorkPacket {
    let packet = workspace.packet(id);
    let document = packet.or_else(|| workspace.refinement(id)).or_else(|| workspace.stub(id));
    let told = packet.or_else(|| workspace.stub(id)).map(|document| document.facts());
    let waits_for = packet.map(|packet| blockers(packet, workspace)).unwrap_or_default();
    let findings = findings(id, workspace);
    let is_over = match document {
        Some(document) => workspace.lifecycle(document) == Lifecycle::Historical,
        None => matches!(state, Some(State::Done | State::Superseded)),
    };
    WorkPacket {
        id: id.to_string(),
        path: document.map(|document| document.path.clone()),
        what: told.and_then(|facts| facts.what.clone()),
        standing: standing(id, workspace),
        status: packet.and_then(|packet| packet.facts().status).map(|status| status.name()),
        token: workspace.index().on_board(id).find_map(|entry| entry.token.clone()),
        missing: if is_over {
            Vec::new()
        } else {
            missing(packet.map(|packet| &**packet), &waits_for, findings)
        },
        age: packet.zip(state).and_then(|(packet, state)| age(packet, state, workspace)),
        waits_for,
        findings,
    }
}

fn blockers(packet: &Document, workspace: &Workspace) -> Vec<Blocker> {
    let blockers = packet.facts().depends_on.iter().filter(|id| *id != packet.stem());
    let blocker = |id: &String| Blocker {
        id: id.clone(),
        state: stage::state(id, workspace),
        is_open: !workspace.index().is_validated(id),
    };
    blockers.map(blocker).collect()
}

fn age(packet: &Document, state: State, workspace: &Workspace) -> Option<Age> {
    let limit = workspace.limit(state)?;
    let (age, _) = workspace.age(packet, state)?;
    Some(Age { days: age.days, limit })
}

fn findings(id: &str, workspace: &Workspace) -> Findings {
    let mut sum = Findings::default();
    let documents = [workspace.packet(id), workspace.refinement(id), workspace.stub(id)];
    for document in documents.into_iter().flatten() {
        let found = diagnostics(document, workspace, Scope::Active);
        sum.errors += found.iter().filter(|found| found.severity == Severity::Error).count();
        sum.all += found.len();
    }
    sum
}

fn missing(packet: Option<&Document>, waits_for: &[Blocker], findings: Findings) -> Vec<String> {
    let mut missing = Vec::new();
    match packet {
        None => missing.push("no packet yet".to_string()),
        Some(packet) if !packet.facts().locked => missing.push("not signed".to_string()),
        Some(_) => {}
    }
    for blocker in waits_for.iter().filter(|blocker| blocker.is_open) {
        missing.push(format!("waits for {} ({})", blocker.id, blocker.state));
    }
    if findings.errors > 0 {
        missing.push(format!(
            "{} {}",
            findings.errors,
            if findings.errors == 1 { "error" } else { "errors" }
        ));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    const BOARD: &str = "## Ready for Dev\n- **[WP-1-Late]** - [READY_FOR_DEV]\n\n## Stub Backlog\n- **[WP-1-Idea]** - [STUB]\n\n\
        ## In Progress\n- **[WP-1-Now]** - [IN_PROGRESS]\n\n## Done\n- **[WP-1-Old]** - [VALIDATED]\n- **[WP-1-Lost]** - [VALIDATED]\n";

    fn workspace() -> Workspace {
        let config = Arc::new(Config::default());
        let mut workspace = Workspace::new(config.clone());
        for (path, kind, text) in [
            (".GOV/roles_shared/TASK_BOARD.md", Kind::Board, BOARD),
            (
                ".GOV/task_packets/WP-1-Now.md",
                Kind::Packet,
                "- **Status:** In Progress\n- What: Send batches.\n- Depends on: WP-1-Old, WP-1-Late\n",
            ),
            (
                ".GOV/task_packets/WP-1-Late.md",
                Kind::Packet,
                "- DATE: 2026-01-05\n- **Status:** Ready for Dev\n",
            ),
            (".GOV/task_packets/WP-1-Old.md", Kind::Packet, "- **Status:** Done\n"),
            (".GOV/task_packets/WP-1-Alone.md", Kind::Packet, "- **Status:** In Progress\n"),
            (".GOV/task_packets/stubs/WP-1-Idea.md", Kind::Stub, "- What: Keep notes.\n"),
        ] {
            workspace.insert(Document::new(path, kind, text, config.clone()));
        }
        Arc::make_mut(&mut workspace.surroundings).now = "2026-03-10T12:00:00Z".parse().ok();
        workspace
    }

    fn named<'a>(sections: &'a [Section], id: &str) -> &'a WorkPacket {
        let mut packets = sections.iter().flat_map(|section| &section.packets);
        packets.find(|packet| packet.id == id).expect("it is listed")
    }

    #[test]
    fn sections_follow_the_work_and_name_every_packet_once() {
        let sections = work_packets(&workspace());
        let told: Vec<_> = sections
            .iter()
            .map(|section| {
                (section.name, section.packets.iter().map(|packet| packet.id.as_str()).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("In Progress", vec!["WP-1-Now"]),
                ("Ready for Dev", vec!["WP-1-Late"]),
                ("Stub Backlog (Not Activated)", vec!["WP-1-Idea"]),
                ("Done", vec!["WP-1-Old", "WP-1-Lost"]),
                ("Not on the board", vec!["WP-1-Alone"]),
            ]
        );
    }

    #[test]
    fn each_tells_what_is_in_its_way() {
        let sections = work_packets(&workspace());
        let now = named(&sections, "WP-1-Now");
        assert_eq!(now.what.as_deref(), Some("Send batches."));
        assert_eq!(now.standing.as_ref().map(|said| said.stage.name()), Some("DELEGATION"));
        assert!(now.findings.errors > 1 && now.findings.all >= now.findings.errors, "{now:?}");
        assert_eq!(now.missing[..2], ["not signed", "waits for WP-1-Late (READY_FOR_DEV)"]);
        assert_eq!(now.missing[2], format!("{} errors", now.findings.errors));
        assert_eq!(named(&sections, "WP-1-Idea").missing[0], "no packet yet");
        let old = named(&sections, "WP-1-Old");
        assert!(old.missing.is_empty() && old.findings == Findings::default(), "{old:?}");
        let lost = named(&sections, "WP-1-Lost");
        assert!(lost.path.is_none() && lost.missing.is_empty(), "{lost:?}");
    }

    #[test]
    fn state_that_lasts_too_long_is_late() {
        let sections = work_packets(&workspace());
        let age = named(&sections, "WP-1-Late").age.expect("Ready for Dev has a limit");
        assert_eq!((age.days, age.limit), (46, 10));
        assert_eq!(named(&sections, "WP-1-Now").age, None, "it names no day");
        assert_eq!(named(&sections, "WP-1-Old").age, None, "Done has no limit");
    }

    #[test]
    fn document_is_known_by_its_name_whatever_its_kind() {
        let workspace = workspace();
        let of = |path: &str| of_document(workspace.document(path).expect("inserted"), &workspace);
        assert_eq!(
            of(".GOV/task_packets/stubs/WP-1-Idea.md")
                .and_then(|packet| packet.standing)
                .map(|said| said.stage.name()),
            Some("STUB")
        );
        assert!(of(".GOV/task_packets/WP-1-Late.md").is_some_and(|packet| packet.age.is_some()));
        assert_eq!(of(".GOV/roles_shared/TASK_BOARD.md"), None);
    }
}
