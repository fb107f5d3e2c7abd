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
use crate::document::template;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::grammar::spec_name::find_spec_files;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::SpecCurrent) else { return };
    let value = packet.value_of(field);
    if find_spec_files(value.text, &packet.config.spec.file_prefix).next().is_some() {
        let finding = report.at(field.name, "SPEC_CURRENT is split into SPEC_BASELINE and SPEC_TARGET");
        if let Some(target) =
            template::field(packet, Label::SpecTarget).filter(|_| packet.field(Label::SpecTarget).is_none())
        {
            let below = target.snippet.trim_start_matches(['\r', '\n']);
            let edits =
                vec![Edit::replace(field.name, "SPEC_BASELINE"), packet.line_below(field.line.start, below)];
            finding.fix("Split it into both", Safety::Review, edits);
        }
    }
}
