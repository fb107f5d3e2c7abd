//! Sections of the specification's Main Body, behind SPEC_ANCHOR and behind `per` in DONE_MEANS.

use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::contract::label::Label;
use crate::document::spec::Region;
use crate::text::range::Range;

const ANCHORED: &[Label] = &[Label::SpecAnchor, Label::AnchorCandidates];

pub(super) fn anchors<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let anchored = spot.value().or_else(|| spot.item()).filter(|(field, _)| ANCHORED.contains(&field.label));
    let (start, is_uncalled) = match anchored {
        Some((_, start)) => (behind_last(spot, start), false),
        None => behind_per(spot)?,
    };
    let taken = spot.word_rest(|letter| letter.is_ascii_alphanumeric() || letter == '.');
    let mut found = Found::at(spot, Sort::Section, start, taken);
    let Some(spec) = spot.workspace.current_spec() else { return Some(found) };
    for heading in spec.spec_index().sections().filter(|heading| heading.region == Region::MainBody) {
        let title = heading.title(&spec.text);
        let name = format!("{} {title}", heading.number);
        // Packets are ASCII; a number alone names the section too.
        let mut text = if title.is_ascii() { name.clone() } else { heading.number.to_string() };
        // In running text a short number is a version or a count unless it is called a section.
        if is_uncalled && heading.number.len() < 3 {
            text = format!("section {text}");
        }
        let lines = heading.end_line.saturating_sub(heading.line);
        let detail = format!("line {}, {lines} lines", heading.line);
        found.add(0, &name, &text, false, detail, About::Section(heading.number, heading.line));
    }
    Some(found)
}

/// Several anchors of one value are separated by semicolons; the file's name may stand before each.
fn behind_last(spot: &Spot, start: usize) -> usize {
    let written = Range::new(start, spot.offset).of(&spot.document.text);
    let mut words = written.rsplit(';').next().unwrap_or(written).trim_start();
    if let Some((file, rest)) = words.split_once(' ')
        && file.ends_with(".md")
    {
        words = rest.trim_start();
    }
    spot.offset - words.len()
}

/// Where the section begins that an entry of DONE_MEANS is measured by, and whether it still has to be called one.
fn behind_per(spot: &Spot) -> Option<(usize, bool)> {
    let is_own = spot.value().is_some_and(|(field, _)| field.label == Label::DoneMeans);
    if !is_own && !spot.is_under(Label::DoneMeans) {
        return None;
    }
    let before = spot.before();
    let at = before.rfind("per ")?;
    if before[..at].ends_with(|letter: char| letter.is_alphanumeric()) {
        return None;
    }
    let words = before[at + 4..].trim_start();
    let called = words.strip_prefix("section ");
    let start = spot.offset - called.unwrap_or(words).trim_start().len();
    Some((start, called.is_none()))
}
