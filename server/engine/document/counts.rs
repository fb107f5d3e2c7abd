//! How many entries a counted field holds, and how many it may hold (Part 3.5).

use super::Document;
use super::contract::label::Label;
use super::list::{Item, Written};
use crate::config::ranges::Count;

/// The files every Coder reads first; they do not count against the upper end of FILES_TO_OPEN (Part 3.5 [CX-608]).
pub const MANDATORY: &[&str] = &["START_HERE.md", "SPEC_CURRENT.md", "ARCHITECTURE.md"];

/// What was counted, and its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub count: usize,
    pub range: Count,
    /// Of them, those that do not count against the upper end.
    pub free: usize,
}

impl Counted {
    pub fn fits(self) -> bool {
        self.count >= self.range.least && self.range.most.is_none_or(|most| self.count - self.free <= most)
    }
}

impl Document {
    /// The count of a field that the document has, and that the protocol counts.
    pub fn counted(&self, label: Label) -> Option<Counted> {
        let field = self.field(label)?;
        let ranges = &self.config.ranges;
        let items = || &self.items(field).list;
        let all = |count: usize, range: Count| Some(Counted { count, range, free: 0 });
        match label {
            Label::InScopePaths => all(self.paths(label).len(), ranges.in_scope_paths),
            // An inline list is a sentence as often as not.
            Label::OutOfScope => {
                let is_list = !matches!(self.items(field).written, Written::Inline | Written::Prose);
                all(items().len(), ranges.out_of_scope).filter(|_| is_list)
            }
            Label::DoneMeans => all(items().len(), ranges.done_means),
            Label::TestPlan => {
                let least = *ranges.test_plan.get(self.tier()? as usize)?;
                all(self.commands(field).len(), Count { least, most: None })
            }
            Label::FilesToOpen => {
                let is_free =
                    |item: &&Item| MANDATORY.iter().any(|name| item.head.of(&self.text).contains(name));
                let free = items().iter().filter(is_free).count();
                Some(Counted { count: items().len(), range: ranges.files_to_open, free })
            }
            Label::SearchTerms => {
                // One entry may hold several quoted terms.
                let terms = |item: &Item| (item.head.of(&self.text).matches('"').count() / 2).max(1);
                all(items().iter().map(terms).sum(), ranges.search_terms)
            }
            Label::RunCommands => all(self.commands(field).len(), ranges.run_commands),
            Label::RiskMap => all(items().len(), ranges.risk_map),
            _ => None,
        }
    }
}
