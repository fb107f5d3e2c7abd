//! Arguments in, exit code out.

mod cli;
mod disk;
mod git;
#[cfg(feature = "lsp")]
mod lsp;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
