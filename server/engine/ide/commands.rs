//! What a person can ask for by name, in an editor as in a terminal: one list, and one answer to each.

use std::collections::BTreeMap;

use super::create::{self, New};
use super::moves::manifest::{self, Versions};
use super::moves::{errata, signature, status};
use super::source_change::{Refusal, SourceChange};
use super::{messages, offers, repairs};
use crate::workspace::Workspace;

/// One thing to ask for.
#[derive(Debug)]
pub struct Command {
    /// As `workspace/executeCommand` names it, behind `taskpacket.`.
    pub name: &'static str,
    /// For people.
    pub about: &'static str,
    /// Whether it is about one work packet.
    pub of_wp: bool,
    /// What must be said beside the work packet, and what may be.
    pub needs: &'static [&'static str],
    pub takes: &'static [&'static str],
    pub run: fn(&Asked, &Workspace) -> Result<Outcome, Refusal>,
}

/// What it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The id of the work packet; empty where the command is about something else.
    pub wp: String,
    pub words: BTreeMap<String, String>,
    /// Of the file that `path` names; the edge reads them.
    pub versions: Option<Versions>,
}

impl Asked {
    fn word(&self, name: &str) -> Option<&str> {
        self.words.get(name).map(|word| word.trim()).filter(|word| !word.is_empty())
    }

    /// A word that must be there.
    fn needed(&self, name: &str) -> Result<&str, Refusal> {
        self.word(name).ok_or_else(|| Refusal::new(format!("`{name}` is not given"), "name it"))
    }
}

/// What comes of it.
#[derive(Clone, Debug)]
pub enum Outcome {
    Change(SourceChange),
    /// For the clipboard.
    Text(String),
}

const BASE: Command = Command {
    name: "",
    about: "",
    of_wp: true,
    needs: &[],
    takes: &[],
    run: |_, _| Err(Refusal::new("nothing is asked for", "name a command")),
};

pub const COMMANDS: &[Command] = &[
    Command {
        name: "newPacket",
        about: "Create a packet from its approved refinement",
        run: |asked, workspace| made(New::Packet, asked, workspace),
        ..BASE
    },
    Command {
        name: "newStub",
        about: "Create a stub",
        run: |asked, workspace| made(New::Stub, asked, workspace),
        ..BASE
    },
    Command {
        name: "newRefinement",
        about: "Create a refinement",
        run: |asked, workspace| made(New::Refinement, asked, workspace),
        ..BASE
    },
    Command {
        name: "newRevision",
        about: "Create the next revision of a packet, which it supersedes",
        run: |asked, workspace| made(New::Revision, asked, workspace),
        ..BASE
    },
    Command {
        name: "newSharedFiles",
        about: "Create the board, the registry, the audit, the spec pointer and the templates, where they are missing",
        of_wp: false,
        run: |_, workspace| create::shared::missing(workspace).map(Outcome::Change),
        ..BASE
    },
    Command {
        name: "activateStub",
        about: "Make the packet of a stub",
        run: |asked, workspace| match workspace.stub(&asked.wp) {
            Some(_) => made(New::Packet, asked, workspace),
            None => Err(Refusal::new(
                format!("there is no stub {}", asked.wp),
                format!("`taskpacket new stub {}` makes one", asked.wp),
            )),
        },
        ..BASE
    },
    Command {
        name: "insertLineageAudit",
        about: "Insert or refresh the lineage audit of a revision",
        run: audited,
        ..BASE
    },
    Command {
        name: "setStatus",
        about: "Set a packet's state in the packet, on the board and in the registry",
        needs: &["status"],
        takes: &["reason"],
        of_wp: true,
        run: |asked, workspace| {
            let status = asked.needed("status")?;
            status::set_status(&asked.wp, status, asked.word("reason"), workspace).map(Outcome::Change)
        },
    },
    Command {
        name: "block",
        about: "Mark a packet as blocked, with the reason",
        needs: &["reason"],
        run: |asked, workspace| {
            let reason = asked.needed("reason")?;
            status::set_status(&asked.wp, "Blocked", Some(reason), workspace).map(Outcome::Change)
        },
        ..BASE
    },
    Command {
        name: "recordErrata",
        about: "Record an ERRATA on a signed packet",
        takes: &["correct", "reason"],
        run: |asked, workspace| {
            let (correct, reason) = (asked.word("correct"), asked.word("reason"));
            errata::record(&asked.wp, correct, reason, workspace).map(Outcome::Change)
        },
        ..BASE
    },
    Command {
        name: "recordSignature",
        about: "Add the audit row of a signature that is used",
        of_wp: false,
        needs: &["signature"],
        run: |asked, workspace| signature::record(asked.needed("signature")?, workspace).map(Outcome::Change),
        ..BASE
    },
    Command {
        name: "invalidateSignature",
        about: "Mark a signature INVALID in the audit",
        of_wp: false,
        needs: &["signature", "reason"],
        run: |asked, workspace| {
            let reason = asked.needed("reason")?;
            signature::invalidate(asked.needed("signature")?, reason, workspace).map(Outcome::Change)
        },
        ..BASE
    },
    Command {
        name: "fillManifest",
        about: "Fill the manifest block of a file from git",
        needs: &["path"],
        run: |asked, workspace| {
            let path = asked.needed("path")?;
            let versions = asked.versions.as_ref().ok_or_else(|| {
                Refusal::new(
                    format!("git does not tell how {path} was at the packet's base"),
                    "commit, and state the MERGE_BASE_SHA",
                )
            })?;
            manifest::fill(&asked.wp, versions, workspace).map(Outcome::Change)
        },
        ..BASE
    },
    Command {
        name: "answer",
        about: "Answer a finding by the change of other files that editors offer for it",
        of_wp: false,
        needs: &["rule"],
        run: |asked, workspace| {
            repairs::first(asked.needed("rule")?, &asked.wp, workspace).map(Outcome::Change)
        },
        ..BASE
    },
    Command {
        name: "handoffMessage",
        about: "The message that hands a packet to its coder",
        run: |asked, workspace| messages::handoff(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
    Command {
        name: "requestApproval",
        about: "Put a refinement before the user, who approves it or asks for edits",
        run: |asked, workspace| messages::approval(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
    Command {
        name: "requestNewSignature",
        about: "Ask for a signature in place of one that is spent",
        of_wp: false,
        needs: &["signature"],
        run: |asked, workspace| {
            messages::new_signature(asked.needed("signature")?, workspace).map(Outcome::Text)
        },
        ..BASE
    },
    Command {
        name: "blockedUnclear",
        about: "Ask for what a packet leaves open",
        run: |asked, workspace| messages::unclear(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
    Command {
        name: "blockedDependency",
        about: "Tell what a packet waits for",
        run: |asked, workspace| messages::waiting(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
    Command {
        name: "fileLockConflict",
        about: "Tell which packet in progress holds the same paths",
        run: |asked, workspace| messages::lock_conflict(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
    Command {
        name: "escalation",
        about: "Tell the user of work that lasts too long in one state",
        run: |asked, workspace| messages::escalation(&asked.wp, workspace).map(Outcome::Text),
        ..BASE
    },
];

/// What stands before each name where other servers' commands are named too.
pub const PREFIX: &str = "taskpacket.";

/// The command of a name, with or without its prefix.
pub fn find(name: &str) -> Option<&'static Command> {
    let name = name.strip_prefix(PREFIX).unwrap_or(name);
    COMMANDS.iter().find(|command| command.name == name)
}

/// Does what is asked for, once everything is given that it needs.
pub fn run(command: &Command, asked: &Asked, workspace: &Workspace) -> Result<Outcome, Refusal> {
    if command.of_wp && asked.wp.is_empty() {
        return Err(Refusal::new("no work packet is named", "name it as `wpId`"));
    }
    for need in command.needs {
        asked.needed(need)?;
    }
    (command.run)(asked, workspace)
}

fn made(what: New, asked: &Asked, workspace: &Workspace) -> Result<Outcome, Refusal> {
    create::create(what, &asked.wp, workspace).map(Outcome::Change)
}

fn audited(asked: &Asked, workspace: &Workspace) -> Result<Outcome, Refusal> {
    let packet = workspace.packet(&asked.wp).ok_or_else(|| {
        Refusal::new(format!("there is no packet {}", asked.wp), "look for its id on the board")
    })?;
    let offer = offers::lineage(packet, workspace).ok_or_else(|| {
        Refusal::new(format!("{} needs no other lineage audit", asked.wp), "nothing is left to do")
    })?;
    offer.change().map(Outcome::Change)
}
