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
use crate::document::spec::Heading;
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

/// The sections whose titles share the most words with the packet's name and with what it says that it does. It is asked
/// with every keystroke, and a specification has thousands of sections.
fn likely(document: &Document, workspace: &Workspace) -> Vec<String> {
    let Some(spec) = workspace.current_spec() else { return Vec::new() };
    let what = document.filled(Label::What).map_or("", |value| value.text);
    let wanted: Vec<&str> = words(document.stem()).chain(words(what)).collect();
    let is_wanted = |word: &&str| wanted.iter().any(|known| known.eq_ignore_ascii_case(word));
    let shared = |heading: &Heading| words(heading.title(&spec.text)).filter(is_wanted).count();
    let sections = spec.spec_index().sections().map(|heading| (shared(heading), heading));
    let mut found: Vec<_> = sections.filter(|(count, _)| *count > 0).collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.retain(|(_, heading)| is_nameable(heading, spec));
    found.iter().take(MOST).map(|(_, heading)| name(heading, spec)).collect()
}

/// The words that carry a meaning.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 3)
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
