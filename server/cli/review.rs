//! `check --fix --review`: the fixes that need a person's word, and the changes of other files that answer a finding, one
//! question each, on a terminal.

use std::collections::BTreeMap;
use std::io::{BufRead, IsTerminal as _, Write};
use std::sync::Arc;

use engine::diagnostics::{Diagnostic, Scope};
use engine::document::Document;
use engine::engine::{Change, Engine, Snapshot};
use engine::ide::source_change::SourceChange;
use engine::rules::report::Severity;
use engine::text::edit::Edits;

use super::choice::{Choice, choices};
use super::fix::Changed;

/// Where questions are asked and answered.
pub struct Talk<'a> {
    pub input: &'a mut dyn BufRead,
    pub output: &'a mut dyn Write,
}

/// What somebody agreed to.
pub enum Agreed {
    /// Fixes of one file, which the engine has taken in.
    Fixes(Changed),
    /// A change over several files, which it has not.
    Move(SourceChange),
}

/// Writes what was agreed to and has the engine hold what the files hold; whether it was done.
pub type Writer<'a> = dyn FnMut(&mut Engine, Agreed) -> bool + 'a;

enum Answer {
    /// This one of the choices.
    Take(usize),
    Leave,
    /// This and every other of the rule.
    All,
    Quit,
}

/// Nobody can be asked where input comes from a file.
pub fn refuse_without_terminal() -> Result<(), String> {
    match std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        true => Ok(()),
        false => Err("--review asks on a terminal, and this is none; `--fix` alone makes the safe fixes, `--diff` shows them".into()),
    }
}

/// Asks about each fix of these files, one file after the other. The fixes of a file are written together, and before
/// anything that changes several.
pub fn ask(
    engine: &mut Engine,
    paths: &[String],
    scope: impl Fn(&str) -> Scope,
    least: Severity,
    talk: &mut Talk,
    write: &mut Writer,
) -> bool {
    let mut review = Review { least, all: Vec::new(), left: BTreeMap::new(), complete: true };
    for path in paths {
        if !review.file(engine, path, scope(path), talk, write) {
            break;
        }
    }
    review.complete
}

/// A finding as it is known again: its file, rule and message.
type Key = (String, String, String);

struct Review {
    /// What matters less is not asked about.
    least: Severity,
    /// Rules whose fixes are all made.
    all: Vec<&'static str>,
    /// How often a finding of this text was left in this file.
    left: BTreeMap<Key, usize>,
    /// Whether everything was written that was agreed to.
    complete: bool,
}

impl Review {
    /// Whether to go on with the next file.
    fn file(
        &mut self,
        engine: &mut Engine,
        path: &str,
        scope: Scope,
        talk: &mut Talk,
        write: &mut Writer,
    ) -> bool {
        let Some(first) = engine.snapshot().workspace.document(path).cloned() else { return true };
        let (mut before, mut count) = (first.text.to_string(), 0);
        let goes_on = loop {
            let snapshot = engine.snapshot();
            // A move may have taken the file away.
            let Some(document) = snapshot.workspace.document(path).cloned() else { return true };
            let Some((key, found, choices)) = self.next(&snapshot, &document, scope) else { break true };
            let chosen = match self.all.contains(&&*found.rule.name) && choices.len() == 1 {
                true => Answer::Take(0),
                false => question(&document, &found, &choices, talk),
            };
            let number = match chosen {
                Answer::Take(number) => number,
                Answer::All => {
                    self.all.push(&found.rule.name);
                    0
                }
                Answer::Leave => {
                    *self.left.entry(key).or_default() += 1;
                    continue;
                }
                Answer::Quit => break false,
            };
            let is_done = match choices.into_iter().nth(number) {
                Some(Choice::Fix(fix)) => {
                    let after = Edits::new(fix.edits).and_then(|edits| edits.apply(&document.text));
                    let after = after.filter(|after| **after != *document.text);
                    after.is_some_and(|after| {
                        engine.apply(Change::OnDisk { path: path.to_string(), text: after.into() });
                        count += 1;
                        true
                    })
                }
                Some(Choice::Move(change)) => {
                    self.flush(engine, path, &mut before, &mut count, write);
                    let is_written = write(engine, Agreed::Move(change));
                    self.complete &= is_written;
                    let now = engine.snapshot().workspace.document(path).cloned();
                    before = now.map_or(String::new(), |now| now.text.to_string());
                    is_written
                }
                None => false,
            };
            if !is_done {
                *self.left.entry(key).or_default() += 1;
            }
        };
        self.flush(engine, path, &mut before, &mut count, write);
        goes_on
    }

    /// Writes the fixes of a file that were agreed to so far.
    fn flush(
        &mut self,
        engine: &mut Engine,
        path: &str,
        before: &mut String,
        count: &mut usize,
        write: &mut Writer,
    ) {
        let now = engine.snapshot().workspace.document(path).cloned();
        if let Some(now) = now.filter(|_| *count > 0) {
            let after = now.text.to_string();
            let changed = Changed {
                path: path.to_string(),
                before: before.clone(),
                after: after.clone(),
                count: *count,
            };
            self.complete &= write(engine, Agreed::Fixes(changed));
            (*before, *count) = (after, 0);
        }
    }

    /// The next finding that something can be done about and that was not left.
    fn next(
        &self,
        snapshot: &Snapshot,
        document: &Arc<Document>,
        scope: Scope,
    ) -> Option<(Key, Diagnostic, Vec<Choice>)> {
        let mut passed: BTreeMap<Key, usize> = BTreeMap::new();
        let found = snapshot.diagnostics(&document.path, scope);
        for found in found.into_iter().filter(|found| found.severity >= self.least) {
            let key = (document.path.to_string(), found.rule.name.clone(), found.message.clone());
            let seen = passed.entry(key.clone()).or_default();
            *seen += 1;
            if *seen <= self.left.get(&key).copied().unwrap_or(0) {
                continue;
            }
            let choices = choices(snapshot, document, &found);
            if !choices.is_empty() {
                return Some((key, found, choices));
            }
        }
        None
    }
}

fn question(document: &Document, found: &Diagnostic, choices: &[Choice], talk: &mut Talk) -> Answer {
    let line = document.lines().line_of(found.range.start) + 1;
    let mut told = format!("\n{}:{line}: {} [{}]\n", document.path, found.message, found.rule.name);
    for (number, choice) in choices.iter().enumerate() {
        let mark = if choices.len() > 1 { format!("{}. ", number + 1) } else { String::new() };
        told.push_str(&format!("  {mark}{}\n", choice.title()));
        told.push_str(&choice.preview(document));
    }
    let several = choices.len() > 1;
    let words = if several { format!("1-{}", choices.len()) } else { "y".into() };
    let all = if several { "" } else { ", a for all of this rule" };
    told.push_str(&format!("Fix it? [{words}, n{all}, q to stop] "));
    loop {
        // An output that is gone and an input that ends are an end of the talk.
        if talk.output.write_all(told.as_bytes()).and_then(|()| talk.output.flush()).is_err() {
            return Answer::Quit;
        }
        let mut line = String::new();
        if !talk.input.read_line(&mut line).is_ok_and(|read| read > 0) {
            return Answer::Quit;
        }
        match line.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" if !several => return Answer::Take(0),
            "a" | "all" if !several => return Answer::All,
            "n" | "no" => return Answer::Leave,
            "q" | "quit" => return Answer::Quit,
            number => match number.parse::<usize>() {
                Ok(number) if several && (1..=choices.len()).contains(&number) => {
                    return Answer::Take(number - 1);
                }
                _ => told = format!("[{words}, n{all}, q to stop] "),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use engine::config::Config;

    use super::super::fix;
    use super::*;

    const PATH: &str = ".GOV/task_packets/WP-1-One.md";
    const PACKET: &str = "# Task Packet: WP-1-One\n- **Status:** Ready for Dev\n- IN_SCOPE_PATHS:\n  - src/a.rs\n  - src/a.rs\n\
        - OUT_OF_SCOPE:\n  - the first part\n  - the second part\n- RISK_TIER: SOME\n";

    /// The packet after these answers, how many fixes were made, and what was asked.
    fn answered(packet: &str, answers: &str) -> (String, usize, String) {
        answered_above(packet, answers, Severity::Hint)
    }

    fn answered_above(packet: &str, answers: &str, least: Severity) -> (String, usize, String) {
        let rules = ["in-scope-duplicate", "out-of-scope-reason-missing", "risk-tier-invalid"];
        let config = Config { select: rules.map(String::from).into(), ..Config::default() };
        let mut engine = Engine::new(config);
        engine.apply(Change::OnDisk { path: PATH.into(), text: packet.into() });
        let mut output = Vec::new();
        let mut talk = Talk { input: &mut answers.as_bytes(), output: &mut output };
        let (mut text, mut count) = (packet.to_string(), 0);
        let mut write = |_: &mut Engine, agreed: Agreed| {
            if let Agreed::Fixes(file) = agreed {
                (text, count) = (file.after, file.count);
            }
            true
        };
        ask(&mut engine, &[PATH.to_string()], |_| Scope::All, least, &mut talk, &mut write);
        (text, count, String::from_utf8_lossy(&output).into_owned())
    }

    #[test]
    fn what_is_agreed_to_is_done_and_the_rest_stays() {
        let (text, count, asked) = answered(PACKET, "n\ny\nn\n2\n");
        let wanted = PACKET.replace("first part", "first part -> separate WP").replace("SOME", "MEDIUM");
        assert_eq!((text, count), (wanted, 2), "{asked}");
        assert!(asked.contains("    -  - src/a.rs") && asked.contains("WP-1-One.md:5: "), "{asked}");
    }

    #[test]
    fn all_is_all_of_one_rule() {
        let (text, count, asked) = answered(PACKET, "n\na\nn\n");
        assert_eq!((text.matches(" -> separate WP").count(), count), (2, 2), "{asked}");
        assert!(text.contains("SOME") && text.matches("src/a.rs").count() == 2);
    }

    #[test]
    fn stopping_keeps_what_was_agreed_to() {
        for end in ["q\n", ""] {
            let (text, count, _) = answered(PACKET, &format!("y\n{end}"));
            assert_eq!((text.matches("src/a.rs").count(), count), (1, 1));
        }
    }

    #[test]
    fn an_answer_that_is_none_is_asked_for_again() {
        let (_, count, asked) = answered(PACKET, "maybe\ny\nq\n");
        assert_eq!((count, asked.matches("q to stop]").count()), (1, 3), "{asked}");
    }

    #[test]
    fn what_is_not_reported_is_not_asked_about() {
        let (text, count, asked) = answered_above(PACKET, "1\n", Severity::Error);
        assert_eq!((text, count), (PACKET.replace("SOME", "LOW"), 1), "{asked}");
        assert!(!asked.contains("in-scope-duplicate"), "{asked}");
    }

    #[test]
    fn what_is_signed_is_not_asked_about() {
        let signed = PACKET.replace("- RISK_TIER", "- USER_SIGNATURE: mara050320260915\n- RISK_TIER");
        assert_eq!(answered(&signed, "y\ny\ny\n1\n"), (signed.clone(), 0, String::new()));
    }

    const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
    const ONE: &str = "# Task Packet: WP-1-One\n- **Status:** Ready for Dev\n## Dependencies\n- Depends on: WP-1-Two\n- IN_SCOPE_PATHS:\n  - src/a.rs\n  - src/a.rs\n";
    const TWO: &str = "# Task Packet: WP-1-Two\n- **Status:** In Progress\n";
    const TASKS: &str = "# Task Board\n\n## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n\n## In Progress\n- **[WP-1-Two]** - [IN_PROGRESS]\n\n## Blocked\n";

    /// The packet and the board after these answers over real files, whether all was written, and what was asked.
    fn moved(answers: &str, meddle: impl FnOnce(&std::path::Path)) -> (String, String, bool, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let rules = ["dependency-blocker-not-validated", "in-scope-duplicate"];
        let mut engine = Engine::new(Config { select: rules.map(String::from).into(), ..Config::default() });
        for (path, text) in [(PATH, ONE), (".GOV/task_packets/WP-1-Two.md", TWO), (BOARD, TASKS)] {
            let place = root.join(path);
            std::fs::create_dir_all(place.parent().expect("it has one")).expect("a folder");
            std::fs::write(place, text).expect("a file");
            engine.apply(Change::OnDisk { path: path.into(), text: text.into() });
        }
        meddle(root);
        let mut output = Vec::new();
        let mut talk = Talk { input: &mut answers.as_bytes(), output: &mut output };
        let mut write = |engine: &mut Engine, agreed: Agreed| match agreed {
            Agreed::Fixes(changed) => fix::write(root, engine, vec![changed]),
            Agreed::Move(made) => fix::make(root, engine, &made),
        };
        let scope = |_: &str| Scope::All;
        let complete = ask(&mut engine, &[PATH.to_string()], scope, Severity::Hint, &mut talk, &mut write);
        let read = |path| std::fs::read_to_string(root.join(path)).expect("it is there");
        (read(PATH), read(BOARD), complete, String::from_utf8_lossy(&output).into_owned())
    }

    #[test]
    fn a_change_of_several_files_is_shown_whole_and_made_whole() {
        let (packet, board, complete, asked) = moved("y\ny\n", |_| {});
        assert!(
            asked.contains("  Set WP-1-One to Blocked\n    --- a/.GOV/task_packets/WP-1-One.md\n"),
            "{asked}"
        );
        assert!(asked.contains(&format!("    +++ b/{BOARD}\n")), "{asked}");
        assert!(asked.contains("    +- **[WP-1-One]** - BLOCKED: WP-1-Two"), "{asked}");
        assert!(complete && packet.contains("- **Status:** Blocked\n"), "{packet}");
        assert_eq!(packet.matches("src/a.rs").count(), 1, "what comes after it is asked as well: {packet}");
        assert!(board.contains("## Blocked\n\n- **[WP-1-One]** - BLOCKED: "), "{board}");
        let (packet, board, _, _) = moved("n\nq\n", |_| {});
        assert_eq!((packet.as_str(), board.as_str()), (ONE, TASKS));
    }

    #[test]
    fn a_change_of_several_files_is_not_made_where_one_of_them_cannot_be() {
        let other = format!("{TASKS}\nWritten meanwhile.\n");
        let (packet, board, complete, asked) =
            moved("y\ny\n", |root| std::fs::write(root.join(BOARD), &other).expect("a file"));
        assert!(!complete, "{asked}");
        assert_eq!(packet, ONE.replacen("  - src/a.rs\n", "", 1), "the fix of the file alone is made");
        assert_eq!(board, other);
    }
}
