//! A revision of a packet: its text again under the next id, its reports and claims gone, its lineage written down, and
//! the old one superseded on the board and in the registry (Parts 5.6 [CX-607] and 5.7 [CX-580E]).

use std::sync::Arc;

use super::packet::{TEMPLATE, active, enter, hold, merge_base, record, stamp};
use super::template::{Draft, filled};
use super::{approved, check_free, check_prepared};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::sections::SECTIONS;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::ide::lineage;
use crate::ide::source_change::{Refusal, SourceChange};
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids, revision_of};
use crate::text::range::Range;
use crate::workspace::{Workspace, git};

/// What begins anew with a revision: nobody has worked on it, nobody has judged it.
const ANEW: &[&str] = &[
    "SKELETON",
    "IMPLEMENTATION",
    "HYGIENE",
    "VALIDATION",
    "STATUS_HANDOFF",
    "EVIDENCE_MAPPING",
    "EVIDENCE",
    "VALIDATION_REPORTS",
];

/// What a revision is made from.
pub(super) struct Sources<'a> {
    old: &'a Arc<Document>,
    next: String,
    path: String,
    refinement: Arc<Document>,
    signature: String,
}

pub(super) fn check<'a>(id: &str, workspace: &'a Workspace) -> Result<Sources<'a>, Refusal> {
    let base = base_of(id);
    let Some(old) = active(base, workspace) else {
        return Err(Refusal::new(
            format!("{base} has no packet to revise"),
            format!("`taskpacket new packet {base}` makes the first one"),
        ));
    };
    let next = next(base, workspace);
    let is_known = workspace.packet(id).is_some() || id == base;
    if !is_known && id != next {
        return Err(Refusal::new(
            format!("{id} is not the next revision of {base}"),
            format!("that is {next}"),
        ));
    }
    let path = format!("{}/{next}.md", workspace.config.layout.packets);
    check_free(&next, &path, workspace)?;
    let (refinement, signature) = approved(&next, workspace)?;
    check_prepared(&next, workspace)?;
    Ok(Sources { old, next, path, refinement, signature })
}

pub(super) fn create(id: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let Sources { old, next, path, refinement, signature } = check(id, workspace)?;
    let text = copied(old, &next, &signature, &merge_base(workspace));
    let mut draft = Draft::new(workspace, &path, Kind::Packet, text);
    begin_anew(&mut draft);
    draft.complete();
    stamp(&mut draft, &next, &refinement, &signature);
    draft.set(Label::Status, "Ready for Dev");
    draft.set(Label::CoderModel, "<unclaimed>");
    draft.set(Label::CoderStrength, "<unclaimed>");
    for label in [Label::AgenticMode, Label::OrchestratorModel, Label::OrchestrationStarted] {
        draft.set(label, "<pending>");
    }
    let state = hold(&mut draft)?;
    let mut change = SourceChange::new(format!("Create the revision {next}"));
    enter(&mut change, &draft, &state, Some(old.stem()))?;
    record(&mut change, &next, &signature, workspace)?;
    // The audit tells of the earlier packets as they will stand.
    let mut after = change.applied(workspace);
    after.insert(Document::new(path.as_str(), Kind::Packet, draft.text(), workspace.config.clone()));
    let written = format!("{}\n", lineage::section(&draft.document, &after).trim_end());
    draft.apply(vec![lineage::replaced(&draft.document, &written)]);
    let mut whole = SourceChange::new(change.title.clone());
    whole.create(&path, format!("{} again, with its lineage", old.stem()), draft.text());
    whole.files.extend(change.files);
    Ok(whole)
}

/// The id after the last revision that any packet has.
pub fn next(base: &str, workspace: &Workspace) -> String {
    let index = workspace.index();
    let family = index.family(base);
    let packets = family.iter().filter(|id| index.packets.contains(**id));
    let last = packets.map(|id| revision_of(id).unwrap_or(1)).max().unwrap_or(0);
    format!("{base}-v{}", last.saturating_add(1).max(2))
}

/// The old packet's text: under the new id where it speaks of itself, under the new signature, from the new base on.
fn copied(old: &Document, next: &str, signature: &str, base: &str) -> String {
    let text = &old.text;
    let own = |line: &str| states_id(line) || line.starts_with("# ") || line.contains("just ");
    let mut out = String::with_capacity(text.len());
    for line in text.trim_start_matches('\u{feff}').split_inclusive('\n') {
        let mut rest = 0;
        if own(line) {
            for found in find_wp_ids(line).filter(|found| found.of(line) == old.stem()) {
                out.push_str(&line[rest..found.start]);
                out.push_str(next);
                rest = found.end;
            }
        }
        out.push_str(&line[rest..]);
    }
    let spent = old.signature().map(|(_, value)| value.text);
    if let Some(spent) = spent.filter(|spent| old.config.users.signature(spent).is_some()) {
        out = out.replace(spent, signature);
    }
    match git::merge_base(old) {
        Some(known) => out.replace(&known, base),
        None => out,
    }
}

/// Whether a line states the packet's own id or its refinement.
fn states_id(line: &str) -> bool {
    ["TASK_ID", "WP_ID", "REFINEMENT_FILE"].iter().any(|name| {
        let words = line.trim_start().trim_start_matches(['-', '*', ' ']);
        words.strip_prefix(name).is_some_and(|rest| rest.trim_start_matches('*').starts_with(':'))
    })
}

/// Gives back to the template what the old packet's coder and validator wrote; reports stay with the packet they judge.
fn begin_anew(draft: &mut Draft) {
    let fresh = filled(&TEMPLATE, draft.workspace, &[]);
    let path = draft.document.path.clone();
    let fresh = Document::new(path, Kind::Packet, fresh, draft.document.config.clone());
    for name in ANEW {
        let words = fresh.sections().iter().find(|section| section.name == *name);
        let words = words.map_or("", |section| section.body.of(&fresh.text));
        draft.set_section(name, words);
    }
    // Older packets append their reports and footers behind the last section.
    let is_report = |section: &&Section| {
        section.level == 2 && section.reports && !SECTIONS.iter().any(|known| known.name == section.name)
            || section.name == "ERRATA"
    };
    let gone: Vec<Range> = draft
        .document
        .sections()
        .iter()
        .filter(is_report)
        .map(|section| Range::new(section.heading.start, section.body.end))
        .collect();
    draft.apply(gone.into_iter().map(Edit::delete).collect());
}
