//! What the words of a file are, for an editor that colours them: labels, ids, anchors, signatures, placeholders, states.

use crate::document::Document;
use crate::document::anchor::citations;
use crate::document::contract::Change;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::lines::LineKind;
use crate::document::placeholder::{Class, class_with_note};
use crate::text::grammar::id::find_wp_ids;
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Label,
    WorkPacket,
    Anchor,
    Signature,
    Placeholder,
    /// A status, a verdict, a token of the board, a gate.
    State,
    /// The name of a rule in a comment.
    Rule,
}

/// One stretch of text, on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub range: Range,
    pub sort: Sort,
    /// It belongs to a field that a signature holds.
    pub is_frozen: bool,
}

/// The tokens that begin in a stretch of the file, in order, none over another.
pub fn tokens(document: &Document, within: Range) -> Vec<Token> {
    let mut found = Vec::new();
    match document.kind {
        Kind::Config => return Vec::new(),
        Kind::Spec => {
            let headings = document.spec_index().headings().iter();
            let inside = headings.filter(|heading| within.contains(heading.title_range()));
            found.extend(inside.map(|heading| (heading.title_range(), Sort::Anchor)));
        }
        Kind::Gates => gates(document, &mut found),
        _ => fields(document, within, &mut found),
    }
    found.retain(|(range, _)| within.start <= range.start && range.start < within.end && !range.is_empty());
    // Where two stand over one another the first one is the more exact one.
    found.sort_by_key(|(range, sort)| (range.start, range.len(), *sort));
    let mut tokens: Vec<Token> = Vec::new();
    let frozen = frozen(document);
    for (range, sort) in found {
        if tokens.last().is_none_or(|last| last.range.end <= range.start)
            && !range.of(&document.text).contains('\n')
        {
            let is_frozen = sort == Sort::Label && frozen.contains(&range);
            tokens.push(Token { range, sort, is_frozen });
        }
    }
    tokens
}

fn gates(document: &Document, found: &mut Vec<(Range, Sort)>) {
    for record in document.gate_records() {
        let said = [
            (&record.wp, Sort::WorkPacket),
            (&record.gate, Sort::State),
            (&record.signature, Sort::Signature),
        ];
        found.extend(said.into_iter().filter_map(|(said, sort)| Some((said.as_ref()?.range, sort))));
    }
}

fn fields(document: &Document, within: Range, found: &mut Vec<(Range, Sort)>) {
    let text = &document.text;
    for field in document.fields().list.iter().filter(|field| field.line.intersects(within)) {
        found.push((field.name, Sort::Label));
        let value = document.value_of(field);
        // Some may stay for a while, and are placeholders all the same.
        if is_placeholder(class_with_note(value.text)) {
            found.push((value.range, Sort::Placeholder));
        } else if matches!(field.label, Label::Status | Label::RiskTier | Label::Level) {
            found.push((value.range, Sort::State));
        }
    }
    let unfilled = document.unfilled().filter(|(_, unfilled)| unfilled.class != Class::Empty);
    found.extend(unfilled.map(|(_, unfilled)| (unfilled.range, Sort::Placeholder)));
    found.extend(document.verdicts().iter().map(|report| (report.range, Sort::State)));
    let names = document.suppressions().iter().flat_map(|comment| &comment.names);
    found.extend(names.map(|name| (*name, Sort::Rule)));
    if document.kind == Kind::Board {
        let tokens = document.board_entries().iter().filter_map(|entry| entry.token);
        found.extend(tokens.map(|token| (token, Sort::State)));
    }
    for anchor in document.spec_anchors().iter().chain(&document.anchor_candidates()) {
        found.extend(anchor.number_range.iter().chain(&anchor.tags).map(|range| (*range, Sort::Anchor)));
    }
    for line in document.lines_in(within) {
        let words = line.of(text);
        let at = |range: Range| Range::new(line.start + range.start, line.start + range.end);
        found.extend(find_wp_ids(words).map(|range| (at(range), Sort::WorkPacket)));
        found.extend(find_signatures(words).map(|range| (at(range), Sort::Signature)));
        if document.line_kind(line) != LineKind::Code {
            for anchor in citations(words, line.start) {
                found.extend(
                    anchor.number_range.iter().chain(&anchor.tags).map(|range| (*range, Sort::Anchor)),
                );
            }
        }
    }
}

fn is_placeholder(class: Option<Class>) -> bool {
    class.is_some_and(|class| class != Class::Empty)
}

/// The labels of fields that may not change any more.
fn frozen(document: &Document) -> Vec<Range> {
    if document.kind != Kind::Packet || !document.is_locked() {
        return Vec::new();
    }
    let fields = document.fields().list.iter();
    fields
        .filter(|field| !field.in_report && field.spec().change == Change::Frozen)
        .map(|field| field.name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{DEMO, asked};

    fn told(document: &Document, within: Range) -> Vec<(&str, Sort)> {
        let found = tokens(document, within);
        assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{found:?}");
        found.iter().map(|token| (token.range.of(&document.text), token.sort)).collect()
    }

    #[test]
    fn words_of_a_packet_are_known() {
        let place = asked(&format!("{DEMO}$0"));
        let packet = place.workspace.packet("WP-1-Store-v2").expect("it is there");
        let whole = Range::new(0, packet.text.len());
        let found = told(packet, whole);
        for wanted in [
            ("WP-1-Store-v2", Sort::WorkPacket),
            ("TASK_ID", Sort::Label),
            ("Ready for Dev", Sort::State),
            ("LOW", Sort::State),
            ("mara050320260915", Sort::Signature),
            ("2.1.1", Sort::Anchor),
            ("FR-ST-001", Sort::Anchor),
            ("Depends on", Sort::Label),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} not in {found:#?}");
        }
        let frozen: Vec<&str> = tokens(packet, whole)
            .iter()
            .filter(|token| token.is_frozen)
            .map(|token| token.range.of(&packet.text))
            .collect();
        assert!(frozen.contains(&"SPEC_ANCHOR") && !frozen.contains(&"Status"), "{frozen:?}");
        let line = packet.line_at(packet.text.find("- SPEC_ANCHOR").expect("it is there"));
        let part: Vec<_> =
            found.iter().filter(|(words, _)| line.of(&packet.text).contains(words)).copied().collect();
        assert!(
            !told(packet, line).is_empty() && told(packet, line).iter().all(|token| part.contains(token))
        );
    }

    #[test]
    fn placeholders_tokens_gates_and_headings_are_known() {
        let place = asked(&format!("{DEMO}//- .GOV/task_packets/WP-1-P.md\n- USER_SIGNATURE: <pending>\n$0"));
        let all = |path: &str| {
            let document = place.workspace.document(path).expect("it is there");
            told(document, Range::new(0, document.text.len()))
        };
        assert!(all(".GOV/task_packets/WP-1-P.md").contains(&("<pending>", Sort::Placeholder)));
        assert!(all(".GOV/roles_shared/TASK_BOARD.md").contains(&("READY_FOR_DEV", Sort::State)));
        let gates = all(".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json");
        assert_eq!(gates, [("WP-1-Store-v2", Sort::WorkPacket), ("SIGNATURE", Sort::State)]);
        assert!(all("Demo_Master_Spec_v02.001.md").contains(&("Batches [FR-ST-001]", Sort::Anchor)));
    }
}
