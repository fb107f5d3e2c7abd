//! # SPEC_CURRENT names a version in place of SPEC_BASELINE and SPEC_TARGET
//!
//! The older field could not tell the version a packet was written from and the one it is judged by.
//!
//! ````md,bad
//! - SPEC_CURRENT: Demo_Master_Spec_v02.001.md
//! ````
//!
//! ````md,good
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
//! - SPEC_TARGET: .GOV/roles_shared/SPEC_CURRENT.md
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::spec_name::find_spec_files;

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::SpecCurrent) else { return };
    let value = packet.value_of(field);
    if find_spec_files(value.text, &packet.config.spec.file_prefix).next().is_some() {
        report.at(field.name, "SPEC_CURRENT is split into SPEC_BASELINE and SPEC_TARGET");
    }
}
