//! One method per message: each sends an event to the loop before anything is awaited, so order is kept.

use std::sync::Mutex;
use std::sync::mpsc::Sender;

use lsp_types::*;
use tower_lsp::jsonrpc::Result;
use tower_lsp::{Client, LanguageServer};

use super::capabilities;
use super::main_loop::{self, Event};

pub struct Backend {
    client: Client,
    events: Sender<Event>,
    /// Globs can be watched by the client.
    watches: Mutex<bool>,
}

impl Backend {
    pub fn new(client: Client) -> Backend {
        let (events, received) = std::sync::mpsc::channel();
        let (outgoing, mut sent) = tokio::sync::mpsc::unbounded_channel::<main_loop::Outgoing>();
        let publisher = client.clone();
        tokio::spawn(async move {
            while let Some(message) = sent.recv().await {
                publisher.publish_diagnostics(message.uri, message.diagnostics, Some(message.version)).await;
            }
        });
        std::thread::spawn(move || main_loop::run(received, outgoing));
        Backend { client, events, watches: Mutex::new(false) }
    }

    fn send(&self, event: Event) {
        // The loop ends with the process; nothing is lost that anybody could still read.
        drop(self.events.send(event));
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let encoding = capabilities::encoding(&params.capabilities);
        let folders = capabilities::folders(&params);
        self.send(Event::Initialized { encoding, folders });
        if let Ok(mut watches) = self.watches.lock() {
            *watches = capabilities::can_watch(&params.capabilities);
        }
        Ok(capabilities::answer(encoding))
    }

    async fn initialized(&self, _: InitializedParams) {
        let watches = self.watches.lock().is_ok_and(|watches| *watches);
        if watches {
            let client = self.client.clone();
            // Never awaited here: the answer may come late, and handlers must not wait for the client.
            tokio::spawn(async move { client.register_capability(vec![capabilities::watchers()]).await });
        }
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.send(Event::Opened(params.text_document));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.send(Event::Edited(params));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.send(Event::Closed(params.text_document.uri));
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.send(Event::Saved(params.text_document.uri));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.send(Event::Watched(params.changes.into_iter().map(|change| change.uri).collect()));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.send(Event::Folders(params.event.added.into_iter().map(|folder| folder.uri).collect()));
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }
}
