//! `explain RULE` and `rules`: the pages that users read.

use std::process::ExitCode;

use engine::rules::{self, catalogue, page};

use super::{Shape, print};

pub fn page(name: &str) -> Result<ExitCode, String> {
    match rules::find(name) {
        Some(entry) => print(&entry.page())?,
        None => {
            return Err(format!("there is no rule `{name}`{}; `taskpacket rules` lists all", nearest(name)));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `; did you mean ..?`, where a rule's name comes near.
pub fn nearest(name: &str) -> String {
    rules::nearest(name).map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default()
}

pub fn catalogue(shape: Shape) -> Result<ExitCode, String> {
    if shape == Shape::Human {
        print(&catalogue::catalogue())?;
        return Ok(ExitCode::SUCCESS);
    }
    let rules: Vec<_> = rules::all()
        .iter()
        .map(|entry| {
            let text = entry.page();
            serde_json::json!({
                "name": entry.name,
                "family": entry.family.letter.to_string(),
                "severity": entry.rule.severity.name(),
                "legacy_severity": entry.rule.legacy.map(|severity| severity.name()),
                "kinds": entry.rule.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
                "title": page::title(&text),
            })
        })
        .collect();
    print(&format!("{:#}\n", serde_json::json!({ "version": 1, "rules": rules })))?;
    Ok(ExitCode::SUCCESS)
}
