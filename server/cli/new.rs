//! `new`: makes a governance file with its entries on the board, in the registry and in the audit.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use engine::ide::create::{self, New};

use super::{change, check, print};

#[derive(Args)]
pub struct Arguments {
    #[arg(value_enum)]
    what: What,
    /// The work packet; of a revision, the packet that it revises.
    id: String,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// A folder of the workspace other than the current one.
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// From a refinement that is approved and signed.
    Packet,
    Stub,
    Refinement,
    /// The next revision of a packet, which it supersedes.
    Revision,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let (root, mut engine) = check::open(Path::new(&arguments.root), None)?;
    check::look_around(&root, &mut engine);
    let what = match arguments.what {
        What::Packet => New::Packet,
        What::Stub => New::Stub,
        What::Refinement => New::Refinement,
        What::Revision => New::Revision,
    };
    let workspace = engine.snapshot().workspace;
    let made = create::create(what, &arguments.id, &workspace).map_err(|refusal| refusal.to_string())?;
    if arguments.dry_run {
        print(&change::diff(&made))?;
    } else {
        change::write(&root, &made)?;
    }
    Ok(ExitCode::SUCCESS)
}
