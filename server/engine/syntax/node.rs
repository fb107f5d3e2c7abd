//! Our names for the node kinds of the Markdown block grammar; the only file with its strings in it.

use std::sync::LazyLock;

use tree_sitter::Language;

/// What a node is to the walk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Document,
    Section,
    List,
    Item,
    Quote,
    Heading,
    Fence,
    FenceDelimiter,
    Html,
    Table,
    Paragraph,
    IndentedCode,
    Definition,
    TaskMarker,
    /// Everything the walk passes by.
    Other,
}

/// The block grammar.
pub(super) fn language() -> &'static Language {
    static LANGUAGE: LazyLock<Language> = LazyLock::new(|| tree_sitter_md::LANGUAGE.into());
    &LANGUAGE
}

/// The kind of a node, by the number tree-sitter gives it.
pub(super) fn kind(id: u16) -> Kind {
    static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(table);
    KINDS.get(usize::from(id)).copied().unwrap_or(Kind::Other)
}

fn table() -> Vec<Kind> {
    let mut kinds = vec![Kind::Other; language().node_kind_count()];
    for (name, kind) in [
        ("document", Kind::Document),
        ("section", Kind::Section),
        ("list", Kind::List),
        ("list_item", Kind::Item),
        ("block_quote", Kind::Quote),
        ("atx_heading", Kind::Heading),
        ("fenced_code_block", Kind::Fence),
        ("fenced_code_block_delimiter", Kind::FenceDelimiter),
        ("html_block", Kind::Html),
        ("pipe_table", Kind::Table),
        ("paragraph", Kind::Paragraph),
        ("indented_code_block", Kind::IndentedCode),
        ("link_reference_definition", Kind::Definition),
        ("task_list_marker_checked", Kind::TaskMarker),
        ("task_list_marker_unchecked", Kind::TaskMarker),
    ] {
        let id = language().id_for_node_kind(name, true);
        if let Some(entry) = kinds.get_mut(usize::from(id)) {
            *entry = kind;
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_in_the_grammar() {
        let found: Vec<Kind> = (0..language().node_kind_count() as u16).map(kind).collect();
        for wanted in [
            Kind::Document,
            Kind::Section,
            Kind::List,
            Kind::Item,
            Kind::Quote,
            Kind::Heading,
            Kind::Fence,
            Kind::FenceDelimiter,
            Kind::Html,
            Kind::Table,
            Kind::Paragraph,
            Kind::IndentedCode,
            Kind::Definition,
            Kind::TaskMarker,
        ] {
            assert!(found.contains(&wanted), "{wanted:?}");
        }
    }
}
