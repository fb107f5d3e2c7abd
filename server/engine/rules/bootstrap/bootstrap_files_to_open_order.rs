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
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let names = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        MANDATORY.contains(&name) || name.starts_with(packet.config.spec.file_prefix.as_str())
    };
    let mut code: Option<&str> = None;
    for entry in packet.paths(Label::FilesToOpen) {
        if names(&entry.path) {
            if let Some(code) = code {
                report
                    .at(entry.range, format!("`{}` stands after `{code}`; context comes first", entry.path));
                return;
            }
        } else if code.is_none() && entry.form != PathForm::Prose && !is_text(&entry.path, packet) {
            code = Some(&entry.path);
        }
    }
}

/// Governance files and other documents may stand anywhere before the code.
fn is_text(path: &str, packet: &Document) -> bool {
    path.starts_with(packet.config.layout.governance.as_str()) || path.ends_with(".md")
}
