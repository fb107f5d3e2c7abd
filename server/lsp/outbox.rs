//! Brings what the loop has to say to the client, in order; nothing here waits for an answer but detached tasks.

use lsp_types::{MessageType, ProgressToken};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;
use tower_lsp::Client;

use super::main_loop::Outgoing;
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
            Outgoing::Log(message) => client.log_message(MessageType::WARNING, message).await,
            Outgoing::WorkPacketsChanged => client.send_notification::<WorkPacketsChanged>(Nothing {}).await,
            Outgoing::Indexing(ended) => {
                indexed += 1;
                let token = ProgressToken::String(format!("taskpacket-indexing-{indexed}"));
                tokio::spawn(show_progress(client.clone(), token, ended));
            }
        }
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
