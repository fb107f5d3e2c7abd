//! Changes over several files, and what is no change at all, as code actions.

use engine::diagnostics::Diagnostic;
use engine::ide::commands::PREFIX;
use engine::ide::offers::{self, Offer, OfferKind};
use engine::ide::steps::{self, Step, What};
use engine::text::range::Range;
use lsp_types::{CodeAction, CodeActionDisabled, CodeActionKind, Command};
use serde_json::{Value, json};

use super::answers::Place;
use super::convert::edit;
use super::showing;

impl Place<'_> {
    /// What is offered at a place, of the wanted kinds.
    pub fn offered(
        &self,
        found: &[Diagnostic],
        range: Range,
        wanted: &dyn Fn(&str) -> bool,
    ) -> impl Iterator<Item = CodeAction> {
        let kinds = [kind(OfferKind::Source), kind(OfferKind::Refactor), CodeActionKind::QUICKFIX];
        let offers = match kinds.iter().any(|kind| wanted(kind.as_str())) {
            true => offers::offers(self.document, self.workspace(), found, range),
            false => Vec::new(),
        };
        let converted = offers.into_iter().filter_map(|offer| self.action(offer, found, wanted));
        converted.collect::<Vec<_>>().into_iter()
    }

    /// What the findings at a place ask for beyond a change.
    pub fn steps(&self, found: &[Diagnostic], range: Range) -> impl Iterator<Item = CodeAction> {
        let steps = steps::steps(self.document, self.workspace(), found, range);
        let action = |step: Step| {
            let (command, argument) = self.argument(step.what)?;
            let arguments = Some(vec![argument]);
            Some(CodeAction {
                title: step.title.clone(),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: self.told(found, &step.about),
                command: Some(Command { title: step.title, command, arguments }),
                ..CodeAction::default()
            })
        };
        steps.into_iter().filter_map(action).collect::<Vec<_>>().into_iter()
    }

    /// The command that does it; nothing where it leads out of the workspace.
    fn argument(&self, what: What) -> Option<(String, Value)> {
        let show = showing::COMMAND.to_string();
        Some(match what {
            What::Go(place) => (show, json!({ "place": self.location(&place)? })),
            What::Run(command) => (show, json!({ "title": command, "text": command })),
            What::Ask { command, wp, signature } => {
                let mut argument = json!({ "uri": self.uri, "wpId": wp });
                if let Some(signature) = signature {
                    argument["signature"] = signature.into();
                }
                (format!("{PREFIX}{command}"), argument)
            }
        })
    }

    fn action(
        &self,
        offer: Offer,
        found: &[Diagnostic],
        wanted: &dyn Fn(&str) -> bool,
    ) -> Option<CodeAction> {
        let answered = self.told(found, &offer.answers);
        let kind = if answered.is_none() { kind(offer.kind) } else { CodeActionKind::QUICKFIX };
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
            is_preferred: Some(answered.is_some() && refusal.is_none()),
            diagnostics: answered,
            edit,
            disabled: refusal.map(|refusal| CodeActionDisabled { reason: refusal.to_string() }),
            ..CodeAction::default()
        })
    }
}

fn kind(of: OfferKind) -> CodeActionKind {
    match of {
        OfferKind::Source => CodeActionKind::new("source.taskpacket"),
        OfferKind::Refactor => CodeActionKind::REFACTOR,
    }
}
