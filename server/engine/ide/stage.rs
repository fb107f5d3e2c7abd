//! Where a work packet stands in its lifecycle, what shows it, and what comes next (Lifecycle marker [CX-LIFE-001]).

use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::contract::words::{
    STAGES, Word, create_task_packet, pre_work, record_prepare, record_signature,
};
use crate::document::facts::GateFact;
use crate::document::status::Status;
use crate::workspace::Workspace;

/// A stage of the lifecycle, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Stub,
    Refinement,
    Approval,
    Signature,
    Prepare,
    PacketCreate,
    PreWork,
    Delegation,
    StatusSync,
}

impl Stage {
    pub fn word(self) -> &'static Word {
        &STAGES[self as usize]
    }

    pub fn name(self) -> &'static str {
        self.word().name
    }
}

/// The last stage that a work packet has reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    /// What shows it.
    pub evidence: String,
    /// The stage that comes next; nothing where the work is over.
    pub next: Option<Stage>,
    /// What is to be done for that.
    pub todo: String,
}

/// Where a work packet stands; nothing where no file, no gate and no board entry knows its id.
pub fn standing(id: &str, workspace: &Workspace) -> Option<Standing> {
    let index = workspace.index();
    let passed = |gate: &str| index.gates(id).iter().rfind(|record| record.gate == gate);
    let on_board = |state: State| index.on_board(id).any(|entry| entry.state == state);
    let said = |stage, evidence: String, next: Option<Stage>, todo: String| {
        Some(Standing { stage, evidence, next, todo })
    };
    if let Some(packet) = workspace.packet(id) {
        let facts = packet.facts();
        if on_board(State::Superseded) || facts.status == Some(Status::Superseded) {
            return said(Stage::StatusSync, "superseded".into(), None, "nothing".into());
        }
        if let Some(verdict) = facts.last_verdict {
            let verdict = verdict.name();
            if on_board(State::Done) {
                let evidence =
                    format!("the verdict {verdict} stands in the packet, and it is Done on the board");
                return said(Stage::StatusSync, evidence, None, "nothing".into());
            }
            let evidence = format!("the verdict {verdict} stands in the packet");
            let todo = "bring the board in line with the verdict".into();
            return said(Stage::StatusSync, evidence, Some(Stage::StatusSync), todo);
        }
        if on_board(State::Done) {
            return said(Stage::StatusSync, "Done on the board".into(), None, "nothing".into());
        }
        if workspace.is_in_progress(packet) {
            let evidence = match facts.status {
                Some(Status::InProgress) => "the packet says In Progress",
                _ => "the board says In Progress",
            };
            let todo = "the Validator's verdict in VALIDATION_REPORTS".into();
            return said(Stage::Delegation, evidence.into(), Some(Stage::StatusSync), todo);
        }
        if facts.locked && on_board(State::Ready) {
            let evidence = "signed, and Ready for Dev on the board".into();
            let todo = "a Coder claims it".into();
            return said(Stage::PreWork, evidence, Some(Stage::Delegation), todo);
        }
        let (evidence, todo) = match facts.locked {
            true => ("the packet is signed", format!("`{}`", pre_work(id))),
            false => ("a packet exists, not signed yet", "the user's signature".into()),
        };
        return said(Stage::PacketCreate, evidence.into(), Some(Stage::PreWork), todo);
    }
    if let Some(record) = passed("PREPARE") {
        let todo = format!("`{}`", create_task_packet(id));
        return said(Stage::Prepare, recorded(record), Some(Stage::PacketCreate), todo);
    }
    let refinement = workspace.refinement(id);
    let prepare = || format!("`{}`, with branch and worktree", record_prepare(id));
    if let Some(record) = passed("SIGNATURE") {
        return said(Stage::Signature, recorded(record), Some(Stage::Prepare), prepare());
    }
    if let Some(refinement) = refinement {
        if refinement.is_locked() {
            let evidence = "the refinement is signed".into();
            return said(Stage::Signature, evidence, Some(Stage::Prepare), prepare());
        }
        let is_approved = refinement.filled(Label::ApprovalEvidence).is_some();
        if is_approved {
            let evidence = "the refinement holds the user's approval".into();
            let todo = format!("`{}`", record_signature(id, "<signature>"));
            return said(Stage::Approval, evidence, Some(Stage::Signature), todo);
        }
    }
    let approve = || format!("the user writes `APPROVE REFINEMENT {id}`");
    if let Some(record) = passed("REFINEMENT") {
        return said(Stage::Refinement, recorded(record), Some(Stage::Approval), approve());
    }
    if refinement.is_some() {
        return said(Stage::Refinement, "a refinement exists".into(), Some(Stage::Approval), approve());
    }
    let known = if workspace.stub(id).is_some() {
        "a stub exists"
    } else if index.on_board(id).next().is_some() {
        "only the board knows it"
    } else {
        return None;
    };
    let todo = "a refinement".into();
    said(Stage::Stub, known.into(), Some(Stage::Refinement), todo)
}

/// The state of a work packet in a word: what the board says of it, or else what it says itself.
pub fn state(id: &str, workspace: &Workspace) -> String {
    let token = workspace.index().on_board(id).find_map(|entry| entry.token.clone());
    let status = || workspace.packet(id).and_then(|packet| packet.facts().status);
    let said = token.or_else(|| status().map(|status| status.name().to_string()));
    let is_stub = || workspace.packet(id).is_none() && workspace.stub(id).is_some();
    said.or_else(|| is_stub().then(|| "a stub".to_string())).unwrap_or_else(|| "unknown".to_string())
}

fn recorded(record: &GateFact) -> String {
    match record.timestamp.as_str() {
        "" => format!("{} stands in the gates log", record.gate),
        time => format!("{} stands in the gates log since {time}", record.gate),
    }
}
