//! The language server: wires standard input and output, the backend and the loop.

mod actions;
mod answers;
mod backend;
mod capabilities;
mod changes;
mod commands;
mod completions;
mod convert;
mod delta;
mod ending;
mod event;
mod handed;
mod history;
mod main_loop;
mod outbox;
mod parent;
mod published;
mod pump;
mod questions;
mod reading;
mod renaming;
mod reread;
mod roots;
mod settings;
mod showing;
mod snippets;
mod stdio;
mod watcher;
mod work_packets;

use std::process::ExitCode;

use ending::{Ending, Input, Listening};
use tower_lsp::{LspService, Server};

/// Requests that may be under way at once; with few, a slow one would keep `shutdown` from being read.
const CONCURRENCY: usize = 1024;

/// Serves until `exit` or the end of standard input.
pub fn run() -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("taskpacket: the runtime did not start: {error}");
            return ExitCode::from(2);
        }
    };
    let ending = Ending::default();
    runtime.block_on(async {
        let (output, writer) = pump::start();
        let (service, socket) = LspService::build(backend::Backend::new)
            .custom_method(snippets::CODE_ACTION, backend::Backend::code_actions)
            .custom_method(snippets::RESOLVE, backend::Backend::resolved)
            .custom_method("taskpacket/workPackets", backend::Backend::work_packets)
            .custom_method("taskpacket/status", backend::Backend::status)
            .finish();
        let input = Input { input: stdio::input(), ending: ending.clone() };
        Server::new(input, output, socket)
            .concurrency_level(CONCURRENCY)
            .serve(Listening { service, ending: ending.clone() })
            .await;
        writer.end().await;
    });
    // A blocked read of standard input must not hold the process up.
    std::process::exit(ending.code())
}
