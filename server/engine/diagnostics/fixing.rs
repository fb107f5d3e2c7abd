//! The safe fixes of one file, all of them: first how it is encoded, then how it is built, then what its fields say.

use super::{Diagnostic, Scope, diagnostics, guard};
use crate::document::Document;
use crate::rules::Entry;
use crate::rules::report::{Fix, Safety};
use crate::text::edit::{Edit, Edits};
use crate::workspace::Workspace;

/// A file after its fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    pub text: String,
    /// How many fixes were made.
    pub count: usize,
    /// How often all stages were gone through before nothing was left.
    pub rounds: usize,
}

/// What must be right before the rest can be read rightly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Encoding,
    Structure,
    Fields,
}

impl Stage {
    fn of(rule: &Entry) -> Stage {
        match (rule.family.letter, rule.name.starts_with("file-")) {
            ('A', true) => Stage::Encoding,
            ('A', false) => Stage::Structure,
            _ => Stage::Fields,
        }
    }
}

/// The text of a file after every safe fix, until none is left; `None` where there is nothing to fix.
pub fn fixed(path: &str, workspace: &Workspace) -> Option<Fixed> {
    /// Each round ends with fewer findings; this many only a mistake would need.
    const MOST: usize = 20;
    let mut workspace = workspace.clone();
    let mut fixed = Fixed { text: String::new(), count: 0, rounds: 0 };
    for round in 1..=MOST {
        let before = fixed.count;
        for stage in [Stage::Encoding, Stage::Structure, Stage::Fields] {
            let document = workspace.document(path)?.clone();
            let found = diagnostics(&document, &workspace, Scope::Active);
            let (edits, count) = safe_edits(&document, &workspace, &found, |rule| Stage::of(rule) == stage);
            let edits = Edits::new(edits).filter(|edits| !edits.is_empty());
            let Some(text) = edits.and_then(|edits| edits.apply(&document.text)) else { continue };
            workspace.insert(Document::new(path, document.kind, text.clone(), document.config.clone()));
            fixed = Fixed { text, count: fixed.count + count, rounds: round };
        }
        if fixed.count == before {
            break;
        }
    }
    (fixed.count > 0).then_some(fixed)
}

/// The safe fixes of the chosen rules, as many as fit together, and how many those are.
pub fn safe_edits(
    document: &Document,
    workspace: &Workspace,
    found: &[Diagnostic],
    is_chosen: impl Fn(&Entry) -> bool,
) -> (Vec<Edit>, usize) {
    let mut chosen: Vec<Edit> = Vec::new();
    let mut count = 0;
    let fixes = found.iter().filter(|found| is_chosen(found.rule)).filter_map(|found| safe(found));
    for fix in fixes {
        if guard::refusal(document, workspace, fix).is_some() {
            continue;
        }
        let mut with = chosen.clone();
        with.extend(fix.edits.iter().cloned());
        // Two fixes of one place: the second comes with the next round.
        if Edits::new(with.clone()).is_some() {
            chosen = with;
            count += 1;
        }
    }
    (chosen, count)
}

/// The fix that needs nobody's word: it is safe, and the only one.
pub fn safe(found: &Diagnostic) -> Option<&Fix> {
    match &found.fixes[..] {
        [fix] if fix.safety == Safety::Safe => Some(fix),
        _ => None,
    }
}
