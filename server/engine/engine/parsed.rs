//! What was read of a text, remembered by its content: new settings, or a branch that is left and entered again, read
//! nothing anew. Any number of threads may read at once.

use std::sync::Arc;

use dashmap::DashMap;

use crate::config::Config;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::syntax::blocks::Blocks;
use crate::syntax::on_disk;
use crate::text::hash::ContentHash;

/// Reads files for an engine, on any thread.
#[derive(Clone, Debug)]
pub struct Reader {
    pub(super) parsed: Arc<Parsed>,
    pub(super) config: Arc<Config>,
    /// The specification that everything will be held against.
    pub(super) spec: Option<String>,
}

/// A file as it was read.
#[derive(Debug)]
pub struct Read {
    pub path: String,
    pub text: Arc<str>,
    /// With its facts; `None` for a file that is none of ours.
    pub document: Option<Arc<Document>>,
}

impl Reader {
    /// The same reader, told by the spec pointer (Part 4) which specification it will be asked for; of others, such as those
    /// of earlier versions, nobody asks what they hold.
    pub fn with_pointer(mut self, pointer: Option<(String, Arc<str>)>) -> Reader {
        let pointer = pointer.and_then(|(path, text)| self.parsed.document(&path, text, &self.config));
        self.spec = pointer.and_then(|pointer| pointer.facts().named_spec.clone());
        self
    }

    pub fn read(&self, path: String, text: Arc<str>) -> Read {
        let document = self.parsed.document(&path, text.clone(), &self.config);
        if self.spec.as_ref() == Some(&path)
            && let Some(document) = &document
        {
            document.spec_index();
        }
        Read { path, text, document: document.map(settled).map(Arc::new) }
    }
}

/// The document with its facts. One that hardly anybody will ask for more lets go of what they were found with, so that
/// the next file is read in the same memory.
fn settled(document: Document) -> Document {
    let facts = document.facts();
    let is_open = |status: Status| matches!(status, Status::Ready | Status::InProgress | Status::Blocked);
    let rests = match document.kind {
        Kind::Packet => !facts.status.is_some_and(is_open),
        Kind::Refinement | Kind::Template | Kind::Governance => true,
        _ => false,
    };
    if rests { document.at_rest() } else { document }
}

/// The blocks of every text that was read from disk.
#[derive(Debug, Default)]
pub struct Parsed(DashMap<ContentHash, Arc<Blocks>>);

impl Parsed {
    /// The document of a text on disk; `None` for a file that is none of ours.
    pub fn document(&self, path: &str, text: Arc<str>, config: &Arc<Config>) -> Option<Document> {
        let kind = Kind::of(path, &text, config)?;
        let document = Document::new(path, kind, text, config.clone());
        if !kind.has_fields() {
            return Some(document);
        }
        let content = ContentHash::of(document.text.as_bytes());
        let known = self.0.get(&content).map(|blocks| blocks.clone());
        let blocks = known.unwrap_or_else(|| {
            let blocks = Arc::new(on_disk::read(&document.text));
            self.0.insert(content, blocks.clone());
            blocks
        });
        Some(document.with_blocks(blocks))
    }

    /// Forgets everything once far more is known than there are files.
    pub fn trim(&self, files: usize) {
        if self.0.len() > 2 * files + 64 {
            self.0.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_by_content_is_what_would_be_read() {
        let (parsed, config) = (Parsed::default(), Arc::new(Config::default()));
        let text: Arc<str> = "# Task Packet: WP-1-One\n```\n## code\n```\n## SCOPE\n".into();
        let path = ".GOV/task_packets/WP-1-One.md";
        let once = parsed.document(path, text.clone(), &config).expect("a packet");
        let again = parsed.document(path, text.clone(), &config).expect("a packet");
        assert_eq!(parsed.0.len(), 1);
        assert_eq!(once.blocks().list, again.blocks().list);
        assert_eq!(again.blocks().list, on_disk::read(&text).list);
        parsed.trim(1000);
        assert_eq!(parsed.0.len(), 1);
    }
}
