//! The command line: one subcommand per file.

mod baseline;
mod change;
mod check;
mod choice;
mod explain;
mod fix;
mod inspect;
mod new;
mod render;
mod review;
mod run;
mod time;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

#[derive(Parser)]
#[command(name = "taskpacket", version, about = "Checks task packets and the boards around them.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a workspace, or the files and folders named.
    Check(check::Arguments),
    /// Print the page of a rule.
    Explain { rule: String },
    /// Print the catalogue of rules.
    Rules {
        #[arg(long, value_enum, default_value_t = Shape::Human)]
        format: Shape,
    },
    /// Print what the engine sees in a file.
    Inspect {
        file: PathBuf,
        #[arg(long, value_enum, default_value_t = Shape::Human)]
        format: Shape,
    },
    /// Make a packet, stub, refinement or revision, with its entries on the board and in the registry.
    New(new::Arguments),
    /// Do what the commands of the editor do: `run setStatus WP-1-Name status=Blocked reason=..`.
    Run(run::Arguments),
    /// Run the language server on standard input and output.
    #[cfg(feature = "lsp")]
    Server,
}

/// The two shapes of a description.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    Human,
    Json,
}

/// Exit codes: 0 nothing found, 1 findings, 2 it could not do its work.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain { rule } => explain::page(&rule),
        Command::Rules { format } => explain::catalogue(format),
        Command::New(arguments) => new::run(&arguments),
        Command::Run(arguments) => run::run(&arguments),
        Command::Inspect { file, format } => inspect::run(&file, format),
        #[cfg(feature = "lsp")]
        Command::Server => return crate::lsp::run(),
    };
    match result {
        Ok(code) => code,
        Err(message) => {
            eprintln!("taskpacket: {message}");
            ExitCode::from(2)
        }
    }
}

/// Writes to standard output; a reader that has left is no failure.
fn print(text: &str) -> Result<(), String> {
    use std::io::Write as _;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}
