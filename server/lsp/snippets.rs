//! Edits with tab stops (LSP 3.18, SnippetTextEdit), of which the types we speak know nothing: questions about actions
//! are asked under other names, and their answers are written by hand.

use engine::text::snippet::of_plain;
use lsp_types::{CodeActionOrCommand, TextEdit};
use serde_json::{Value, json};
use tower_lsp::jsonrpc::Request;

/// The name under which code actions are answered.
pub const CODE_ACTION: &str = "taskpacket/codeAction";

/// The name under which an action gets its edit.
pub const RESOLVE: &str = "taskpacket/codeAction/resolve";

const OFFERED: &str = "/capabilities/workspace/workspaceEdit/snippetEditSupport";

/// A request as our own handlers know it: what a client of LSP 3.18 offers is kept where the older types keep what they
/// do not know.
pub fn known(request: Request) -> Request {
    let method = match request.method() {
        "textDocument/codeAction" => CODE_ACTION,
        "codeAction/resolve" => RESOLVE,
        "initialize" => "initialize",
        _ => return request,
    };
    let (_, id, params) = request.into_parts();
    let mut params = params.unwrap_or_default();
    if method == "initialize" && params.pointer(OFFERED) == Some(&Value::Bool(true)) {
        params["capabilities"]["experimental"] = json!({ "snippetEditSupport": true });
    }
    let request = Request::build(method).params(params);
    match id {
        Some(id) => request.id(id).finish(),
        None => request.finish(),
    }
}

/// What an action carries of its edits with tab stops, until it is written.
pub fn carried(stops: Vec<TextEdit>) -> Option<Value> {
    (!stops.is_empty()).then(|| json!({ "stops": stops }))
}

/// Actions as the protocol has them, with tab stops in the place of words to be filled in.
pub fn written(actions: Vec<CodeActionOrCommand>) -> Vec<Value> {
    let written = |action| {
        let mut action = serde_json::to_value(action).unwrap_or_default();
        let Some(Value::Array(stops)) = action.pointer_mut("/data/stops").map(Value::take) else {
            return action;
        };
        if let Some(action) = action.as_object_mut() {
            action.remove("data");
        }
        if let Some(edits) = action.pointer_mut("/edit/documentChanges/0/edits") {
            *edits = stops.into_iter().map(snippet).collect();
        }
        action
    };
    actions.into_iter().map(written).collect()
}

/// The edits of one file with tab stops at what they leave to say. Only one file is in front of a person; in others, and
/// in those that are only being made, the words stay as they are.
pub fn open(edit: &mut Value, uri: &str) {
    let Some(changes) = edit["documentChanges"].as_array_mut() else { return };
    for change in changes.iter_mut().filter(|change| change["textDocument"]["uri"] == uri) {
        for edit in change["edits"].as_array_mut().into_iter().flatten() {
            let Some(text) = edit["newText"].as_str().and_then(of_plain) else { continue };
            let mut open = snippet(json!({ "range": edit["range"], "newText": text }));
            if let Some(annotation) = edit.get("annotationId") {
                open["annotationId"] = annotation.clone();
            }
            *edit = open;
        }
    }
}

fn snippet(edit: Value) -> Value {
    json!({ "range": edit["range"], "snippet": { "kind": "snippet", "value": edit["newText"] } })
}
