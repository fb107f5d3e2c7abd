//! What can happen to the server, and what it has to say to the client.

use std::path::PathBuf;
use std::sync::Arc;

use engine::ide::source_change::Refusal;
use engine::workspace::git::Git;
use lsp_types::{
    Diagnostic, DidChangeTextDocumentParams, ExecuteCommandParams, TextDocumentItem, Uri, WorkspaceSymbol,
};
use serde_json::Value;
use tokio::sync::oneshot;

use super::answers::Place;
use super::capabilities::Client;
use super::commands::Apply;
use super::watcher::Watcher;
use super::work_packets;

/// What can happen.
pub enum Event {
    Met {
        client: Client,
        folders: Vec<Uri>,
        settings: Option<serde_json::Value>,
        /// For a client that cannot watch files itself.
        watcher: Option<Watcher>,
    },
    /// The client may be asked from now on, so files are read only now and their progress can be shown.
    Initialized,
    Opened(TextDocumentItem),
    Edited(DidChangeTextDocumentParams),
    Closed(Uri),
    Saved(Uri),
    /// What the editor has set.
    Configured(serde_json::Value),
    Watched(Vec<Uri>),
    Folders {
        added: Vec<Uri>,
        removed: Vec<Uri>,
    },
    /// What git says of a root.
    Git {
        folder: PathBuf,
        git: Option<Arc<Git>>,
    },
    Asked(Question),
}

/// What the client waits for an answer to.
pub enum Question {
    Pulled {
        uri: Uri,
        answer: oneshot::Sender<Vec<Diagnostic>>,
    },
    Searched {
        query: String,
        answer: oneshot::Sender<Vec<WorkspaceSymbol>>,
    },
    /// Where work packets stand: all of them, or the one that a document is about.
    WorkPackets {
        of: Option<Uri>,
        answer: oneshot::Sender<work_packets::Answer>,
    },
    Commanded {
        params: ExecuteCommandParams,
        answer: oneshot::Sender<Result<Value, Refusal>>,
    },
    /// About one document.
    Place {
        uri: Uri,
        question: Box<dyn FnOnce(&Place) + Send>,
    },
}

/// What is on its way to the client.
pub enum Outgoing {
    Findings {
        uri: Uri,
        diagnostics: Vec<Diagnostic>,
        version: Option<i32>,
    },
    /// Something that is not as it should be, for the editor's log.
    Log(String),
    /// A client that pulls shall pull again.
    Refresh,
    /// Work packets do not stand where the last answer about them said.
    WorkPacketsChanged,
    /// The client shall apply an edit.
    Apply(Box<Apply>),
    /// A text for a person.
    Show {
        name: String,
        text: String,
        as_document: bool,
    },
    /// Something that went wrong here, for a person.
    Failed(String),
    /// Lenses and hints that were answered may be old.
    Reread(Client),
    /// Files are being read until the sender is gone.
    Indexing(oneshot::Receiver<()>),
}
