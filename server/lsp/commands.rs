//! `workspace/executeCommand`: the engine says what changes, the client changes it.

use std::collections::BTreeMap;

use engine::document::kind::Kind;
use engine::ide::commands::{self, Asked, Outcome};
use engine::ide::source_change::{Refusal, SourceChange, What};
use engine::text::grammar::id::base_of;
use engine::workspace::git::merge_base as git_base;
use lsp_types::{ExecuteCommandParams, Uri, WorkspaceEdit};
use serde::Deserialize;
use serde_json::{Value, json};

use super::capabilities::Client;
use super::convert::{edit, uri};
use super::roots::{Root, Roots};
use crate::{disk, git};

/// What a command answers, and what the client shall do.
pub struct Done {
    pub answer: Value,
    pub next: Next,
}

pub enum Next {
    Apply(Box<Apply>),
    /// For a person to read.
    Show {
        name: String,
        text: String,
    },
    /// Nothing: the client has the answer.
    Rest,
}

/// An edit for the client to apply.
pub struct Apply {
    pub title: String,
    pub edit: WorkspaceEdit,
    /// What it shall show afterwards.
    pub show: Option<Uri>,
}

/// The one argument of every command.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Arguments {
    /// A file or folder of the workspace; where one workspace is open, it need not be named.
    uri: Option<Uri>,
    /// The work packet; without it, the one that the file is about.
    wp_id: Option<String>,
    /// What the command needs beside it: `status`, `reason`, `signature`, `correct`, `path`.
    #[serde(flatten)]
    words: BTreeMap<String, String>,
}

pub fn run(roots: &mut Roots, client: Client, params: ExecuteCommandParams) -> Result<Done, Refusal> {
    let command = commands::find(&params.command).ok_or_else(|| {
        Refusal::new(format!("there is no command {}", params.command), "see the list of commands")
    })?;
    let argument = params.arguments.into_iter().next().unwrap_or_else(|| json!({}));
    let arguments: Arguments = serde_json::from_value(argument).map_err(|error| {
        Refusal::new(
            format!("the argument is not understood: {error}"),
            "it is `{ \"uri\": .., \"wpId\": .. }`",
        )
    })?;
    let root = roots.around(arguments.uri.as_ref()).ok_or_else(|| {
        Refusal::new("it is not clear which workspace is meant", "name a file or folder of it as `uri`")
    })?;
    let named = arguments.wp_id.or_else(|| own_id(root, arguments.uri.as_ref()?));
    let mut asked = Asked { wp: named.unwrap_or_default(), words: arguments.words, versions: None };
    renew(root, &asked.wp);
    let snapshot = root.engine.snapshot();
    if let (Some(path), Some(packet)) = (asked.words.get("path"), snapshot.workspace.packet(&asked.wp)) {
        asked.versions = git::versions(&root.folder, git_base(packet).as_deref(), path);
    }
    match commands::run(command, &asked, &snapshot.workspace)? {
        Outcome::Change(change) => applied(&change, root, client),
        Outcome::Text(text) => {
            let answer = json!({ "title": command.about, "text": text });
            let name = format!("{} {}", command.name, asked.wp).trim().to_string();
            Ok(Done { answer, next: if client.takes_texts { Next::Rest } else { Next::Show { name, text } } })
        }
    }
}

/// The id of the work packet that a file is about.
fn own_id(root: &mut Root, of: &Uri) -> Option<String> {
    let path = disk::relative(&root.folder, &uri::path(of)?)?;
    let snapshot = root.engine.snapshot();
    let document = snapshot.workspace.document(&path)?;
    let is_own = matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement);
    is_own.then(|| document.stem().to_string())
}

/// Reads again what the command may change and nobody has open, and looks at the clock.
fn renew(root: &mut Root, wp: &str) {
    let workspace = root.engine.snapshot().workspace;
    let shared = [Kind::Board, Kind::Audit, Kind::Registry, Kind::Gates, Kind::SpecPointer];
    let mut paths: Vec<String> =
        shared.iter().filter_map(|kind| Some(workspace.only(*kind)?.path.to_string())).collect();
    for id in workspace.index().family(base_of(wp)) {
        let files = [workspace.packet(id), workspace.stub(id), workspace.refinement(id)];
        paths.extend(files.into_iter().flatten().map(|document| document.path.to_string()));
    }
    for path in paths {
        root.reread(&path);
    }
    root.look_around();
}

fn applied(change: &SourceChange, root: &Root, client: Client) -> Result<Done, Refusal> {
    if !client.applies_edits {
        return Err(Refusal::new(
            "this editor applies no edits of a server",
            "run `taskpacket` in a terminal",
        ));
    }
    let edit = edit::workspace_edit(change, &|path| root.identifier(path), client)?;
    let place = |path: &str| uri::uri(&root.folder.join(path));
    let files = change.files.iter().map(|file| {
        let what = if matches!(file.what, What::Create(_)) { "create" } else { "edit" };
        json!({ "uri": place(&file.path), "what": what, "why": file.why })
    });
    let answer = json!({ "title": change.title, "files": files.collect::<Vec<_>>() });
    let created = change.files.iter().find(|file| matches!(file.what, What::Create(_)));
    let show = created.filter(|_| client.shows_documents).and_then(|file| place(&file.path));
    let apply = Apply { title: change.title.clone(), edit, show };
    Ok(Done { answer, next: Next::Apply(Box::new(apply)) })
}
