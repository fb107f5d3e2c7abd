//! Answers what the client asks from what the loop holds. A question that fails takes nothing with it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use engine::ide;
use lsp_types::{Diagnostic, Uri, WorkspaceSymbol};

use super::answers::Place;
use super::commands::{self, Next};
use super::completions;
use super::event::{Outgoing, Question};
use super::main_loop::{Server, converted};
use super::work_packets;
use crate::disk;

impl Server {
    /// Whoever asked what cannot be answered gets nothing, as if there were nothing; the person is told.
    pub(super) fn answer(&mut self, question: Question) {
        // Answers read; the engine stays what it was.
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.answer_one(question))) {
            self.send(Outgoing::Failed(format!(
                "taskpacket could not answer a request: {}. It goes on; this is a mistake in taskpacket, please report it.",
                words_of(&*panic)
            )));
        }
    }

    fn answer_one(&mut self, question: Question) {
        match question {
            Question::Place { uri, question } => self.answer_about(&uri, question),
            Question::WorkPackets { of, answer } => {
                drop(answer.send(work_packets::answer(&mut self.roots, of.as_ref())));
                self.answered = Some(work_packets::stamps(&mut self.roots));
            }
            Question::Commanded { params, answer } => {
                let done = commands::run(&mut self.roots, self.client, params);
                let answered = done.map(|done| {
                    match done.next {
                        Next::Apply(apply) => self.send(Outgoing::Apply(apply)),
                        Next::Show { name, text } => {
                            let as_document = self.client.shows_documents;
                            self.send(Outgoing::Show { name, text, as_document });
                        }
                        Next::Rest => {}
                    }
                    done.answer
                });
                drop(answer.send(answered));
            }
            Question::Searched { query, answer } => drop(answer.send(self.search(&query))),
            // Whoever asked may have given up meanwhile.
            Question::Pulled { uri, answer } => {
                let list = self.findings(&uri).unwrap_or_default();
                drop(answer.send(list));
            }
        }
    }

    /// Without a document of ours the question is dropped, and whoever asked gets nothing.
    fn answer_about(&mut self, uri: &Uri, question: Box<dyn FnOnce(&Place) + Send>) {
        let client = self.client;
        let Some((root, path)) = self.roots.place(uri) else { return };
        let known = root.engine.known_findings(&path);
        let snapshot = root.engine.snapshot();
        let Some(document) = snapshot.workspace.document(&path) else { return };
        let version = root.engine.version(&path);
        let folder = root.folder.as_path();
        question(&Place { root, folder, uri, document, snapshot: &snapshot, known, version, client });
    }

    /// The best names of all roots.
    fn search(&mut self, query: &str) -> Vec<WorkspaceSymbol> {
        let mut found = Vec::new();
        for root in &mut self.roots.all {
            found.extend(completions::search(
                &root.engine.snapshot(),
                &root.folder,
                query,
                self.client.encoding,
            ));
        }
        found.sort_by_key(|(score, _)| *score);
        found.truncate(ide::completion::MOST);
        found.into_iter().map(|(_, symbol)| symbol).collect()
    }

    /// The findings on one document, for a client that pulls.
    fn findings(&mut self, of: &Uri) -> Option<Vec<Diagnostic>> {
        let encoding = self.client.encoding;
        let (root, path) = self.roots.place(of)?;
        // Those of the settings were pushed.
        if path == disk::CONFIG {
            return None;
        }
        let Some(publication) = root.engine.publication(&path) else { return root.findings(&path, encoding) };
        let list = converted(&publication, &root.engine.snapshot().workspace, &root.folder, encoding)
            .unwrap_or_default();
        self.published.answered(of, publication.version, publication.diagnostics, &list);
        Some(list)
    }
}

/// What a panic said.
fn words_of(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked")
}

#[cfg(test)]
mod tests {
    use lsp_types::TextDocumentItem;

    use super::*;
    use crate::lsp::event::Event;

    #[test]
    fn question_that_fails_is_told_and_the_next_one_is_answered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(".GOV/task_packets/WP-1-One.md");
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let (outgoing, mut told) = tokio::sync::mpsc::unbounded_channel();
        let mut server = Server::new(outgoing, std::sync::mpsc::channel().0);
        let uri: Uri = format!("file://{}", path.display()).parse().expect("a URI");
        server.handle(Event::Opened(TextDocumentItem {
            uri: uri.clone(),
            language_id: "markdown".into(),
            version: 1,
            text: "# Task Packet: WP-1-One\n".into(),
        }));

        let ask = |question: Box<dyn FnOnce(&Place) + Send>| {
            Event::Asked(Question::Place { uri: uri.clone(), question })
        };
        server.handle(ask(Box::new(|_| panic!("no {}", "such thing"))));
        let Ok(Outgoing::Failed(message)) = told.try_recv() else { panic!("nothing is told") };
        assert!(message.contains("no such thing"), "{message}");

        let (answer, answered) = std::sync::mpsc::channel();
        server.handle(ask(Box::new(move |place| answer.send(place.document.text.len()).expect("heard"))));
        assert_eq!(answered.try_recv(), Ok(24));
    }
}
