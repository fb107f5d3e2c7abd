//! The audit's side of a signature: a row that was forgotten, a signature that was spent by mistake (Part 3, error
//! recovery [CX-611]).

use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::ide::create::{purpose, spec_version};
use crate::ide::ledgers::audit;
use crate::ide::source_change::{Refusal, SourceChange};
use crate::workspace::Workspace;

/// Adds the row of a signature that some file uses and the audit does not have.
pub fn record(signature: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let index = workspace.index();
    let Some(used) = index.uses(signature).first() else {
        return Err(Refusal::new(
            format!("no packet and no refinement uses {signature}"),
            "the audit records what was used",
        ));
    };
    if index.audit_rows(signature).next().is_some() {
        return Err(Refusal::new(format!("the audit has {signature}"), "its row stays as it is"));
    }
    let document = log(workspace)?;
    let spec = workspace.document(&used.path).and_then(|user| {
        let labels = [Label::SpecBaseline, Label::SpecTargetResolved, Label::SpecTarget];
        let said = labels.iter().find_map(|&label| user.filled(label))?;
        let prefix = &workspace.config.spec.file_prefix;
        said.text.split_whitespace().find(|word| word.contains(prefix.as_str())).map(str::to_string)
    });
    let version = spec.as_deref().map_or("-", spec_version);
    let row = audit::record(document, signature, &purpose(&used.wp), version, "Added retroactively.");
    let Some(row) = row else {
        return Err(Refusal::new(
            format!("{signature} names no minute, or {} has no table", document.path),
            "record it by hand",
        ));
    };
    let mut change = SourceChange::new(format!("Record {signature} in the audit"));
    change.edit(document, format!("{} uses it", used.path), vec![row])?;
    Ok(change)
}

/// Marks a signature as spent by mistake; whoever used it needs a new one.
pub fn invalidate(signature: &str, reason: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let document = log(workspace)?;
    let edits = audit::invalidate(document, signature, reason);
    if edits.is_empty() {
        let is_known = workspace.index().audit_rows(signature).next().is_some();
        return Err(match is_known {
            true => Refusal::new(format!("{signature} is INVALID already"), "ask the user for a new one"),
            false => Refusal::new(format!("the audit does not have {signature}"), "record it first"),
        });
    }
    let mut change = SourceChange::new(format!("Mark {signature} INVALID"));
    change.edit(document, reason, edits)?;
    Ok(change)
}

fn log(workspace: &Workspace) -> Result<&std::sync::Arc<crate::document::Document>, Refusal> {
    workspace.only(Kind::Audit).ok_or_else(|| {
        Refusal::new(format!("there is no {}", workspace.config.layout.signature_audit), "make it first")
    })
}
