//! What a person can ask for by name, in an editor as in a terminal: one list, and one answer to each.

use super::create::{self, New};
use super::source_change::{Refusal, SourceChange};
use crate::workspace::Workspace;

/// One thing to ask for.
#[derive(Debug)]
pub struct Command {
    /// As `workspace/executeCommand` names it.
    pub name: &'static str,
    pub run: fn(&Asked, &Workspace) -> Result<Outcome, Refusal>,
}

/// What it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The id of the work packet.
    pub wp: String,
}

/// What comes of it.
#[derive(Clone, Debug)]
pub enum Outcome {
    Change(SourceChange),
}

pub const COMMANDS: &[Command] = &[
    Command { name: "taskpacket.newPacket", run: |asked, workspace| made(New::Packet, asked, workspace) },
    Command { name: "taskpacket.newStub", run: |asked, workspace| made(New::Stub, asked, workspace) },
    Command {
        name: "taskpacket.newRefinement",
        run: |asked, workspace| made(New::Refinement, asked, workspace),
    },
    Command { name: "taskpacket.newRevision", run: |asked, workspace| made(New::Revision, asked, workspace) },
];

/// The command of a name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn made(what: New, asked: &Asked, workspace: &Workspace) -> Result<Outcome, Refusal> {
    create::create(what, &asked.wp, workspace).map(Outcome::Change)
}
