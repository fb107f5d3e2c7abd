//! What a finding asks for that is no change: another place to look at, a command for a terminal, a text to send.

use super::Location;
use crate::diagnostics::Diagnostic;
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::words::{record_prepare, record_refinement, record_signature, worktree_add};
use crate::document::kind::Kind;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::git::Version;

/// One thing that a person could do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// An imperative.
    pub title: String,
    pub what: What,
    /// The findings that lead there, by their place in the list that was given.
    pub about: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Show a place.
    Go(Location),
    /// Run this in a terminal; nothing here ever does.
    Run(String),
    /// Ask for a text: a command by its name, the work packet, and the signature where it is about one.
    Ask { command: &'static str, wp: String, signature: Option<String> },
}

/// What the findings at a place ask for.
pub fn steps(document: &Document, workspace: &Workspace, found: &[Diagnostic], range: Range) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (index, found) in found.iter().enumerate().filter(|(_, found)| found.range.touches(range)) {
        let asked = asked(document, found).into_iter().chain(run(document, workspace, found));
        let asked = asked.chain(restored(document, workspace, found));
        for (title, what) in asked.chain(places(document, workspace, found)) {
            match steps.iter_mut().find(|known| known.what == what) {
                Some(known) => known.about.push(index),
                None => steps.push(Step { title, what, about: vec![index] }),
            }
        }
    }
    steps
}

/// The other places that a finding names.
fn places<'a>(
    document: &'a Document,
    workspace: &'a Workspace,
    found: &'a Diagnostic,
) -> impl Iterator<Item = (String, What)> + 'a {
    let is_elsewhere = |path: &str, range: Range| path != &*document.path || !range.touches(found.range);
    let others = found.related.iter().filter(move |other| is_elsewhere(&other.path, other.range));
    others.map(|other| {
        let line = workspace.document(&other.path).map(|other_document| {
            other_document.lines().line_of(other.range.start.min(other_document.text.len())) + 1
        });
        let name = other.path.rsplit('/').next().unwrap_or(&other.path);
        let line = line.map_or(String::new(), |line| format!(":{line}"));
        let title = format!("Go to {name}{line} ({})", other.message);
        (title, What::Go(Location { path: other.path.clone(), range: other.range, line: None }))
    })
}

/// The text that somebody should get.
fn asked(document: &Document, found: &Diagnostic) -> Option<(String, What)> {
    let (command, title) = match &*found.rule.name {
        "sla-blocked" | "sla-ready" | "sla-in-progress" | "dependency-blocker-failed" => {
            ("escalation", "Write the escalation")
        }
        "dependency-blocker-not-validated" => ("blockedDependency", "Write what it waits for"),
        "lock-overlap" => ("fileLockConflict", "Write the file lock conflict"),
        "handoff-incomplete" | "handoff-mismatch" => ("handoffMessage", "Write the handoff message anew"),
        "refinement-approval-missing" | "refinement-approval-mismatch" | "signature-without-approval" => {
            ("requestApproval", "Ask the user for the approval")
        }
        "signature-reused" | "signature-invalidated" | "signature-audit-duplicate" => {
            ("requestNewSignature", "Ask the user for another signature")
        }
        _ => return None,
    };
    let words = found.range.of(&document.text);
    let signature = (command == "requestNewSignature")
        .then(|| words.split_whitespace().next().unwrap_or("").trim_matches('`').to_string());
    let wp = about(document, found).to_string();
    Some((title.to_string(), What::Ask { command, wp, signature }))
}

/// The command that a person runs in a terminal.
fn run(document: &Document, workspace: &Workspace, found: &Diagnostic) -> Option<(String, What)> {
    let wp = quoted(about(document, found));
    let signature =
        || document.signature().map_or("<signature>".to_string(), |(_, value)| quoted(value.text));
    let command = match &*found.rule.name {
        "signature-pending" => record_signature(&wp, "<signature>"),
        "gates-refinement-missing" => record_refinement(&wp),
        "gates-signature-missing" => record_signature(&wp, &signature()),
        "gates-prepare-missing" => record_prepare(&wp),
        "gates-worktree-missing" | "gates-branch-missing" => worktree_add(&wp),
        "worktrees-insufficient" => {
            let entries = document.board_entries();
            let mut open = entries.iter().filter(|entry| entry.state == State::InProgress);
            let last = open.next_back().map(|entry| quoted(entry.id.of(&document.text)));
            worktree_add(last.as_deref().unwrap_or("<WP_ID>"))
        }
        "lineage-commit-unknown" => {
            let (path, line) = cited(document.line_at(found.range.start).of(&document.text))?;
            format!("git blame -L {line},{line} -- {}", quoted(path))
        }
        "checkpoint-commit-missing" => {
            let own = [workspace.packet(document.stem()), workspace.refinement(document.stem())];
            let paths: Vec<String> = own.into_iter().flatten().map(|file| quoted(&file.path)).collect();
            let paths = paths.join(" ");
            format!("git add {paths} && git commit -m \"Checkpoint of {wp}\" -- {paths}")
        }
        "refinement-edited-after-approval"
        | "locked-packet-edited"
        | "locked-report-edited"
        | "signature-record-deleted" => {
            format!("git diff {} -- {}", since(document, workspace).unwrap_or("HEAD"), quoted(&document.path))
        }
        _ => return None,
    };
    Some((format!("Show the command `{command}`"), What::Run(command)))
}

/// The command that asks for each change whether to take it back; what was deleted from a record belongs there again.
fn restored(document: &Document, workspace: &Workspace, found: &Diagnostic) -> Option<(String, What)> {
    if !matches!(&*found.rule.name, "locked-report-edited" | "signature-record-deleted") {
        return None;
    }
    let since = since(document, workspace).unwrap_or("HEAD");
    let command = format!("git restore --patch --source={since} -- {}", quoted(&document.path));
    Some((format!("Show the command `{command}`"), What::Run(command)))
}

/// A word for a shell, whatever a file is called; what is still to be filled in stays as it is.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._/-".contains(letter);
    if word.chars().all(is_plain) || word == "<WP_ID>" {
        return word.to_string();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// The first place in code that a line cites, as `path:line`.
fn cited(words: &str) -> Option<(&str, u32)> {
    let parts = words.split([' ', '|', '`', ',']);
    parts.filter_map(|part| part.split_once(':')).find_map(|(path, line)| {
        let line = line.split('-').next()?.parse().ok()?;
        path.contains('/').then_some((path, line))
    })
}

/// The commit as of which a file was approved or signed.
fn since<'a>(document: &Document, workspace: &'a Workspace) -> Option<&'a str> {
    let git = workspace.surroundings.git.as_ref()?;
    let approved = git.approved.get(&*document.path);
    let baseline = || git.pasts.get(&*document.path)?.baseline.as_ref();
    approved.or_else(baseline).map(Version::short)
}

/// The work packet that a finding is about.
fn about<'a>(document: &'a Document, found: &'a Diagnostic) -> &'a str {
    if matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement) {
        return document.stem();
    }
    let words = found.range.of(&document.text);
    // What names none in its words, as a branch does, names it in its message.
    let named = find_wp_ids(words).next().map(|id| id.of(words));
    let told = || find_wp_ids(&found.message).last().map(|id| id.of(&found.message));
    named.or_else(told).unwrap_or("<WP_ID>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::report::{Finding, Severity};
    use crate::rules::testing::open;
    use crate::rules::{find, page};

    /// What the first finding on the bad example of a rule's page asks for.
    fn asked_by(rule: &str) -> Vec<What> {
        let entry = find(rule).expect("it is a rule");
        let examples = page::examples(&entry.page());
        let bad = examples.into_iter().find(|example| example.bad).expect("it has one");
        let (document, workspace) = open(entry.rule, &bad.text);
        let Finding { range, message, related, fixes, .. } =
            entry.rule.findings(&document, &workspace).swap_remove(0);
        let found = [Diagnostic { rule: entry, severity: Severity::Error, range, message, related, fixes }];
        let steps = steps(&document, &workspace, &found, range);
        steps.into_iter().map(|step| step.what).collect()
    }

    #[test]
    fn a_rule_that_waits_for_a_command_names_it() {
        let run = |command: &str| What::Run(command.to_string());
        for (rule, command) in [
            ("signature-pending", "just record-signature WP-1-Example <signature>"),
            ("gates-prepare-missing", "just record-prepare WP-1-Example <Coder-A|Coder-B>"),
            ("gates-worktree-missing", "just worktree-add WP-1-Example"),
            ("gates-branch-missing", "just worktree-add WP-1-Example"),
        ] {
            assert!(asked_by(rule).contains(&run(command)), "{rule}: {:?}", asked_by(rule));
        }
        let commits = |what: &What| matches!(what, What::Run(run) if run.contains("git commit"));
        let compares = |what: &What| matches!(what, What::Run(run) if run.starts_with("git diff HEAD -- "));
        assert!(asked_by("locked-packet-edited").iter().any(compares));
        let restores = |what: &What| matches!(what, What::Run(run) if run.starts_with("git restore --patch --source=HEAD -- "));
        for rule in ["locked-report-edited", "signature-record-deleted"] {
            assert!(asked_by(rule).iter().any(restores), "{rule}: {:?}", asked_by(rule));
        }
        assert_eq!(cited("| 2.1.1 | MUST | `src/a.rs:12-14` | abc |"), Some(("src/a.rs", 12)));
        assert_eq!(cited("| 2.1.1 | MUST: now | GAP | abc |"), None);
        assert!(asked_by("checkpoint-commit-missing").iter().any(commits));
        let adds = |what: &What| matches!(what, What::Run(run) if run.starts_with("just worktree-add WP-"));
        assert!(asked_by("worktrees-insufficient").iter().any(adds));
    }

    #[test]
    fn a_command_takes_the_name_of_a_file_as_one_word() {
        assert_eq!(quoted("WP-1-One"), "WP-1-One");
        assert_eq!(quoted("a b;c"), "'a b;c'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }

    #[test]
    fn a_rule_that_waits_for_an_answer_writes_the_question() {
        for (rule, wanted) in [
            ("sla-blocked", "escalation"),
            ("lock-overlap", "fileLockConflict"),
            ("handoff-mismatch", "handoffMessage"),
            ("dependency-blocker-not-validated", "blockedDependency"),
            ("signature-reused", "requestNewSignature"),
        ] {
            let asks = |what: &What| matches!(what, What::Ask { command, .. } if *command == wanted);
            assert!(asked_by(rule).iter().any(asks), "{rule}: {:?}", asked_by(rule));
            assert!(crate::ide::commands::find(wanted).is_some(), "{wanted} is a command");
        }
    }

    #[test]
    fn a_rule_that_names_another_place_leads_there() {
        for rule in [
            "field-duplicate",
            "id-duplicate",
            "status-conflict",
            "signature-audit-purpose-mismatch",
            "signature-refinement-mismatch",
            "signature-not-in-authority",
            "lock-overlap",
        ] {
            let leads = |what: &What| matches!(what, What::Go(_));
            assert!(asked_by(rule).iter().any(leads), "{rule}: {:?}", asked_by(rule));
        }
    }
}
