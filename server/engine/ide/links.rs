//! Paths in a text that lead to a file of the workspace.

use super::target::{is_path, named_path};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::lines::LineKind;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// One path that leads to a document, to a file that was seen, or to a line of a file that nobody looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub range: Range,
    /// Relative to the workspace root, with `/`.
    pub path: String,
    /// The line from 1 on that is named.
    pub line: Option<u32>,
}

/// The paths of a file outside fences, in order; the specification is not searched.
pub fn links(document: &Document, workspace: &Workspace) -> Vec<Link> {
    let leads = |link: &Link| {
        exists(&link.path, workspace) || link.line.is_some() && may_exist(&link.path, workspace)
    };
    candidates(document).filter(leads).collect()
}

/// The words of a file outside fences that could be paths of other files.
pub fn mentioned(document: &Document) -> impl Iterator<Item = String> {
    candidates(document).map(|link| link.path).filter(|path| path.contains('/'))
}

fn candidates(document: &Document) -> impl Iterator<Item = Link> {
    let searched = !matches!(document.kind, Kind::Spec | Kind::Gates | Kind::Config | Kind::Product);
    let whole = Range::new(0, if searched { document.text.len() } else { 0 });
    let lines = document.lines_in(whole).filter(|line| document.line_kind(*line) == LineKind::Text);
    lines.flat_map(|line| candidates_in(document, line))
}

fn candidates_in(document: &Document, line: Range) -> impl Iterator<Item = Link> {
    let words = line.of(&document.text);
    let mut at = 0;
    words.split(|letter| !is_path(letter)).filter_map(move |word| {
        let start = line.start + at;
        at += word.len() + words[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        // Hardly any word looks like one.
        if !word.contains(['.', '/']) {
            return None;
        }
        let (token, path, named) = named_path(word);
        let inside = !path.is_empty() && path.split('/').all(|part| part != "..");
        let range = Range::new(start, start + token.len());
        (inside && *path != *document.path).then_some(Link { range, path, line: named })
    })
}

fn exists(path: &str, workspace: &Workspace) -> bool {
    workspace.document(path).is_some() || workspace.surroundings.leads(path)
}

fn may_exist(path: &str, workspace: &Workspace) -> bool {
    path.contains('/') && workspace.surroundings.presence(path).is_none()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::workspace::surroundings::Presence;

    #[test]
    fn paths_that_exist_are_links_wherever_they_stand() {
        let config = Arc::new(Config::default());
        let mut workspace = Workspace::new(config.clone());
        let text = "- IN_SCOPE_PATHS:\n  - `src/a.rs:10` (new)\n  - src/gone.rs\n  - src/\n\
                    - REFINEMENT_FILE: /.GOV/refinements/WP-1-X.md.\nsee docs/log.json\\n\\nand docs/b.json\n```\nsrc/a.rs\n```\n";
        let mut put = |path: &str, kind: Kind, text: &str| {
            workspace.insert(Document::new(path, kind, text, config.clone()));
        };
        put(".GOV/task_packets/WP-1-X.md", Kind::Packet, text);
        put(".GOV/refinements/WP-1-X.md", Kind::Refinement, "");
        let mut surroundings = crate::workspace::surroundings::Surroundings::default();
        surroundings.note("src/a.rs", Presence::File);
        surroundings.note("src/gone.rs", Presence::Missing);
        surroundings.note("src", Presence::Directory);
        surroundings.note_size("docs/log.json", 2);
        workspace.surroundings = Arc::new(surroundings);
        let document = workspace.document(".GOV/task_packets/WP-1-X.md").expect("it was inserted");
        let found = links(document, &workspace);
        let told: Vec<_> =
            found.iter().map(|link| (link.range.of(text), link.path.as_str(), link.line)).collect();
        assert_eq!(
            told,
            [
                ("src/a.rs:10", "src/a.rs", Some(10)),
                ("/.GOV/refinements/WP-1-X.md", ".GOV/refinements/WP-1-X.md", None),
                ("docs/log.json", "docs/log.json", None)
            ]
        );
    }
}
