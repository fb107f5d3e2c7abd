//! Questions of the editor about a place, answered from one version of everything.

use std::path::Path;
use std::sync::Arc;

use engine::diagnostics::{self, Diagnostic, Scope};
use engine::document::Document;
use engine::engine::Snapshot;
use engine::ide::actions::Missing;
use engine::ide::card::Card;
use engine::ide::{self, Location};
use engine::text::edit::{Edit, Edits};
use engine::text::line_index::{Encoding, Position};
use engine::text::range::Range;
use engine::workspace::Workspace;
use lsp_types::*;

use super::capabilities::Client;
use super::convert::{diagnostic, edit, position, uri};
use super::roots::Root;
use super::snippets;

/// A question of the engine that is answered with places.
pub type Ask = fn(&Document, &Workspace, usize) -> Vec<Location>;

/// A document of one version, and what is around it.
pub struct Place<'a> {
    pub root: &'a Root,
    pub folder: &'a Path,
    pub uri: &'a Uri,
    pub document: &'a Arc<Document>,
    pub snapshot: &'a Snapshot,
    /// Its findings, where they were computed already.
    pub known: Option<(Arc<[Diagnostic]>, Arc<Missing>)>,
    pub version: Option<i32>,
    pub client: Client,
}

impl Place<'_> {
    pub fn workspace(&self) -> &Workspace {
        &self.snapshot.workspace
    }

    /// The findings on the document as it is now.
    pub fn found(&self) -> Arc<[Diagnostic]> {
        let fresh = || diagnostics::diagnostics(self.document, self.workspace(), Scope::Active).into();
        self.known.as_ref().map_or_else(fresh, |(found, _)| found.clone())
    }

    /// Some of them as the client has them.
    pub fn told(&self, found: &[Diagnostic], which: &[usize]) -> Option<Vec<lsp_types::Diagnostic>> {
        let told = which.iter().filter_map(|&index| found.get(index)).map(|found| {
            diagnostic::diagnostic(found, self.document, self.workspace(), self.folder, self.client.encoding)
        });
        Some(told.collect::<Vec<_>>()).filter(|told| !told.is_empty())
    }

    pub fn offset(&self, at: lsp_types::Position) -> usize {
        let at = Position { line: at.line, column: at.character };
        self.document.lines().offset(&self.document.text, at, self.client.encoding)
    }

    pub fn hover(&self, at: lsp_types::Position) -> Option<Hover> {
        let found = ide::hover::hover(self.document, self.workspace(), self.offset(at))?;
        let mut card = found.card;
        if let Some(bytes) = found.file.as_deref().and_then(|path| self.size(path)) {
            card.row("Size", format!("{bytes} bytes"));
        }
        let markup = self.markup(&card);
        let range = position::range(self.document, found.range, self.client.encoding);
        Some(Hover { contents: HoverContents::Markup(markup), range: Some(range) })
    }

    /// In the form that the client shows.
    fn markup(&self, card: &Card) -> MarkupContent {
        match self.client.hovers_markdown {
            true => MarkupContent { kind: MarkupKind::Markdown, value: card.markdown() },
            false => MarkupContent { kind: MarkupKind::PlainText, value: card.plain() },
        }
    }

    /// How long a file is; only what lies in the workspace is looked at, whatever a text names.
    fn size(&self, path: &str) -> Option<u64> {
        let real = std::fs::canonicalize(self.folder.join(path)).ok()?;
        let known = real.starts_with(self.folder).then(|| std::fs::metadata(real).ok())??;
        known.is_file().then_some(known.len())
    }

    /// What one of the engine's questions about a place finds.
    pub fn places(&self, ask: Ask, at: lsp_types::Position) -> Vec<lsp_types::Location> {
        let found = ask(self.document, self.workspace(), self.offset(at));
        found.iter().filter_map(|found| self.location(found)).collect()
    }

    pub fn references(&self, at: lsp_types::Position, declared_too: bool) -> Vec<lsp_types::Location> {
        let offset = self.offset(at);
        let mut found = ide::references::references(self.document, self.workspace(), offset);
        if !declared_too {
            let declared = ide::definition::definition(self.document, self.workspace(), offset);
            let is_it = |place: &Location| {
                declared.iter().any(|own| own.path == place.path && own.range.contains(place.range))
            };
            found.retain(|place| !is_it(place));
        }
        found.iter().filter_map(|found| self.location(found)).collect()
    }

    pub fn location(&self, found: &Location) -> Option<lsp_types::Location> {
        location(found, self.workspace(), self.folder, self.client.encoding)
    }

    pub fn symbols(&self) -> Vec<DocumentSymbol> {
        ide::symbols::symbols(self.document).into_iter().map(|symbol| self.symbol(symbol)).collect()
    }

    #[allow(deprecated)]
    fn symbol(&self, symbol: ide::symbols::Symbol) -> DocumentSymbol {
        let name = if symbol.name.is_empty() { "(no title)".to_string() } else { symbol.name };
        DocumentSymbol {
            name,
            detail: (!symbol.detail.is_empty()).then_some(symbol.detail),
            kind: if symbol.is_field { SymbolKind::FIELD } else { SymbolKind::NAMESPACE },
            tags: None,
            deprecated: None,
            range: position::range(self.document, symbol.range.cover(symbol.selection), self.client.encoding),
            selection_range: position::range(self.document, symbol.selection, self.client.encoding),
            children: (!symbol.children.is_empty())
                .then(|| symbol.children.into_iter().map(|child| self.symbol(child)).collect()),
        }
    }

    pub fn actions(
        &self,
        range: lsp_types::Range,
        only: Option<&[CodeActionKind]>,
    ) -> Vec<CodeActionOrCommand> {
        let range = Range::new(self.offset(range.start), self.offset(range.end));
        let wanted = |kind: &str| {
            only.is_none_or(|only| {
                only.iter().any(|asked| {
                    let asked = asked.as_str();
                    kind == asked || kind.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'))
                })
            })
        };
        let mut actions = Vec::new();
        let found = self.found();
        if wanted("quickfix") {
            let missing = || {
                let look = || ide::actions::all_missing(self.document, self.workspace(), &found);
                self.known.as_ref().map_or_else(look, |(_, missing)| missing.get_or_init(look).clone())
            };
            for action in ide::actions::actions(self.document, self.workspace(), &found, range, missing) {
                let stops = if self.client.snippet_edits && action.disabled.is_none() {
                    &action.stops[..]
                } else {
                    &[]
                };
                let stops = edit::text_edits(self.document, stops, self.client.encoding);
                actions.push(CodeActionOrCommand::CodeAction(CodeAction {
                    title: action.title,
                    kind: Some(CodeActionKind::QUICKFIX),
                    data: snippets::carried(stops),
                    diagnostics: self.told(&found, &action.answers),
                    edit: action.disabled.is_none().then(|| self.edit(&action.edits)),
                    is_preferred: Some(action.is_preferred && action.disabled.is_none()),
                    disabled: action.disabled.map(|reason| CodeActionDisabled { reason: reason.into() }),
                    ..CodeAction::default()
                }));
            }
        }
        actions.extend(self.offered(&found, range, &wanted).map(CodeActionOrCommand::CodeAction));
        if wanted("quickfix") {
            actions.extend(self.steps(&found, range).map(CodeActionOrCommand::CodeAction));
        }
        // Asked for by name, as on save; among quick fixes it would stand at every place.
        if only.is_some()
            && wanted("source.fixAll.taskpacket")
            && let Some(fixed) = self.snapshot.fixed(&self.document.path)
        {
            let edits = Edits::minimal(&self.document.text, &fixed.text);
            actions.push(CodeActionOrCommand::CodeAction(CodeAction {
                title: "Fix all that is safe to fix".into(),
                kind: Some(CodeActionKind::new("source.fixAll.taskpacket")),
                edit: Some(self.edit(edits.as_slice())),
                ..CodeAction::default()
            }));
        }
        if !self.client.disabled_actions {
            actions.retain(|action| {
                !matches!(action, CodeActionOrCommand::CodeAction(CodeAction { disabled: Some(_), .. }))
            });
        }
        actions
    }

    fn edit(&self, edits: &[Edit]) -> WorkspaceEdit {
        let edits = edit::text_edits(self.document, edits, self.client.encoding);
        if !self.client.versioned_edits {
            return WorkspaceEdit {
                changes: Some([(self.uri.clone(), edits)].into()),
                ..WorkspaceEdit::default()
            };
        }
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: self.uri.clone(), version: self.version };
        let changes = vec![TextDocumentEdit { text_document, edits }];
        WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(changes)), ..WorkspaceEdit::default() }
    }
}

/// A place as the protocol has it; `None` for what may not be opened.
pub fn location(
    found: &Location,
    workspace: &Workspace,
    folder: &Path,
    encoding: Encoding,
) -> Option<lsp_types::Location> {
    let path = folder.join(&*found.path);
    let range = match (workspace.document(&found.path), found.line) {
        (Some(document), _) => position::range(document, found.range, encoding),
        // Only what lies in the workspace is ever opened, whatever a text names.
        (None, Some(line)) if path.is_file() && std::fs::canonicalize(&path).ok()?.starts_with(folder) => {
            let start = lsp_types::Position::new(line.saturating_sub(1), 0);
            lsp_types::Range::new(start, start)
        }
        _ => return None,
    };
    Some(lsp_types::Location::new(uri::uri(&path)?, range))
}
