//! # FILES_TO_OPEN lists context after code
//!
//! Who reads the rules of the house first understands the code sooner.
//!
//! ````md,bad
//! - FILES_TO_OPEN:
//!   - src/store.rs
//!   - .GOV/roles_shared/START_HERE.md
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - .GOV/roles_shared/START_HERE.md
//!   - src/store.rs
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::counts::MANDATORY;
use crate::document::paths::{PathEntry, PathForm};
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let names = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        MANDATORY.contains(&name) || name.starts_with(packet.config.spec.file_prefix.as_str())
    };
    let mut code: Option<&PathEntry> = None;
    for entry in packet.paths(Label::FilesToOpen) {
        if names(&entry.path) {
            if let Some(code) = code {
                let finding = report.at(
                    entry.range,
                    format!("`{}` stands after `{}`; context comes first", entry.path, code.path),
                );
                if entry.marker.is_some() && code.marker.is_some() {
                    let line = packet.whole_lines(entry.range);
                    let to = packet.line_at(code.range.start).start;
                    let words = line.of(&packet.text).trim_end_matches(['\r', '\n']);
                    let insert = Edit::insert(to, format!("{words}{}", packet.line_end()));
                    let edits = vec![insert, Edit::delete(line)];
                    finding.fix(format!("Move it before `{}`", code.path), Safety::Review, edits);
                }
                return;
            }
        } else if code.is_none() && entry.form != PathForm::Prose && !is_text(&entry.path, packet) {
            code = Some(entry);
        }
    }
}

/// Governance files and other documents may stand anywhere before the code.
fn is_text(path: &str, packet: &Document) -> bool {
    path.starts_with(packet.config.layout.governance.as_str()) || path.ends_with(".md")
}
