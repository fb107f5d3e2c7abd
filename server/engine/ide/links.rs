//! Paths in a text that lead to a file of the workspace.

use super::target::{is_path, named_path};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::lines::LineKind;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

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
    if matches!(document.kind, Kind::Spec | Kind::Gates | Kind::Config | Kind::Product) {
        return Vec::new();
    }
    let mut links = Vec::new();
    for line in document.lines_in(Range::new(0, document.text.len())) {
        if document.line_kind(line) != LineKind::Text {
            continue;
        }
        let words = line.of(&document.text);
        let mut at = 0;
        for word in words.split(|letter| !is_path(letter)) {
            let start = line.start + at;
            at += word.len() + words[at + word.len()..].chars().next().map_or(0, char::len_utf8);
            // Hardly any word looks like one.
            if !word.contains(['.', '/']) {
                continue;
            }
            let (token, path, named) = named_path(word);
            let inside = path.split('/').all(|part| part != "..");
            let leads = exists(&path, workspace) || named.is_some() && may_exist(&path, workspace);
            if inside && leads && *path != *document.path {
                links.push(Link { range: Range::new(start, start + token.len()), path, line: named });
            }
        }
    }
    links
}

fn exists(path: &str, workspace: &Workspace) -> bool {
    let seen = || workspace.surroundings.presence(path);
    !path.is_empty() && (workspace.document(path).is_some() || seen() == Some(Presence::File))
}

fn may_exist(path: &str, workspace: &Workspace) -> bool {
    path.contains('/') && workspace.surroundings.presence(path).is_none()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;

    #[test]
    fn paths_that_exist_are_links_wherever_they_stand() {
        let config = Arc::new(Config::default());
        let mut workspace = Workspace::new(config.clone());
        let text = "- IN_SCOPE_PATHS:\n  - `src/a.rs:10` (new)\n  - src/gone.rs\n  - src/\n\
                    - REFINEMENT_FILE: /.GOV/refinements/WP-1-X.md.\n```\nsrc/a.rs\n```\n";
        let mut put = |path: &str, kind: Kind, text: &str| {
            workspace.insert(Document::new(path, kind, text, config.clone()));
        };
        put(".GOV/task_packets/WP-1-X.md", Kind::Packet, text);
        put(".GOV/refinements/WP-1-X.md", Kind::Refinement, "");
        let mut surroundings = crate::workspace::surroundings::Surroundings::default();
        surroundings.note("src/a.rs", Presence::File);
        surroundings.note("src/gone.rs", Presence::Missing);
        surroundings.note("src", Presence::Directory);
        workspace.surroundings = Arc::new(surroundings);
        let document = workspace.document(".GOV/task_packets/WP-1-X.md").expect("it was inserted");
        let found = links(document, &workspace);
        let told: Vec<_> =
            found.iter().map(|link| (link.range.of(text), link.path.as_str(), link.line)).collect();
        assert_eq!(
            told,
            [
                ("src/a.rs:10", "src/a.rs", Some(10)),
                ("/.GOV/refinements/WP-1-X.md", ".GOV/refinements/WP-1-X.md", None)
            ]
        );
    }
}
