//! Asks git on a thread of its own, so that no keystroke and no first findings wait for a long history.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use engine::config::Config;
use engine::engine::wanted::WantedGit;

use super::event::Event;
use crate::git::{self, Looked};

/// One question about one root.
pub struct Question {
    pub folder: PathBuf,
    pub config: Arc<Config>,
    pub wanted: WantedGit,
}

/// Starts the thread; it ends with the sender of its questions.
pub fn start(events: Sender<Event>) -> Sender<Question> {
    let (ask, asked) = channel();
    std::thread::spawn(move || answer(&asked, &events));
    ask
}

fn answer(asked: &Receiver<Question>, events: &Sender<Event>) {
    let mut known: BTreeMap<PathBuf, Looked> = BTreeMap::new();
    while let Ok(question) = asked.recv() {
        // Of several questions about one root only the last still matters.
        let mut questions = BTreeMap::from([(question.folder.clone(), question)]);
        while let Ok(question) = asked.try_recv() {
            questions.insert(question.folder.clone(), question);
        }
        for (folder, Question { config, wanted, .. }) in questions {
            let last = known.remove(&folder);
            let looked = git::look(&folder, &config, wanted, last);
            let git = looked.as_ref().map(|looked| looked.git.clone());
            if let Some(looked) = looked {
                known.insert(folder.clone(), looked);
            }
            if events.send(Event::Git { folder, git }).is_err() {
                return;
            }
        }
    }
}
