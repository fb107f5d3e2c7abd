//! `check --fix --review`: the fixes that need a person's word, one question each, on a terminal.

use std::collections::BTreeMap;
use std::io::{BufRead, IsTerminal as _, Write};

use engine::diagnostics::{Diagnostic, Scope, guard};
use engine::document::Document;
use engine::engine::{Change, Engine};
use engine::rules::report::{Fix, Severity};
use engine::text::edit::Edits;
use similar::{ChangeTag, TextDiff};

use super::fix::Changed;

/// Where questions are asked and answered.
pub struct Talk<'a> {
    pub input: &'a mut dyn BufRead,
    pub output: &'a mut dyn Write,
}

enum Answer {
    /// This one of the fixes.
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

/// Asks about each fix of these files, one file after the other; what was agreed to is in the engine afterwards.
pub fn ask(
    engine: &mut Engine,
    paths: &[String],
    scope: impl Fn(&str) -> Scope,
    least: Severity,
    talk: &mut Talk,
) -> Vec<Changed> {
    let mut agreed = Vec::new();
    let mut review = Review { least, all: Vec::new(), left: BTreeMap::new() };
    for path in paths {
        let snapshot = engine.snapshot();
        let Some(document) = snapshot.workspace.document(path) else { continue };
        let before = document.text.to_string();
        let (after, count, goes_on) = review.file(engine, path, scope(path), talk);
        if count > 0 {
            agreed.push(Changed { path: path.clone(), before, after, count });
        }
        if !goes_on {
            break;
        }
    }
    agreed
}

struct Review {
    /// What matters less is not asked about.
    least: Severity,
    /// Rules whose fixes are all made.
    all: Vec<&'static str>,
    /// How often a finding of this text was left in this file.
    left: BTreeMap<(String, String, String), usize>,
}

impl Review {
    /// The text in the end, how many fixes made it, and whether to go on.
    fn file(
        &mut self,
        engine: &mut Engine,
        path: &str,
        scope: Scope,
        talk: &mut Talk,
    ) -> (String, usize, bool) {
        let mut count = 0;
        loop {
            let snapshot = engine.snapshot();
            let Some(document) = snapshot.workspace.document(path).cloned() else {
                return (String::new(), 0, true);
            };
            let mut passed: BTreeMap<(String, String, String), usize> = BTreeMap::new();
            let mut next = None;
            for found in
                snapshot.diagnostics(path, scope).into_iter().filter(|found| found.severity >= self.least)
            {
                let open = |fix: &&Fix| guard::refused(&document, &snapshot.workspace, &fix.edits).is_none();
                let fixes: Vec<Fix> = found.fixes.iter().filter(open).cloned().collect();
                if fixes.is_empty() {
                    continue;
                }
                let key = (path.to_string(), found.rule.name.clone(), found.message.clone());
                let seen = passed.entry(key.clone()).or_default();
                *seen += 1;
                if *seen > self.left.get(&key).copied().unwrap_or(0) {
                    next = Some((key, found, fixes));
                    break;
                }
            }
            let text = document.text.to_string();
            let Some((key, found, fixes)) = next else { return (text, count, true) };
            let answer = match self.all.contains(&&*found.rule.name) && fixes.len() == 1 {
                true => Answer::Take(0),
                false => question(&document, &found, &fixes, talk),
            };
            let chosen = match answer {
                Answer::Take(number) => &fixes[number],
                Answer::All => {
                    self.all.push(&found.rule.name);
                    &fixes[0]
                }
                Answer::Leave => {
                    *self.left.entry(key).or_default() += 1;
                    continue;
                }
                Answer::Quit => return (text, count, false),
            };
            match Edits::new(chosen.edits.clone()).and_then(|edits| edits.apply(&text)) {
                Some(after) if after != text => {
                    engine.apply(Change::OnDisk { path: path.to_string(), text: after.into() });
                    count += 1;
                }
                _ => *self.left.entry(key).or_default() += 1,
            }
        }
    }
}

fn question(document: &Document, found: &Diagnostic, fixes: &[Fix], talk: &mut Talk) -> Answer {
    let line = document.lines().line_of(found.range.start) + 1;
    let mut told = format!("\n{}:{line}: {} [{}]\n", document.path, found.message, found.rule.name);
    for (number, fix) in fixes.iter().enumerate() {
        let mark = if fixes.len() > 1 { format!("{}. ", number + 1) } else { String::new() };
        told.push_str(&format!("  {mark}{}\n", fix.title));
        told.push_str(&preview(document, fix));
    }
    let choices = if fixes.len() > 1 { format!("1-{}", fixes.len()) } else { "y".into() };
    let all = if fixes.len() > 1 { "" } else { ", a for all of this rule" };
    told.push_str(&format!("Fix it? [{choices}, n{all}, q to stop] "));
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
            "y" | "yes" if fixes.len() == 1 => return Answer::Take(0),
            "a" | "all" if fixes.len() == 1 => return Answer::All,
            "n" | "no" => return Answer::Leave,
            "q" | "quit" => return Answer::Quit,
            number => match number.parse::<usize>() {
                Ok(number) if fixes.len() > 1 && (1..=fixes.len()).contains(&number) => {
                    return Answer::Take(number - 1);
                }
                _ => told = format!("[{choices}, n{all}, q to stop] "),
            },
        }
    }
}

/// The lines that a fix takes and gives.
fn preview(document: &Document, fix: &Fix) -> String {
    let after = Edits::new(fix.edits.clone()).and_then(|edits| edits.apply(&document.text));
    let Some(after) = after else { return String::new() };
    let diff = TextDiff::from_lines(&*document.text, after.as_str());
    let mut out = String::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => continue,
        };
        out.push_str(&format!("    {mark}{}\n", change.value().trim_end_matches(['\n', '\r'])));
    }
    out
}

#[cfg(test)]
mod tests {
    use engine::config::Config;

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
        let changed = ask(&mut engine, &[PATH.to_string()], |_| Scope::All, least, &mut talk);
        let (text, count) =
            changed.into_iter().next().map_or((packet.into(), 0), |file| (file.after, file.count));
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
}
