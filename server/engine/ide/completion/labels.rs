//! Fields that the document lacks, in template order, as the template writes them and in the file's own style.

use super::blocks;
use super::fences::test_plan;
use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::{self, FieldSpec, Needed, Shape};
use crate::document::field::{Bold, Field, Form};
use crate::document::kind::Kind;
use crate::document::lines::LineKind;
use crate::document::template::{Style, snippet_of, styled};
use crate::text::grammar::id::base_of;

pub(super) fn labels<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let document = spot.document;
    if document.line_kind(spot.line()) != LineKind::Text {
        return None;
    }
    let beginning = spot.beginning();
    let written = document.text.get(beginning.words..spot.offset)?;
    let is_bold = written.starts_with("**");
    let start = beginning.words + if is_bold { 2 } else { 0 };
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || " _-/".contains(letter);
    let typed = document.text.get(start..spot.offset)?;
    let begins = typed.is_empty() || typed.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let after = spot.after().trim_start_matches(is_part);
    let is_free = after.trim_matches(['*', ':', ' ', '\t']).is_empty();
    if !begins
        || !typed.chars().all(is_part)
        || !is_free
        || beginning.marker.is_some_and(|mark| ".)".contains(mark))
    {
        return None;
    }
    // Entries of a list are no fields; a field may have fields of its own.
    let owner = spot.item().map(|(field, _)| field).filter(|field| field.spec().shape != Shape::Section);
    if beginning.marker.is_none() && beginning.indent > 0 {
        return None;
    }
    let homes = homes(spot);
    let style = style(spot, beginning.marker, is_bold);
    let mut found = Found::at(spot, Sort::Field, start, spot.after().len());
    // Several words are prose unless they are words of a label.
    let is_prose =
        |name: &str| typed.contains(' ') && !name.to_ascii_lowercase().contains(&typed.to_ascii_lowercase());
    for spec in contract::fields().filter(|spec| is_offered(spec, spot) && !is_prose(spec.name)) {
        let home = home(spec, document);
        let is_home = homes.iter().any(|name| name == home || both_metadata(name, home));
        let is_wanted = match owner {
            Some(owner) => spec.parent == Some(owner.label),
            // The everyday words of the manifest are fields in their own section alone.
            None => is_home || home != "VALIDATION",
        };
        if !is_wanted || beginning.marker.is_some() && spec.shape == Shape::Section {
            continue;
        }
        let text = text(spec, document, &style, beginning.marker.is_some(), is_bold);
        found.add(
            u32::from(!is_home),
            spec.name,
            &text,
            true,
            spec.home.to_string(),
            About::Field(spec.label),
        );
    }
    if beginning.marker.is_none() && owner.is_none() {
        blocks::add(&mut found, spot);
    }
    Some(found)
}

/// Fields of this kind of file that are not there yet; older forms are not offered.
fn is_offered(spec: &FieldSpec, spot: &Spot) -> bool {
    let document = spot.document;
    let is_there = || {
        if home(spec, document) != ANCHORS || document.kind != Kind::Refinement {
            return document.field(spec.label).is_some();
        }
        // Each anchor has all of them.
        let own = document.section_at(spot.offset).map(|section| section.own);
        document.fields().all(spec.label).any(|field| own.is_some_and(|own| own.contains(field.line)))
    };
    spec.kinds.contains(&document.kind)
        && (!spec.snippet.is_empty() || spec.needed != Needed::Optional)
        && !is_there()
}

const ANCHORS: &str = "SPEC_ANCHORS";

/// The section that holds the field; refinements have one for their anchors.
fn home(spec: &FieldSpec, document: &Document) -> &'static str {
    match (spec.label, document.kind) {
        (Label::SpecAnchor, Kind::Refinement) => ANCHORS,
        _ => spec.home,
    }
}

/// The names of the sections around the cursor; what stands above all of them is metadata.
fn homes(spot: &Spot) -> Vec<String> {
    let sections = spot.document.sections();
    let mut homes = Vec::new();
    let mut current = spot.document.section_at(spot.offset);
    while let Some(section) = current {
        if section.level > 1 {
            homes.push(section.name.clone());
        }
        current = section.parent.and_then(|parent| sections.get(parent));
    }
    if homes.is_empty() {
        homes.push("METADATA".to_string());
    }
    homes
}

/// Stubs have a name of their own for the section.
fn both_metadata(one: &str, other: &str) -> bool {
    one.ends_with("METADATA") && other.ends_with("METADATA")
}

/// As typed, else like the fields of the same section, else like the first field of the file.
fn style(spot: &Spot, marker: Option<char>, is_bold: bool) -> Style {
    let fields = || spot.document.fields().list.iter().filter(|field| !field.in_report);
    let is_like = |field: &&Field| match field.form {
        Form::Bullet(_) => true,
        Form::Bare => marker.is_none(),
        Form::Heading(_) => false,
    };
    let here = spot.document.section_at(spot.offset).map(|section| section.body);
    // The status is bold in the template whatever the others are.
    let usual = |field: &&Field| is_like(field) && field.label != Label::Status;
    let model = fields()
        .filter(usual)
        .find(|field| here.is_some_and(|here| here.contains(field.line)))
        .or_else(|| fields().find(usual));
    let form = match (marker, model) {
        (Some(marker), _) => Some(Form::Bullet(marker)),
        (None, Some(model)) => Some(model.form),
        (None, None) => None,
    };
    let bold = match model {
        Some(model) if !is_bold || model.bold != Bold::No => model.bold,
        _ if is_bold => Bold::ColonInside,
        _ => Bold::No,
    };
    // A section whose fields are bullets goes on with bullets.
    let inside = |field: &Field| here.is_some_and(|here| here.contains(field.line));
    let bullets = fields().any(|field| inside(field) && matches!(field.form, Form::Bullet(_)));
    let headings = fields().any(|field| inside(field) && matches!(field.form, Form::Heading(3..)));
    Style { form, bold, indent: 0, keeps_headings: marker.is_none() && (headings || !bullets) }
}

fn text(spec: &FieldSpec, document: &Document, style: &Style, has_marker: bool, is_bold: bool) -> String {
    let snippet = match document.tier().filter(|_| spec.label == Label::TestPlan) {
        // As many commands as the tier asks for.
        Some(tier) => {
            let heading = spec.snippet.lines().next().unwrap_or("### TEST_PLAN");
            let least = document.config.ranges.test_plan[tier as usize];
            format!("{heading}\n```bash\n{}\n```", test_plan(document.stem(), least))
        }
        None => snippet_of(spec),
    };
    let id = if spec.label == Label::BaseWpId { base_of(document.stem()) } else { document.stem() };
    // What holds a packet up is another one.
    let snippet = if spec.label == Label::Blocker { snippet } else { snippet.replace("WP-1-Name", id) };
    let text = styled(snippet.trim_start(), style);
    let mut rest = text.trim_start();
    if has_marker {
        rest = rest.split_once(' ').map_or(rest, |(_, rest)| rest);
    }
    if is_bold {
        rest = rest.strip_prefix("**").unwrap_or(rest);
    }
    if document.text.contains("\r\n") { rest.replace('\n', "\r\n") } else { rest.to_string() }
}
