//! Rules about technical refinements: what a user approves before a packet exists.

family! { 'J', "Refinement";
    refinement_missing
    refinement_file_field
    refinement_heading_missing
    refinement_spec_target_mismatch
    refinement_spec_sha1_mismatch
    refinement_section_missing
    refinement_section_placeholder
    refinement_clearly_covers_pending
    refinement_enrichment_pending
    refinement_clearly_covers_reason
    refinement_checklist_incomplete
    refinement_checklist_verdict
    refinement_verdict_enrichment
    refinement_ambiguity_invalid
    refinement_ambiguity_inconsistent
    refinement_ambiguity_reason
    refinement_no_enrichment_reason
    refinement_proposed_unexpected
    refinement_proposed_missing
    refinement_proposed_summary
    refinement_enrichment_blocks_signature
    refinement_enrichment_blocks_packet
    refinement_anchors_missing
    refinement_anchor_incomplete
    refinement_anchor_window_invalid
    refinement_anchor_window_range
    refinement_anchor_token_missing
    refinement_anchor_token_ambiguous
    refinement_anchor_excerpt_drift
    refinement_approval_missing
    refinement_approval_mismatch
    refinement_review_status
    refinement_signature_missing
    refinement_orphan
    refinement_wp_id_mismatch
    refinement_edited_after_approval
}

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::document::outline::Section;
use crate::document::placeholder;
use crate::document::value::Value;
use crate::rules::report::{Finding, Report, Safety, write_value};
use crate::workspace::Workspace;

/// The answer to a question of the refinement, in capitals, where somebody has given one.
fn answer(refinement: &Document, label: Label) -> Option<String> {
    let value = refinement.filled(label)?;
    let word = value.text.split(|letter: char| !letter.is_ascii_alphabetic()).next()?;
    Some(word.to_ascii_uppercase())
}

/// Whether a field is there and says something of its own; `PENDING` says nothing yet.
fn says(refinement: &Document, label: Label) -> bool {
    refinement
        .field(label)
        .is_some_and(|field| refinement.is_said(field) && !is_pending(refinement.value_of(field)))
}

fn is_pending(value: Value) -> bool {
    value.text.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PENDING"))
}

/// Whether a well-formed signature stands in the file.
fn is_signed(refinement: &Document) -> bool {
    refinement.signature().is_some_and(|(_, value)| refinement.config.users.signature(value.text).is_some())
}

/// Whether the refinement has done its work: approved, and its packet written.
fn is_done(refinement: &Document, workspace: &Workspace) -> bool {
    is_signed(refinement) && workspace.packet(refinement.stem()).is_some()
}

/// The `ANCHOR n` blocks, in order.
fn anchor_blocks(refinement: &Document) -> impl Iterator<Item = &Section> {
    refinement.sections().iter().filter(|section| {
        section.name.strip_prefix("ANCHOR").is_some_and(|rest| rest.starts_with('_') || rest.is_empty())
    })
}

/// The field of this label in one block.
fn in_block<'a>(refinement: &'a Document, block: &Section, label: Label) -> Option<&'a Field> {
    refinement.fields().all(label).find(|field| block.body.contains(field.line))
}

/// The lines that a block quotes, counted from 1 and both included, where they are a window.
fn window(refinement: &Document, block: &Section) -> Option<(usize, usize)> {
    let number = |label| refinement.value_of(in_block(refinement, block, label)?).text.parse::<usize>().ok();
    let (first, last) = (number(Label::ContextStart)?, number(Label::ContextEnd)?);
    (1 <= first && first <= last).then_some((first, last))
}

/// What a block names as its token, where it is more than a placeholder.
fn token<'a>(refinement: &'a Document, block: &Section) -> Option<Value<'a>> {
    let value = refinement.value_of(in_block(refinement, block, Label::ContextToken)?);
    placeholder::class_with_note(value.text).is_none().then_some(value)
}

/// Tells of a question whose answer is none of the contract's values.
fn unanswered(refinement: &Document, label: Label, report: &mut Report) {
    let Some(field) = refinement.field(label) else { return };
    let (value, known) = (refinement.value_of(field), field.spec().values);
    // placeholder-template-variable speaks of what was never replaced.
    if !value.text.contains("{{")
        && !answer(refinement, label).is_some_and(|given| known.contains(&given.as_str()))
    {
        let range = if value.text.is_empty() { field.name } else { value.range };
        let choices = known.join(" or ");
        let message = match value.text {
            "" => format!("no answer yet; write {choices}"),
            said => format!("`{said}` is no answer; write {choices}"),
        };
        report.at(range, message).choices(field);
    }
}

/// Offers the window of the same length around the one line of the specification that holds the token.
fn relocate(refinement: &Document, spec: &Document, block: &Section, finding: &mut Finding) {
    let (Some((first, last)), Some(token)) = (window(refinement, block), token(refinement, block)) else {
        return;
    };
    let mut places = spec.text.match_indices(token.text).map(|(at, _)| spec.lines().line_of(at) + 1);
    let (Some(line), None) = (places.next(), places.next()) else { return };
    let fields = [Label::ContextStart, Label::ContextEnd].map(|label| in_block(refinement, block, label));
    let [Some(start), Some(end)] = fields else { return };
    let to = (line + last.saturating_sub(first)).min(spec.lines().line_count());
    let edits = vec![write_value(start, &line.to_string()), write_value(end, &to.to_string())];
    finding.fix(format!("Move the window to lines {line} to {to}"), Safety::Review, edits);
}
