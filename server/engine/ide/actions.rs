//! What could be done at a place: the fixes of its findings, all safe ones of a rule, and everything that is missing.

use std::sync::OnceLock;

use super::errata;
use crate::diagnostics::fixing::{safe, safe_edits};
use crate::diagnostics::{Diagnostic, guard};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::Fix;
use crate::text::edit::{Edit, Edits};
use crate::text::range::Range;
use crate::text::snippet;
use crate::workspace::Workspace;

/// One thing to do, with the findings that it answers.
#[derive(Clone, Debug)]
pub struct Action {
    /// An imperative.
    pub title: String,
    pub edits: Vec<Edit>,
    /// The same with tab stops; empty where nothing is left to say.
    pub stops: Vec<Edit>,
    /// The findings that are gone afterwards, by their place in the list that was given.
    pub answers: Vec<usize>,
    pub is_preferred: bool,
    /// Why it is shown and cannot be chosen.
    pub disabled: Option<&'static str>,
}

/// Everything that could be put in at once, as [`all_missing`] finds it: looked for once, as it takes long where much is
/// signed.
pub type Missing = OnceLock<Option<Action>>;

/// What could be done about the findings that touch `range`; `missing` is what [`all_missing`] says.
pub fn actions(
    document: &Document,
    workspace: &Workspace,
    found: &[Diagnostic],
    range: Range,
    missing: impl FnOnce() -> Option<Action>,
) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let here = || found.iter().enumerate().filter(|(_, found)| found.range.touches(range));
    for (index, diagnostic) in here() {
        for fix in &diagnostic.fixes {
            // What two rules miss is put in once.
            let known =
                actions.iter_mut().find(|action| action.title == fix.title && action.edits == fix.edits);
            if let Some(known) = known {
                known.answers.push(index);
                continue;
            }
            actions.push(Action {
                title: fix.title.clone(),
                edits: fix.edits.clone(),
                stops: fix.stops.clone(),
                answers: vec![index],
                is_preferred: diagnostic.fixes.len() == 1,
                disabled: guard::refusal(document, workspace, fix).map(guard::Refusal::reason),
            });
        }
    }
    // What is signed stays; what the protocol allows in its place is offered.
    let is_signed = document.kind == Kind::Packet && document.is_locked();
    for (_, diagnostic) in here().filter(|_| is_signed) {
        let Some(fix) = errata::entry(document, workspace, diagnostic) else { continue };
        if actions.iter().all(|action| action.title != fix.title) {
            actions.push(Action {
                title: fix.title,
                edits: fix.edits,
                stops: fix.stops,
                answers: Vec::new(),
                is_preferred: false,
                disabled: None,
            });
        }
    }
    let mut rules: Vec<&str> = Vec::new();
    for (_, diagnostic) in here().filter(|(_, found)| safe(found).is_some()) {
        if !rules.contains(&&*diagnostic.rule.name) {
            rules.push(&diagnostic.rule.name);
            actions.extend(all_of(document, workspace, found, &diagnostic.rule.name));
        }
    }
    actions.extend(missing());
    actions
}

/// All safe fixes of one rule, where there are several.
fn all_of(document: &Document, workspace: &Workspace, found: &[Diagnostic], rule: &str) -> Option<Action> {
    let (edits, count) = safe_edits(document, workspace, found, |entry| entry.name == rule);
    (count > 1).then(|| Action {
        title: format!("Fix all {count} of {rule}"),
        edits,
        stops: Vec::new(),
        answers: (0..found.len()).filter(|&index| found[index].rule.name == rule).collect(),
        is_preferred: false,
        disabled: None,
    })
}

/// Everything at once that the template has and some finding misses, as far as it may still be put in.
pub fn all_missing(document: &Document, workspace: &Workspace, found: &[Diagnostic]) -> Option<Action> {
    let chosen = missing(found, |fix| guard::refusal(document, workspace, fix).is_none());
    let all = |edits: fn(&Fix) -> &[Edit]| merged(chosen.iter().flat_map(|fix| edits(fix).iter().cloned()));
    let edits = all(|fix| &fix.edits);
    if chosen.len() < 2 || Edits::new(edits.clone()).is_none() {
        return None;
    }
    let with_stops =
        |fix: &Fix| -> Vec<Edit> { if fix.stops.is_empty() { fix.edits.clone() } else { fix.stops.clone() } };
    let mut stops = merged(chosen.iter().flat_map(|fix| with_stops(fix)));
    for edit in &mut stops {
        edit.text = snippet::numbered(&edit.text);
    }
    Some(Action {
        title: format!("Insert all {} that are missing", chosen.len()),
        stops,
        edits,
        answers: Vec::new(),
        is_preferred: false,
        disabled: None,
    })
}

/// The insertions of what findings miss, each once, in the order of the template.
fn missing(found: &[Diagnostic], may: impl Fn(&Fix) -> bool) -> Vec<&Fix> {
    let mut chosen: Vec<&Fix> = Vec::new();
    for fix in found.iter().filter(|found| found.fixes.len() == 1).map(|found| &found.fixes[0]) {
        let is_new = fix.place.is_some() && chosen.iter().all(|known| known.edits != fix.edits);
        if is_new && may(fix) {
            chosen.push(fix);
        }
    }
    chosen.sort_by_key(|fix| fix.place);
    chosen
}

/// The edits that put everything in that findings miss, in a file that is only being made.
pub(super) fn missing_edits(found: &[Diagnostic]) -> Vec<Edit> {
    merged(missing(found, |_| true).iter().flat_map(|fix| fix.edits.iter().cloned()))
}

/// Insertions at one place in the order given, as one edit each place.
fn merged(edits: impl Iterator<Item = Edit>) -> Vec<Edit> {
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        match merged.iter_mut().find(|known| known.range == edit.range) {
            Some(known) => known.text.push_str(&edit.text),
            None => merged.push(edit),
        }
    }
    merged
}
