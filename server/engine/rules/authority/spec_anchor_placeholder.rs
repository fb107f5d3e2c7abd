//! # SPEC_ANCHOR still holds a placeholder
//!
//! The template's placeholder points nowhere.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Batches.md
//! - SPEC_ANCHOR: <fill>
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! ### 2.1.2 Syncing
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! Source: Part 5.2 [CX-601].

use std::cell::OnceCell;

use super::{MOST, is_nameable, name};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder::{self, Class};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let sections = OnceCell::new();
    for field in document.fields().all(Label::SpecAnchor).filter(|field| !field.in_report) {
        let said = document.said(field);
        match placeholder::class_with_note(said.text) {
            None | Some(Class::Empty) => {}
            // placeholder-template-variable speaks of these.
            Some(_) if said.text.contains("{{") => {}
            Some(_) => {
                let finding = report.at(said.range, format!("SPEC_ANCHOR is still `{}`", said.text));
                for section in sections.get_or_init(|| likely(document, workspace)) {
                    finding.replace(said.range, section);
                }
            }
        }
    }
}

/// The sections whose titles share the most words with the packet's name and with what it says that it does.
fn likely(document: &Document, workspace: &Workspace) -> Vec<String> {
    let Some(spec) = workspace.current_spec() else { return Vec::new() };
    let what = document.filled(Label::What).map_or("", |value| value.text);
    let found = spec.spec_index().headings_about(&spec.text, &[document.stem(), what]);
    let found = found.into_iter().filter(|heading| is_nameable(heading, spec)).take(MOST);
    found.map(|heading| name(heading, spec)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variable_is_told_elsewhere() {
        check(
            &RULE,
            "\
- SPEC_ANCHOR: {{SPEC_ANCHOR}}
",
        );
    }
}
