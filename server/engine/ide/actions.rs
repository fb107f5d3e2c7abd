//! What could be done at a place: the fixes of its findings, and fields that the template has and the file lacks.

use crate::diagnostics::Diagnostic;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::sections::SECTIONS;
use crate::document::contract::{self, FieldSpec, Needed};
use crate::document::field::{Bold, Field, Form};
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::Safety;
use crate::text::edit::{Edit, Edits};
use crate::text::grammar::id::base_of;
use crate::text::range::Range;

/// One thing to do, with the findings that it answers.
#[derive(Clone, Debug)]
pub struct Action {
    /// An imperative.
    pub title: String,
    pub edits: Vec<Edit>,
    /// The findings that are gone afterwards, by their place in the list that was given.
    pub answers: Vec<usize>,
    pub is_preferred: bool,
    /// Why it is shown and cannot be chosen.
    pub disabled: Option<&'static str>,
}

/// What could be done about the findings that touch `range`.
pub fn actions(document: &Document, found: &[Diagnostic], range: Range) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let touches = |place: Range| place.start <= range.end && range.start <= place.end;
    for (index, diagnostic) in found.iter().enumerate().filter(|(_, found)| touches(found.range)) {
        if let Some(fix) = &diagnostic.fix {
            actions.push(Action {
                title: fix.title.clone(),
                edits: fix.edits.clone(),
                answers: vec![index],
                is_preferred: true,
                disabled: refused(document, &fix.edits),
            });
        }
        for label in missing(diagnostic, document) {
            let Some(edit) = insertion(document, label) else { continue };
            let title = format!("Insert {}", contract::spec(label).name);
            match actions.iter_mut().find(|action| action.title == title) {
                Some(known) => known.answers.push(index),
                None => actions.push(Action {
                    title,
                    disabled: withheld(document, label),
                    edits: vec![edit],
                    answers: vec![index],
                    is_preferred: true,
                }),
            }
        }
    }
    actions.extend(all_missing(document, found));
    actions
}

/// Every field at once that some finding misses.
pub fn all_missing(document: &Document, found: &[Diagnostic]) -> Option<Action> {
    let mut labels: Vec<Label> = found.iter().flat_map(|found| missing(found, document)).collect();
    labels.sort();
    labels.dedup();
    let edits: Vec<Edit> = labels.iter().filter_map(|&label| insertion(document, label)).collect();
    if edits.len() < 2 {
        return None;
    }
    Some(Action {
        title: format!("Insert all {} missing fields", edits.len()),
        disabled: labels.iter().find_map(|&label| withheld(document, label)),
        edits: merged(edits),
        answers: Vec::new(),
        is_preferred: false,
    })
}

/// Safe fixes alone, as many as fit together; nothing that a signature has frozen.
pub fn safe_edits(document: &Document, found: &[Diagnostic]) -> Vec<Edit> {
    let mut chosen: Vec<Edit> = Vec::new();
    for fix in found.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| fix.safety == Safety::Safe) {
        let mut with = chosen.clone();
        with.extend(fix.edits.iter().cloned());
        // Two fixes of one place: the second comes with the next round.
        if refused(document, &fix.edits).is_none() && Edits::new(with.clone()).is_some() {
            chosen = with;
        }
    }
    chosen
}

/// Why no edit may be made here: what the user signed stays as it was signed (Part 5.6 [CX-607]).
pub(super) fn refused(document: &Document, edits: &[Edit]) -> Option<&'static str> {
    if !is_signed(document) {
        return None;
    }
    let frozen = |edit: &Edit| {
        let at = edit.range.start;
        let mut fields = document.fields().list.iter();
        if let Some(field) = fields.rfind(|field| field.line.start <= at && at <= field.line.end) {
            return field.spec().change == contract::Change::Frozen;
        }
        let name = document.section_at(at).map(|section| section.name.as_str());
        !SECTIONS.iter().any(|section| Some(section.name) == name && section.change == contract::Change::Free)
    };
    edits.iter().any(frozen).then_some(SIGNED)
}

const SIGNED: &str = "it is signed; what was signed changes in a new revision";

/// Packets and refinements are what a user signs.
fn is_signed(document: &Document) -> bool {
    matches!(document.kind, Kind::Packet | Kind::Refinement) && document.is_locked()
}

/// Why a field may not be inserted here, wherever it would stand.
fn withheld(document: &Document, label: Label) -> Option<&'static str> {
    let frozen = contract::spec(label).change == contract::Change::Frozen;
    (frozen && is_signed(document)).then_some(SIGNED)
}

/// The fields whose absence a finding tells: its rule is named after them.
fn missing(found: &Diagnostic, document: &Document) -> Vec<Label> {
    let name = found.rule.name.as_str();
    if !name.ends_with("-missing") {
        return Vec::new();
    }
    let is_it = |spec: &&FieldSpec| {
        let in_kind = spec.kinds.contains(&document.kind);
        in_kind
            && !spec.snippet.is_empty()
            && document.field(spec.label).is_none()
            && found.message.contains(spec.name)
    };
    let needed = |spec: &FieldSpec| {
        spec.needed != Needed::Optional || !matches!(spec.label, Label::Scope | Label::Bootstrap)
    };
    let mut named: Vec<&FieldSpec> = contract::fields().filter(is_it).filter(|spec| needed(spec)).collect();
    // A name that is a part of a longer one is not meant: `Blocks` in `Blocker`.
    let names: Vec<&str> = named.iter().map(|spec| spec.name).collect();
    named.retain(|spec| !names.iter().any(|other| *other != spec.name && other.contains(spec.name)));
    named.into_iter().map(|spec| spec.label).collect()
}

/// The template's text for a field, where the template has it, in the file's own style.
pub fn insertion(document: &Document, label: Label) -> Option<Edit> {
    let spec = contract::spec(label);
    if spec.snippet.is_empty() {
        return None;
    }
    let home = document.section(spec.home);
    let (at, style) = match home {
        Some(section) => after_neighbour(document, section, label),
        None => (document.title().map_or(0, |title| document.line_at(title.heading.start).end), None),
    };
    let id = if label == Label::BaseWpId { base_of(document.stem()) } else { document.stem() };
    let mut text = styled(&plain(spec.snippet), &Style::of(style)).replace("WP-1-Name", id);
    if home.is_none() && document.kind == Kind::Packet {
        text = format!("\n## {}\n{text}", spec.home);
    }
    let line_end = if document.text.contains("\r\n") { "\r\n" } else { "\n" };
    let text = format!("\n{text}").replace('\n', line_end);
    Some(Edit::insert(at, text))
}

/// The end of the last field before this one in template order, or of the section's heading, and the field to imitate.
fn after_neighbour<'a>(
    document: &'a Document,
    section: &Section,
    label: Label,
) -> (usize, Option<&'a Field>) {
    let inside = |field: &&Field| section.body.contains(field.line) && !field.in_report;
    let before = document.fields().list.iter().filter(inside).filter(|field| field.label < label);
    let neighbour = before.max_by_key(|field| field.label);
    let style = neighbour.or_else(|| document.fields().list.iter().find(inside));
    let heading = document.line_at(section.heading.start).end;
    let Some(neighbour) = neighbour else { return (heading, style) };
    (end_of(document, neighbour).max(heading), style)
}

/// The end of the last line of a field that says something.
fn end_of(document: &Document, field: &Field) -> usize {
    let whole = match field.form {
        Form::Heading(_) => document.whole(field),
        _ => field.line.cover(field.block),
    };
    let items = document.items(field);
    let last = items.list.last().map_or(field.line.end, |item| item.range.end);
    let fences = document.fences_in(whole).map(|fence| fence.range.end).max().unwrap_or(0);
    let written = last.max(fences).max(field.line.end);
    document.line_at(written.min(document.text.len())).end
}

/// How a file writes its fields.
pub(super) struct Style {
    pub form: Option<Form>,
    pub bold: Bold,
    pub indent: usize,
    /// What the template writes as a heading stays one.
    pub keeps_headings: bool,
}

impl Style {
    fn of(field: Option<&Field>) -> Style {
        Style {
            form: field.map(|field| field.form),
            bold: field.map_or(Bold::No, |field| field.bold),
            indent: field.map_or(0, |field| field.indent),
            keeps_headings: false,
        }
    }

    fn label(&self, name: &str) -> String {
        // What the template has in bold is read by programs that look for the asterisks.
        let (bold, name) = match (self.bold, name.strip_prefix("**")) {
            (Bold::No, Some(name)) => (Bold::ColonInside, name),
            (bold, stripped) => (bold, stripped.unwrap_or(name)),
        };
        match bold {
            Bold::No => format!("{name}:"),
            Bold::ColonInside => format!("**{name}:**"),
            Bold::ColonOutside => format!("**{name}**:"),
        }
    }
}

/// The template's text for a field, with the bullet, weight and level of the style.
pub(super) fn styled(text: &str, style: &Style) -> String {
    match (style.form, text.strip_prefix("- ")) {
        (Some(form @ (Form::Bullet(_) | Form::Bare)), Some(rest)) => {
            let (name, value) = rest.split_once(':').unwrap_or((rest, ""));
            let value = if name.starts_with("**") { value.trim_start_matches("**") } else { value };
            let indent = " ".repeat(style.indent);
            let bullet = if let Form::Bullet(bullet) = form { format!("{bullet} ") } else { String::new() };
            let lines = format!("{bullet}{}{value}", style.label(name));
            lines.lines().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
        }
        (Some(Form::Bullet(bullet)), None) if text.starts_with("### ") && !style.keeps_headings => {
            let mut lines = text.lines();
            let name = lines.next().unwrap_or("").trim_start_matches("### ");
            let below: String = lines.map(|line| format!("\n  {line}")).collect();
            format!("{bullet} {}{below}", style.label(name))
        }
        (Some(Form::Heading(level)), None) => {
            format!("\n{}", text.replacen("###", &"#".repeat(usize::from(level)), 1))
        }
        _ => text.to_string(),
    }
}

/// A snippet as plain text: `${1:words}` is `<fill: words>`, so that what is still to be said is seen.
pub fn plain(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some(open) = rest.find("${") {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let stop = &rest[open + 2..open + close];
        if let Some((_, choices)) = stop.split_once('|') {
            out.push_str(&choices.trim_end_matches('|').replace(',', " | "));
            rest = &rest[open + close + 1..];
            continue;
        }
        match stop.split_once(':') {
            // What the template gives as the usual answer stays.
            Some((_, words)) if words.starts_with('<') || words.starts_with("WP-") => out.push_str(words),
            Some((_, words)) => out.push_str(&format!("<fill: {words}>")),
            None => out.push_str("<fill>"),
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out
}

/// Insertions at one place in the order of their labels, as one edit each place.
fn merged(edits: Vec<Edit>) -> Vec<Edit> {
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        match merged.iter_mut().find(|known| known.range == edit.range) {
            Some(known) => known.text.push_str(&edit.text),
            None => merged.push(edit),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;

    fn inserted(text: &str, label: Label) -> String {
        let document = Document::new(
            ".GOV/task_packets/WP-1-Example.md",
            Kind::Packet,
            text,
            Arc::new(Config::default()),
        );
        let edit = insertion(&document, label).expect("the field has a template");
        Edits::new(vec![edit]).and_then(|edits| edits.apply(text)).expect("it fits")
    }

    #[test]
    fn a_field_goes_where_the_template_has_it_in_the_style_of_its_neighbours() {
        let packet =
            "# Task Packet: WP-1-Example\n## METADATA\n* **TASK_ID**: WP-1-Example\n* **DATE**: 2026-03-05\n";
        assert_eq!(
            inserted(packet, Label::WpId),
            packet.replace("Example\n* **DATE", "Example\n* **WP_ID**: WP-1-Example\n* **DATE")
        );
    }

    #[test]
    fn a_list_field_follows_the_whole_list_before_it() {
        let packet = "## SCOPE\n- What: x\n- IN_SCOPE_PATHS:\n  - src/a.rs\n\n## QUALITY_GATE\n";
        let wanted = packet.replace(
            "src/a.rs\n",
            "src/a.rs\n- OUT_OF_SCOPE:\n  - <fill: related work> -> <fill: separate WP>\n",
        );
        assert_eq!(inserted(packet, Label::OutOfScope), wanted);
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        let packet = "## SCOPE\r\n- What: x\r\n";
        assert_eq!(inserted(packet, Label::Why), "## SCOPE\r\n- What: x\r\n- Why: <fill: the reason>\r\n");
    }

    #[test]
    fn where_the_section_is_missing_it_comes_along() {
        let packet = "# Task Packet: WP-1-Example\n";
        assert_eq!(
            inserted(packet, Label::Why),
            "# Task Packet: WP-1-Example\n\n## SCOPE\n- Why: <fill: the reason>\n"
        );
    }
}
