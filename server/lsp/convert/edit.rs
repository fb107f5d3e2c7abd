//! Changes of files as the protocol has them: with versions, reasons and new files where the client takes those.

use std::collections::HashMap;

use engine::document::Document;
use engine::ide::source_change::{Refusal, SourceChange, What};
use engine::text::edit::Edit;
use engine::text::line_index::Encoding;
use lsp_types::*;

use super::position;
use crate::lsp::capabilities::Client;

/// Where a file is, as the client knows it, and its version where it is open.
pub type Place<'a> = dyn Fn(&str) -> Option<OptionalVersionedTextDocumentIdentifier> + 'a;

/// What was refused is not half done: a client that cannot create files gets no edit at all.
///
/// A client that creates or renames files takes `documentChanges` for that, as there is no other form to ask it in (LSP
/// 3.17, WorkspaceEditClientCapabilities); Neovim says no more than that.
pub fn workspace_edit(
    change: &SourceChange,
    place: &Place,
    client: Client,
) -> Result<WorkspaceEdit, Refusal> {
    if change.creates_files() && !client.creates_files {
        return Err(Refusal::new(
            "this editor creates no files for a server",
            "run `taskpacket` in a terminal",
        ));
    }
    if !change.moves.is_empty() && !client.renames_files {
        return Err(Refusal::new("this editor renames no files for a server", "rename the file there"));
    }
    let mut plain = HashMap::new();
    let mut operations = Vec::new();
    let mut annotations = HashMap::new();
    for (number, file) in change.files.iter().enumerate() {
        let named = place(&file.path);
        let text_document = named.ok_or_else(|| {
            Refusal::new(format!("{} has changed on disk since it was read", file.path), "ask again")
        })?;
        let id = number.to_string();
        let annotation = client.annotates_edits.then(|| id.clone());
        if client.annotates_edits {
            let annotation = ChangeAnnotation {
                label: change.title.clone(),
                needs_confirmation: Some(false),
                description: Some(file.why.clone()),
            };
            annotations.insert(id, annotation);
        }
        let edits = match &file.what {
            What::Edit { document, edits } => text_edits(document, edits.as_slice(), client.encoding),
            What::Create(text) => {
                let create = CreateFile {
                    uri: text_document.uri.clone(),
                    options: Some(CreateFileOptions {
                        overwrite: Some(false),
                        ignore_if_exists: Some(false),
                    }),
                    annotation_id: annotation.clone(),
                };
                operations.push(DocumentChangeOperation::Op(ResourceOp::Create(create)));
                vec![TextEdit::new(Range::default(), text.clone())]
            }
        };
        plain.insert(text_document.uri.clone(), edits.clone());
        let edits = edits.into_iter().map(|text_edit| match &annotation {
            Some(id) => OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: id.clone() }),
            None => OneOf::Left(text_edit),
        });
        let edit = TextDocumentEdit { text_document, edits: edits.collect() };
        operations.push(DocumentChangeOperation::Edit(edit));
    }
    for moved in &change.moves {
        let uri = |path: &str| place(path).map(|identifier| identifier.uri);
        let (Some(old_uri), Some(new_uri)) = (uri(&moved.from), uri(&moved.to)) else {
            return Err(Refusal::new(
                format!("{} has changed on disk since it was read", moved.from),
                "ask again",
            ));
        };
        let options = RenameFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
        let rename = RenameFile { old_uri, new_uri, options: Some(options), annotation_id: None };
        operations.push(DocumentChangeOperation::Op(ResourceOp::Rename(rename)));
    }
    let is_about_files = change.creates_files() || !change.moves.is_empty();
    if !client.versioned_edits && !is_about_files {
        return Ok(WorkspaceEdit { changes: Some(plain), ..WorkspaceEdit::default() });
    }
    Ok(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        change_annotations: client.annotates_edits.then_some(annotations),
        ..WorkspaceEdit::default()
    })
}

/// Edits of one document in the client's positions.
pub fn text_edits(document: &Document, edits: &[Edit], encoding: Encoding) -> Vec<TextEdit> {
    let converted =
        |edit: &Edit| TextEdit::new(position::range(document, edit.range, encoding), edit.text.clone());
    edits.iter().map(converted).collect()
}
