//! SARIF 2.1.0 for code scanning services.

use engine::rules;
use engine::rules::page;
use engine::rules::report::Severity;
use serde_json::json;

use super::places;
use crate::cli::check::Findings;

pub fn render(findings: &Findings) -> String {
    let described: Vec<_> = rules::all()
        .iter()
        .map(|entry| {
            let text = entry.page();
            json!({ "id": entry.name, "shortDescription": { "text": page::title(&text) }, "helpUri": entry.url() })
        })
        .collect();
    let results: Vec<_> = findings
        .list
        .iter()
        .map(|(document, found)| {
            let (start, end) = places(document, found.range);
            let level = match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "note",
            };
            json!({
                "ruleId": found.rule.name,
                "level": level,
                "message": { "text": found.message },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": &*document.path },
                    "region": {
                        "startLine": start.line, "startColumn": start.column,
                        "endLine": end.line, "endColumn": end.column,
                    },
                } }],
            })
        })
        .collect();
    let report = json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{
            "tool": { "driver": { "name": "taskpacket", "version": env!("CARGO_PKG_VERSION"), "rules": described } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{report:#}\n")
}
