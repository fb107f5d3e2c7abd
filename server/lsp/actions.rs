//! The two requests about code actions, whose answers are written by hand: see [`snippets`].

use lsp_types::CodeActionParams;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;

use super::answers::Place;
use super::backend::{Backend, refused};
use super::changes::Known;
use super::snippets;

impl Backend {
    /// `textDocument/codeAction`, by the name that [`snippets`] gives it.
    pub async fn code_actions(&self, params: CodeActionParams) -> Result<Option<Vec<Value>>> {
        let (range, only) = (params.range, params.context.only);
        let found =
            self.ask(params.text_document.uri, move |place| place.actions(range, only.as_deref())).await;
        Ok(found.map(snippets::written))
    }

    /// `codeAction/resolve`: the edit of an action that was offered without it; any other comes back as it is.
    pub async fn resolved(&self, mut action: Value) -> Result<Value> {
        let known: Option<Known> = serde_json::from_value(action["data"].clone()).ok();
        let Some(known) = known.filter(|_| action.get("edit").is_none()) else { return Ok(action) };
        let uri = known.uri.clone();
        let asked = move |place: &Place| (place.resolved(&known), place.client.snippet_edits);
        match self.ask(uri.clone(), asked).await {
            Some((Ok(edit), takes_stops)) => {
                action["edit"] = json!(edit);
                if takes_stops {
                    snippets::open(&mut action["edit"], uri.as_str());
                }
            }
            Some((Err(refusal), _)) => return Err(refused(refusal)),
            None => {}
        }
        Ok(action)
    }
}
