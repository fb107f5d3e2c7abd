//! Every fix of every finding in the fixtures, one at a time: its finding goes, nothing gets worse, what lies outside
//! the edit stays. `REAL_WORKSPACE=/path cargo test --release repairs` does the same with a workspace of your own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use engine::config::Config;
use engine::diagnostics::{Diagnostic, Scope, guard};
use engine::document::Document;
use engine::document::lock;
use engine::engine::{Change, Engine};
use engine::ide::offers::answering;
use engine::ide::source_change::SourceChange;
use engine::rules::report::{Fix, Severity};
use engine::text::edit::Edits;
use engine::text::grammar::signature::find_signatures;

use crate::program::{self, FIXTURES};

/// What a value owes once it is set, and what a longer list is asked: rules that may speak up after a fix.
const OWED: &[(&str, &[&str])] = &[
    (
        "risk-tier-",
        &["hardened-invariants-missing", "risk-manual-review-missing", "risk-tier-justification-missing"],
    ),
    ("placeholder-choice", &["hardened-invariants-missing", "risk-", "e2e-", "orchestrat", "coder-"]),
    ("agentic-mode-", &["orchestrat"]),
    ("status-invalid", &["status-", "board-status-drift"]),
    ("board-status-drift", &["board-", "status-", "coder-claim-early", "lock-"]),
    ("spec-current-legacy-field", &["spec-"]),
    ("e2e-", &["e2e-"]),
    ("manifest-gate-unlisted", &["manifest-gate-unchecked"]),
    ("refinement-spec-target-mismatch", &["spec-anchor-version-mismatch"]),
    ("bootstrap-inline-prose", &["bootstrap-search-term-"]),
    ("in-scope-absolute", &["in-scope-"]),
];

/// The demo workspace, with the packets that were written as good and bad.
fn workspace() -> Vec<(String, String)> {
    let mut found = program::demo("", str::to_string);
    let packets = program::texts(Path::new(FIXTURES), &Path::new(FIXTURES).join("packets"));
    for (path, text) in
        packets.into_iter().filter(|(path, _)| path.contains("/good/") || path.contains("/bad/"))
    {
        let name = path.rsplit('/').next().unwrap_or_default();
        found.push((format!(".GOV/task_packets/{name}"), text));
    }
    found
}

fn engine(root: &Path, files: &[(String, String)]) -> Engine {
    let settings = fs::read_to_string(root.join("taskpacket.toml")).unwrap_or_default();
    let mut engine = Engine::new(Config::parse(&settings).0);
    for (path, text) in files {
        engine.apply(Change::OnDisk { path: path.clone(), text: text.as_str().into() });
    }
    engine
}

fn counts(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in found {
        *counts.entry(&*found.rule.name).or_default() += 1;
    }
    counts
}

fn errors(found: &[Diagnostic]) -> usize {
    found.iter().filter(|found| found.severity == Severity::Error).count()
}

/// What a signature holds and every signature, word for word.
fn held(document: &Document) -> (Vec<(&'static str, String)>, Vec<String>) {
    let locked = if document.is_locked() { lock::words(document) } else { Vec::new() };
    let words = locked.into_iter().map(|(name, words)| (name, words.to_string())).collect();
    let text = &document.text;
    (words, find_signatures(text).map(|range| range.of(text).to_string()).collect())
}

fn judge(engine: &mut Engine, path: &str, found: &[Diagnostic], one: &Diagnostic, fix: &Fix) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut say = |what: String| wrong.push(format!("{path}: {} `{}` {what}", one.rule.name, fix.title));
    let before = engine.snapshot().workspace.document(path).expect("it is there").clone();
    let Some(after) = Edits::new(fix.edits.clone()).and_then(|edits| edits.apply(&before.text)) else {
        say("does not fit".into());
        return wrong;
    };
    engine.apply(Change::OnDisk { path: path.into(), text: after.as_str().into() });
    let snapshot = engine.snapshot();
    let document = snapshot.workspace.document(path).expect("it is there").clone();
    let now = snapshot.diagnostics(path, Scope::All);
    engine.apply(Change::OnDisk { path: path.into(), text: before.text.clone() });
    if held(&before) != held(&document) {
        say("changes what is signed".into());
    }
    let same = |found: &&Diagnostic| found.rule.name == one.rule.name && found.message == one.message;
    // A template that still is to be filled in may be as good as nothing; it is not put in twice.
    let is_open = fix.place.is_some() && now.iter().filter(same).all(|found| !found.fixes.contains(fix));
    if now.iter().filter(same).count() >= found.iter().filter(same).count() && !is_open {
        say(format!("leaves `{}`", one.message));
    }
    // A template leaves its own words to be filled in, which is told there.
    if fix.place.is_none() {
        let then = counts(found);
        let owed: Vec<&str> = OWED
            .iter()
            .filter(|(begin, _)| one.rule.name.starts_with(begin))
            .flat_map(|(_, owed)| *owed)
            .copied()
            .collect();
        for (rule, count) in counts(&now) {
            let is_owed = owed.iter().any(|begin| rule.starts_with(begin));
            if count > then.get(rule).copied().unwrap_or(0) && !is_owed {
                say(format!("brings {rule}"));
            }
        }
    }
    wrong
}

/// How many fixes were made, and what was wrong with them.
fn every_fix(root: &Path, files: &[(String, String)]) -> (usize, Vec<String>) {
    let mut engine = engine(root, files);
    let paths: Vec<String> =
        engine.snapshot().workspace.documents().map(|document| document.path.to_string()).collect();
    let (mut made, mut wrong) = (0, Vec::new());
    for path in paths {
        let snapshot = engine.snapshot();
        let document = snapshot.workspace.document(&path).expect("it is there").clone();
        let found = snapshot.diagnostics(&path, Scope::All);
        for one in &found {
            for fix in &one.fixes {
                if guard::refused(&document, &snapshot.workspace, &fix.edits).is_none() {
                    made += 1;
                    wrong.extend(judge(&mut engine, &path, &found, one, fix));
                }
            }
        }
    }
    (made, wrong)
}

/// The findings of some files, as many as there are of each rule.
fn all_counts<'a>(engine: &mut Engine, paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let snapshot = engine.snapshot();
    let mut all = BTreeMap::new();
    for path in paths {
        for (rule, count) in counts(&snapshot.diagnostics(path, Scope::Active)) {
            all.insert(format!("{rule} in {path}"), count);
        }
    }
    all
}

/// Takes a change in, and gives back what undoes it.
fn apply(engine: &mut Engine, change: &SourceChange) -> Vec<Change> {
    let mut back = Vec::new();
    for file in &change.files {
        let path = file.path.to_string();
        let (before, after) = file.texts();
        back.push(match before {
            Some(text) => Change::OnDisk { path: path.clone(), text: text.clone() },
            None => Change::Deleted { path: path.clone() },
        });
        engine.apply(Change::OnDisk { path, text: after.into() });
    }
    for moved in &change.moves {
        let document = engine.snapshot().workspace.document(&moved.from).expect("it is there").clone();
        engine.apply(Change::Deleted { path: moved.from.to_string() });
        engine.apply(Change::OnDisk { path: moved.to.to_string(), text: document.text.clone() });
        back.push(Change::OnDisk { path: moved.from.to_string(), text: document.text.clone() });
        back.push(Change::Deleted { path: moved.to.to_string() });
    }
    back
}

/// Rules that speak of what a change over several files leaves to a person, or brings to light.
const LEFT: &[(&str, &[&str])] =
    &[("refinement-missing", &["signature-without-approval", "spec-anchor-not-in-refinement"])];

fn judge_move(engine: &mut Engine, path: &str, one: &Diagnostic, change: &SourceChange) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut say = |what: String| wrong.push(format!("{path}: {} `{}` {what}", one.rule.name, change.title));
    let edited: Vec<&str> =
        change.files.iter().filter(|file| file.texts().0.is_some()).map(|file| &*file.path).collect();
    let before = engine.snapshot();
    let then = all_counts(engine, edited.iter().copied().chain([path]));
    let back = apply(engine, change);
    let after = engine.snapshot();
    for path in edited.iter().copied().chain([path]) {
        let (Some(old), Some(new)) = (before.workspace.document(path), after.workspace.document(path)) else {
            continue;
        };
        let (then, now) = (held(old), held(new));
        // The audit's rows and a note of what replaced a signature are added, and none goes.
        let keeps = now.1.iter().filter(|signature| then.1.contains(signature)).count() >= then.1.len();
        if then.0 != now.0 || !keeps {
            say(format!("changes what is signed in {path}"));
        }
    }
    let same = |found: &Diagnostic| found.rule.name == one.rule.name && found.message == one.message;
    let left = after.diagnostics(path, Scope::Active).into_iter().filter(same).collect::<Vec<_>>();
    if let Some(left) = left.first() {
        say(format!("leaves `{}`", left.message));
    }
    let owed: Vec<&str> = LEFT
        .iter()
        .filter(|(begin, _)| one.rule.name.starts_with(begin))
        .flat_map(|(_, owed)| *owed)
        .copied()
        .collect();
    for (rule, count) in all_counts(engine, edited.iter().copied().chain([path])) {
        let is_owed = owed.iter().any(|begin| rule.starts_with(begin));
        if count > then.get(&rule).copied().unwrap_or(0) && !is_owed {
            say(format!("brings {rule}"));
        }
    }
    for change in back.into_iter().rev() {
        engine.apply(change);
    }
    wrong
}

/// How many changes over several files were made, and what was wrong with them.
fn every_move(root: &Path, files: &[(String, String)]) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut engine = engine(root, files);
    let paths: Vec<String> =
        engine.snapshot().workspace.documents().map(|document| document.path.to_string()).collect();
    let (mut made, mut wrong) = (BTreeMap::new(), Vec::new());
    for path in paths {
        let snapshot = engine.snapshot();
        let document = snapshot.workspace.document(&path).expect("it is there").clone();
        for one in &snapshot.diagnostics(&path, Scope::Active) {
            for offer in answering(&document, &snapshot.workspace, one) {
                let Ok(change) = offer.change() else { continue };
                *made.entry(one.rule.name.clone()).or_default() += 1;
                wrong.extend(judge_move(&mut engine, &path, one, &change));
            }
        }
    }
    (made, wrong)
}

/// Fix-all on every file, in the order of their paths.
fn fix_all(root: &Path, files: &[(String, String)]) -> (usize, Vec<String>) {
    let mut engine = engine(root, files);
    let paths: Vec<String> =
        engine.snapshot().workspace.documents().map(|document| document.path.to_string()).collect();
    let all = |engine: &mut Engine| -> usize {
        let snapshot = engine.snapshot();
        paths.iter().map(|path| errors(&snapshot.diagnostics(path, Scope::All))).sum()
    };
    let before = all(&mut engine);
    let (mut changed, mut wrong) = (0, Vec::new());
    for path in &paths {
        let snapshot = engine.snapshot();
        let document = snapshot.workspace.document(path).expect("it is there").clone();
        let Some(fixed) = snapshot.fixed(path) else { continue };
        changed += 1;
        if fixed.rounds > 4 {
            wrong.push(format!("{path}: {} rounds", fixed.rounds));
        }
        engine.apply(Change::OnDisk { path: path.clone(), text: fixed.text.as_str().into() });
        let snapshot = engine.snapshot();
        let after = snapshot.workspace.document(path).expect("it is there");
        if held(&document) != held(after) {
            wrong.push(format!("{path}: what is signed has changed"));
        }
        if snapshot.fixed(path).is_some() {
            wrong.push(format!("{path}: a second run has something to do"));
        }
    }
    let after = all(&mut engine);
    if after > before {
        wrong.push(format!("{before} errors before, {after} after"));
    }
    (changed, wrong)
}

#[test]
fn every_fix_in_the_fixtures_answers_its_finding_and_makes_nothing_worse() {
    let (made, wrong) = every_fix(&Path::new(FIXTURES).join("workspaces/demo"), &workspace());
    assert!(wrong.is_empty() && made > 100, "{} of {made}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_change_of_several_files_in_the_fixtures_answers_its_finding() {
    let (made, wrong) = every_move(&Path::new(FIXTURES).join("workspaces/demo"), &workspace());
    assert!(wrong.is_empty() && made.len() > 3, "{made:#?}\n{}", wrong.join("\n"));
}

#[test]
fn fix_all_ends_soon_and_touches_nothing_that_is_signed() {
    let (changed, wrong) = fix_all(&Path::new(FIXTURES).join("workspaces/demo"), &workspace());
    assert!(wrong.is_empty() && changed > 3, "{changed} files\n{}", wrong.join("\n"));
}

#[test]
fn a_workspace_of_your_own_is_repaired_as_well() {
    let Some(root) = std::env::var_os("REAL_WORKSPACE").map(PathBuf::from) else {
        eprintln!("skipped: REAL_WORKSPACE names no workspace");
        return;
    };
    let mut found = program::texts(&root, &root.join(".GOV"));
    for entry in fs::read_dir(&root).into_iter().flatten().flatten().filter(|entry| entry.path().is_file()) {
        if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push((entry.file_name().to_string_lossy().into_owned(), text));
        }
    }
    let (changed, mut wrong) = fix_all(&root, &found);
    let (made, more) = every_fix(&root, &found);
    wrong.extend(more);
    let (moves, more) = every_move(&root, &found);
    wrong.extend(more);
    eprintln!("changes of several files: {moves:#?}");
    assert!(wrong.is_empty(), "{changed} files, {} of {made} fixes\n{}", wrong.len(), wrong.join("\n"));
}
