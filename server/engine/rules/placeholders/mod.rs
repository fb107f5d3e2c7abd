//! Rules about text that stands for something not yet said.

family! { 'X', "Placeholders and vague words";
    placeholder_template_variable
    placeholder_curly
    placeholder_angle
    placeholder_word
    placeholder_template_literal
    placeholder_choice
    placeholder_ellipsis
    placeholder_empty_field
    vague_wording
}

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::document::kind::Kind;
use crate::document::placeholder::Class;
use crate::document::unfilled::Unfilled;

/// The placeholders of a class that no rule about their own field speaks of.
fn told_here(document: &Document, class: Class) -> impl Iterator<Item = (&Field, Unfilled)> {
    document.unfilled().filter(move |(field, unfilled)| {
        unfilled.class == class && !is_told_elsewhere(document, field, *unfilled)
    })
}

/// Whether a rule about the field itself reports the placeholder: one cause, one finding.
fn is_told_elsewhere(document: &Document, field: &Field, unfilled: Unfilled) -> bool {
    // placeholder-template-variable finds these anywhere.
    if unfilled.range.of(&document.text).contains("{{") {
        return true;
    }
    if document.kind != Kind::Packet {
        return match field.label {
            Label::SpecAnchor => unfilled.class != Class::Empty && !unfilled.is_entry,
            Label::ClearlyCoversVerdict | Label::AmbiguityFound | Label::EnrichmentNeeded => {
                document.kind == Kind::Refinement
            }
            Label::ClearlyCoversReason | Label::RoadmapPointer => true,
            _ => false,
        };
    }
    match field.label {
        // The bootstrap rules, test-plan-placeholder and done-means-placeholder speak of every entry.
        Label::FilesToOpen
        | Label::SearchTerms
        | Label::RunCommands
        | Label::RiskMap
        | Label::TestPlan
        | Label::DoneMeans => true,
        Label::Status | Label::UserSignature | Label::SignatureLocked | Label::PacketFormatVersion => true,
        // Who works, and since when: the claim and the agentic run have rules of their own.
        Label::CoderModel | Label::CoderStrength | Label::OrchestratorModel | Label::OrchestrationStarted => {
            unfilled.class != Class::Empty
        }
        Label::AgenticMode => document.is_modern(),
        Label::ClosureApplicable => document.is_modern() && unfilled.class != Class::Choice,
        Label::Traceability => document.is_modern(),
        Label::RiskTier | Label::Level => matches!(unfilled.class, Class::Choice | Class::Empty),
        Label::SpecAnchor => !unfilled.is_entry,
        Label::InScopePaths => document.paths(Label::InScopePaths).is_empty(),
        // The rules that find these missing speak where nothing else is said.
        Label::Date
        | Label::Requestor
        | Label::AgentId
        | Label::Role
        | Label::What
        | Label::Why
        | Label::OutOfScope
        | Label::RollbackHint => !document.is_said(field),
        // manifest-placeholder
        Label::TargetFile
        | Label::Start
        | Label::End
        | Label::LineDelta
        | Label::PreSha1
        | Label::PostSha1 => true,
        Label::MergeBaseSha => document.is_modern() && !document.is_said(field),
        _ => false,
    }
}
