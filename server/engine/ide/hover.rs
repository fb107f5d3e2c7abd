//! What a place means: a work packet's state, a section's text, a signature's owner, what makes a field complete.

use std::fmt::Write as _;

use super::references::anchored;
use super::target::{Target, target};
use crate::diagnostics::{Scope, diagnostics};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::document::spec::{Heading, Region};
use crate::rules::report::Severity;
use crate::text::grammar::id::base_of;
use crate::text::grammar::signature::{self, SignatureTime};
use crate::text::grammar::verdict::Verdict;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Markdown about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    pub markdown: String,
    pub range: Range,
}

/// What there is to say about an offset.
pub fn hover(document: &Document, workspace: &Workspace, offset: usize) -> Option<Hover> {
    let found = target(document, workspace, offset)?;
    let markdown = match &found {
        Target::WorkPacket { id, .. } => work_packet(id, workspace),
        Target::Signature { written, .. } => signature(written, workspace),
        Target::Anchor { resolution, .. } => anchor(resolution, workspace)?,
        Target::Field { label, .. } => field(*label, document),
        Target::Path { path, .. } => file(path, workspace),
    };
    Some(Hover { markdown, range: found.range() })
}

/// Where a work packet stands, each line with what says so.
fn work_packet(id: &str, workspace: &Workspace) -> String {
    let index = workspace.index();
    let active = index.registered(id).map(|row| stem(&row.active).to_string());
    let own = match workspace.packet(id) {
        Some(_) => id.to_string(),
        None => active
            .clone()
            .filter(|active| workspace.packet(active).is_some())
            .unwrap_or_else(|| id.to_string()),
    };
    let packet = workspace.packet(&own);
    let mut out = format!("**{own}**");
    if own != id {
        let _ = write!(out, " (the active packet of {id})");
    }
    let facts = packet.or_else(|| workspace.stub(&own)).map(|document| document.facts().clone());
    if let Some(what) = facts.as_ref().and_then(|facts| facts.what.as_deref()) {
        let _ = write!(out, "\n\n{what}");
    }
    let _ = write!(out, "\n\n| | |\n|---|---|\n| Stage | {} |", stage(&own, workspace));
    let mut line = |name: &str, value: String| {
        let _ = write!(out, "\n| {name} | {value} |");
    };
    match (&packet, &facts) {
        (Some(_), Some(facts)) => {
            line("Status", facts.status.map_or("not readable", |status| status.name()).to_string())
        }
        (None, Some(_)) => line("Status", "stub: not activated".to_string()),
        _ => line("Status", "no packet and no stub".to_string()),
    }
    let board: Vec<String> = index
        .board()
        .iter()
        .filter(|entry| entry.wp == own)
        .map(|entry| match &entry.token {
            Some(token) => format!("{} `[{token}]`", entry.state.name()),
            None => entry.state.name().to_string(),
        })
        .collect();
    line("Task board", if board.is_empty() { "not listed".to_string() } else { board.join(", ") });
    if let Some(row) = index.registered(base_of(&own)) {
        let active = stem(&row.active);
        line(
            "Registry",
            if active == own { "active packet".to_string() } else { format!("replaced by {active}") },
        );
    }
    if let Some(document) = packet {
        match document.signature() {
            Some((_, value)) => line("Signature", signed(value.text, workspace)),
            None => line("Signature", "none".to_string()),
        }
        let blockers: Vec<String> =
            document.facts().depends_on.iter().map(|wp| blocker(wp, workspace)).collect();
        if !blockers.is_empty() {
            line("Waits for", blockers.join(", "));
        }
        if let Some(verdict) = document.facts().last_verdict {
            let word = match verdict {
                Verdict::Pass => "PASS",
                Verdict::Fail => "FAIL",
                Verdict::OutdatedOnly => "OUTDATED_ONLY",
            };
            line("Last verdict", word.to_string());
        }
        let paths = document.paths(Label::InScopePaths).len();
        if paths > 0 {
            line("In scope", format!("{paths} paths"));
        }
        let found = diagnostics(document, workspace, Scope::Active);
        let errors = found.iter().filter(|found| found.severity == Severity::Error).count();
        line("Findings", format!("{} ({errors} errors)", found.len()));
    }
    if let Some(refinement) = workspace.refinement(&own) {
        let approved = if refinement.facts().approved { "approved" } else { "not approved" };
        line("Refinement", approved.to_string());
    }
    out
}

/// The stage of the lifecycle, with what shows it (Part 2, lifecycle marker [CX-LIFE-001]).
fn stage(id: &str, workspace: &Workspace) -> String {
    let index = workspace.index();
    let gates = index.gates(id);
    let passed = |gate: &str| gates.iter().any(|record| record.gate == gate);
    let on_board = |state: State| index.on_board(id).any(|entry| entry.state == state);
    let packet = workspace.packet(id);
    let said = match packet {
        Some(packet) if packet.facts().last_verdict.is_some() && on_board(State::Done) => {
            ("STATUS_SYNC", "validated, and Done on the board")
        }
        Some(packet) if packet.facts().last_verdict.is_some() => {
            ("STATUS_SYNC", "a verdict stands in the packet")
        }
        Some(packet) if packet.facts().status == Some(crate::document::status::Status::InProgress) => {
            ("DELEGATION", "in progress")
        }
        Some(packet) if packet.facts().locked => ("PACKET_CREATE", "signed, waiting for a Coder"),
        Some(_) => ("PACKET_CREATE", "not signed yet"),
        None if passed("PREPARE") => ("PREPARE", "prepared, no packet yet"),
        None if passed("SIGNATURE") => ("SIGNATURE", "signed in the gates log"),
        None if workspace.refinement(id).is_some() => ("REFINEMENT", "a refinement exists"),
        None if workspace.stub(id).is_some() => ("STUB", "a stub exists"),
        None => ("unknown", "no file of this id"),
    };
    format!("{}: {}", said.0, said.1)
}

fn blocker(wp: &str, workspace: &Workspace) -> String {
    let token = workspace.index().on_board(wp).find_map(|entry| entry.token.clone());
    let status =
        workspace.packet(wp).and_then(|packet| packet.facts().status).map(|status| status.name().to_string());
    format!("{wp} ({})", token.or(status).unwrap_or_else(|| "unknown".to_string()))
}

fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md")
}

/// Who signed and when, and whether the audit knows.
fn signed(written: &str, workspace: &Workspace) -> String {
    let Some(read) = workspace.config.users.signature(written) else {
        return format!("`{written}`: not a signature");
    };
    let when = match signature::decode(&read) {
        SignatureTime::Valid { year, month, day, hour, minute }
        | SignatureTime::Legacy { year, month, day, hour, minute, .. } => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
        }
        SignatureTime::Impossible => "no real time".to_string(),
    };
    let audited = match workspace.index().audit_rows(written).next() {
        Some(row) if row.invalid => "marked invalid in the audit",
        Some(_) => "in the audit",
        None => "not in the audit",
    };
    format!("`{written}`: {}, {when}, {audited}", read.user)
}

fn signature(written: &str, workspace: &Workspace) -> String {
    let mut out = signed(written, workspace);
    for row in workspace.index().audit_rows(written) {
        let _ = write!(out, "\n\nAudit: {}", row.purpose);
    }
    let uses = workspace.index().uses(written);
    if !uses.is_empty() {
        out.push_str("\n\nUsed by:");
        for used in uses {
            let _ = write!(out, "\n- {} ({})", used.wp, used.path);
        }
    }
    out
}

/// The text of the section that an anchor comes to.
fn anchor(resolution: &Resolution, workspace: &Workspace) -> Option<String> {
    let spec = workspace.current_spec()?;
    let headings = resolution.headings();
    let Some(heading) = headings.first() else {
        return Some("The current specification has no such section.".to_string());
    };
    let mut out = String::new();
    let _ = write!(out, "**{} {}**", heading.number, heading.title(&spec.text));
    let above = path_of(heading, spec);
    if !above.is_empty() {
        let _ = write!(out, "\n\n{above}");
    }
    let region = match heading.region {
        Region::MainBody => "Main Body",
        Region::Roadmap => "Roadmap: a packet must not anchor here",
        _ => "outside the Main Body",
    };
    let words = heading.range().of(&spec.text);
    let count = |word: &str| {
        words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|found| *found == word).count()
    };
    let _ = write!(out, "\n\n{region}, {} MUST, {} SHOULD", count("MUST"), count("SHOULD"));
    if headings.len() > 1 {
        let _ = write!(out, ", one of {} sections that it could mean", headings.len());
    }
    if let Resolution::Moved { .. } = resolution {
        out.push_str(", where it has moved to");
    }
    let others = anchored(heading.number, workspace);
    if !others.is_empty() {
        let mut stems: Vec<&str> = others.iter().map(|place| stem(&place.path)).collect();
        stems.dedup();
        let more = stems.len().saturating_sub(5);
        stems.truncate(5);
        let _ = write!(out, "\n\nAnchored by {}", stems.join(", "));
        if more > 0 {
            let _ = write!(out, " and {more} more");
        }
    }
    let _ = write!(out, "\n\n---\n\n{}", excerpt(words));
    Some(out)
}

/// The headings around a section, outermost first.
fn path_of(heading: &Heading, spec: &Document) -> String {
    let index = spec.spec_index();
    let above = (1..heading.number.len()).filter_map(|depth| heading.number.first(depth));
    let titles =
        above.flat_map(|number| index.heading_by_number(number).into_iter().find(|found| found.canonical));
    let titles: Vec<String> =
        titles.map(|found| format!("{} {}", found.number, found.title(&spec.text))).collect();
    titles.join(" > ")
}

/// The first lines below the heading; what is cut off is said. A fence that is cut is closed.
fn excerpt(words: &str) -> String {
    /// In lines; more than this no hover shows.
    const MOST: usize = 24;
    let lines: Vec<&str> = words.lines().skip(1).skip_while(|line| line.trim().is_empty()).collect();
    let mut shown: Vec<&str> = lines.iter().take(MOST).copied().collect();
    let fences = shown.iter().filter(|line| line.trim_start().starts_with("```")).count();
    if fences % 2 == 1 {
        shown.push("```");
    }
    let mut out = shown.join("\n");
    if lines.len() > MOST {
        let _ = write!(out, "\n\n*{} more lines*", lines.len() - MOST);
    }
    out
}

/// What makes a field complete, and what this document has of it.
fn field(label: Label, document: &Document) -> String {
    let spec = contract::spec(label);
    let mut out = format!("**{}**", spec.name);
    if !spec.complete.is_empty() {
        let _ = write!(out, "\n\n{}", spec.complete);
    }
    if !spec.values.is_empty() {
        let _ = write!(out, "\n\nOne of: {}", spec.values.join(", "));
    }
    if let Some(own) = document.field(label) {
        let items = document.items(own).list.len();
        if items > 0 && own.value.is_empty() {
            let _ = write!(out, "\n\nHere: {items} entries");
        }
    }
    if !spec.snippet.is_empty() {
        let _ = write!(out, "\n\n````md\n{}\n````", super::actions::plain(spec.snippet));
    }
    if !spec.source.is_empty() {
        let _ = write!(out, "\n\n*{}*", spec.source);
    }
    out
}

fn file(path: &str, workspace: &Workspace) -> String {
    let mut out = format!("`{path}`");
    match workspace.document(path) {
        Some(document) => {
            let _ = write!(out, "\n\n{}, {} lines", document.kind.name(), document.lines().line_count());
        }
        None => match workspace.surroundings.presence(path) {
            Some(crate::workspace::surroundings::Presence::Missing) => out.push_str("\n\ndoes not exist"),
            Some(crate::workspace::surroundings::Presence::Directory) => out.push_str("\n\na directory"),
            _ => {}
        },
    }
    let wanted = path.trim_end_matches('/');
    let scoped = workspace.documents().filter(|document| document.kind == Kind::Packet).filter(|packet| {
        let entries = packet.paths(Label::InScopePaths);
        entries.iter().any(|entry| entry.path.trim_end_matches('/') == wanted)
    });
    let stems: Vec<&str> = scoped.map(|packet| packet.stem()).collect();
    if !stems.is_empty() {
        let _ = write!(out, "\n\nIn scope of {}", stems.join(", "));
    }
    out
}
