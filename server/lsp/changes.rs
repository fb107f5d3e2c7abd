//! Changes over several files, and what is no change at all, as code actions.

use engine::diagnostics::Diagnostic;
use engine::ide::commands::PREFIX;
use engine::ide::offers::{self, Offer, OfferKind};
use engine::ide::source_change::Refusal;
use engine::ide::steps::{self, Step, What};
use engine::text::range::Range;
use lsp_types::{CodeAction, CodeActionDisabled, CodeActionKind, Command, Uri, WorkspaceEdit};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answers::Place;
use super::convert::{edit, position};
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
        let converted = offers.into_iter().filter_map(|offer| self.action(offer, found, range, wanted));
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

    /// An action with its edit, or with what it is known by until somebody chooses it.
    fn action(
        &self,
        offer: Offer,
        found: &[Diagnostic],
        range: Range,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Option<CodeAction> {
        let answered = self.told(found, &offer.answers);
        let kind = if answered.is_none() { kind(offer.kind) } else { CodeActionKind::QUICKFIX };
        if !wanted(kind.as_str()) {
            return None;
        }
        let mut action = CodeAction { title: offer.title.clone(), kind: Some(kind), ..CodeAction::default() };
        if offer.refused.is_none() && self.makes_later() {
            let range = position::range(self.document, range, self.client.encoding);
            let known =
                json!({ "uri": self.uri, "version": self.version, "range": range, "title": offer.title });
            action.data = Some(known);
        } else {
            match self.made(offer) {
                Ok(edit) => action.edit = Some(edit),
                Err(refusal) => action.disabled = Some(CodeActionDisabled { reason: refusal.to_string() }),
            }
        }
        action.is_preferred = Some(answered.is_some() && action.disabled.is_none());
        action.diagnostics = answered;
        Some(action)
    }

    /// Whether the client takes whatever comes of an offer, and asks for it when it is chosen.
    fn makes_later(&self) -> bool {
        self.client.resolves_edits && self.client.creates_files && self.client.renames_files
    }

    fn made(&self, offer: Offer) -> Result<WorkspaceEdit, Refusal> {
        let place = |path: &str| self.root.identifier(path);
        offer.change().and_then(|change| edit::workspace_edit(&change, &place, self.client))
    }

    /// The edit of what was offered at a place of this version.
    pub fn resolved(&self, known: &Known) -> Result<WorkspaceEdit, Refusal> {
        let gone = || Refusal::new(format!("`{}` is offered no longer", known.title), "ask again");
        if self.version != known.version {
            return Err(gone());
        }
        let range = Range::new(self.offset(known.range.start), self.offset(known.range.end));
        let offers = offers::offers(self.document, self.workspace(), &self.found(), range);
        let chosen = offers.into_iter().find(|offer| offer.title == known.title);
        self.made(chosen.ok_or_else(gone)?)
    }
}

/// What an action without its edit is known by.
#[derive(Deserialize)]
pub struct Known {
    pub uri: Uri,
    version: Option<i32>,
    range: lsp_types::Range,
    title: String,
}

fn kind(of: OfferKind) -> CodeActionKind {
    match of {
        OfferKind::Source => CodeActionKind::new("source.taskpacket"),
        OfferKind::Refactor => CodeActionKind::REFACTOR,
    }
}
