//! # The spec anchor names another version than the packet
//!
//! Sections move between versions; one packet speaks of one version.
//!
//! ````md,bad
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
//! - SPEC_ANCHOR: Demo_Master_Spec_v01.009.md 2.1.1 Batches
//! ````
//!
//! ````md,good
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
//! - SPEC_ANCHOR: Demo_Master_Spec_v02.001.md 2.1.1 Batches
//! ````
//!
//! Source: Part 5.2 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::grammar::spec_name::spec_version;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let prefix = &document.config.spec.file_prefix;
    let mut stated = Vec::new();
    for label in [Label::SpecBaseline, Label::SpecTarget, Label::SpecTargetResolved] {
        let Some(value) = document.filled(label) else { continue };
        stated.extend(find_spec_files(value.text, prefix).map(|name| name.of(value.text)));
    }
    if stated.is_empty() {
        return;
    }
    let mut last = None;
    for anchor in document.spec_anchors() {
        let Some((range, version)) = &anchor.spec_file else { continue };
        // One name serves for all parts behind it.
        if last.replace(*range) != Some(*range)
            && !stated.iter().any(|name| spec_version(name).as_ref() == Some(version))
        {
            let first = stated[0];
            let stated = stated.join("` and `");
            report
                .at(*range, format!("`{}` here, but the packet follows `{stated}`", range.of(&document.text)))
                .replace(*range, first);
        }
    }
}
