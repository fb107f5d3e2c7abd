//! `run`: the commands of the editor in a terminal.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use engine::ide::commands::{self, Asked, COMMANDS, Outcome};
use engine::workspace::git::merge_base;

use super::{change, check, print};
use crate::git;

#[derive(Args)]
pub struct Arguments {
    /// Without it, the commands are listed.
    command: Option<String>,
    /// What it is about: `WP-1-Name`, and words such as `status=Blocked` or `reason="no network"`.
    about: Vec<String>,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// A folder of the workspace other than the current one.
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let Some(name) = &arguments.command else {
        print(&list())?;
        return Ok(ExitCode::SUCCESS);
    };
    let command = commands::find(name)
        .ok_or_else(|| format!("there is no command `{name}`; `taskpacket run` lists them"))?;
    let mut asked = asked(&arguments.about)?;
    let (root, mut engine) = check::open(Path::new(&arguments.root), None)?;
    check::look_around(&root, &mut engine);
    let workspace = engine.snapshot().workspace;
    if let (Some(path), Some(packet)) = (asked.words.get("path"), workspace.packet(&asked.wp)) {
        asked.versions = git::versions(&root, merge_base(packet).as_deref(), path);
    }
    match commands::run(command, &asked, &workspace).map_err(|refusal| refusal.to_string())? {
        Outcome::Text(text) => print(&text)?,
        Outcome::Change(made) if arguments.dry_run => print(&change::diff(&made))?,
        Outcome::Change(made) => change::write(&root, &made)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// One word is the work packet; the others say what is meant.
fn asked(about: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { wp: String::new(), words: BTreeMap::new(), versions: None };
    for word in about {
        match word.split_once('=') {
            Some((name, value)) => _ = asked.words.insert(name.to_string(), value.to_string()),
            None if asked.wp.is_empty() => asked.wp.clone_from(word),
            None => return Err(format!("`{word}` is neither the work packet nor `name=value`")),
        }
    }
    Ok(asked)
}

fn list() -> String {
    let mut out = String::new();
    for command in COMMANDS {
        let needs = command.needs.iter().map(|need| format!(" {need}=.."));
        let takes = command.takes.iter().map(|take| format!(" [{take}=..]"));
        let words: String = needs.chain(takes).collect();
        out.push_str(&format!("{}{words}\n    {}\n", command.name, command.about));
    }
    out
}
