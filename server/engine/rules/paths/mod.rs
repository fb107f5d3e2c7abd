//! Rules about paths that hold on one machine only.

family! { 'Y', "Paths and boundaries";
    drive_letter_path
    unc_path
    absolute_home_path
    worktree_path_in_packet
    workspace_file_missing
    oss_register_missing
    product_references_gov
}

use crate::config::layout::Layout;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Finding, Severity};
use crate::text::range::Range;

/// Whether a place is judged: lines that only show what is wrong say so, and reports saw what they saw.
fn is_judged(document: &Document, at: usize) -> bool {
    let words = document.line_at(at).of(&document.text).to_ascii_lowercase();
    !words.contains("example") && !words.contains("e.g.") && !document.in_report(at)
}

/// The end of the path that begins at a place.
fn end_of_path(document: &Document, at: usize) -> usize {
    let line = document.line_at(at);
    let words = Range::new(at, line.end).of(&document.text);
    let end = words.find(|letter: char| letter.is_whitespace() || "`\"'),".contains(letter));
    end.map_or(line.end, |end| at + end)
}

/// In packets, stubs and refinements it weighs less: there a person may quote what a program said.
fn weighed(finding: &mut Finding, document: &Document) {
    if matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement) {
        finding.severity(Severity::Warning);
    }
}

/// Where the register of foreign software lies.
fn oss_register(layout: &Layout) -> String {
    format!("{}/roles_shared/OSS_REGISTER.md", layout.governance)
}

/// The files that protocols and guides send people to, without those that have a rule of their own.
fn expected(layout: &Layout) -> Vec<String> {
    const NAMES: &[&str] = &[
        "roles_shared/START_HERE.md",
        "roles_shared/ARCHITECTURE.md",
        "roles_shared/ROLE_WORKTREES.md",
        "roles_shared/BOUNDARY_RULES.md",
        "roles_shared/EVIDENCE_LEDGER.md",
        "roles/orchestrator/ORCHESTRATOR_PROTOCOL.md",
        "roles/orchestrator/agentic/AGENTIC_PROTOCOL.md",
        "roles/coder/CODER_PROTOCOL.md",
        "roles/validator/VALIDATOR_PROTOCOL.md",
    ];
    const TEMPLATES: &[&str] =
        &["TASK_PACKET_TEMPLATE.md", "TASK_PACKET_STUB_TEMPLATE.md", "REFINEMENT_TEMPLATE.md"];
    let governed = NAMES.iter().map(|name| format!("{}/{name}", layout.governance));
    let templates = TEMPLATES.iter().map(|name| format!("{}/{name}", layout.templates));
    governed.chain(templates).chain(["justfile".to_string()]).collect()
}

/// What the rules of this family ask of the file system, whatever the documents say.
pub fn wanted(layout: &Layout) -> Vec<String> {
    let mut paths = expected(layout);
    paths.push(oss_register(layout));
    paths
}
