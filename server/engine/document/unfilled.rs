//! Fields that say nothing yet: every placeholder that its field may not hold now, by the policies of the contract.
//!
//! Which rule speaks of one is not decided here.

use super::Document;
use super::contract::label::Label;
use super::contract::{Needed, Placeholders, Shape};
use super::field::{Field, Form};
use super::kind::Kind;
use super::list::Written;
use super::placeholder::{COMMIT_TOKENS, Class, class, class_with_note};
use super::status::Status;
use super::value::Tier;
use crate::text::range::Range;

/// One placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfilled {
    /// Index of the field in the document's list.
    field: usize,
    pub class: Class,
    /// The placeholder's words; the label where the field is empty.
    pub range: Range,
    /// Whether it is one entry of a list and not all that the field says.
    pub is_entry: bool,
}

impl Document {
    /// The placeholders that have to go, with their fields, in the order of the fields.
    pub fn unfilled(&self) -> impl Iterator<Item = (&Field, Unfilled)> {
        self.unfilled
            .get_or_init(|| find(self))
            .iter()
            .filter_map(|unfilled| Some((self.fields().list.get(unfilled.field)?, *unfilled)))
    }

    /// Whether the contract asks this document for the field.
    pub fn needs(&self, field: &Field) -> bool {
        match field.spec().needed {
            Needed::Always => true,
            Needed::Modern => self.is_modern(),
            Needed::HighRisk => self.tier() == Some(Tier::High),
            Needed::Optional => false,
        }
    }
}

fn find(document: &Document) -> Vec<Unfilled> {
    let status = document.value(Label::Status).and_then(|value| Status::of(value.text));
    let approved = document.value(Label::ReviewStatus).is_some_and(|value| value.text == "APPROVED");
    let stage = Stage { status, approved };
    let mut found = Vec::new();
    for (index, field) in document.fields().list.iter().enumerate() {
        // A refinement repeats its fields for each anchor; elsewhere only the first of a label counts.
        let counts = document.kind == Kind::Refinement
            || document.field(field.label).is_some_and(|first| std::ptr::eq(first, field));
        if field.in_report || !counts || !is_asked(document, field) {
            continue;
        }
        let mut push = |class: Class, range: Range, is_entry: bool| {
            if !stage.allows(field.spec().placeholders, class, range.of(&document.text)) {
                found.push(Unfilled { field: index, class, range, is_entry });
            }
        };
        read(document, field, &mut push);
    }
    found
}

fn read(document: &Document, field: &Field, push: &mut impl FnMut(Class, Range, bool)) {
    if !field.value.is_empty() {
        let value = document.value_of(field);
        if let Some(class) = class_with_note(value.text) {
            push(class, value.range, false);
        }
        return;
    }
    if field.spec().shape == Shape::Section {
        return;
    }
    let items = document.items(field);
    match items.written {
        Written::Nothing if has_more_below(document, field) => {}
        Written::Nothing => push(Class::Empty, field.name, false),
        Written::Prose => {
            let said = document.said(field);
            if let Some(class) = class(said.text) {
                push(class, said.range, false);
            }
        }
        // Dots between quoted lines leave something out; they stand for nothing.
        Written::Fence if document.is_said(field) => {}
        _ => {
            for item in &items.list {
                // A bullet without words is a slip, not an answer still to come.
                if let Some(class) = class_with_note(item.head.of(&document.text))
                    && class != Class::Empty
                {
                    push(class, item.head, true);
                }
            }
        }
    }
}

/// Whether a heading has sub-headings, or a label fences that hold only blank lines.
fn has_more_below(document: &Document, field: &Field) -> bool {
    let section = field.section.and_then(|section| document.sections().get(section));
    matches!(field.form, Form::Heading(_)) && section.is_some_and(|section| section.body != section.own)
        || document.fences_in(field.block).next().is_some()
}

/// Fields that depend on another field's answer are asked for only after it.
fn is_asked(document: &Document, field: &Field) -> bool {
    let is_yes = |label| document.value(label).is_some_and(|value| value.text.eq_ignore_ascii_case("YES"));
    match field.label {
        Label::OrchestratorModel | Label::OrchestrationStarted => is_yes(Label::AgenticMode),
        Label::ClosureApplicable => true,
        _ if field.spec().home == "END_TO_END_CLOSURE_PLAN" => is_yes(Label::ClosureApplicable),
        _ => true,
    }
}

/// How far the work has come, as far as placeholders depend on it.
struct Stage {
    status: Option<Status>,
    approved: bool,
}

impl Stage {
    fn allows(&self, policy: Placeholders, class: Class, words: &str) -> bool {
        match policy {
            Placeholders::Never => false,
            Placeholders::UntilClaimed => {
                class == Class::Angle && !matches!(self.status, Some(Status::InProgress | Status::Done))
            }
            Placeholders::UntilHandoff => self.status != Some(Status::Done),
            Placeholders::UntilApproval => class == Class::Angle && !self.approved,
            Placeholders::CommitToken => COMMIT_TOKENS.contains(&words.trim_matches('`')),
            Placeholders::Always => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;

    fn unfilled(kind: Kind, text: &str) -> Vec<(Class, String)> {
        let document = Document::new("a.md", kind, text, Arc::new(Config::default()));
        document
            .unfilled()
            .map(|(_, unfilled)| (unfilled.class, unfilled.range.of(text).to_string()))
            .collect()
    }

    #[test]
    fn unclaimed_is_right_until_somebody_works() {
        let open = "- CODER_MODEL: <unclaimed>\n- **Status:** Ready for Dev\n";
        assert_eq!(unfilled(Kind::Packet, open), []);
        let claimed = "- CODER_MODEL: <unclaimed>\n- **Status:** In Progress\n";
        assert_eq!(unfilled(Kind::Packet, claimed), [(Class::Angle, "<unclaimed>".into())]);
    }

    #[test]
    fn closure_plan_is_asked_for_where_it_applies() {
        let text = |answer| {
            format!(
                "- END_TO_END_CLOSURE_PLAN_APPLICABLE: {answer}\n- VERIFICATION_PLAN:\n  - <fill> (how)\n"
            )
        };
        assert_eq!(unfilled(Kind::Packet, &text("NO")), []);
        assert_eq!(unfilled(Kind::Packet, &text("YES")), [(Class::Angle, "<fill> (how)".into())]);
        assert_eq!(unfilled(Kind::Packet, &text("YES | NO")), [(Class::Choice, "YES | NO".into())]);
    }

    #[test]
    fn commit_tokens_stay_in_a_rollback_alone() {
        let text = "### ROLLBACK_HINT\n- `<commit-sha>`\n### DONE_MEANS\n- <commit-sha>\n";
        assert_eq!(unfilled(Kind::Packet, text), [(Class::Angle, "<commit-sha>".into())]);
    }

    #[test]
    fn every_anchor_block_of_a_refinement_counts_once_approved() {
        let blocks = "- CONTEXT_TOKEN: <fill>\n### ANCHOR 2\n- CONTEXT_TOKEN: <fill>\n";
        assert_eq!(unfilled(Kind::Refinement, blocks), []);
        let approved = format!("- USER_REVIEW_STATUS: APPROVED\n{blocks}");
        assert_eq!(unfilled(Kind::Refinement, &approved).len(), 2);
    }

    #[test]
    fn dots_between_quoted_lines_leave_something_out() {
        let text = |lines| {
            format!("- USER_REVIEW_STATUS: APPROVED\n- EXCERPT_ASCII_ESCAPED:\n  ```text\n{lines}  ```\n")
        };
        assert_eq!(unfilled(Kind::Refinement, &text("  Notes are kept.\n  ...\n")), []);
        assert_eq!(unfilled(Kind::Refinement, &text("  ...\n")), [(Class::Ellipsis, "...".into())]);
    }

    #[test]
    fn heading_with_sub_headings_is_not_empty() {
        assert_eq!(unfilled(Kind::Packet, "## DONE_MEANS\n### Storage\n- kept\n"), []);
        assert_eq!(unfilled(Kind::Packet, "## DONE_MEANS\n"), [(Class::Empty, "DONE_MEANS".into())]);
    }
}
