//! The language server: wires standard input and output, the backend and the loop.

mod backend;
mod capabilities;
mod convert;
mod main_loop;
mod outbox;
mod published;
mod roots;

use std::process::ExitCode;

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
    runtime.block_on(async {
        let (service, socket) = LspService::new(backend::Backend::new);
        Server::new(tokio::io::stdin(), tokio::io::stdout(), socket)
            .concurrency_level(CONCURRENCY)
            .serve(service)
            .await;
    });
    // A blocked read of standard input must not hold the process up.
    std::process::exit(0)
}
