//! Arguments in, exit code out.

mod cli;
mod disk;
mod git;
#[cfg(feature = "lsp")]
mod lsp;
mod save;
mod threads;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
