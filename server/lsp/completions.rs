//! What could be written, folded, followed and found, as the protocol has it.

use std::path::Path;

use engine::engine::Snapshot;
use engine::ide::completion::{Completion, Sort};
use engine::ide::{self, completion, search};
use engine::text::line_index::Encoding;
use engine::text::range::Range;
use engine::text::snippet;
use lsp_types::*;
use serde_json::json;

use super::answers::{Place, location};
use super::convert::position;

impl Place<'_> {
    pub fn completions(&self, at: Position) -> CompletionList {
        let found = completion::completions(self.document, self.workspace(), self.offset(at));
        let items = found.list.into_iter().enumerate().map(|(rank, found)| self.completion(rank, found));
        CompletionList { is_incomplete: found.is_cut, items: items.collect() }
    }

    fn completion(&self, rank: usize, found: Completion) -> CompletionItem {
        let is_snippet = found.is_snippet && self.client.snippets;
        let text = if found.is_snippet && !is_snippet { snippet::plain(&found.text) } else { found.text };
        let range = position::range(self.document, found.range, self.client.encoding);
        let data = found.about.key().map(|about| json!({ "uri": self.uri, "about": about }));
        CompletionItem {
            label: found.label,
            kind: Some(match found.sort {
                Sort::Field => CompletionItemKind::FIELD,
                Sort::Value => CompletionItemKind::ENUM_MEMBER,
                Sort::Section => CompletionItemKind::REFERENCE,
                Sort::WorkPacket => CompletionItemKind::MODULE,
                Sort::Path => CompletionItemKind::FILE,
                Sort::Rule | Sort::Tag => CompletionItemKind::CONSTANT,
                Sort::Block => CompletionItemKind::SNIPPET,
            }),
            detail: (!found.detail.is_empty()).then_some(found.detail),
            // As text, so that the tenth does not come before the second.
            sort_text: Some(format!("{rank:03}")),
            filter_text: Some(found.filter),
            insert_text_format: Some(if is_snippet {
                InsertTextFormat::SNIPPET
            } else {
                InsertTextFormat::PLAIN_TEXT
            }),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, text))),
            data,
            ..CompletionItem::default()
        }
    }

    /// The longer words about a completion.
    pub fn about(&self, key: &str) -> Option<Documentation> {
        let about = completion::About::of(key)?;
        let card = completion::about(&about, self.document, self.workspace())?;
        let kind = match self.client.documents_markdown {
            true => MarkupContent { kind: MarkupKind::Markdown, value: card.markdown() },
            false => MarkupContent { kind: MarkupKind::PlainText, value: card.plain() },
        };
        Some(Documentation::MarkupContent(kind))
    }

    pub fn folds(&self) -> Vec<FoldingRange> {
        let fold = |(start_line, end_line)| FoldingRange { start_line, end_line, ..FoldingRange::default() };
        ide::folds::folds(self.document).into_iter().map(fold).collect()
    }

    pub fn links(&self) -> Vec<DocumentLink> {
        let link = |found: ide::links::Link| {
            // A file that is no document is looked at here: it must exist, and in the workspace.
            let place = ide::Location {
                path: found.path.as_str().into(),
                range: Range::empty(0),
                line: Some(found.line.unwrap_or(1)),
            };
            let mut target = location(&place, self.workspace(), self.folder, self.client.encoding)?.uri;
            if let Some(line) = found.line {
                target = format!("{}#L{line}", target.as_str()).parse().ok()?;
            }
            let range = position::range(self.document, found.range, self.client.encoding);
            Some(DocumentLink { range, target: Some(target), tooltip: None, data: None })
        };
        ide::links::links(self.document, self.workspace()).into_iter().filter_map(link).collect()
    }
}

/// The names of one root that fit, each with how well.
pub fn search(
    snapshot: &Snapshot,
    folder: &Path,
    query: &str,
    encoding: Encoding,
) -> Vec<(u32, WorkspaceSymbol)> {
    let workspace = &snapshot.workspace;
    let found = search::search(workspace, query, completion::MOST).into_iter();
    found
        .filter_map(|found| {
            let symbol = WorkspaceSymbol {
                name: found.name,
                kind: match found.sort {
                    search::Sort::WorkPacket => SymbolKind::MODULE,
                    search::Sort::Section => SymbolKind::NAMESPACE,
                    search::Sort::Signature => SymbolKind::KEY,
                },
                tags: None,
                container_name: Some(found.location.path.to_string()),
                location: OneOf::Left(location(&found.location, workspace, folder, encoding)?),
                data: None,
            };
            Some((found.score, symbol))
        })
        .collect()
}
