//! # The packet spans several chapters of the specification
//!
//! Requirements that share no chapter seldom share a reason; two packets are easier to judge.
//!
//! ````md,bad
//! - SPEC_ANCHOR: 2.1.1 Batches, 10.3.2 Console
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches, 2.1.2 Syncing
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 9 [CX-640].

use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    let anchors = packet.spec_anchors();
    let mut chapters = anchors.iter().filter_map(|anchor| Some((anchor.number?.chapter(), anchor.range)));
    let Some((first, _)) = chapters.next() else { return };
    if let Some((other, range)) = chapters.find(|(chapter, _)| *chapter != first) {
        let finding = report
            .at(range, format!("chapter {other} beside chapter {first}; two packets may be easier to judge"));
        let mut chapters: Vec<u32> =
            anchors.iter().filter_map(|anchor| Some(anchor.number?.chapter())).collect();
        chapters.sort_unstable();
        chapters.dedup();
        for chapter in chapters {
            let title = format!("Leave the other chapters to another packet, keep chapter {chapter}");
            finding.fix(title, Safety::Review, without_others(anchors, chapter));
        }
    }
}

/// The edits that take out the anchors of other chapters, each with what separates it from the one before it, or from
/// the one behind it where none stays before it.
fn without_others(anchors: &[Anchor], chapter: u32) -> Vec<Edit> {
    let is_other = |anchor: &Anchor| anchor.number.is_some_and(|number| number.chapter() != chapter);
    let first = anchors.iter().position(|anchor| !is_other(anchor)).unwrap_or(0);
    let mut edits = Vec::new();
    if let (Some(from), Some(to), true) = (anchors.first(), anchors.get(first), first > 0) {
        edits.push(Edit::delete(Range::new(from.range.start, to.range.start)));
    }
    for pair in anchors.get(first..).unwrap_or_default().windows(2) {
        if let [before, anchor] = pair
            && is_other(anchor)
        {
            edits.push(Edit::delete(Range::new(before.range.end, anchor.range.end)));
        }
    }
    edits
}
