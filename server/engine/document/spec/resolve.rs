//! Where an anchor points in the specification that is current, and where its section went.
//! It looks things up; what is wrong with that is for the rules to say.

use memchr::memmem;

use crate::document::anchor::{Anchor, Form};
use crate::text::range::Range;

use super::number::Number;
pub use super::resolution::Resolution;
use super::title::{self, TitleMatch};
use super::{Heading, Region, SpecIndex, tag};
use crate::text::grammar::spec_name::SpecVersion;

/// One version of the specification.
#[derive(Clone, Copy)]
pub struct Spec<'a> {
    pub index: &'a SpecIndex,
    pub text: &'a str,
    /// From its file name; where it is unknown, every anchor is taken to mean it.
    pub version: Option<&'a SpecVersion>,
}

/// The versions that an anchor is looked up in.
#[derive(Clone, Copy)]
pub struct Specs<'a> {
    pub current: Spec<'a>,
    /// The version that the anchor or its packet names, where it is here and is not the current one.
    pub baseline: Option<Spec<'a>>,
    /// What the packet names as its baseline, be it here or not: the version an anchor without a file means.
    pub baseline_version: Option<&'a SpecVersion>,
}

/// Looks an anchor up. `document` is the text that the ranges of the anchor are of.
pub fn resolve(anchor: &Anchor, document: &str, specs: Specs) -> Resolution {
    let Specs { current, baseline, baseline_version } = specs;
    let meant = anchor.spec_file.as_ref().map(|(_, version)| version).or(baseline_version);
    let lookup = Lookup { anchor, document, current, baseline, meant };
    match (anchor.form, anchor.number) {
        (Form::FileLine { line }, None) => lookup.line(line),
        (Form::Range { from, to }, _) => lookup.range(from, to),
        (_, Some(number)) => lookup.number(number),
        (Form::Tag, None) if anchor.other_file.is_some() => Resolution::Elsewhere,
        (Form::Tag, None) => lookup.tag(),
        (Form::HeadingTitle, None) => lookup.heading_title(),
        _ if anchor.other_file.is_some() => Resolution::Elsewhere,
        _ => Resolution::Nothing,
    }
}

/// The clause ids written beside a number that the section does not name.
pub fn missing_tags(anchor: &Anchor, document: &str, current: Spec, heading: &Heading) -> Vec<Range> {
    let names = |tag: &Range| {
        let ids = tag::ids(tag.of(document));
        ids.iter().any(|id| current.index.contains_tag_in_section(current.text, heading, id))
    };
    anchor.tags.iter().filter(|tag| !names(tag)).copied().collect()
}

struct Lookup<'a> {
    anchor: &'a Anchor,
    document: &'a str,
    current: Spec<'a>,
    baseline: Option<Spec<'a>>,
    meant: Option<&'a SpecVersion>,
}

impl Lookup<'_> {
    fn number(&self, number: Number) -> Resolution {
        let candidates = self.candidates(number);
        match self.narrowed(&candidates).as_slice() {
            [] => self.absent(number),
            [heading] => self.judged(*heading),
            several if several.iter().all(|heading| heading.region == Region::Roadmap) => several
                .first()
                .map_or(Resolution::Nothing, |&heading| Resolution::Roadmap { heading, item: false }),
            several => Resolution::Ambiguous(several.to_vec()),
        }
    }

    /// Every heading that the number could mean here, canonical or not.
    fn candidates(&self, number: Number) -> Vec<Heading> {
        let index = self.current.index;
        let all = index.headings_numbered(number);
        if let Some(around) = self.anchor.within {
            let around = index.heading_by_number(around).into_iter().find(|heading| heading.canonical);
            return all
                .filter(|heading| around.is_some_and(|a| a.range().contains(heading.range())))
                .copied()
                .collect();
        }
        if self.anchor.is_addendum {
            return all.filter(|heading| !heading.canonical).copied().collect();
        }
        all.copied().collect()
    }

    /// The candidates that the written title or clause ids speak for; without them the canonical ones.
    fn narrowed(&self, candidates: &[Heading]) -> Vec<Heading> {
        let titled = |best: TitleMatch| -> Vec<Heading> {
            candidates.iter().filter(|heading| self.title_match(heading) == Some(best)).copied().collect()
        };
        let same = titled(TitleMatch::Same);
        let real: Vec<Heading> = candidates.iter().filter(|heading| heading.canonical).copied().collect();
        if !same.is_empty() {
            let real: Vec<Heading> = same.iter().filter(|heading| heading.canonical).copied().collect();
            return if real.is_empty() { same } else { real };
        }
        let mut kept = if real.is_empty() { candidates.to_vec() } else { real };
        let related: Vec<Heading> = kept
            .iter()
            .filter(|heading| self.title_match(heading) == Some(TitleMatch::Related))
            .copied()
            .collect();
        if !related.is_empty() {
            kept = related;
        }
        if kept.len() > 1 && !self.anchor.tags.is_empty() {
            let named: Vec<Heading> =
                kept.iter().filter(|heading| self.names_all_tags(heading)).copied().collect();
            kept = if named.is_empty() { kept } else { named };
        }
        // Text in fences speaks only where nothing else does.
        if kept.iter().any(|heading| !heading.fenced) {
            kept.retain(|heading| !heading.fenced);
        }
        kept
    }

    /// One heading for the number: is it the section that was meant?
    fn judged(&self, heading: Heading) -> Resolution {
        let matched = self.title_match(&heading);
        let named = !self.anchor.tags.is_empty() && self.names_all_tags(&heading);
        let doubtful = match matched {
            Some(TitleMatch::Different) => !named,
            // `Bundle Manifest` and `Bundle Scope` share a word and are two sections all the same.
            Some(TitleMatch::Related) => !named && !self.title_says_what_is_written(&heading),
            Some(TitleMatch::Same) => false,
            None => !self.anchor.tags.is_empty() && !named || self.is_retitled(&heading),
        };
        if doubtful && let Some(found) = self.moved(heading.number).filter(|found| *found != heading) {
            return Resolution::Moved { heading: found, instead: Some(heading) };
        }
        if heading.region == Region::Roadmap {
            return Resolution::Roadmap { heading, item: false };
        }
        if matched.is_some() && doubtful && !self.is_mentioned(&heading) {
            return Resolution::TitleMismatch(heading);
        }
        if heading.fenced {
            return Resolution::OnlyFenced(heading);
        }
        if heading.has_numbered_children {
            let children = self.current.index.children(&heading);
            return Resolution::TooBroad { heading, children };
        }
        Resolution::Found(heading)
    }

    /// No heading has the number.
    fn absent(&self, number: Number) -> Resolution {
        let index = self.current.index;
        if self.anchor.within.is_none() && !self.anchor.is_addendum && index.is_roadmap(number) {
            let parents = (1..number.len()).rev().filter_map(|depth| number.first(depth));
            let real =
                parents.flat_map(|parent| index.heading_by_number(parent)).find(|heading| heading.canonical);
            if let Some(heading) = real {
                return Resolution::Roadmap { heading, item: true };
            }
        }
        if let Some(heading) = self.moved(number) {
            return Resolution::Moved { heading, instead: None };
        }
        let nearest = if self.anchor.within.is_some() { Vec::new() } else { index.nearest_numbers(number) };
        let in_baseline = self.baseline.is_some_and(|baseline| baseline.index.has_section(number));
        match () {
            () if in_baseline => Resolution::Removed { nearest },
            () if self.is_answerable() => Resolution::NotFound { nearest },
            () => Resolution::NotInCurrent { nearest },
        }
    }

    /// The one section elsewhere that has the title the anchor or the baseline gives, or in its title the clause id.
    fn moved(&self, number: Number) -> Option<Heading> {
        let Spec { index, text, .. } = self.current;
        let only = |found: Vec<Heading>| match found.as_slice() {
            // A parent or child with the clause id in its title is no other place.
            [heading] if !number.is_within(heading.number) && !heading.number.is_within(number) => {
                Some(*heading)
            }
            _ => None,
        };
        if let Some(written) = self.written_title()
            && let Some(heading) = only(index.headings_by_title(text, written))
        {
            return Some(heading);
        }
        let old = self.baseline.map(|baseline| (baseline, baseline.index.heading_by_number(number)));
        if let Some((baseline, found)) = &old
            && let [heading] = found.as_slice()
        {
            let title = heading.title(baseline.text);
            if let Some(heading) = only(index.headings_by_title(text, title)) {
                return Some(heading);
            }
            let clause = tag::clauses(title).last().map(|clause| tag::ids(clause.of(title)));
            if let Some(id) = clause.and_then(|ids| ids.into_iter().next())
                && let Some(heading) = only(index.headings_by_tag(text, &id))
            {
                return Some(heading);
            }
        }
        let ids =
            self.anchor.tags.iter().filter_map(|tag| tag::ids(tag.of(self.document)).into_iter().next());
        ids.filter_map(|id| only(index.headings_by_tag(text, &id))).next()
    }

    fn range(&self, from: Number, to: Number) -> Resolution {
        let first = self.number(from);
        match first {
            Resolution::Found(_) | Resolution::TooBroad { .. } => match self.number(to) {
                Resolution::Found(_) | Resolution::TooBroad { .. } | Resolution::TitleMismatch(_) => first,
                last => last,
            },
            other => other,
        }
    }

    fn line(&self, line: u32) -> Resolution {
        let Some(spec) = self.named() else { return Resolution::UnknownLine };
        let heading = spec.index.heading_at_line(line).copied();
        Resolution::Line { heading, region: spec.index.region_of_line(line) }
    }

    fn tag(&self) -> Resolution {
        let Spec { index, text, .. } = self.current;
        let mut first = None;
        for &tag in &self.anchor.tags {
            for id in tag::ids(tag.of(self.document)) {
                let mut mentioned: Vec<Heading> = tag::occurrences(text, &id)
                    .filter_map(|place| index.heading_at(place.start))
                    .copied()
                    .collect();
                if mentioned.is_empty() && tag::occurrences(text, &id).next().is_none() {
                    return Resolution::TagNotFound { tag, certain: self.is_answerable() };
                }
                mentioned.dedup();
                first.get_or_insert_with(|| (index.headings_by_tag(text, &id), mentioned));
            }
        }
        first.map_or(Resolution::Nothing, |(titled, mentioned)| Resolution::Tag { titled, mentioned })
    }

    fn heading_title(&self) -> Resolution {
        let Some(written) = self.written_title() else { return Resolution::Nothing };
        match self.current.index.headings_by_title(self.current.text, written).as_slice() {
            [] => Resolution::TitleNotFound { certain: self.is_answerable() },
            [heading] => self.judged(*heading),
            several => Resolution::Ambiguous(several.to_vec()),
        }
    }

    fn written_title(&self) -> Option<&str> {
        self.anchor.title.map(|title| title.of(self.document))
    }

    /// Whether the heading's title begins with the written one, or is the beginning of it.
    fn title_says_what_is_written(&self, heading: &Heading) -> bool {
        let fold = |title: &str| title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let Some(written) = self.written_title().map(fold) else { return true };
        let title = fold(heading.title(self.current.text));
        title.starts_with(&written) || written.starts_with(&title)
    }

    /// How the written title stands to a heading's. Over a range there is no title of its own to compare.
    fn title_match(&self, heading: &Heading) -> Option<TitleMatch> {
        let written = self.written_title().filter(|_| !matches!(self.anchor.form, Form::Range { .. }))?;
        Some(title::compare(written, heading.title(self.current.text)))
    }

    /// Whether the words in place of a title point into the section: they, or a name among them, stand in its text.
    fn is_mentioned(&self, heading: &Heading) -> bool {
        let section = self.current.index.section_text(self.current.text, heading).as_bytes();
        let phrase = title::core(self.written_title().unwrap_or(""));
        let names = phrase
            .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .filter(|word| is_name(word));
        std::iter::once(phrase).chain(names).any(|words| memmem::find(section, words.as_bytes()).is_some())
    }

    fn names_all_tags(&self, heading: &Heading) -> bool {
        missing_tags(self.anchor, self.document, self.current, heading).is_empty()
    }

    /// Whether the baseline has another title for the number of this heading.
    fn is_retitled(&self, heading: &Heading) -> bool {
        let Some(baseline) = self.baseline else { return false };
        let old = baseline.index.heading_by_number(heading.number);
        let now = heading.title(self.current.text);
        let kept = |old: &Heading| title::compare(old.title(baseline.text), now) != TitleMatch::Different;
        !old.is_empty() && !old.iter().any(kept)
    }

    /// The specification that the anchor means, where it is here.
    fn named(&self) -> Option<Spec<'_>> {
        let Some(meant) = self.meant else { return Some(self.current) };
        let is_it = |spec: &Spec| spec.version.is_none_or(|version| version == meant);
        Some(self.current).filter(is_it).or(self.baseline.filter(is_it))
    }

    fn is_answerable(&self) -> bool {
        self.named().is_some()
    }
}

/// `CompletionSignal`, `normalized_query_hash`: a name of code, too special to be met by chance.
fn is_name(word: &str) -> bool {
    let inner_capital = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase());
    word.len() >= 8 && (inner_capital || word.contains('_'))
}

#[cfg(test)]
mod tests;
