//! What a word of the protocol means: a rule, a clause id, a stage, a token, a command or a checksum.

use super::stem;
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::document::contract::words::{STAGES, Word};
use crate::document::kind::Kind;
use crate::document::spec::tag;
use crate::ide::card::{Card, Phrase, cut};
use crate::ide::clauses::defined;
use crate::ide::stage::standing;
use crate::rules::{self, Entry, page};
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::git::{Base, short};

/// The rule's page: what is wrong, why it matters, and how it looks.
pub fn rule(entry: &Entry) -> Card {
    let page = entry.page();
    let mut card = Card::titled(Phrase::default().code(&entry.name));
    let body = page.split_once('\n').map_or("", |(_, body)| body);
    card.words(page::title(&page));
    card.quote(body.trim());
    card
}

/// Where a clause is defined, and what is checked because of it; nothing where nobody knows it.
pub fn tag(written: &str, workspace: &Workspace) -> Option<Card> {
    let ids = tag::ids(written);
    let id = ids.first()?;
    let mut card = Card::titled(Phrase::default().code(format!("[{written}]")));
    let places = defined(written, workspace);
    let known = !places.is_empty();
    for place in places.iter().take(6) {
        let Some(document) = workspace.document(&place.path) else { continue };
        let line = document.line_at(place.range.start);
        let number = document.lines().line_of(line.start) + 1;
        let words = line.of(&document.text).trim_start_matches(['#', '-', '*', ' ']);
        card.row(&format!("{}, line {number}", stem(&place.path)), Phrase::default().words(words));
    }
    let cites = |source: &str| tag::clauses(source).any(|clause| tag::covers(clause.of(source), id));
    let fields = contract::fields().filter(|field| cites(field.source));
    let fields = Phrase::list(fields.map(|field| Phrase::default().code(field.name)), 12);
    let checked = rules::all()
        .iter()
        .filter(|entry| entry.page().lines().any(|line| line.starts_with("Source:") && cites(line)));
    let checked = Phrase::list(checked.map(|entry| Phrase::default().code(&entry.name)), 12);
    let known = known || !fields.is_empty() || !checked.is_empty();
    if !fields.is_empty() {
        card.row("Fields", fields);
    }
    if !checked.is_empty() {
        card.row("Rules", checked);
    }
    known.then_some(card)
}

/// A stage, a token or a command; of a stage also where this file's work packet stands.
pub fn word(word: &Word, document: &Document, workspace: &Workspace) -> Card {
    let mut card = Card::titled(Phrase::default().code(word.name));
    card.words(word.means);
    if STAGES.iter().any(|stage| stage.name == word.name) {
        let order = STAGES.iter().map(|stage| Phrase::default().code(stage.name));
        card.row("Order", Phrase::list(order, STAGES.len()));
        let is_own = matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement);
        if let Some(found) = standing(document.stem(), workspace).filter(|_| is_own) {
            let said = Phrase::default().code(found.stage.name()).words(format!(": {}", found.evidence));
            card.row(document.stem(), said);
        }
    }
    card.words(word.source);
    card
}

/// Whose SHA1 it is, and whether it is still the same.
pub fn digest(written: &str, range: Range, document: &Document, workspace: &Workspace) -> Card {
    let mut card = Card::titled(Phrase::default().code(written));
    let fields = document.fields();
    let field = fields.list.iter().find(|field| field.line.contains(range)).map(|field| field.label);
    match field {
        Some(Label::SpecTargetSha1) => target(written, document, workspace, &mut card),
        Some(Label::MergeBaseSha) => {
            card.words("The commit where the work branch left main.");
            let base = workspace
                .surroundings
                .git
                .as_ref()
                .and_then(|git| git.bases.get(&written.to_ascii_lowercase()));
            match base {
                Some(Base::Unknown) => card.row("Here", "there is no such commit"),
                Some(Base::Apart) => card.row("Here", "what is checked out does not come from it"),
                Some(Base::Before { commits, changed }) => {
                    card.row("Since", format!("{commits} commits, {} files changed", changed.len()));
                }
                None => {}
            }
        }
        Some(Label::PreSha1) => card.words("The SHA1 of the target file before the change."),
        Some(Label::PostSha1) => card.words("The SHA1 of the target file after the change."),
        _ => {
            card.words("A SHA1: of a commit, or of a file's bytes.");
            let head = workspace.surroundings.git.as_ref().map(|git| git.head.as_str());
            if let Some(head) = head.filter(|head| head.eq_ignore_ascii_case(written)) {
                card.row("Here", format!("the commit that is checked out, {}", short(head)));
            }
        }
    }
    card
}

fn target(written: &str, document: &Document, workspace: &Workspace, card: &mut Card) {
    card.words("The SHA1 of the specification that the refinement was written from.");
    let named = document.filled(Label::SpecTargetResolved).or_else(|| document.filled(Label::SpecTarget));
    let spec = named.and_then(|value| {
        let name = value.text.split_whitespace().find(|word| word.ends_with(".md"))?;
        workspace.document(name).filter(|spec| spec.kind == Kind::Spec)
    });
    let Some(spec) = spec else {
        card.row("Here", "the specification it names is not here");
        return;
    };
    let same = spec.sha1().eq_ignore_ascii_case(written);
    let said = match same {
        true => format!("{} has this SHA1", spec.path),
        false => format!("{} has {}", spec.path, cut(spec.sha1(), 40)),
    };
    card.row("Here", said);
}
