//! What we announce, given what the client can do.

use engine::text::line_index::Encoding;
use lsp_types::*;

/// The first encoding of the client's list that we know; UTF-16 where it offers none (LSP 3.17, positionEncoding).
pub fn encoding(client: &ClientCapabilities) -> Encoding {
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

pub fn can_watch(client: &ClientCapabilities) -> bool {
    let watched = client.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
    watched.and_then(|watched| watched.dynamic_registration).unwrap_or(false)
}

pub fn watchers() -> Registration {
    let watcher = |glob: &str| serde_json::json!({ "globPattern": glob });
    let watchers = ["**/*.md", "**/ORCHESTRATOR_GATES.json", "**/taskpacket.toml"].map(watcher);
    Registration {
        id: "taskpacket-files".into(),
        method: "workspace/didChangeWatchedFiles".into(),
        register_options: Some(serde_json::json!({ "watchers": watchers })),
    }
}

pub fn answer(encoding: Encoding) -> InitializeResult {
    let position_encoding = match encoding {
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
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
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
