//! # A path is in scope and out of scope
//!
//! The Coder must change it and must not.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/batch.rs
//! - OUT_OF_SCOPE:
//!   - src/batch.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/batch.rs
//! - OUT_OF_SCOPE:
//!   - src/sync.rs -> separate WP
//! ````
//!
//! Source: Part 3.5 [CX-604B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathEntry;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let inside = packet.paths(Label::InScopePaths);
    for out in packet.paths(Label::OutOfScope).iter().filter(|out| out.form != PathForm::Prose) {
        let same = |entry: &&PathEntry| entry.path.trim_end_matches('/') == out.path.trim_end_matches('/');
        if let Some(entry) = inside.iter().find(same) {
            report.at(out.range, format!("`{}` is in scope as well", out.path)).related(
                packet.path.clone(),
                entry.range,
                "in scope here",
            );
        }
    }
}
