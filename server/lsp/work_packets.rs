//! Where work packets stand, as our own two requests and one notification have it: `docs/editors.md` describes them.

use std::path::Path;

use engine::engine::Snapshot;
use engine::ide::{self, work_packets};
use engine::rules::report::Severity;
use lsp_types::notification::Notification;
use lsp_types::{TextDocumentIdentifier, Uri};
use serde::{Deserialize, Serialize};

use super::convert::uri;
use super::roots::Roots;

/// Tells a client that asked that the answer is old; told once, until it asks again.
pub enum WorkPacketsChanged {}

impl Notification for WorkPacketsChanged {
    type Params = Nothing;
    const METHOD: &'static str = "taskpacket/workPacketsChanged";
}

/// `{}`: parameters are an object or an array (JSON-RPC 2.0).
#[derive(Deserialize, Serialize)]
pub struct Nothing {}

/// What `taskpacket/status` asks about.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Of {
    pub text_document: TextDocumentIdentifier,
}

#[derive(Default, Serialize)]
pub struct Answer {
    roots: Vec<Root>,
}

#[derive(Serialize)]
struct Root {
    uri: Option<Uri>,
    name: String,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    name: &'static str,
    packets: Vec<WorkPacket>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkPacket {
    id: String,
    uri: Option<Uri>,
    what: Option<String>,
    stage: Option<Stage>,
    status: Option<&'static str>,
    board: Option<String>,
    waits_for: Vec<Blocker>,
    missing: Vec<String>,
    errors: usize,
    findings: usize,
    age: Option<Age>,
}

#[derive(Serialize)]
struct Stage {
    name: &'static str,
    why: String,
    /// The stage that comes next, and what is to be done for it.
    next: Option<&'static str>,
    todo: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Blocker {
    id: String,
    state: String,
    is_open: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Age {
    days: u32,
    limit: u32,
    is_late: bool,
}

impl Answer {
    /// The first work packet: of an answer about one document, the only one.
    pub fn the_one(self) -> Option<WorkPacket> {
        self.roots.into_iter().flat_map(|root| root.sections).flat_map(|section| section.packets).next()
    }
}

/// All work packets, or the one that a document is about.
pub fn answer(roots: &mut Roots, of: Option<&Uri>) -> Answer {
    let mut answer = Answer::default();
    match of {
        None => {
            for root in &mut roots.all {
                let snapshot = root.engine.snapshot();
                answer.roots.push(whole(&snapshot, &root.folder));
            }
        }
        Some(of) => {
            let Some((root, path)) = roots.place(of) else { return answer };
            let snapshot = root.engine.snapshot();
            let Some(document) = snapshot.workspace.document(&path) else { return answer };
            let found = work_packets::of_document(document, &snapshot.workspace);
            let packets = found.into_iter().map(|found| packet(found, &root.folder)).collect();
            answer.roots.push(named(&root.folder, vec![Section { name: "", packets }]));
        }
    }
    answer
}

fn whole(snapshot: &Snapshot, folder: &Path) -> Root {
    let sections = work_packets::work_packets(&snapshot.workspace).into_iter().map(|section| Section {
        name: section.name,
        packets: section.packets.into_iter().map(|found| packet(found, folder)).collect(),
    });
    named(folder, sections.collect())
}

fn named(folder: &Path, sections: Vec<Section>) -> Root {
    let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Root { uri: uri::uri(folder), name, sections }
}

fn packet(found: work_packets::WorkPacket, folder: &Path) -> WorkPacket {
    WorkPacket {
        uri: found.path.and_then(|path| uri::uri(&folder.join(&*path))),
        id: found.id,
        what: found.what,
        stage: found.standing.map(|said| Stage {
            name: said.stage.name(),
            why: said.evidence,
            next: said.next.map(ide::stage::Stage::name),
            todo: said.todo,
        }),
        status: found.status,
        board: found.token,
        waits_for: found
            .waits_for
            .into_iter()
            .map(|blocker| Blocker { id: blocker.id, state: blocker.state, is_open: blocker.is_open })
            .collect(),
        missing: found.missing,
        errors: found.findings.errors,
        findings: found.findings.all,
        age: found.age.map(|age| Age { days: age.days, limit: age.limit, is_late: age.days >= age.limit }),
    }
}

/// What an answer depends on in one root: what files read of one another, and how much is wrong in those that are open.
#[derive(PartialEq)]
pub struct Stamp {
    revision: u64,
    open: Vec<(usize, usize)>,
}

pub fn stamps(roots: &mut Roots) -> Vec<Stamp> {
    let stamp = |root: &mut super::roots::Root| {
        let open = root.engine.publications();
        let counts = open.iter().map(|shown| {
            let errors = shown.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
            (errors, shown.diagnostics.len())
        });
        Stamp { open: counts.collect(), revision: root.engine.revision() }
    };
    roots.all.iter_mut().map(stamp).collect()
}
