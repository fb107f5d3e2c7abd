//! # SPEC_BASELINE names no specification
//!
//! It says from which version the packet was written, so that later readers find what its author saw.
//!
//! ````md,bad
//! - SPEC_BASELINE: the current one
//! ````
//!
//! ````md,good
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let prefix = &packet.config.spec.file_prefix;
    let Some(value) = packet.filled(Label::SpecBaseline) else { return };
    if find_spec_files(value.text, prefix).next().is_none() {
        let finding = report.at(value.range, format!("`{}` names no `{prefix}_v...md`", value.text));
        if let Some(current) = workspace.index().named_spec.as_deref() {
            finding.replace(value.range, current);
        }
    }
}
