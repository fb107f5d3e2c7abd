//! A diagnostic as the protocol wants it: code, page, related places.

use std::path::Path;
use std::str::FromStr as _;

use engine::diagnostics::Diagnostic;
use engine::document::Document;
use engine::rules::report::Severity;
use engine::text::line_index::Encoding;
use engine::workspace::Workspace;
use lsp_types::{
    CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Uri,
};

use super::{position, uri};

pub fn diagnostic(
    found: &Diagnostic,
    document: &Document,
    workspace: &Workspace,
    root: &Path,
    encoding: Encoding,
) -> lsp_types::Diagnostic {
    let related: Vec<_> = found
        .related
        .iter()
        .filter_map(|related| {
            let other = workspace.document(&related.path)?;
            let range = position::range(other, related.range, encoding);
            let location = Location::new(uri::uri(&root.join(&*related.path))?, range);
            Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
        })
        .collect();
    lsp_types::Diagnostic {
        range: position::range(document, found.range, encoding),
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Info => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(found.rule.name.clone())),
        code_description: Uri::from_str(&found.rule.url()).ok().map(|href| CodeDescription { href }),
        source: Some("taskpacket".into()),
        message: found.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: None,
        data: Some(serde_json::json!({
            "rule": found.rule.name,
            "fixes": found.fixes.iter().map(|fix| &*fix.title).collect::<Vec<_>>(),
        })),
    }
}
