//! JSON for programs and agents; version 1.

use engine::rules::report::{Fix, Safety, Severity};
use serde_json::json;

use super::places;
use crate::cli::check::Findings;

pub fn render(findings: &Findings) -> String {
    let diagnostics: Vec<_> = findings
        .list
        .iter()
        .map(|(document, found)| {
            let (start, end) = places(document, found.range);
            let related: Vec<_> = found
                .related
                .iter()
                .filter_map(|related| {
                    let other = findings.workspace.document(&related.path)?;
                    let (place, _) = places(other, related.range);
                    Some(json!({
                        "path": &*related.path, "line": place.line, "column": place.column, "message": related.message,
                    }))
                })
                .collect();
            let fix = |fix: &Fix| {
                let safety = if fix.safety == Safety::Safe { "safe" } else { "review" };
                json!({ "title": fix.title, "safety": safety })
            };
            let fixes: Vec<_> = found.fixes.iter().map(fix).collect();
            json!({
                "path": &*document.path, "rule": found.rule.name, "severity": found.severity.name(), "message": found.message,
                "line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column,
                "bytes": [found.range.start, found.range.end], "url": found.rule.url(), "related": related,
                "fix": fixes.first(), "fixes": fixes,
            })
        })
        .collect();
    let count =
        |severity: Severity| findings.list.iter().filter(|(_, found)| found.severity == severity).count();
    let mut report = json!({
        "version": 1,
        "root": findings.root.to_string_lossy(),
        "diagnostics": diagnostics,
        "summary": {
            "files": findings.files,
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "infos": count(Severity::Info),
            "hints": count(Severity::Hint),
        },
    });
    if let Some(outcome) = &findings.baseline {
        report["summary"]["baseline"] = outcome.json();
    }
    format!("{report:#}\n")
}
