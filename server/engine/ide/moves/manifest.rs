//! A block of the manifest, measured: where a file differs from the packet's base, by how many lines, and the SHA1s of
//! both versions (COR-701).

use super::packet;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::ide::offers::of_one;
use crate::ide::source_change::{Refusal, SourceChange};
use crate::rules::manifest::{all, appended, block, in_block, measured, section, written};
use crate::text::edit::Edit;
use crate::workspace::Workspace;
use crate::workspace::work::Changed;

/// Two versions of a file; without the first one it is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    pub path: String,
    pub before: Option<String>,
    pub after: String,
}

/// Fills the block of a file, else the first one that nobody has filled, else a new one.
pub fn fill(id: &str, versions: &Versions, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let document = packet(id, workspace)?;
    let changed = Changed::of(versions.before.as_deref().map(str::as_bytes), Some(versions.after.as_bytes()));
    if changed.window().is_none() {
        return Err(Refusal::new(
            format!("{} is as it was at the packet's base", versions.path),
            "a manifest tells of changes",
        ));
    }
    let targets: Vec<&Field> = all(document, Label::TargetFile).collect();
    let named = |wanted: &str| targets.iter().find(|field| document.value_of(field).text == wanted);
    let known = named(&versions.path).or_else(|| named("path/to/file")).or_else(|| named("<fill>"));
    let edits = match known {
        Some(target) => filled(document, target, &versions.path, &changed),
        None => match section(document) {
            Some(section) => vec![appended(document, section, &block(&versions.path, &changed))],
            None => {
                return Err(Refusal::new(
                    format!("{} has no VALIDATION section", document.path),
                    "insert it first",
                ));
            }
        },
    };
    if edits.is_empty() {
        return Err(Refusal::new(
            format!("the manifest of {} is up to date", versions.path),
            "nothing is left to do",
        ));
    }
    let title = format!("Fill the manifest of {}", versions.path);
    of_one(document, workspace, &title, "as git has it now", edits)
}

fn filled(packet: &Document, target: &Field, path: &str, changed: &Changed) -> Vec<Edit> {
    let mut edits = vec![(target, format!("`{path}`"))];
    for (label, value) in measured(changed) {
        edits.extend(in_block(packet, target, label).map(|field| (field, value)));
    }
    let differs = |(field, value): &(&Field, String)| packet.value_of(field).text != value.trim_matches('`');
    edits.into_iter().filter(differs).map(|(field, value)| written(packet, field, &value)).collect()
}
