//! The lineage audit of a revision, written from what is known: prior packets with their states, and every clause that
//! binds with its evidence left open (Part 5.7 [CX-580E]).

use std::sync::Arc;

use super::source_change::in_line_ends_of;
use crate::document::Document;
use crate::document::anchor::{Anchor, Form};
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::contract::sections::SECTIONS;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::document::spec::Heading;
use crate::document::spec::Region;
use crate::document::spec::requirement::{Requirement, requirements};
use crate::rules::lineage::{audit, is_revision, written};
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids, revision_of};
use crate::text::grammar::transliteration::ascii_for;
use crate::text::range::Range;
use crate::workspace::Workspace;

const NAME: &str = "LINEAGE_AUDIT";

/// Whether it is a revision whose audit says nothing.
pub fn is_missing(packet: &Document) -> bool {
    let says = |section: &Section| !section.body.of(&packet.text).trim().is_empty();
    packet.kind == Kind::Packet && is_revision(packet) && !written(packet).is_some_and(says)
}

/// The edit that gives a revision its audit.
pub fn insertion(packet: &Document, workspace: &Workspace) -> Edit {
    replaced(packet, &section(packet, workspace))
}

/// The edit that gives an audit without a table its table.
pub fn map_insertion(packet: &Document, workspace: &Workspace) -> Option<Edit> {
    let section = written(packet)?;
    let words = section.body.of(&packet.text).trim_end();
    if packet.lineage_map(section).is_some() || words.is_empty() {
        return None;
    }
    let text = format!("\n\n{}", map(packet, workspace).trim_end());
    Some(Edit::insert(section.body.start + words.len(), in_line_ends_of(packet, text)))
}

/// The edit that puts a section in the place of the audit, or where the template has it.
pub(super) fn replaced(packet: &Document, section: &str) -> Edit {
    let text = in_line_ends_of(packet, section.to_string());
    match audit(packet) {
        Some(known) => {
            let end = match known.body.of(&packet.text).trim_end() {
                "" => packet.line_at(known.heading.start).end,
                body => known.body.start + body.len(),
            };
            Edit::replace(Range::new(known.heading.start, end), text.trim_end())
        }
        None => {
            let at = place(packet);
            let before = if packet.text[..at].ends_with('\n') { "" } else { "\n\n" };
            Edit::insert(at, in_line_ends_of(packet, format!("{before}{section}\n")))
        }
    }
}

/// The edits that bring the list of prior packets up to date; what people wrote in the map stays.
pub fn refreshed(packet: &Document, workspace: &Workspace) -> Vec<Edit> {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return Vec::new() };
    let mut edits = Vec::new();
    let mut unlisted = String::new();
    for prior in prior(packet, workspace) {
        let status = status(prior, workspace);
        match line_of(prior, packet, section, workspace) {
            Some(line) => edits.extend(restated(line, packet, &status)),
            None => unlisted.push_str(&format!("\n  - {} ({})", prior.path, status.told())),
        }
    }
    if !unlisted.is_empty() {
        let at = last_line(packet, section, |line| {
            line.contains(&packet.config.layout.packets)
                || line.to_ascii_lowercase().contains("prior packets")
        });
        let text = match at {
            Some(_) => unlisted,
            None => format!("\n- Prior packets:{unlisted}"),
        };
        let at = at.or_else(|| last_line(packet, section, |line| line.starts_with("- ")));
        let at = at.unwrap_or(packet.line_at(section.heading.start).end);
        edits.push(Edit::insert(at, in_line_ends_of(packet, text)));
    }
    edits
}

/// The whole section, with `\n` and one at its end.
pub(super) fn section(packet: &Document, workspace: &Workspace) -> String {
    let heading = SECTIONS.iter().find(|section| section.name == NAME).map_or("", |section| section.heading);
    format!("{heading}\n{}", body(packet, workspace))
}

/// What stands below its heading.
pub(super) fn body(packet: &Document, workspace: &Workspace) -> String {
    let layout = &workspace.config.layout;
    let spec = workspace.index().named_spec.as_deref().unwrap_or("<fill: specification file>");
    let mut text = format!(
        "- BASE_WP_ID: {}\n- WP_ID: {}\n- SPEC_TARGET: {spec} (from {})\n- Roadmap pointer: {}\n",
        base_of(packet.stem()),
        packet.stem(),
        layout.spec_pointer,
        roadmap_pointer(packet, workspace),
    );
    text.push_str("- Prior packets:");
    let mut none = true;
    for prior in prior(packet, workspace) {
        none = false;
        text.push_str(&format!("\n  - {} ({})", prior.path, status(prior, workspace).told()));
    }
    text.push_str(if none { " NONE\n\n" } else { "\n\n" });
    text + &map(packet, workspace)
}

/// The table of what the anchored sections demand, one row a clause; where each is met is left open.
fn map(packet: &Document, workspace: &Workspace) -> String {
    let mut text = String::new();
    text.push_str("| SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |\n");
    text.push_str("|---|---|---|---|---|\n");
    let clauses = clauses(packet, workspace);
    for (anchor, words) in &clauses {
        text.push_str(&format!("| {anchor} | {words} | GAP | - | evidence not looked up yet |\n"));
    }
    if clauses.is_empty() {
        text.push_str("| <fill: section and clause> | <fill: what it demands> | GAP | - | no clause was found in the anchored sections |\n");
    }
    text
}

/// Packets of the base with a lower revision, and its stubs, in order of their revision.
fn prior<'a>(packet: &Document, workspace: &'a Workspace) -> Vec<&'a Arc<Document>> {
    let own = revision_of(packet.stem()).unwrap_or(0);
    let base = base_of(packet.stem());
    let index = workspace.index();
    let mut found = Vec::new();
    for id in index.family(base) {
        let revision = revision_of(id).unwrap_or(0);
        found.extend(workspace.stub(id).filter(|_| revision <= own));
        found.extend(workspace.packet(id).filter(|_| revision < own));
    }
    found
}

/// What three places say about a packet.
struct Status {
    /// What counts: the board's word, else the file's own.
    counts: &'static str,
    file: &'static str,
    verdict: String,
    board: &'static str,
    registry: &'static str,
}

impl Status {
    fn told(&self) -> String {
        let Status { counts, file, verdict, board, registry } = self;
        format!("status: {counts}; file: {file}{verdict}, board: {board}, registry: {registry}")
    }
}

fn status(prior: &Document, workspace: &Workspace) -> Status {
    let (index, id) = (workspace.index(), prior.stem());
    let facts = prior.facts();
    let file = match (prior.kind, facts.status) {
        (Kind::Stub, _) => "Stub",
        (_, Some(status)) => status.name(),
        (_, None) => "no status",
    };
    let verdict = facts.last_verdict.map(|verdict| format!(" with verdict {}", verdict.name()));
    // A stub whose packet exists shares its id with it, and the board's line is the packet's.
    let is_shadow = prior.kind == Kind::Stub && workspace.packet(id).is_some();
    let board = match index.on_board(id).next().filter(|_| !is_shadow) {
        Some(entry) if entry.state == State::Superseded => "Superseded",
        Some(entry) if entry.state == State::StubBacklog => "Stub Backlog",
        Some(entry) => entry.state.name(),
        None => "not listed",
    };
    let registry = match index.registered(base_of(id)) {
        None => "no row",
        Some(row) if row.active.trim_matches('`').ends_with(&*prior.path) => "active",
        Some(_) if is_shadow => "not active",
        Some(row) if find_wp_ids(&row.notes).any(|found| found.of(&row.notes) == id) => "superseded",
        Some(_) => "not active",
    };
    let counts = match board {
        "not listed" if is_shadow => "Activated",
        "not listed" => file,
        board => board,
    };
    Status { counts, file, verdict: verdict.unwrap_or_default(), board, registry }
}

/// The line of the audit that lists a prior packet.
fn line_of(prior: &Document, packet: &Document, section: &Section, workspace: &Workspace) -> Option<Range> {
    let lines: Vec<Range> = packet
        .lines_in(section.body)
        .filter(|line| {
            let words = line.of(&packet.text).trim_start();
            !words.starts_with('|') && !words.contains("WP_ID")
        })
        .collect();
    let names = |line: &&Range| {
        let words = line.of(&packet.text);
        find_wp_ids(words).any(|found| found.of(words) == prior.stem())
    };
    let stubs = &workspace.config.layout.stubs;
    let is_stub = prior.kind == Kind::Stub;
    lines
        .iter()
        .find(|line| names(line) && line.of(&packet.text).contains(stubs.as_str()) == is_stub)
        .copied()
}

/// The edit that states a listed packet's status anew, where the line says another one or none.
fn restated(line: Range, packet: &Document, status: &Status) -> Option<Edit> {
    let words = line.of(&packet.text);
    let told = status.told();
    let lower = words.to_ascii_lowercase();
    let open = lower.find("(status");
    let close = open.and_then(|open| words[open..].find(')').map(|close| open + close));
    let Some((open, close)) = open.zip(close) else {
        // Whoever gave a state in his own words has given one.
        let is_told = lower.contains(&status.counts.to_ascii_lowercase());
        let end = line.start + words.trim_end().len();
        return (!is_told).then(|| Edit::insert(end, format!(" ({told})")));
    };
    let known = &words[open + 1..close];
    let is_ours = known.contains("; file: ");
    let says = known.to_ascii_lowercase().contains(&status.counts.to_ascii_lowercase());
    let stays = if is_ours { known == told } else { says };
    (!stays).then(|| Edit::replace(Range::new(line.start + open + 1, line.start + close), told))
}

/// The end of the last line outside the map that is so.
fn last_line(packet: &Document, section: &Section, is_so: impl Fn(&str) -> bool) -> Option<usize> {
    let lines = packet.lines_in(section.body).filter(|line| {
        let words = line.of(&packet.text);
        !words.trim_start().starts_with('|') && is_so(words)
    });
    lines.last().map(|line| line.end)
}

/// Where the Roadmap plans the base: as its stub says, or an earlier audit, or the Roadmap itself.
fn roadmap_pointer(packet: &Document, workspace: &Workspace) -> String {
    const NOTE: &str = "(pointer only; the Main Body is the authority)";
    let base = base_of(packet.stem());
    let prior = prior(packet, workspace);
    let told = prior.iter().rev().find_map(|prior| {
        let said = prior.filled(Label::RoadmapPointer)?;
        Some(said.text.trim_end_matches(NOTE).trim_end().to_string())
    });
    let planned = || {
        let spec = workspace.current_spec()?;
        let mentions = find_wp_ids(&spec.text).filter(|found| base_of(found.of(&spec.text)) == base);
        let headings = mentions.filter_map(|found| spec.spec_index().heading_at(found.start));
        let mut headings = headings.filter(|heading| heading.region == Region::Roadmap);
        headings.next().map(|heading| heading.number.to_string())
    };
    match told.or_else(planned) {
        Some(pointer) => format!("{} {NOTE}", ascii(&pointer)),
        None => "<fill: section of the Roadmap, or N/A>".to_string(),
    }
}

/// Every clause that binds in the anchored sections: its place, and its words as a table cell.
fn clauses(packet: &Document, workspace: &Workspace) -> Vec<(String, String)> {
    let Some(spec) = workspace.current_spec() else { return Vec::new() };
    let text = &spec.text;
    let mut found: Vec<Requirement> = Vec::new();
    for (anchor, resolution) in workspace.resolved_anchors(packet).iter() {
        let headings = between(anchor, spec).unwrap_or_else(|| resolution.headings());
        for heading in headings.iter().filter(|heading| heading.region != Region::Roadmap) {
            found.extend(requirements(text, heading.range()));
        }
    }
    found.sort_by_key(|clause| clause.range);
    found.dedup_by_key(|clause| clause.range);
    found
        .into_iter()
        .map(|clause| {
            let number =
                spec.spec_index().heading_at(clause.range.start).map(|heading| heading.number.to_string());
            let tag = clause.tag.map(|tag| format!("[{}]", tag.of(text)));
            let anchor: Vec<String> = number.into_iter().chain(tag).collect();
            (cell(&anchor.join(" ")), cell(&clause.words))
        })
        .collect()
}

/// The sections of an anchor that names the first and the last of several.
fn between(anchor: &Anchor, spec: &Document) -> Option<Vec<Heading>> {
    let Form::Range { from, to } = anchor.form else { return None };
    let is_between =
        |heading: &&Heading| heading.number >= from && (heading.number <= to || heading.number.is_within(to));
    Some(spec.spec_index().sections().filter(is_between).copied().collect())
}

/// Words as a cell of a table: ASCII, and no bar that would end it.
fn cell(words: &str) -> String {
    ascii(words).replace("\\|", "|").replace('|', "\\|")
}

fn ascii(words: &str) -> String {
    let mut letters = words.chars().peekable();
    let mut out = String::new();
    while let Some(letter) = letters.next() {
        out.push_str(&ascii_for(letter, letters.peek().copied()));
    }
    out
}

/// Behind the last section that the template has before the audit.
fn place(packet: &Document) -> usize {
    let order = |section: &Section| SECTIONS.iter().position(|known| known.name == section.name);
    let own = SECTIONS.iter().position(|known| known.name == NAME);
    let mut before = packet.sections().iter().filter(|section| {
        section.level == 2 && !section.reports && order(section) < own && order(section).is_some()
    });
    before.next_back().map_or(packet.text.len(), |section| section.body.end)
}

#[cfg(test)]
mod tests;
