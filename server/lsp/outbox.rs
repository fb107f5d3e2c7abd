//! Brings what the loop has to say to the client, in order; nothing here waits for an answer but detached tasks.

use lsp_types::request::ApplyWorkspaceEdit;
use lsp_types::{ApplyWorkspaceEditParams, MessageType, ProgressToken, ShowDocumentParams};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;
use tower_lsp::Client;

use super::commands::Apply;
use super::event::Outgoing;
use super::showing;
use super::work_packets::{Nothing, WorkPacketsChanged};

pub async fn run(client: Client, mut messages: UnboundedReceiver<Outgoing>) {
    let mut indexed = 0;
    while let Some(message) = messages.recv().await {
        match message {
            Outgoing::Findings { uri, diagnostics, version } => {
                client.publish_diagnostics(uri, diagnostics, version).await;
            }
            Outgoing::Refresh => {
                let client = client.clone();
                tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
            }
            Outgoing::Reread(can) => {
                let client = client.clone();
                tokio::spawn(async move {
                    if can.rereads_lenses {
                        drop(client.code_lens_refresh().await);
                    }
                    if can.rereads_hints {
                        drop(client.inlay_hint_refresh().await);
                    }
                });
            }
            Outgoing::Log(message) => client.log_message(MessageType::WARNING, message).await,
            Outgoing::WorkPacketsChanged => client.send_notification::<WorkPacketsChanged>(Nothing {}).await,
            Outgoing::Apply(apply) => {
                tokio::spawn(ask_to_apply(client.clone(), *apply));
            }
            Outgoing::Failed(message) => client.show_message(MessageType::ERROR, message).await,
            Outgoing::Show { name, text, as_document } => {
                tokio::spawn(showing::show_text(client.clone(), as_document, name, text));
            }
            Outgoing::Indexing(ended) => {
                indexed += 1;
                let token = ProgressToken::String(format!("taskpacket-indexing-{indexed}"));
                tokio::spawn(show_progress(client.clone(), token, ended));
            }
        }
    }
}

/// Has an edit applied, then shows what was made; an edit that the client does not take is told.
async fn ask_to_apply(client: Client, apply: Apply) {
    let label = Some(apply.title.clone());
    let params = ApplyWorkspaceEditParams { label, edit: apply.edit };
    let told = match client.send_request::<ApplyWorkspaceEdit>(params).await {
        Ok(answer) if answer.applied => None,
        Ok(answer) => Some(answer.failure_reason.unwrap_or_else(|| "the editor did not apply it".into())),
        Err(error) => Some(error.to_string()),
    };
    if let Some(reason) = told {
        client.show_message(MessageType::WARNING, format!("{}: {reason}", apply.title)).await;
        return;
    }
    if let Some(uri) = apply.show {
        let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        // A client that cannot show it has it all the same.
        drop(client.show_document(params).await);
    }
}

/// Shows progress from when the client agrees until the files are read.
async fn show_progress(client: Client, token: ProgressToken, ended: oneshot::Receiver<()>) {
    if client.create_work_done_progress(token.clone()).await.is_err() {
        return;
    }
    let progress = client.progress(token, "Reading task packets").begin().await;
    // An error is the end too: the sender is dropped, never used.
    drop(ended.await);
    progress.finish().await;
}
