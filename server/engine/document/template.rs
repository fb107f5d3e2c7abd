//! Fields and sections that a file lacks: where the template has them, in the file's own style, with tab stops.

use super::Document;
use super::contract::label::{self, Label};
use super::contract::sections::{REFINEMENT, SECTIONS, SectionSpec};
use super::contract::{self, FieldSpec, Needed, Shape};
use super::field::{Bold, Field, Form};
use super::kind::Kind;
use super::outline::Section;
use super::value::Tier;
use crate::text::grammar::id::base_of;
use crate::text::range::Range;
use crate::text::snippet;

/// Text to insert, with `${n:..}` tab stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    pub at: usize,
    pub snippet: String,
    /// Its place in the order of the template.
    pub place: usize,
}

/// The template's text for a field, where the template has it; `None` for what no template has.
pub fn field(document: &Document, label: Label) -> Option<Insertion> {
    let spec = contract::spec(label);
    if spec.shape == Shape::Section {
        return section(document, spec.home);
    }
    if spec.snippet.is_empty() && spec.needed == Needed::Optional {
        return None;
    }
    let parent = spec.parent.and_then(|parent| document.field(parent));
    if let Some(parent) = parent.filter(|parent| parent.spec().shape != Shape::Section) {
        let style = Style { indent: parent.indent, ..Style::of(Some(parent)) };
        let words = written(document, spec, &style);
        return ended(document, end_of(document, parent), &format!("\n{words}"), label as usize);
    }
    let home = home(document, spec);
    let Some((at, model)) = after_neighbour(document, home, spec) else {
        return with_section(document, spec);
    };
    let words = written(document, spec, &Style::of(model));
    ended(document, at, &format!("\n{words}"), label as usize)
}

/// A field whose section is missing brings it along, with all that the template has in it.
fn with_section(document: &Document, spec: &FieldSpec) -> Option<Insertion> {
    let known = SECTIONS.iter().find(|known| known.name == spec.home && document.kind == Kind::Packet);
    let words = written(document, spec, &Style::of(document.fields().list.first()));
    let Some(known) = known else {
        return ended(document, below_title(document), &format!("\n{words}"), spec.label as usize);
    };
    if is_wanted(document, spec) {
        return section(document, known.name);
    }
    let text = format!("\n\n{}\n{words}", known.heading);
    ended(document, place(document, known), &text, spec.label as usize)
}

/// A section of a packet with everything the template has in it.
pub fn section(document: &Document, name: &str) -> Option<Insertion> {
    let spec = SECTIONS.iter().find(|spec| spec.name == name)?;
    let text = format!("\n\n{}\n{}", spec.heading, body(document, spec));
    ended(document, place(document, spec), text.trim_end(), rank(spec))
}

/// A part of a refinement, behind the parts that come before it.
pub fn refinement(document: &Document, name: &str) -> Option<Insertion> {
    let order = |name: &str| REFINEMENT.iter().position(|(known, _)| *known == name);
    let own = order(name)?;
    let mut earlier =
        document.sections().iter().filter(|section| order(&section.name).is_some_and(|at| at < own));
    let above = earlier
        .next_back()
        .or_else(|| document.section("METADATA"))
        .or_else(|| document.section("TECHNICAL_REFINEMENT"));
    let at = above.map_or(document.text.trim_end().len(), |section| {
        written_end(document, section.heading.cover(section.body))
    });
    ended(document, at, &format!("\n\n{}", REFINEMENT[own].1), label::COUNT + own)
}

/// A block that the template has no row for, where it would stand before the section named.
pub fn block(document: &Document, before: &str, text: &str) -> Option<Insertion> {
    let known = SECTIONS.iter().find(|known| known.name == before);
    let at = known.map_or_else(|| below_title(document), |known| place(document, known));
    let rank = known.map_or(label::COUNT, rank);
    ended(document, at, &format!("\n\n{text}"), rank)
}

/// A line at the end of a section; where that is missing, it is made before another one.
pub fn line_in(document: &Document, name: &str, before: &str, line: &str) -> Option<Insertion> {
    let Some(section) = document.section(name) else {
        return block(document, before, &format!("## {name}\n{line}"));
    };
    let at = written_end(document, section.heading.cover(section.body));
    ended(document, at, &format!("\n{line}"), label::COUNT)
}

/// A title, above everything else.
pub fn title(document: &Document, words: &str) -> Insertion {
    let at = if document.text.starts_with('\u{feff}') { 3 } else { 0 };
    let (line_end, blank) = (document.line_end(), document.text[at..].starts_with(['\r', '\n']));
    let below = if blank { line_end.to_string() } else { format!("{line_end}{line_end}") };
    Insertion { at, snippet: format!("{words}{below}"), place: 0 }
}

/// What the template has below the heading of a section that is empty.
pub fn section_body(document: &Document, section: &Section) -> Option<Insertion> {
    let spec = SECTIONS.iter().find(|spec| spec.name == section.name)?;
    let at = document.line_at(section.heading.end).end;
    ended(document, at, &format!("\n{}", body(document, spec)), rank(spec))
}

fn body(document: &Document, spec: &SectionSpec) -> String {
    if !spec.body.is_empty() {
        return spec.body.to_string();
    }
    let style = Style::of(document.fields().list.iter().find(|field| matches!(field.form, Form::Bullet(_))));
    let style = Style { indent: 0, ..style };
    // A field that stands elsewhere is not said twice.
    let missing = |field: &&FieldSpec| document.field(field.label).is_none();
    let at_home = |field: &&FieldSpec| field.home == spec.name && is_wanted(document, field);
    let fields = contract::fields().filter(at_home).filter(missing);
    let parts: Vec<String> = fields.map(|field| written(document, field, &style)).collect();
    snippet::numbered(parts.join("\n").trim_start_matches('\n'))
}

/// Whether this packet needs the field, as far as its own kind and tier say.
fn is_wanted(document: &Document, field: &FieldSpec) -> bool {
    let needed = match field.needed {
        Needed::Always => true,
        Needed::Modern => document.is_modern(),
        Needed::HighRisk => document.tier() == Some(Tier::High),
        Needed::Optional => false,
    };
    needed && field.kinds.contains(&document.kind) && field.shape != Shape::Section
}

/// Sections come behind all fields, so that a field stands in the section that is there.
fn rank(spec: &SectionSpec) -> usize {
    label::COUNT + SECTIONS.iter().position(|known| known.name == spec.name).unwrap_or(SECTIONS.len())
}

/// Behind the sections that come before it in the template; before all others where it has none.
fn place(document: &Document, spec: &SectionSpec) -> usize {
    let order = |section: &Section| SECTIONS.iter().position(|known| known.name == section.name);
    let own = SECTIONS.iter().position(|known| std::ptr::eq(known, spec));
    let earlier = document.sections().iter().filter(|section| section.level <= 2 && order(section) < own);
    let last = earlier.filter(|section| order(section).is_some()).max_by_key(|section| order(section));
    last.map_or_else(
        || below_title(document),
        |section| written_end(document, section.heading.cover(section.body)),
    )
}

/// The end of the title's line, or of the words above the first heading, or the file's beginning.
fn below_title(document: &Document) -> usize {
    if let Some(title) = document.title() {
        return document.line_at(title.heading.start).end;
    }
    let start = if document.text.starts_with('\u{feff}') { 3 } else { 0 };
    let first = document.sections().first().map_or(start, |first| first.heading.start.max(start));
    written_end(document, Range::new(start, first))
}

/// The end of the last line in `range` with anything on it.
fn written_end(document: &Document, range: Range) -> usize {
    range.start + range.of(&document.text).trim_end().len()
}

fn home<'a>(document: &'a Document, spec: &FieldSpec) -> Option<&'a Section> {
    let name =
        if document.kind == Kind::Stub && spec.home == "METADATA" { "STUB_METADATA" } else { spec.home };
    document.section(name).or_else(|| document.section(spec.home))
}

/// With the file's own line ends; nothing is put behind a fence that never ends, where it would be code.
fn ended(document: &Document, at: usize, snippet: &str, place: usize) -> Option<Insertion> {
    if document.is_swallowed(at) {
        return None;
    }
    let text = if at == 0 { format!("{}\n", snippet.trim_start_matches('\n')) } else { snippet.to_string() };
    Some(Insertion { at, snippet: text.replace('\n', document.line_end()), place })
}

fn written(document: &Document, spec: &FieldSpec, style: &Style) -> String {
    let id = if spec.label == Label::BaseWpId { base_of(document.stem()) } else { document.stem() };
    let text = snippet_of(spec);
    // What holds a packet up is another one.
    let text = if spec.label == Label::Blocker { text } else { text.replace("WP-1-Name", id) };
    styled(&text, style)
}

/// The field as the template writes it; where it has no form of its own, as its shape wants it.
pub fn snippet_of(spec: &FieldSpec) -> String {
    match (spec.snippet, spec.shape) {
        ("", Shape::List) => format!("- {}:\n  - ${{1}}", spec.name),
        ("", Shape::Commands) => format!("- {}:\n  ```text\n  ${{1}}\n  ```", spec.name),
        ("", _) if !spec.values.is_empty() => format!("- {}: ${{1|{}|}}", spec.name, spec.values.join(",")),
        ("", _) => format!("- {}: ${{1}}", spec.name),
        (snippet, _) => snippet.to_string(),
    }
}

/// The end of the last field before this one in template order, or of the section's heading, and the field to imitate.
/// Where the section has no heading, its fields are where they are.
fn after_neighbour<'a>(
    document: &'a Document,
    section: Option<&Section>,
    spec: &FieldSpec,
) -> Option<(usize, Option<&'a Field>)> {
    let inside = |field: &&Field| match section {
        Some(section) => section.body.contains(field.line) && !field.in_report,
        None => field.spec().home == spec.home && !field.in_report && !matches!(field.form, Form::Heading(_)),
    };
    let before = document.fields().list.iter().filter(inside).filter(|field| field.label < spec.label);
    let neighbour = before.max_by_key(|field| field.label);
    let first = document.fields().list.iter().find(inside);
    let heading = section.map(|section| document.line_at(section.heading.start).end);
    match (neighbour, heading, first) {
        (Some(neighbour), heading, _) => {
            Some((end_of(document, neighbour).max(heading.unwrap_or(0)), Some(neighbour)))
        }
        (None, Some(heading), first) => Some((heading, first)),
        (None, None, Some(first)) => Some((end_of(document, first), Some(first))),
        (None, None, None) => None,
    }
}

/// The end of the last line of a field that says something.
pub fn end_of(document: &Document, field: &Field) -> usize {
    let whole = match field.form {
        Form::Heading(_) => document.whole(field),
        _ => field.line.cover(field.block),
    };
    let items = document.items(field);
    let last = items.list.last().map_or(field.line.end, |item| item.range.end);
    let fences = document.fences_in(whole).map(|fence| fence.range.end).max().unwrap_or(0);
    let parts = document.fields().list.iter().filter(|part| part.spec().parent == Some(field.label));
    let parts = parts.filter(|part| field.block.contains(part.line)).map(|part| part.line.end).max();
    let written = last.max(fences).max(field.line.end).max(parts.unwrap_or(0));
    document.line_at(written.min(document.text.len())).end
}

/// How a file writes its fields.
pub struct Style {
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
            // The status is bold in the template whatever the others are.
            bold: field.filter(|field| field.label != Label::Status).map_or(Bold::No, |field| field.bold),
            indent: field.filter(|field| field.spec().parent.is_none()).map_or(0, |field| field.indent),
            keeps_headings: false,
        }
    }

    fn label(&self, name: &str, bold: Bold) -> String {
        // What the template has in bold is read by programs that look for the asterisks.
        match if bold == Bold::No { self.bold } else { bold } {
            Bold::No => format!("{name}:"),
            Bold::ColonInside => format!("**{name}:**"),
            Bold::ColonOutside => format!("**{name}**:"),
        }
    }
}

/// The template's text for a field, with the bullet, weight and level of the style.
pub fn styled(text: &str, style: &Style) -> String {
    let item = text.trim_start().strip_prefix("- ");
    match (style.form, item) {
        (Some(form @ (Form::Bullet(_) | Form::Bare)), Some(rest)) => {
            let (name, value) = rest.split_once(':').unwrap_or((rest, ""));
            let (name, bold) = match (name.strip_prefix("**"), name.strip_suffix("**")) {
                (Some(_), Some(_)) => (name.trim_matches('*'), Bold::ColonOutside),
                (Some(name), None) => (name, Bold::ColonInside),
                _ => (name, Bold::No),
            };
            let value = if bold == Bold::ColonInside { value.trim_start_matches("**") } else { value };
            let own = text.len() - text.trim_start().len();
            let indent = " ".repeat(style.indent + own);
            let bullet = if let Form::Bullet(bullet) = form { format!("{bullet} ") } else { String::new() };
            let lines = format!("{bullet}{}{value}", style.label(name, bold));
            lines.lines().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
        }
        (Some(Form::Bullet(bullet)), None) if text.starts_with("### ") && !style.keeps_headings => {
            let mut lines = text.lines();
            let name = lines.next().unwrap_or("").trim_start_matches("### ");
            let below: String = lines.map(|line| format!("\n  {line}")).collect();
            format!("{bullet} {}{below}", style.label(name, Bold::No))
        }
        (Some(Form::Heading(level)), None) => {
            format!("\n{}", text.replacen("###", &"#".repeat(usize::from(level)), 1))
        }
        _ => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::text::edit::{Edit, Edits};

    fn packet(text: &str) -> Document {
        Document::new(".GOV/task_packets/WP-1-Example.md", Kind::Packet, text, Arc::new(Config::default()))
    }

    fn with(text: &str, insertion: Option<Insertion>) -> String {
        let insertion = insertion.expect("the template has it");
        let edit = Edit::insert(insertion.at, snippet::plain(&insertion.snippet));
        Edits::new(vec![edit]).and_then(|edits| edits.apply(text)).expect("it fits")
    }

    fn inserted(text: &str, label: Label) -> String {
        with(text, field(&packet(text), label))
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
    fn the_justification_belongs_to_its_tier_and_stands_before_what_follows() {
        let packet = "## METADATA\n- RISK_TIER: LOW\n- ROLE: Orchestrator\n";
        let wanted =
            packet.replace("LOW\n", "LOW\n  - Justification: <fill: why this tier and not a lower one>\n");
        assert_eq!(inserted(packet, Label::Justification), wanted);
        let below = inserted(&wanted, Label::UserSignature);
        assert!(below.contains("one>\n- USER_SIGNATURE"), "{below}");
    }

    #[test]
    fn bold_of_the_template_stays_where_the_colon_is() {
        let packet = "## VALIDATION\n- **Start**: 1\n- **End**: 2\n";
        assert_eq!(inserted(packet, Label::LineDelta), format!("{packet}- **Line Delta**: <adds - dels>\n"));
        let status = inserted("## METADATA\n- ROLE: Orchestrator\n", Label::Status);
        assert!(status.contains("- **Status:** Ready for Dev"), "{status}");
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        let packet = "## SCOPE\r\n- What: x\r\n";
        assert_eq!(inserted(packet, Label::Why), "## SCOPE\r\n- What: x\r\n- Why: <fill: the reason>\r\n");
    }

    #[test]
    fn where_the_section_is_missing_it_comes_along_in_its_place() {
        let packet =
            "# Task Packet: WP-1-Example\n\n## METADATA\n- ROLE: Orchestrator\n\n## BOOTSTRAP\n- x\n";
        let added = inserted(packet, Label::Why);
        assert!(added.contains("Orchestrator\n\n## SCOPE\n- What: <fill"), "{added}");
        assert!(added.contains("\n- Why: <fill: the reason>\n"), "{added}");
        assert!(added.ends_with("\n\n## BOOTSTRAP\n- x\n"), "{added}");
    }

    #[test]
    fn a_section_brings_the_fields_of_its_template() {
        let text = "# Task Packet: WP-1-Example\n\n## METADATA\n* ROLE: Orchestrator\n\n## AUTHORITY\n* x\n";
        let added = with(text, section(&packet(text), "SCOPE"));
        let wanted =
            "Orchestrator\n\n## SCOPE\n* What: <fill: one or two sentences>\n* Why: <fill: the reason>\n";
        assert!(added.contains(wanted), "{added}");
        assert!(added.ends_with("<fill: separate WP>\n\n## AUTHORITY\n* x\n"), "{added}");
        let empty = "## METADATA\n- PACKET_FORMAT_VERSION: 2026-02-01\n## WAIVERS GRANTED\n\n## SCOPE\n";
        let document = packet(empty);
        let waivers = document.section("WAIVERS_GRANTED").expect("it is there");
        assert_eq!(
            with(empty, section_body(&document, waivers)),
            empty.replace("GRANTED\n", "GRANTED\n- NONE\n")
        );
    }
}
