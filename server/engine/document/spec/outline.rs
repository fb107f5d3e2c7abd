//! From what the walk saw to sections: which heading is the real one for its number, and where each section ends.

use super::number::Number;
use super::scan::{Event, Seen};
use super::{Heading, Region, SpecRegions};

/// The headings in the order of the text, and their places in the order of their numbers
/// (canonical before embedded before fenced where the number is the same).
pub(super) fn outline(
    events: &[Event],
    end: u32,
    last_line: u32,
    regions: &SpecRegions,
) -> (Vec<Heading>, Vec<u32>) {
    let seen: Vec<&Seen> = events.iter().filter_map(Event::heading).collect();
    let mut by_number: Vec<u32> = (0..seen.len() as u32).collect();
    by_number.sort_unstable_by_key(|&place| (seen.get(place as usize).map(|seen| seen.number), place));
    let canonical = canonical(&seen, &by_number);
    let headings = Outline::new(regions).build(events, &canonical, end, last_line);
    by_number.sort_by_key(|&place| {
        headings.get(place as usize).map(|heading| (heading.number, !heading.canonical, heading.fenced))
    });
    (headings, by_number)
}

impl Event {
    fn heading(&self) -> Option<&Seen> {
        match self {
            Event::Heading(seen) => Some(seen),
            _ => None,
        }
    }
}

/// A heading is canonical when it belongs to the chapter its number names and its depth is the number's;
/// where no heading of a number has that depth, the shallowest ones are. Embedded documents with a
/// numbering of their own fail the first test, their quotations of the specification the second.
fn canonical(seen: &[&Seen], by_number: &[u32]) -> Vec<bool> {
    let has_chapters = seen.iter().any(|seen| seen.own);
    let mut canonical = vec![false; seen.len()];
    let number_at = |place: &u32| seen.get(*place as usize).map(|seen| seen.number);
    for group in by_number.chunk_by(|left, right| number_at(left) == number_at(right)) {
        let own = || {
            let places = group.iter().filter_map(|&place| Some((place as usize, *seen.get(place as usize)?)));
            places.filter(|(_, seen)| if has_chapters { seen.own } else { !seen.fenced })
        };
        let exact = own().find(|(_, seen)| usize::from(seen.level) == seen.number.len().min(6));
        let level = exact.or_else(|| own().min_by_key(|(_, seen)| seen.level)).map(|(_, seen)| seen.level);
        for (place, _) in own().filter(|(_, seen)| Some(seen.level) == level) {
            if let Some(flag) = canonical.get_mut(place) {
                *flag = true;
            }
        }
    }
    canonical
}

/// The sections that are open while the text is walked again; places in `headings`.
struct Outline<'a> {
    regions: &'a SpecRegions,
    headings: Vec<Heading>,
    canonical: Vec<usize>,
    embedded: Vec<usize>,
    fenced: Vec<usize>,
}

impl<'a> Outline<'a> {
    fn new(regions: &'a SpecRegions) -> Outline<'a> {
        Outline {
            regions,
            headings: Vec::new(),
            canonical: Vec::new(),
            embedded: Vec::new(),
            fenced: Vec::new(),
        }
    }

    fn build(mut self, events: &[Event], canonical: &[bool], end: u32, last_line: u32) -> Vec<Heading> {
        for event in events {
            match event {
                Event::Heading(seen) => {
                    let canonical = canonical.get(self.headings.len()) == Some(&true);
                    self.heading(seen, canonical);
                }
                &Event::Unnumbered { level, start, line, appendix } => {
                    // Level 1 without a number is a title page or a shell comment that lost its fence.
                    let from = if appendix { 1 } else { level + 1 };
                    if appendix || level > 1 {
                        close(&mut self.headings, &mut self.canonical, from, start, line);
                    }
                    close(&mut self.headings, &mut self.embedded, level, start, line);
                }
                &Event::FenceEnd { start, line } => {
                    close(&mut self.headings, &mut self.fenced, 1, start, line)
                }
            }
        }
        for open in [&mut self.canonical, &mut self.embedded, &mut self.fenced] {
            close(&mut self.headings, open, 1, end, last_line + 1);
        }
        self.headings
    }

    fn heading(&mut self, seen: &Seen, canonical: bool) {
        let (headings, start, line) = (&mut self.headings, seen.start, seen.line);
        let open = if canonical {
            close(headings, &mut self.embedded, 1, start, line);
            &mut self.canonical
        } else if seen.fenced {
            &mut self.fenced
        } else {
            &mut self.embedded
        };
        close(headings, open, seen.level, start, line);
        if let Some(parent) = open.last().and_then(|&parent| headings.get_mut(parent)) {
            parent.has_numbered_children = true;
        }
        open.push(headings.len());
        let around = self.canonical.last().and_then(|&around| headings.get(around));
        let region = match around {
            _ if canonical => self.regions.of(seen.number),
            Some(around) => around.region,
            None => Region::Other,
        };
        headings.push(Heading {
            number: seen.number,
            level: seen.level,
            line,
            end_line: line + 1,
            start,
            end: start,
            title: seen.title,
            canonical,
            fenced: seen.fenced,
            region,
            has_numbered_children: false,
        });
    }
}

/// Ends the open sections of `level` and deeper.
fn close(headings: &mut [Heading], open: &mut Vec<usize>, level: u8, start: u32, line: u32) {
    while let Some(heading) = open.last().and_then(|&place| headings.get_mut(place)) {
        if heading.level < level {
            return;
        }
        heading.end = start;
        heading.end_line = line;
        open.pop();
    }
}

impl SpecRegions {
    /// The region that a section of this number belongs to.
    pub fn of(&self, number: Number) -> Region {
        let holds = |prefixes: &[Number]| prefixes.iter().any(|&prefix| number.is_within(prefix));
        if holds(&self.roadmap) {
            Region::Roadmap
        } else if holds(&self.main_body) {
            Region::MainBody
        } else {
            Region::Other
        }
    }
}
