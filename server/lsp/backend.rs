//! One method per message: each sends an event to the loop before anything is awaited, so order is kept.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use engine::ide;
use engine::ide::source_change::Refusal;
use lsp_types::*;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::{Client, LanguageServer};

use super::answers::{Ask, Place};
use super::delta::Told;
use super::event::{Event, Question};
use super::handed::Handed;
use super::main_loop;
use super::showing::{self, Wanted};
use super::{capabilities, history, outbox, parent, watcher, work_packets};

/// A request that was understood and is not done (LSP 3.17, `RequestFailed`).
const REQUEST_FAILED: i64 = -32803;

pub struct Backend {
    client: Client,
    events: Sender<Event>,
    watches: AtomicBool,
    shows_documents: AtomicBool,
    takes_texts: AtomicBool,
    told: Told,
    handed: Handed,
}

impl Backend {
    pub fn new(client: Client) -> Backend {
        let (events, received) = std::sync::mpsc::channel();
        let (outgoing, sent) = tokio::sync::mpsc::unbounded_channel();
        tokio::spawn(outbox::run(client.clone(), sent));
        let git = history::start(events.clone());
        std::thread::spawn(move || {
            // A server whose loop is gone would be silent for ever; one that ends is started again by its editor.
            if std::panic::catch_unwind(AssertUnwindSafe(|| main_loop::run(received, outgoing, git))).is_err()
            {
                std::process::exit(2);
            }
        });
        Backend {
            client,
            events,
            watches: AtomicBool::new(false),
            shows_documents: AtomicBool::new(false),
            takes_texts: AtomicBool::new(false),
            told: Told::default(),
            handed: Handed::default(),
        }
    }

    /// Asks the loop about one document; `None` where it is none of ours.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Place) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        let question = Box::new(move |place: &Place| drop(answer.send(question(place))));
        self.question(Question::Place { uri, question });
        answered.await.ok()
    }

    /// `taskpacket/workPackets`: every work packet of every root, by board section.
    pub async fn work_packets(&self, _: work_packets::Nothing) -> Result<work_packets::Answer> {
        Ok(self.ask_where(None).await)
    }

    /// `taskpacket/status`: the work packet that one document is about; `null` where it is about none.
    pub async fn status(&self, params: work_packets::Of) -> Result<Option<work_packets::WorkPacket>> {
        Ok(self.ask_where(Some(params.text_document.uri)).await.the_one())
    }

    async fn ask_where(&self, of: Option<Uri>) -> work_packets::Answer {
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.question(Question::WorkPackets { of, answer });
        answered.await.unwrap_or_default()
    }

    async fn places(&self, ask: Ask, at: TextDocumentPositionParams) -> Option<GotoDefinitionResponse> {
        let found = self.ask(at.text_document.uri, move |place| place.places(ask, at.position)).await;
        found.filter(|found| !found.is_empty()).map(GotoDefinitionResponse::Array)
    }

    fn question(&self, question: Question) {
        self.send(Event::Asked(question));
    }

    fn send(&self, event: Event) {
        // The loop ends with the process; nothing is lost that anybody could still read.
        drop(self.events.send(event));
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let client = capabilities::client(&params);
        if let Some(process) = params.process_id {
            parent::watch(process);
        }
        let watcher = if client.watches { None } else { watcher::start(self.events.clone()) };
        let folders = capabilities::folders(&params);
        self.send(Event::Met { client, folders, settings: params.initialization_options, watcher });
        self.watches.store(client.watches, Ordering::Relaxed);
        self.shows_documents.store(client.shows_documents, Ordering::Relaxed);
        self.takes_texts.store(client.takes_texts, Ordering::Relaxed);
        Ok(capabilities::answer(client))
    }

    async fn initialized(&self, _: InitializedParams) {
        self.send(Event::Initialized);
        if self.watches.load(Ordering::Relaxed) {
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
        self.told.forget(&params.text_document.uri);
        self.send(Event::Closed(params.text_document.uri));
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.send(Event::Saved(params.text_document.uri));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.send(Event::Configured(params.settings));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.send(Event::Watched(params.changes.into_iter().map(|change| change.uri).collect()));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let uris = |folders: Vec<WorkspaceFolder>| folders.into_iter().map(|folder| folder.uri).collect();
        self.send(Event::Folders { added: uris(params.event.added), removed: uris(params.event.removed) });
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.question(Question::Pulled { uri: params.text_document.uri, answer });
        let items = answered.await.unwrap_or_default();
        let report = FullDocumentDiagnosticReport { result_id: None, items };
        let report = RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: report,
        };
        Ok(DocumentDiagnosticReport::Full(report).into())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        Ok(self.ask(at.text_document.uri, move |place| place.hover(at.position)).await.flatten())
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        Ok(self.places(ide::definition::definition, params.text_document_position_params).await)
    }

    async fn goto_declaration(
        &self,
        params: request::GotoDeclarationParams,
    ) -> Result<Option<request::GotoDeclarationResponse>> {
        Ok(self.places(ide::definition::declaration, params.text_document_position_params).await)
    }

    async fn goto_implementation(
        &self,
        params: request::GotoImplementationParams,
    ) -> Result<Option<request::GotoImplementationResponse>> {
        Ok(self.places(ide::implementation::implementation, params.text_document_position_params).await)
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let (at, declared) = (params.text_document_position, params.context.include_declaration);
        Ok(self.ask(at.text_document.uri, move |place| place.references(at.position, declared)).await)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let found = self.ask(params.text_document.uri, |place| place.symbols()).await;
        Ok(found.map(DocumentSymbolResponse::Nested))
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        if params.command == showing::COMMAND {
            let Some(wanted) = showing::wanted(&params.arguments) else {
                return Err(Error::invalid_params(params.command));
            };
            let found = match wanted {
                Wanted::Known(found) => Some(found),
                Wanted::Lens { uri, about, at } => self.ask(uri, move |place| place.shown(about, at)).await,
            };
            let Some(found) = found else { return Ok(None) };
            let answer = serde_json::to_value(&found).ok();
            // Never awaited here: somebody may take long to choose.
            let shows_documents = self.shows_documents.load(Ordering::Relaxed);
            if found.title.is_some() && self.takes_texts.load(Ordering::Relaxed) {
                return Ok(answer);
            }
            tokio::spawn(showing::show(self.client.clone(), shows_documents, found));
            return Ok(answer);
        }
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.question(Question::Commanded { params, answer });
        match answered.await {
            Ok(Ok(done)) => Ok(Some(done)),
            Ok(Err(refusal)) => Err(refused(refusal)),
            Err(_) => Ok(None),
        }
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let found = self.ask(at.text_document.uri, move |place| place.completions(at.position)).await;
        Ok(found.map(CompletionResponse::List))
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let named = |key: &str| item.data.as_ref().and_then(|data| data[key].as_str()).map(str::to_string);
        let uri = named("uri").and_then(|uri| uri.parse().ok());
        if let (Some(uri), Some(about)) = (uri, named("about")) {
            item.documentation = self.ask(uri, move |place| place.about(&about)).await.flatten();
        }
        Ok(item)
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        Ok(self.ask(params.text_document.uri, |place| place.folds()).await)
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        Ok(self.ask(params.text_document.uri, |place| place.links()).await)
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        Ok(self.ask(at.text_document.uri, move |place| place.highlights(at.position)).await)
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let at = params.positions;
        Ok(self.ask(params.text_document.uri, move |place| place.selections(&at)).await)
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let uri = params.text_document.uri;
        let found = self.ask(uri.clone(), |place| place.tokens(None)).await;
        Ok(found.map(|found| SemanticTokensResult::Tokens(self.told.full(uri, found))))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (uri, known) = (params.text_document.uri, params.previous_result_id);
        let found = self.ask(uri.clone(), |place| place.tokens(None)).await;
        Ok(found.map(|found| match self.told.since(uri, &known, found) {
            Ok(delta) => SemanticTokensFullDeltaResult::TokensDelta(delta),
            Err(full) => SemanticTokensFullDeltaResult::Tokens(full),
        }))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        let found = self.ask(params.text_document.uri, move |place| place.tokens(Some(range))).await;
        let tokens = |data| SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data });
        Ok(found.map(tokens))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let range = params.range;
        Ok(self.ask(params.text_document.uri, move |place| place.hints(range)).await)
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        Ok(self.ask(params.text_document.uri, |place| place.lenses()).await)
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let at = params.text_document_position_params;
        let found = self.ask(at.text_document.uri, move |place| place.call_item(at.position)).await;
        Ok(found.flatten().map(|item| vec![item]))
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        let item = params.item;
        Ok(self.ask(item.uri, move |place| place.incoming_calls(&item.name)).await)
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        let item = params.item;
        Ok(self.ask(item.uri, move |place| place.outgoing_calls(&item.name)).await)
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let at = params.position;
        let found = self.ask(params.text_document.uri, move |place| place.prepare_rename(at)).await;
        found.transpose().map_err(refused)
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (at, new) = (params.text_document_position, params.new_name);
        let found = self.ask(at.text_document.uri, move |place| place.rename(at.position, &new)).await;
        let edit = found.transpose().map_err(refused)?;
        edit.iter().for_each(|edit| self.handed.note(edit));
        Ok(edit)
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        // Several at once are a move of a folder, which renames no work packet.
        let [file] = params.files.as_slice() else { return Ok(None) };
        let (Ok(from), Ok(to)) = (file.old_uri.parse::<Uri>(), file.new_uri.parse::<Uri>()) else {
            return Ok(None);
        };
        if self.handed.take(&from, &to) {
            return Ok(None);
        }
        match self.ask(from, move |place| place.will_rename(&to)).await {
            Some(Ok(edit)) => {
                edit.iter().for_each(|edit| self.handed.note(edit));
                Ok(edit)
            }
            // The file is renamed all the same, so the reason is told.
            Some(Err(refusal)) => {
                let message = format!("Nothing else is renamed: {refusal}");
                self.client.show_message(MessageType::WARNING, message).await;
                Ok(None)
            }
            None => Ok(None),
        }
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.question(Question::Searched { query: params.query, answer });
        Ok(answered.await.ok().map(WorkspaceSymbolResponse::Nested))
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }
}

/// A refusal as the protocol tells it: the editor shows its words.
pub(super) fn refused(refusal: Refusal) -> Error {
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: refusal.to_string().into(), data: None }
}
