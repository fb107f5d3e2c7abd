//! What we announce, given what the client can do.

use engine::ide::commands::{COMMANDS, PREFIX};
use engine::text::line_index::Encoding;
use lsp_types::*;

use super::{reading, showing};

/// What we remember of the client.
#[derive(Clone, Copy)]
pub struct Client {
    pub encoding: Encoding,
    /// It asks for findings, so none are pushed: a client that got both would show them twice.
    pub pulls: bool,
    pub shows_progress: bool,
    /// It can watch files by glob.
    pub watches: bool,
    /// It takes edits that name the version they were made for.
    pub versioned_edits: bool,
    /// It creates files as a part of an edit.
    pub creates_files: bool,
    /// It renames files as a part of an edit.
    pub renames_files: bool,
    /// It shows why each part of an edit is made.
    pub annotates_edits: bool,
    /// It applies an edit when the server says so.
    pub applies_edits: bool,
    /// It shows a document when the server says so.
    pub shows_documents: bool,
    /// It shows actions that cannot be done now, with the reason.
    pub disabled_actions: bool,
    /// It asks for the edit of an action once somebody chose it.
    pub resolves_edits: bool,
    /// It takes completions with tab stops.
    pub snippets: bool,
    /// It takes edits with tab stops (LSP 3.18).
    pub snippet_edits: bool,
    /// It does something of its own with the text that a command answers.
    pub takes_texts: bool,
    /// It renders Markdown in a hover.
    pub hovers_markdown: bool,
    /// It renders Markdown beside a completion.
    pub documents_markdown: bool,
    /// It asks for lenses again when it is told to.
    pub rereads_lenses: bool,
    /// It asks for hints again when it is told to.
    pub rereads_hints: bool,
}

impl Default for Client {
    fn default() -> Client {
        Client {
            encoding: Encoding::Utf16,
            pulls: false,
            shows_progress: false,
            watches: false,
            versioned_edits: false,
            creates_files: false,
            renames_files: false,
            annotates_edits: false,
            applies_edits: false,
            documents_markdown: false,
            shows_documents: false,
            disabled_actions: false,
            resolves_edits: false,
            snippets: false,
            snippet_edits: false,
            takes_texts: false,
            hovers_markdown: false,
            rereads_lenses: false,
            rereads_hints: false,
        }
    }
}

pub fn client(params: &InitializeParams) -> Client {
    let client = &params.capabilities;
    // Helix offers to watch files, and tells of those that it writes itself.
    let is_helix = params.client_info.as_ref().is_some_and(|info| info.name == "helix");
    let window = client.window.as_ref();
    let workspace = client.workspace.as_ref();
    Client {
        encoding: encoding(client),
        pulls: pulls(client),
        shows_progress: window.and_then(|window| window.work_done_progress).unwrap_or(false),
        watches: watches(client) && !is_helix,
        versioned_edits: edits(client).and_then(|edits| edits.document_changes).unwrap_or(false),
        creates_files: operates(client, ResourceOperationKind::Create),
        renames_files: operates(client, ResourceOperationKind::Rename),
        annotates_edits: edits(client).is_some_and(|edits| edits.change_annotation_support.is_some()),
        applies_edits: client.workspace.as_ref().and_then(|all| all.apply_edit).unwrap_or(false),
        shows_documents: window.and_then(|window| window.show_document.as_ref()).is_some_and(|it| it.support),
        disabled_actions: actions(client).and_then(|actions| actions.disabled_support).unwrap_or(false),
        resolves_edits: resolves_edits(client),
        snippets: snippets(client),
        snippet_edits: snippet_edits(client),
        takes_texts: newer(client, "taskpacketTexts"),
        hovers_markdown: hovers_markdown(client),
        documents_markdown: documents_markdown(client),
        rereads_lenses: workspace
            .and_then(|workspace| workspace.code_lens.as_ref())
            .and_then(|lenses| lenses.refresh_support)
            .unwrap_or(false),
        rereads_hints: workspace
            .and_then(|workspace| workspace.inlay_hint.as_ref())
            .and_then(|hints| hints.refresh_support)
            .unwrap_or(false),
    }
}

/// The first encoding of the client's list that we know; UTF-16 where it offers none (LSP 3.17, positionEncoding).
fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered =
        client.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    offered
        .iter()
        .find_map(|kind| match kind.as_str() {
            "utf-8" => Some(Encoding::Utf8),
            "utf-16" => Some(Encoding::Utf16),
            "utf-32" => Some(Encoding::Utf32),
            _ => None,
        })
        .unwrap_or(Encoding::Utf16)
}

#[allow(deprecated)]
pub fn folders(params: &InitializeParams) -> Vec<Uri> {
    match &params.workspace_folders {
        Some(folders) => folders.iter().map(|folder| folder.uri.clone()).collect(),
        None => params.root_uri.iter().cloned().collect(),
    }
}

/// Only a client that can be told to ask again may pull: findings follow other files too.
fn pulls(client: &ClientCapabilities) -> bool {
    let document = client.text_document.as_ref().and_then(|document| document.diagnostic.as_ref());
    let workspace = client.workspace.as_ref().and_then(|workspace| workspace.diagnostics.as_ref());
    document.is_some() && workspace.and_then(|workspace| workspace.refresh_support).unwrap_or(false)
}

fn watches(client: &ClientCapabilities) -> bool {
    let watched = client.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
    watched.and_then(|watched| watched.dynamic_registration).unwrap_or(false)
}

fn edits(client: &ClientCapabilities) -> Option<&WorkspaceEditClientCapabilities> {
    client.workspace.as_ref()?.workspace_edit.as_ref()
}

fn operates(client: &ClientCapabilities, operation: ResourceOperationKind) -> bool {
    let operations = edits(client).and_then(|edits| edits.resource_operations.as_deref());
    operations.is_some_and(|operations| operations.contains(&operation))
}

fn hovers_markdown(client: &ClientCapabilities) -> bool {
    let hover = client.text_document.as_ref().and_then(|document| document.hover.as_ref());
    let formats = hover.and_then(|hover| hover.content_format.as_deref()).unwrap_or_default();
    formats.contains(&MarkupKind::Markdown)
}

fn documents_markdown(client: &ClientCapabilities) -> bool {
    let formats = completion_item(client).and_then(|item| item.documentation_format.as_deref());
    formats.unwrap_or_default().contains(&MarkupKind::Markdown)
}

fn completion_item(client: &ClientCapabilities) -> Option<&CompletionItemCapability> {
    let completion = client.text_document.as_ref().and_then(|document| document.completion.as_ref());
    completion.and_then(|completion| completion.completion_item.as_ref())
}

fn actions(client: &ClientCapabilities) -> Option<&CodeActionClientCapabilities> {
    client.text_document.as_ref()?.code_action.as_ref()
}

/// The action must come back with what we gave it to know it by.
fn resolves_edits(client: &ClientCapabilities) -> bool {
    let keeps = actions(client).and_then(|actions| actions.data_support).unwrap_or(false);
    let resolved = actions(client).and_then(|actions| actions.resolve_support.as_ref());
    keeps && resolved.is_some_and(|resolved| resolved.properties.iter().any(|name| name == "edit"))
}

fn snippets(client: &ClientCapabilities) -> bool {
    completion_item(client).and_then(|item| item.snippet_support).unwrap_or(false)
}

/// Such edits come with the version they were made for.
fn snippet_edits(client: &ClientCapabilities) -> bool {
    let versions = edits(client).and_then(|edits| edits.document_changes).unwrap_or(false);
    versions && newer(client, "snippetEditSupport")
}

/// What the protocol does not name, or not yet.
fn newer(client: &ClientCapabilities, name: &str) -> bool {
    client.experimental.as_ref().and_then(|newer| newer[name].as_bool()).unwrap_or(false)
}

pub fn watchers() -> Registration {
    let watcher = |glob: &str| serde_json::json!({ "globPattern": glob });
    // Git writes the last two for every commit and checkout.
    let watchers =
        ["**/*.md", "**/ORCHESTRATOR_GATES.json", "**/taskpacket.toml", "**/.git/HEAD", "**/.git/index"]
            .map(watcher);
    Registration {
        id: "taskpacket-files".into(),
        method: "workspace/didChangeWatchedFiles".into(),
        register_options: Some(serde_json::json!({ "watchers": watchers })),
    }
}

fn work_packet_files() -> FileOperationRegistrationOptions {
    let pattern = FileOperationPattern {
        glob: "**/WP-*.md".into(),
        matches: Some(FileOperationPatternKind::File),
        options: None,
    };
    FileOperationRegistrationOptions {
        filters: vec![FileOperationFilter { scheme: Some("file".into()), pattern }],
    }
}

fn tokens() -> SemanticTokensServerCapabilities {
    SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: reading::TOKEN_TYPES.to_vec(),
            token_modifiers: reading::TOKEN_MODIFIERS.to_vec(),
        },
        range: Some(true),
        full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
        ..SemanticTokensOptions::default()
    })
}

pub fn answer(client: Client) -> InitializeResult {
    let position_encoding = match client.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(position_encoding),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            })),
            diagnostic_provider: client.pulls.then(|| {
                DiagnosticServerCapabilities::Options(DiagnosticOptions {
                    identifier: Some("taskpacket".into()),
                    inter_file_dependencies: true,
                    ..DiagnosticOptions::default()
                })
            }),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            declaration_provider: Some(DeclarationCapability::Simple(true)),
            implementation_provider: Some(ImplementationProviderCapability::Simple(true)),
            references_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: Some(tokens()),
            inlay_hint_provider: Some(OneOf::Left(true)),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            rename_provider: Some(OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })),
            call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some([":", " ", "-", "[", "/", "<"].map(String::from).to_vec()),
                resolve_provider: Some(true),
                ..CompletionOptions::default()
            }),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![
                    CodeActionKind::QUICKFIX,
                    CodeActionKind::REFACTOR,
                    CodeActionKind::new("source.taskpacket"),
                    CodeActionKind::new("source.fixAll.taskpacket"),
                ]),
                resolve_provider: Some(client.resolves_edits),
                ..CodeActionOptions::default()
            })),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: COMMANDS
                    .iter()
                    .map(|command| format!("{PREFIX}{}", command.name))
                    .chain([showing::COMMAND.to_string()])
                    .collect(),
                ..ExecuteCommandOptions::default()
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: Some(WorkspaceFileOperationsServerCapabilities {
                    will_rename: Some(work_packet_files()),
                    ..WorkspaceFileOperationsServerCapabilities::default()
                }),
            }),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: "taskpacket".into(),
            version: Some(env!("CARGO_PKG_VERSION").into()),
        }),
        ..InitializeResult::default()
    }
}
