//! # A governance file is named under its former folder
//!
//! Governance moved out of `docs/`; a reader who follows the old path finds nothing, or an old copy.
//!
//! ````md,bad
//! - Task Board: docs/TASK_BOARD.md
//! ````
//!
//! ````md,good
//! - Task Board: .GOV/roles_shared/TASK_BOARD.md
//! ````
//!
//! Source: Repo boundary rules.

use super::is_guide;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use memchr::memmem;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

/// What moved, and where it stands below the governance folder.
const MOVED: &[(&str, &str)] = &[
    ("docs/TASK_BOARD.md", "roles_shared/TASK_BOARD.md"),
    ("docs/SPEC_CURRENT.md", "roles_shared/SPEC_CURRENT.md"),
    ("docs/SIGNATURE_AUDIT.md", "roles_shared/SIGNATURE_AUDIT.md"),
    ("docs/WP_TRACEABILITY_REGISTRY.md", "roles_shared/WP_TRACEABILITY_REGISTRY.md"),
    ("docs/START_HERE.md", "roles_shared/START_HERE.md"),
    ("docs/ARCHITECTURE.md", "roles_shared/ARCHITECTURE.md"),
    ("docs/QUALITY_GATE.md", "roles_shared/QUALITY_GATE.md"),
    ("docs/RUNBOOK_DEBUG.md", "roles_shared/RUNBOOK_DEBUG.md"),
    ("docs/ORCHESTRATOR_PROTOCOL.md", "roles/orchestrator/ORCHESTRATOR_PROTOCOL.md"),
    ("docs/CODER_PROTOCOL.md", "roles/coder/CODER_PROTOCOL.md"),
    ("docs/VALIDATOR_PROTOCOL.md", "roles/validator/VALIDATOR_PROTOCOL.md"),
    ("docs/task_packets/", "task_packets/"),
    ("docs/refinements/", "refinements/"),
];

fn check(document: &Document, report: &mut Report) {
    let governance = document.config.layout.governance.as_str();
    if governance == "docs" {
        return;
    }
    for place in places(document) {
        let words = place.of(&document.text).as_bytes();
        for at in memmem::find_iter(words, "docs/") {
            let Some((old, new)) = MOVED.iter().find(|(old, _)| words[at..].starts_with(old.as_bytes()))
            else {
                continue;
            };
            let range = Range::new(place.start + at, place.start + at + old.len());
            // What the work itself is about stays as it is.
            if is_inner(words, at) || is_in_scope(document, range) {
                continue;
            }
            report.at(range, format!("`{old}` is now `{governance}/{new}`")).fix(
                format!("Write `{governance}/{new}`"),
                Safety::Review,
                vec![Edit::replace(range, format!("{governance}/{new}"))],
            );
        }
    }
}

/// Where a path sends the reader to governance: the fields that point there, and all of a document that guides people.
/// A packet may well speak of `docs/` elsewhere.
fn places(document: &Document) -> Vec<Range> {
    if document.kind == Kind::Governance {
        let whole = Range::new(0, document.text.len());
        return if is_guide(document) { vec![whole] } else { Vec::new() };
    }
    const POINTERS: &[Label] = &[
        Label::TaskBoard,
        Label::Traceability,
        Label::SpecTarget,
        Label::SpecCurrent,
        Label::RefinementFile,
        Label::FilesToOpen,
    ];
    let fields = POINTERS.iter().filter_map(|&label| document.field(label));
    fields.map(|field| document.whole(field)).collect()
}

fn is_in_scope(document: &Document, place: Range) -> bool {
    let paths = document.paths(Label::InScopePaths);
    paths.iter().any(|entry| {
        place.of(&document.text).starts_with(entry.path.as_str())
            || entry.path.starts_with(place.of(&document.text))
    })
}

/// Whether the path goes on to the left: `app/docs/` is another folder.
fn is_inner(words: &[u8], at: usize) -> bool {
    at > 0 && (words[at - 1].is_ascii_alphanumeric() || matches!(words[at - 1], b'/' | b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn the_path_alone_is_rewritten() {
        check_fix(
            &RULE,
            "- SPEC_TARGET: `docs/SPEC_CURRENT.md`\n",
            "- SPEC_TARGET: `.GOV/roles_shared/SPEC_CURRENT.md`\n",
        );
        check(
            &RULE,
            "- Task Board: app/docs/TASK_BOARD.md, mydocs/TASK_BOARD.md\n- What: Move docs/TASK_BOARD.md\n",
        );
        check(&RULE, "- IN_SCOPE_PATHS:\n  - docs/TASK_BOARD.md\n- FILES_TO_OPEN:\n  - docs/TASK_BOARD.md\n");
    }
}
