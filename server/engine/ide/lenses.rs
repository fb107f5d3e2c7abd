//! Lines above a title that say where it stands: stage, readiness, lock, dependencies, mentions; each can be shown.

use std::collections::BTreeMap;

use super::Location;
use super::card::Card;
use super::create::spec_version;
use super::definition::audited;
use super::hover::signature::when;
use super::hover::work_packet;
use super::references::{anchored, mentions};
use super::stage::standing;
use crate::diagnostics::{Diagnostic, Scope, diagnostics};
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::authority::spec_baseline_outdated::{Drift, drift};
use crate::rules::report::Severity;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// One line of words over a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    pub range: Range,
    pub words: String,
    pub about: About,
}

/// What a line is about; it names the command's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Stage,
    Ready,
    Mentions,
    WaitsFor,
    Blocks,
    Locked,
    /// The specification that it was written against, where that is not the current one.
    Spec,
    /// The anchors in the section whose heading stands here.
    Anchors,
}

impl About {
    pub const ALL: &[About] = &[
        About::Stage,
        About::Ready,
        About::Mentions,
        About::WaitsFor,
        About::Blocks,
        About::Locked,
        About::Spec,
        About::Anchors,
    ];

    pub fn name(self) -> &'static str {
        match self {
            About::Stage => "stage",
            About::Ready => "ready",
            About::Mentions => "mentions",
            About::WaitsFor => "waits-for",
            About::Blocks => "blocks",
            About::Locked => "locked",
            About::Spec => "spec",
            About::Anchors => "anchors",
        }
    }
}

/// What is shown for a line: places, or words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub words: Option<Card>,
    pub places: Vec<Location>,
}

/// The lines of one file.
pub fn lenses(document: &Document, workspace: &Workspace) -> Vec<Lens> {
    match document.kind {
        Kind::Spec => sections(document, workspace),
        Kind::Packet | Kind::Stub | Kind::Refinement => packet(document, workspace),
        _ => Vec::new(),
    }
}

/// The sections of the current specification that anybody anchors in, each with how many do.
fn sections(spec: &Document, workspace: &Workspace) -> Vec<Lens> {
    if workspace.current_spec().is_none_or(|current| current.path != spec.path) {
        return Vec::new();
    }
    let mut counts: BTreeMap<Range, usize> = BTreeMap::new();
    for document in workspace.documents().filter(|document| document.kind.has_fields()) {
        for (_, resolution) in workspace.resolved_anchors(document).iter() {
            if let Some(heading) = resolution.headings().first() {
                *counts.entry(heading.title_range()).or_default() += 1;
            }
        }
    }
    let lens = |(range, count): (Range, usize)| {
        let words = if count == 1 { "1 anchor".to_string() } else { format!("{count} anchors") };
        Lens { range, words, about: About::Anchors }
    };
    counts.into_iter().map(lens).collect()
}

fn packet(document: &Document, workspace: &Workspace) -> Vec<Lens> {
    let id = document.stem();
    let title = document.title().or_else(|| document.sections().first());
    let range = title.map_or(Range::empty(0), |title| title.title);
    let mut lenses = Vec::new();
    let mut lens = |about: About, words: String| lenses.push(Lens { range, words, about });
    if let Some(found) = standing(id, workspace) {
        let next = found.next.map(|next| format!(" -> {}: {}", next.name(), found.todo.replace('`', "")));
        lens(About::Stage, format!("{}{}", found.stage.name(), next.unwrap_or_default()));
    }
    if document.kind == Kind::Packet && workspace.lifecycle(document) == Lifecycle::Active {
        let lacking = lacking(document, workspace);
        let names: Vec<&str> = lacking.iter().map(|&label| contract::spec(label).name).collect();
        let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        lens(About::Ready, format!("Ready {}/{}{names}", CONTRACT.len() - lacking.len(), CONTRACT.len()));
    }
    if document.kind == Kind::Packet
        && let Some((_, value)) = document.signature()
        && let Some(read) = workspace.config.users.signature(value.text)
    {
        lens(About::Locked, format!("Locked since {} by {}", when(&read), read.user));
    }
    if document.kind == Kind::Packet
        && workspace.lifecycle(document) == Lifecycle::Active
        && let Some(Drift { written, current, .. }) = drift(document, workspace)
    {
        let words =
            format!("Written against {}, {} is current", spec_version(written), spec_version(current));
        lens(About::Spec, words);
    }
    let waits = ids(document.facts().depends_on.iter().map(String::as_str), workspace);
    if !waits.is_empty() {
        lens(About::WaitsFor, format!("Waits for {waits}"));
    }
    let waiting = ids(workspace.waiting_for(id), workspace);
    if !waiting.is_empty() {
        lens(About::Blocks, format!("Blocks {waiting}"));
    }
    let count = mentions(id, workspace).iter().filter(|place| place.path != document.path).count();
    lens(About::Mentions, if count == 1 { "1 mention".into() } else { format!("{count} mentions") });
    lenses
}

fn ids<'a>(ids: impl Iterator<Item = &'a str>, workspace: &Workspace) -> String {
    let told: Vec<String> = ids.map(|id| work_packet::blocker(id, workspace)).collect();
    told.join(", ")
}

/// What a Coder must be given (Part 3.5 [CX-608]).
const CONTRACT: &[Label] = &[
    Label::TaskId,
    Label::Status,
    Label::RiskTier,
    Label::Scope,
    Label::InScopePaths,
    Label::OutOfScope,
    Label::TestPlan,
    Label::DoneMeans,
    Label::RollbackHint,
    Label::Bootstrap,
    Label::SpecAnchor,
];

/// The fields of the contract that say nothing, or have an error in them.
fn lacking(packet: &Document, workspace: &Workspace) -> Vec<Label> {
    let found = diagnostics(packet, workspace, Scope::Active);
    let is_wrong = |place: Range| {
        let inside = |found: &&Diagnostic| found.severity == Severity::Error && place.intersects(found.range);
        found.iter().find(inside).is_some()
    };
    let is_lacking = |label: &&Label| match packet.field(**label) {
        Some(field) => !is_filled(packet, **label) || is_wrong(field.line.cover(packet.whole(field))),
        None => match section(**label).and_then(|name| packet.section(name)) {
            Some(section) => is_wrong(section.heading.cover(section.body)),
            None => true,
        },
    };
    CONTRACT.iter().filter(is_lacking).copied().collect()
}

/// A part of the file that some packets write as a section without a value of its own.
fn section(label: Label) -> Option<&'static str> {
    match label {
        Label::Scope => Some("SCOPE"),
        Label::Bootstrap => Some("BOOTSTRAP"),
        _ => None,
    }
}

fn is_filled(packet: &Document, label: Label) -> bool {
    let Some(field) = packet.field(label) else { return false };
    section(label).is_some() || label == Label::RiskTier && packet.tier().is_some() || packet.is_said(field)
}

/// What a line of this file shows.
pub fn shown(document: &Document, workspace: &Workspace, about: About, offset: usize) -> Shown {
    let id = document.stem();
    let titles = |ids: &mut dyn Iterator<Item = &str>| -> Vec<Location> {
        let items = ids.filter_map(|id| super::calls::item(id, workspace));
        items.map(|item| Location::new(&item.path, item.range)).collect()
    };
    match about {
        About::Stage => Shown { words: Some(work_packet::card(id, workspace)), places: Vec::new() },
        About::Ready => {
            let fields = lacking(document, workspace);
            let place = |label: &Label| {
                let field = document.field(*label).map(|field| field.name);
                Location::new(&document.path, field.unwrap_or_else(|| document.place_for(*label)))
            };
            Shown { words: None, places: fields.iter().map(place).collect() }
        }
        About::Mentions => Shown {
            words: None,
            places: mentions(id, workspace).into_iter().filter(|place| place.path != document.path).collect(),
        },
        About::WaitsFor => {
            let ids = &document.facts().depends_on;
            Shown { words: None, places: titles(&mut ids.iter().map(String::as_str)) }
        }
        About::Blocks => Shown { words: None, places: titles(&mut workspace.waiting_for(id)) },
        About::Locked => {
            let written = document.signature().map(|(_, value)| value.text).unwrap_or_default();
            Shown { words: None, places: audited(written, workspace) }
        }
        About::Spec => {
            let own = drift(document, workspace).map(|drift| Location::new(&document.path, drift.place));
            let pointer = workspace.only(Kind::SpecPointer);
            let named = pointer.and_then(|pointer| Some(Location::new(&pointer.path, pointer.named_spec()?)));
            Shown { words: None, places: own.into_iter().chain(named).collect() }
        }
        About::Anchors => {
            let heading = document.spec_index().heading_at(offset).copied();
            let places = heading.map(|heading| anchored(&heading, workspace)).unwrap_or_default();
            Shown { words: None, places }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{DEMO, asked};

    #[test]
    fn a_packet_says_where_it_stands_over_its_title() {
        let place = asked(&format!("{DEMO}$0"));
        let packet = place.workspace.packet("WP-1-Store-v2").expect("it is there");
        let found = lenses(packet, &place.workspace);
        let told: Vec<&str> = found.iter().map(|lens| lens.words.as_str()).collect();
        assert_eq!(told[0], "PRE_WORK -> DELEGATION: a Coder claims it");
        assert!(
            told[1].starts_with("Ready ") && told[1].contains("/11: ") && told[1].contains("ROLLBACK_HINT"),
            "{told:?}"
        );
        assert_eq!(
            told[2..],
            ["Locked since 2026-03-05 09:15 by mara", "Waits for WP-1-Sync (IN_PROGRESS)", "5 mentions"]
        );
        assert!(found.iter().all(|lens| lens.range.of(&packet.text) == "Task Packet: WP-1-Store-v2"));
        let sync = place.workspace.packet("WP-1-Sync").expect("it is there");
        let told: Vec<String> = lenses(sync, &place.workspace).into_iter().map(|lens| lens.words).collect();
        assert!(told.contains(&"Blocks WP-1-Store-v2 (READY_FOR_DEV)".to_string()), "{told:?}");
    }

    #[test]
    fn a_specification_that_moved_on_is_told_without_an_edit() {
        let place = asked(&format!("{DEMO}$0"));
        let mut workspace = place.workspace.clone();
        let packet = workspace.packet("WP-1-Store-v2").expect("it is there").clone();
        let current = workspace.index().named_spec.clone().expect("the pointer names it");
        let older = current.replace("v02", "v01");
        let text = packet.text.replacen("## ", &format!("- SPEC_BASELINE: {older}\n## "), 1);
        let moved = Document::new(packet.path.clone(), packet.kind, text, workspace.config.clone());
        workspace.insert(moved);
        let packet = workspace.packet("WP-1-Store-v2").expect("it is there");
        let found = lenses(packet, &workspace);
        let lens = found.iter().find(|lens| lens.about == About::Spec).expect("it is told");
        assert!(
            lens.words.starts_with("Written against v01") && lens.words.ends_with(" is current"),
            "{lens:?}"
        );
        let shown = shown(packet, &workspace, About::Spec, 0).places;
        assert_eq!(shown[0].range.of(&packet.text), older);
        assert_eq!(&*shown[1].path, workspace.config.layout.spec_pointer);
    }

    #[test]
    fn sections_say_how_many_anchor_there_and_every_line_shows_something() {
        let place = asked(&format!("{DEMO}$0"));
        let spec = place.workspace.current_spec().expect("it is there");
        let found = lenses(spec, &place.workspace);
        let told: Vec<(&str, &str)> =
            found.iter().map(|lens| (lens.range.of(&spec.text), lens.words.as_str())).collect();
        assert_eq!(told, [("Batches [FR-ST-001]", "3 anchors")]);
        for document in place.workspace.documents() {
            for lens in lenses(document, &place.workspace) {
                let shown = shown(document, &place.workspace, lens.about, lens.range.start);
                let is_nothing = shown.words.is_none() && shown.places.is_empty();
                assert!(!is_nothing || lens.words.starts_with("0 "), "{}: {lens:?}", document.path);
            }
        }
    }
}
