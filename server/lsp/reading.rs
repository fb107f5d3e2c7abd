//! What helps to read a file, as the protocol has it: highlights, selections, tokens, hints, lenses and calls.

use engine::ide::lenses::{self, About};
use engine::ide::{calls, highlights, hints, selections, tokens};
use engine::text::range::Range;
use lsp_types::*;
use serde_json::json;

use super::answers::Place;
use super::convert::{position, uri};
use super::showing;

/// The kinds of tokens, in the order of [`tokens::Sort`].
pub const TOKEN_TYPES: &[SemanticTokenType] = &[
    SemanticTokenType::PROPERTY,
    SemanticTokenType::CLASS,
    SemanticTokenType::NAMESPACE,
    SemanticTokenType::DECORATOR,
    SemanticTokenType::MACRO,
    SemanticTokenType::ENUM_MEMBER,
    SemanticTokenType::FUNCTION,
];

pub const TOKEN_MODIFIERS: &[SemanticTokenModifier] = &[SemanticTokenModifier::READONLY];

impl Place<'_> {
    pub fn highlights(&self, at: Position) -> Vec<DocumentHighlight> {
        let found = highlights::highlights(self.document, self.workspace(), self.offset(at)).into_iter();
        let convert = |found: highlights::Highlight| DocumentHighlight {
            range: self.range(found.range),
            kind: Some(if found.is_own { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
        };
        found.map(convert).collect()
    }

    /// One chain for each position, the smallest stretch outside.
    pub fn selections(&self, at: &[Position]) -> Vec<SelectionRange> {
        let chain = |at: &Position| {
            let mut around = selections::selections(self.document, self.offset(*at)).into_iter().rev();
            let whole = around.next().map_or(Range::empty(self.offset(*at)), |whole| whole);
            let outermost = SelectionRange { range: self.range(whole), parent: None };
            around.fold(outermost, |parent, range| SelectionRange {
                range: self.range(range),
                parent: Some(Box::new(parent)),
            })
        };
        at.iter().map(chain).collect()
    }

    /// The tokens of a stretch of the file, or of all of it, each relative to the one before.
    pub fn tokens(&self, within: Option<lsp_types::Range>) -> Vec<SemanticToken> {
        let within = within.map_or(Range::new(0, self.document.text.len()), |range| self.bytes(range));
        let (mut line, mut column) = (0, 0);
        let found = tokens::tokens(self.document, within).into_iter();
        let convert = |found: tokens::Token| {
            let range = self.range(found.range);
            let start = range.start;
            let delta_start = if start.line == line { start.character - column } else { start.character };
            let token = SemanticToken {
                delta_line: start.line - line,
                delta_start,
                length: range.end.character - start.character,
                token_type: found.sort as u32,
                token_modifiers_bitset: u32::from(found.is_frozen),
            };
            (line, column) = (start.line, start.character);
            token
        };
        found.map(convert).collect()
    }

    pub fn hints(&self, within: lsp_types::Range) -> Vec<InlayHint> {
        let found = hints::hints(self.document, self.workspace(), self.bytes(within)).into_iter();
        let convert = |found: hints::Hint| InlayHint {
            position: self.range(Range::empty(found.offset)).start,
            label: InlayHintLabel::String(found.words),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: Some(false),
            data: None,
        };
        found.map(convert).collect()
    }

    pub fn lenses(&self) -> Vec<CodeLens> {
        let found = lenses::lenses(self.document, self.workspace()).into_iter();
        let convert = |found: lenses::Lens| {
            let range = self.range(found.range);
            let argument = json!({ "uri": self.uri, "about": found.about.name(), "position": range.start });
            CodeLens {
                range,
                command: Some(Command {
                    title: found.words,
                    command: showing::COMMAND.into(),
                    arguments: Some(vec![argument]),
                }),
                data: None,
            }
        };
        found.map(convert).collect()
    }

    /// What the line of a lens shows.
    pub fn shown(&self, about: About, at: Position) -> showing::Shown {
        let found = lenses::shown(self.document, self.workspace(), about, self.offset(at));
        let places = found.places.iter().filter_map(|place| self.location(place)).collect();
        showing::Shown { title: None, text: found.words.map(|card| card.plain()), places }
    }

    pub fn call_item(&self, at: Position) -> Option<CallHierarchyItem> {
        let found = calls::prepare(self.document, self.workspace(), self.offset(at))?;
        self.hierarchy_item(found)
    }

    pub fn incoming_calls(&self, id: &str) -> Vec<CallHierarchyIncomingCall> {
        let found = calls::incoming(id, self.workspace()).into_iter();
        let convert = |call: calls::Call| {
            // Ranges are of the caller's file, which may leave it to the other side to say it.
            let is_own = call.path == call.item.path;
            let from_ranges = if is_own { self.places_in(&call) } else { Vec::new() };
            Some(CallHierarchyIncomingCall { from: self.hierarchy_item(call.item)?, from_ranges })
        };
        found.filter_map(convert).collect()
    }

    pub fn outgoing_calls(&self, id: &str) -> Vec<CallHierarchyOutgoingCall> {
        let found = calls::outgoing(id, self.workspace()).into_iter();
        let convert = |call: calls::Call| {
            let is_own = call.path == self.document.path;
            let from_ranges = if is_own { self.places_in(&call) } else { Vec::new() };
            Some(CallHierarchyOutgoingCall { to: self.hierarchy_item(call.item)?, from_ranges })
        };
        found.filter_map(convert).collect()
    }

    fn places_in(&self, call: &calls::Call) -> Vec<lsp_types::Range> {
        let Some(document) = self.workspace().document(&call.path) else { return Vec::new() };
        call.places.iter().map(|range| position::range(document, *range, self.client.encoding)).collect()
    }

    fn hierarchy_item(&self, item: calls::Item) -> Option<CallHierarchyItem> {
        let document = self.workspace().document(&item.path)?;
        let selection_range = position::range(document, item.range, self.client.encoding);
        let whole = Range::new(0, document.text.len());
        Some(CallHierarchyItem {
            name: item.id.clone(),
            kind: SymbolKind::MODULE,
            tags: None,
            detail: (!item.detail.is_empty()).then_some(item.detail),
            uri: uri::uri(&self.folder.join(&*item.path))?,
            range: position::range(document, whole, self.client.encoding),
            selection_range,
            data: Some(json!({ "id": item.id })),
        })
    }

    fn range(&self, range: Range) -> lsp_types::Range {
        position::range(self.document, range, self.client.encoding)
    }

    fn bytes(&self, range: lsp_types::Range) -> Range {
        Range::new(self.offset(range.start), self.offset(range.end))
    }
}
