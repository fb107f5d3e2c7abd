//! The fixture language of rule tests: text, and lines of carets that state where findings are and what they say.
//!
//! `^^^^ message` under a line is a finding there; `//- path` begins a new file; nothing else is special but git.
//! `//- HEAD:path` begins the text of a file as of the last commit, `//- HEAD~2:path` as of two commits before, and
//! `//- HEAD~2@2026-01-05:path` says when; else commits are made at the clock of every fixture. `//- main:path` is the
//! file of the main branch; `//- before:path` and `//- after:path` are what the work on the first file changed.
//! Under `//- git:` stands one fact a line:
//!
//! - `branch NAME`: what is checked out; `fork SHA`: where it left main;
//! - `base SHA unknown`, `base SHA apart`, `base SHA 3`: a commit, and how many came since;
//! - `changed PATH`: differs from every base and from the last commit;
//! - `tracked PATH` or `tracked FOLDER COUNT`;
//! - `untracked PATH`, `branches NAME..`, `worktree PATH BRANCH`, `commit SHA known`;
//! - `against range`, `against staged`, `against disk`: what the work on the first file is compared with;
//! - `beside PATH`: the commit that made the first file changed this one too.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::report::{Finding, Report};
use super::{Check, Entry, Rule, all, page};
use crate::config::Config;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::edit::Edits;
use crate::text::grammar::recipe::recipes;
use crate::workspace::Workspace;
use crate::workspace::git::{self, Audited, Base, Git, Past, Version, Worktree};
use crate::workspace::surroundings::{Presence, Surroundings};
use crate::workspace::work::{Against, Changed, Work};

/// The clock of every fixture.
const NOW: &str = "2026-03-10T12:00:00Z";

/// Asserts that the rule finds in the first file exactly what the carets state.
#[track_caller]
pub fn check(rule: &Rule, fixture: &str) {
    let mut text = String::new();
    let mut wanted = Vec::new();
    let mut line_start = 0;
    let mut first_file = true;
    for line in fixture.split_inclusive('\n') {
        let marks = line.trim_start();
        if first_file && marks.starts_with('^') {
            let column = line.len() - marks.len();
            let length = marks.bytes().take_while(|&byte| byte == b'^').count();
            let start =
                text[line_start..].char_indices().nth(column).map_or(text.len(), |(at, _)| line_start + at);
            let end = text[start..].char_indices().nth(length).map_or(text.len(), |(at, _)| start + at);
            wanted.push((
                text[start..end].trim_end_matches('\n').to_string(),
                marks[length..].trim().to_string(),
            ));
            continue;
        }
        if line.starts_with("//- ") && !text.is_empty() {
            first_file = false;
        }
        line_start = text.len();
        text.push_str(line);
    }
    let (document, findings) = run(rule, &text);
    let found: Vec<(String, String)> = findings
        .iter()
        .map(|finding| (finding.range.of(&document.text).to_string(), finding.message.clone()))
        .collect();
    assert_eq!(found, wanted, "left: found, right: stated");
}

/// Asserts that applying the rule's fixes to `before` gives `after`, in which the rule finds nothing it can fix.
#[track_caller]
pub fn check_fix(rule: &Rule, before: &str, after: &str) {
    let (document, findings) = run(rule, before);
    let edits: Vec<_> = findings
        .iter()
        .filter_map(|finding| finding.fixes.first())
        .flat_map(|fix| fix.edits.clone())
        .collect();
    assert!(!edits.is_empty(), "the rule offers no fix");
    let fixed =
        Edits::new(edits).and_then(|edits| edits.apply(&document.text)).expect("the fixes fit the text");
    assert_eq!(fixed, after);
    assert!(
        run(rule, after).1.iter().all(|finding| finding.fixes.is_empty()),
        "the fix does not silence its rule"
    );
}

/// The settings of every fixture: the protocol's own, and a small specification.
fn config() -> Config {
    let mut config = Config::default();
    config.spec.file_prefix = "Demo_Master_Spec".into();
    config.spec.required = vec!["2.1.1".into()];
    config
}

/// Runs one rule on the first file of a fixture, with all its files as the workspace.
pub fn run(rule: &Rule, fixture: &str) -> (Arc<Document>, Vec<Finding>) {
    let (document, workspace) = open(rule, fixture);
    let mut report = Report::default();
    match rule.check {
        Check::Document(check) => check(&document, &mut report),
        Check::Workspace(check) | Check::Surroundings(check) => check(&document, &workspace, &mut report),
    }
    (document, report.findings)
}

/// The first file of a fixture, with all its files as the workspace.
pub fn open(rule: &Rule, fixture: &str) -> (Arc<Document>, Workspace) {
    let config = Arc::new(config());
    let mut workspace = Workspace::new(config.clone());
    let files = files(rule, fixture);
    let first = files[0].0.clone();
    let (past, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| is_git(path));
    for (path, text) in files {
        let kind = Kind::of(&path, &text, &config).unwrap_or(rule.kinds[0]);
        workspace.insert(Document::new(path, kind, text, config.clone()));
    }
    let document = workspace.document(&first).expect("it was inserted").clone();
    if matches!(rule.check, Check::Surroundings(_)) {
        let mut surroundings = around(&document, &workspace);
        surroundings.git = git(&past, &document, &config);
        workspace.surroundings = Arc::new(surroundings);
    }
    (document, workspace)
}

/// What stands at the paths that a document names: the fixture's files, their folders, and nothing else.
fn around(document: &Document, workspace: &Workspace) -> Surroundings {
    let mut surroundings = Surroundings::default();
    surroundings.now = NOW.parse().ok();
    surroundings.recipes = workspace.document("justfile").and_then(|file| recipes(&file.text));
    let facts = document.facts();
    for path in &facts.cited {
        if let Some(file) = workspace.document(path) {
            surroundings.note_line_count(path, file.text.lines().count() as u32);
        }
    }
    let wanted = super::paths::wanted(&workspace.config.layout);
    for path in facts.paths.iter().chain(&facts.cited).chain(&wanted) {
        let folder = path.trim_end_matches('/').rsplit_once('/').map(|(folder, _)| folder);
        for path in folder.into_iter().chain([path.as_str()]) {
            surroundings.note(path, presence(path, workspace));
        }
    }
    surroundings
}

fn is_git(path: &str) -> bool {
    let marks = ["HEAD:", "HEAD~", "HEAD@", "main:", "before:", "after:"];
    path == "git:" || marks.iter().any(|mark| path.starts_with(mark))
}

/// What a fixture says of git; none where it says nothing.
fn git(past: &[(String, String)], first: &Document, config: &Arc<Config>) -> Option<Arc<Git>> {
    if past.is_empty() {
        return None;
    }
    let mut git = Git { head: "HEAD".into(), ..Git::default() };
    let (mut beside, mut against) = (Vec::new(), None);
    let facts = past.iter().filter(|(path, _)| path == "git:");
    for line in facts.flat_map(|(_, facts)| facts.lines()) {
        match *line.split_whitespace().collect::<Vec<_>>() {
            ["branch", name] => git.branch = Some(name.into()),
            ["base", commit, fate] => {
                let base = match fate {
                    "unknown" => Base::Unknown,
                    "apart" => Base::Apart,
                    count => Base::Before { commits: count.parse().expect("a number"), changed: Vec::new() },
                };
                git.bases.insert(commit.into(), base);
            }
            ["fork", commit] => git.fork = Some(commit.into()),
            ["changed", path] => git.changed.push(path.into()),
            ["tracked", path] => git.tracked.push(path.into()),
            ["tracked", folder, count] => {
                let count: usize = count.parse().expect("a number");
                git.tracked.extend((0..count).map(|number| format!("{folder}/{number:05}.rs")));
            }
            ["untracked", path] => git.untracked.push(path.into()),
            ["worktree", path, branch] => {
                let linked = Worktree { path: path.into(), branch: Some(branch.into()) };
                git.worktrees.get_or_insert_default().push(linked);
            }
            ["worktrees"] => git.worktrees = Some(Vec::new()),
            ["branches", ref names @ ..] => {
                git.branches = Some(names.iter().map(|name| name.to_string()).collect());
            }
            ["commit", commit, fate] => _ = git.commits.insert(commit.into(), fate == "known"),
            ["against", what] => against = Some(what),
            ["beside", path] => beside.push(path.to_string()),
            _ => panic!("no fact of git: {line}"),
        }
    }
    for base in git.bases.values_mut() {
        if let Base::Before { changed, .. } = base {
            changed.clone_from(&git.changed);
        }
    }
    let mut pasts: BTreeMap<&str, Vec<Version>> = BTreeMap::new();
    for (path, text) in past {
        let Some((commit, path)) = path.split_once(':') else { continue };
        if matches!(commit, "git" | "before" | "after") {
            continue;
        }
        let (commit, day) = commit.split_once('@').unwrap_or((commit, &NOW[..10]));
        let Some(kind) = Kind::of(path, text, config) else { panic!("{path} is of no kind") };
        let version = Version {
            commit: commit.into(),
            time: format!("{day}T12:00:00Z").parse().ok(),
            document: Arc::new(Document::new(path, kind, text.as_str(), config.clone())),
            beside: Vec::new(),
        };
        match commit {
            "main" => git.main_board = Some(version),
            _ => pasts.entry(path).or_default().push(version),
        }
    }
    for (path, mut versions) in pasts {
        match versions.first().map(|version| version.document.kind) {
            Some(Kind::Board) => git.entered = git::entered(&versions),
            Some(Kind::Refinement) => {
                git.approved
                    .extend(git::first_approved(&versions).map(|version| (path.to_string(), version)));
            }
            Some(Kind::Audit) => {
                for version in &versions {
                    let audited = |signature: &str| Audited {
                        signature: signature.into(),
                        commit: version.commit.clone(),
                    };
                    git.audited.extend(git::audited(&version.document.text, &config.users).map(audited));
                }
            }
            _ => {}
        }
        if let Some(oldest) = versions.last_mut().filter(|_| path == &*first.path) {
            oldest.beside.clone_from(&beside);
        }
        git.pasts.extend(Past::of(&versions).map(|past| (path.to_string(), Arc::new(past))));
    }
    git.work = against.map(|against| Arc::new(work(past, first, against)));
    Some(Arc::new(git))
}

/// What a fixture says was done: each file before and after.
fn work(past: &[(String, String)], first: &Document, against: &str) -> Work {
    let side = |mark: &str, path: &str| {
        past.iter().find(|(known, _)| known.strip_prefix(mark) == Some(path)).map(|(_, text)| text.as_bytes())
    };
    let paths =
        past.iter().filter_map(|(path, _)| path.strip_prefix("before:").or(path.strip_prefix("after:")));
    Work {
        packet: first.path.clone(),
        against: match against {
            "range" => Against::Range,
            "staged" => Against::Staged,
            _ => Against::Disk,
        },
        files: paths
            .map(|path| (path.to_string(), Changed::of(side("before:", path), side("after:", path))))
            .collect(),
    }
}

fn presence(path: &str, workspace: &Workspace) -> Presence {
    let inside =
        |file: &str| file.strip_prefix(path.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'));
    if workspace.document(path).is_some() {
        Presence::File
    } else if workspace.documents().any(|file| inside(&file.path)) {
        Presence::Directory
    } else {
        Presence::Missing
    }
}

fn files(rule: &Rule, fixture: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in fixture.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("//- ") {
            files.push((path.trim().to_string(), String::new()));
        } else {
            if files.is_empty() {
                files.push((default_path(rule.kinds[0]), String::new()));
            }
            files.last_mut().expect("there is one").1.push_str(line);
        }
    }
    files
}

fn default_path(kind: Kind) -> String {
    let layout = config().layout;
    match kind {
        Kind::Stub => format!("{}/WP-1-Example.md", layout.stubs),
        Kind::Refinement => format!("{}/WP-1-Example.md", layout.refinements),
        Kind::Board => layout.task_board,
        Kind::Audit => layout.signature_audit,
        Kind::Registry => layout.registry,
        Kind::SpecPointer => layout.spec_pointer,
        Kind::Gates => layout.gates,
        Kind::Config => layout.config,
        Kind::Governance => ".GOV/roles_shared/START_HERE.md".into(),
        Kind::Product => "src/main.rs".into(),
        Kind::Spec => "Demo_Master_Spec_v02.001.md".into(),
        _ => format!("{}/WP-1-Example.md", layout.packets),
    }
}

#[test]
fn every_page_has_examples_that_hold() {
    let mut wrong = Vec::new();
    for entry in all() {
        let page = entry.page();
        let examples = page::examples(&page);
        if page::title(&page).is_empty() {
            wrong.push(format!("{}: no title", entry.name));
        }
        if !examples.iter().any(|example| example.bad) || !examples.iter().any(|example| !example.bad) {
            wrong.push(format!("{}: a page shows at least one bad and one good example", entry.name));
        }
        for example in examples {
            let (_, findings) = run(entry.rule, &example.text);
            let fits = if example.bad { findings.len() == 1 } else { findings.is_empty() };
            if !fits {
                wrong.push(format!(
                    "{}: {} example gives {findings:#?}\n{}",
                    entry.name,
                    if example.bad { "bad" } else { "good" },
                    example.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_are_unique() {
    let mut names: Vec<&str> = all().iter().map(|entry: &Entry| entry.name.as_str()).collect();
    names.sort_unstable();
    let before = names.len();
    names.dedup();
    assert_eq!(names.len(), before);
}
