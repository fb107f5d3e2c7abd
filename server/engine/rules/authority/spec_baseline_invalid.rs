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
use crate::rules::{Check, Rule};
use crate::text::grammar::spec_name::find_spec_files;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let prefix = &packet.config.spec.file_prefix;
    let Some(value) = packet.filled(Label::SpecBaseline) else { return };
    if find_spec_files(value.text, prefix).next().is_none() {
        report.at(value.range, format!("`{}` names no `{prefix}_v...md`", value.text));
    }
}
