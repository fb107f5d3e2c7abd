//! Changes over several files as code actions.

use engine::diagnostics::{self, Scope};
use engine::ide::offers::{self, Offer, OfferKind};
use engine::text::range::Range;
use lsp_types::{CodeAction, CodeActionDisabled, CodeActionKind, Diagnostic};

use super::answers::Place;
use super::convert::{diagnostic, edit};

impl Place<'_> {
    /// What is offered at a place, of the wanted kinds.
    pub fn offered(&self, range: Range, wanted: &dyn Fn(&str) -> bool) -> impl Iterator<Item = CodeAction> {
        let kinds = [kind(OfferKind::Source), kind(OfferKind::Refactor), CodeActionKind::QUICKFIX];
        let offers = match kinds.iter().any(|kind| wanted(kind.as_str())) {
            true => offers::offers(self.document, self.workspace(), range),
            false => Vec::new(),
        };
        let converted = offers.into_iter().filter_map(|offer| self.action(offer, range, wanted));
        converted.collect::<Vec<_>>().into_iter()
    }

    fn action(&self, offer: Offer, range: Range, wanted: &dyn Fn(&str) -> bool) -> Option<CodeAction> {
        let answered = self.answered(offer.answers, range);
        let kind = if answered.is_empty() { kind(offer.kind) } else { CodeActionKind::QUICKFIX };
        if !wanted(kind.as_str()) {
            return None;
        }
        let place = |path: &str| self.root.identifier(path);
        let edit = offer.change.and_then(|change| edit::workspace_edit(&change, &place, self.client));
        let (edit, refusal) = match edit {
            Ok(edit) => (Some(edit), None),
            Err(refusal) => (None, Some(refusal)),
        };
        Some(CodeAction {
            title: offer.title,
            kind: Some(kind),
            is_preferred: Some(!answered.is_empty() && refusal.is_none()),
            diagnostics: (!answered.is_empty()).then_some(answered),
            edit,
            disabled: refusal.map(|refusal| CodeActionDisabled { reason: refusal.to_string() }),
            ..CodeAction::default()
        })
    }

    /// The findings at the place that an offer answers.
    fn answered(&self, rules: &[&str], range: Range) -> Vec<Diagnostic> {
        if rules.is_empty() {
            return Vec::new();
        }
        let found = diagnostics::diagnostics(self.document, self.workspace(), Scope::Active);
        found
            .iter()
            .filter(|found| rules.contains(&found.rule.name.as_str()))
            .filter(|found| found.range.start <= range.end && range.start <= found.range.end)
            .map(|found| {
                let encoding = self.client.encoding;
                diagnostic::diagnostic(found, self.document, self.workspace(), self.folder, encoding)
            })
            .collect()
    }
}

fn kind(of: OfferKind) -> CodeActionKind {
    match of {
        OfferKind::Source => CodeActionKind::new("source.taskpacket"),
        OfferKind::Refactor => CodeActionKind::REFACTOR,
    }
}
