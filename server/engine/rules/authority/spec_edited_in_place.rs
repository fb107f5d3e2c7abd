//! # The specification was edited without a new version
//!
//! An approved refinement recorded its SHA1, or the last commit has another text. Whoever read it since read something else
//! under the same name. Line ends do not matter.
//!
//! ````md,bad
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! //- .GOV/refinements/WP-1-Example.md
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v02.001.md
//! - SPEC_TARGET_SHA1: 1111111111111111111111111111111111111111
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! //- .GOV/refinements/WP-1-Example.md
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v02.001.md
//! - SPEC_TARGET_SHA1: 1111111111111111111111111111111111111111
//! - USER_APPROVAL_EVIDENCE: <pending>
//! - USER_SIGNATURE: <pending>
//! ````
//!
//! Source: Part 1 [CX-585A]; Part 2.5.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::hash::sha1_hex;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Spec],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(spec: &Document, workspace: &Workspace, report: &mut Report) {
    let documents = workspace.documents().filter(|document| document.kind == Kind::Refinement);
    let mut other_ends = None;
    let recorded = documents.filter_map(|document| {
        let facts = document.facts();
        let (_, sha1) = facts.recorded_spec.as_ref().filter(|(file, _)| **file == *spec.path)?;
        Some((document, sha1.clone()))
    });
    let differs = |sha1: &String| {
        *sha1 != spec.sha1() && !other_ends.get_or_insert_with(|| with_other_ends(&spec.text)).contains(sha1)
    };
    let mut differs = differs;
    let others: Vec<_> = recorded.filter(|(_, sha1)| differs(sha1)).collect();
    if let Some((first, sha1)) = others.first() {
        let named = match others.len() {
            1 => first.stem().to_string(),
            more => format!("{} and {} more", first.stem(), more - 1),
        };
        let finding =
            report.at(spec.place_in(""), format!("{named} recorded the SHA1 {sha1} of this version"));
        for (refinement, _) in &others {
            finding.related(refinement.path.clone(), Range::empty(0), "an approved refinement");
        }
    } else if workspace
        .surroundings
        .git
        .as_ref()
        .is_some_and(|git| git.is_changed(&spec.path) && git.is_committed(&spec.path))
    {
        report.at(spec.place_in(""), "the last commit has another text of this version");
    }
}

/// The SHA1 of a text with either kind of line end: what was hashed may have been checked out elsewhere.
fn with_other_ends(text: &str) -> [String; 2] {
    let lf = text.replace("\r\n", "\n");
    [sha1_hex(lf.replace('\n', "\r\n").as_bytes()), sha1_hex(lf.as_bytes())]
}
