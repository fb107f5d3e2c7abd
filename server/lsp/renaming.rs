//! A work packet under another id, asked for at the cursor or by renaming one of its files.

use engine::ide::rename;
use engine::ide::source_change::{Refusal, SourceChange};
use lsp_types::*;

use super::answers::Place;
use super::convert::{edit, position};

impl Place<'_> {
    /// What would be renamed here, or why nothing is.
    pub fn prepare_rename(&self, at: Position) -> Result<PrepareRenameResponse, Refusal> {
        let (range, placeholder) = rename::prepare(self.document, self.workspace(), self.offset(at))?;
        let range = position::range(self.document, range, self.client.encoding);
        Ok(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
    }

    pub fn rename(&self, at: Position, new: &str) -> Result<WorkspaceEdit, Refusal> {
        let (_, id) = rename::prepare(self.document, self.workspace(), self.offset(at))?;
        self.renamed(rename::rename(&id, new, self.workspace())?)
    }

    /// What else changes when this document gets another name in its folder; nothing where that is no rename of a work
    /// packet.
    pub fn will_rename(&self, to: &Uri) -> Result<Option<WorkspaceEdit>, Refusal> {
        let folder =
            |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_string());
        let path = to.path().as_str();
        let new = path.rsplit('/').next().unwrap_or(path).strip_suffix(".md");
        let id = self.document.stem();
        let is_named =
            [self.workspace().packet(id), self.workspace().stub(id), self.workspace().refinement(id)];
        let is_named = is_named.into_iter().flatten().any(|own| own.path == self.document.path);
        let Some(new) =
            new.filter(|new| is_named && *new != id && folder(path) == folder(self.uri.path().as_str()))
        else {
            return Ok(None);
        };
        let mut change = rename::rename(id, new, self.workspace())?;
        // The editor moves this one.
        change.moves.retain(|moved| moved.from != self.document.path);
        self.renamed(change).map(Some)
    }

    fn renamed(&self, change: SourceChange) -> Result<WorkspaceEdit, Refusal> {
        edit::workspace_edit(&change, &|path: &str| self.root.identifier(path), self.client)
    }
}
