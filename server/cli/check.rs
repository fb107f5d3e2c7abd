//! `check`: load, ask, render; the same engine and the same findings as in the editor.

use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use engine::config::Config;
use engine::diagnostics::{Diagnostic, Scope, guard, is_on};
use engine::document::Document;
use engine::document::kind;
use engine::engine::{Change, Engine};
use engine::ide::offers::answering;
use engine::rules;
use engine::rules::report::Severity;
use engine::workspace::lifecycle::Lifecycle;

use super::baseline::{self, Baseline, Outcome};
use super::review::{self, Agreed};
use super::{explain, fix, print, render, time};
use crate::threads::by_two;
use crate::{disk, git};

#[derive(Args)]
pub struct Arguments {
    /// Files or folders; without any, the workspace around the current folder.
    paths: Vec<PathBuf>,
    /// Judge closed and superseded files too.
    #[arg(long)]
    all: bool,
    /// Run only these rules or families (a letter).
    #[arg(long, value_delimiter = ',')]
    select: Vec<String>,
    /// Leave these rules or families out.
    #[arg(long, value_delimiter = ',')]
    ignore: Vec<String>,
    /// Report nothing that matters less.
    #[arg(long, value_enum, default_value_t = Least::Hint)]
    min_severity: Least,
    /// Report only what is in files that changed since this git revision: committed, staged or on disk.
    #[arg(long, value_name = "REV", conflicts_with = "write_baseline")]
    since: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Read the text of this file from standard input in place of the disk.
    #[arg(long)]
    stdin_filename: Option<PathBuf>,
    /// A configuration file other than `taskpacket.toml` at the root.
    #[arg(long)]
    config: Option<PathBuf>,
    /// Hide the findings that this file holds.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write today's findings to this file and report none of them.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Apply the fixes that are safe, and report what is left.
    #[arg(long, conflicts_with_all = ["write_baseline", "stdin_filename"])]
    fix: bool,
    /// Ask on the terminal about each fix that needs a person's word.
    #[arg(long, requires = "fix")]
    review: bool,
    /// Print to standard error what each rule costs, the dearest first.
    #[arg(long)]
    time: bool,
    /// Print what `--fix` would change, and change nothing.
    #[arg(long, conflicts_with_all = ["fix", "write_baseline", "stdin_filename"])]
    diff: bool,
}

impl Arguments {
    fn least(&self) -> Severity {
        match self.min_severity {
            Least::Error => Severity::Error,
            Least::Warning => Severity::Warning,
            Least::Info => Severity::Info,
            Least::Hint => Severity::Hint,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Least {
    Error,
    Warning,
    Info,
    Hint,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
    Sarif,
    Github,
}

/// The findings of one run, with everything a renderer needs.
pub struct Findings {
    pub root: PathBuf,
    pub files: usize,
    /// By path, then position.
    pub list: Vec<(Arc<Document>, Diagnostic)>,
    /// Any document, for related places.
    pub workspace: engine::workspace::Workspace,
    pub baseline: Option<Outcome>,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    for name in arguments.select.iter().chain(&arguments.ignore) {
        let family = rules::FAMILIES.iter().any(|family| family.letter.to_string() == *name);
        if !family && rules::find(name).is_none() {
            return Err(format!("there is no rule `{name}`{}", explain::nearest(name)));
        }
    }
    if arguments.review {
        review::refuse_without_terminal()?;
    }
    let baseline = arguments.baseline.as_deref().map(Baseline::read).transpose()?;
    let start = arguments.stdin_filename.as_ref().or(arguments.paths.first());
    let narrowed = start.is_some();
    let here = PathBuf::from(".");
    let start = start.map_or(here.as_path(), |path| nearest_existing(path));
    let (root, mut engine) = open_with(start, arguments.config.as_deref(), |config| {
        if !arguments.select.is_empty() {
            config.select = arguments.select.clone();
        }
        config.ignore.extend(arguments.ignore.iter().cloned());
    })?;
    let since = arguments.since.as_deref().map(|revision| git::since(&root, revision)).transpose()?;
    let mut chosen = Chosen { narrowed, since, ..Chosen::default() };
    let mut complete = true;
    for path in &arguments.paths {
        // What cannot be read is told, the rest is checked all the same, and the exit code says that it was not all.
        if let Err(message) = take(path, &root, &mut engine, &mut chosen) {
            eprintln!("taskpacket: {message}");
            complete = false;
        }
    }
    if let Some(path) = &arguments.stdin_filename {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let full = full_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let relative = disk::relative(&root, &full)
            .ok_or_else(|| format!("{} is outside the workspace {}", path.display(), root.display()))?;
        engine.apply(Change::Opened { path: relative.clone(), text, version: 0 });
        chosen.named.push(relative);
    }
    if arguments.fix || arguments.diff {
        let found = collect(root.clone(), &mut engine, arguments, &chosen, None);
        let mut paths: Vec<String> =
            found.list.iter().map(|(document, _)| document.path.to_string()).collect();
        paths.dedup();
        let changes = fix::changes(&mut engine, &paths);
        if arguments.diff {
            print(&fix::diff(&changes))?;
            return Ok(if changes.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) });
        }
        complete &= fix::write(&root, &mut engine, changes);
        if arguments.review {
            let (mut input, mut output) = (std::io::stdin().lock(), std::io::stderr());
            let mut talk = review::Talk { input: &mut input, output: &mut output };
            let scope = |path: &str| scope(arguments, &chosen, path);
            let mut write = |engine: &mut Engine, agreed| match agreed {
                Agreed::Fixes(changed) => fix::write(&root, engine, vec![changed]),
                Agreed::Move(made) => fix::make(&root, engine, &made),
            };
            let least = arguments.least();
            complete &= review::ask(&mut engine, &paths, scope, least, &mut talk, &mut write);
        }
    }
    let findings = collect(root, &mut engine, arguments, &chosen, baseline);
    if let Some(path) = &arguments.write_baseline {
        if !complete {
            return Err(format!("{}: not written, because not every file was read", path.display()));
        }
        let list = findings.list.iter().map(|(document, found)| (&**document, found));
        std::fs::write(path, baseline::written(list, arguments.all || !chosen.named.is_empty()))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        eprintln!("{}: {} findings written", path.display(), findings.list.len());
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.fix {
        tell_left(&findings);
    }
    if let Some(outcome) = findings.baseline.as_ref().filter(|_| !matches!(arguments.format, Format::Json)) {
        outcome.tell();
    }
    if arguments.time {
        let is_judged = |document: &&Arc<Document>| {
            let is_active = findings.workspace.lifecycle(document) == Lifecycle::Active;
            let all = arguments.all || chosen.is_named(&document.path);
            (all || is_active) && chosen.holds(&document.path, &findings.workspace.config)
        };
        let documents: Vec<_> = findings.workspace.documents().filter(is_judged).cloned().collect();
        eprint!("{}", time::table(&documents, &findings.workspace));
    }
    let out = match arguments.format {
        Format::Human => render::human::render(&findings, std::io::stdout().is_terminal()),
        Format::Json => render::json::render(&findings),
        Format::Sarif => render::sarif::render(&findings),
        Format::Github => render::github::render(&findings),
    };
    print(&out)?;
    let code = match complete {
        false => ExitCode::from(2),
        true if findings.list.is_empty() => ExitCode::SUCCESS,
        true => ExitCode::from(1),
    };
    // The process ends and takes its memory along: clearing it up one by one takes a twentieth of the time.
    std::mem::forget((engine, findings));
    Ok(code)
}

/// What a person has to do after the fixes.
fn tell_left(findings: &Findings) {
    let workspace = &findings.workspace;
    let can_be_fixed = |(document, found): &&(Arc<Document>, Diagnostic)| {
        found.fixes.iter().any(|fix| guard::refused(document, workspace, &fix.edits).is_none())
            || !answering(document, workspace, found).is_empty()
    };
    let (left, with_fix) = (findings.list.len(), findings.list.iter().filter(can_be_fixed).count());
    if left > 0 {
        eprintln!("{left} left, {with_fix} of them with a fix for `--fix --review` or an editor");
    }
}

/// Takes up one path of the command line, as a file to read or a folder to look in.
fn take(path: &Path, root: &Path, engine: &mut Engine, chosen: &mut Chosen) -> Result<(), String> {
    let full = std::fs::canonicalize(path).map_err(|error| format!("{}: {error}", path.display()))?;
    match disk::relative(root, &full) {
        Some(relative) if full.is_dir() => chosen.folders.push(relative + "/"),
        Some(relative) => {
            read_file(root, &relative, engine)?;
            chosen.named.push(relative);
        }
        None if full == root => chosen.folders.push(String::new()),
        None => return Err(format!("{} is outside the workspace {}", path.display(), root.display())),
    }
    Ok(())
}

/// The path with links resolved; the file need not exist yet, as in an editor that has not saved it.
fn full_path(path: &Path) -> std::io::Result<PathBuf> {
    let full = std::path::absolute(path)?;
    if let Ok(found) = std::fs::canonicalize(&full) {
        return Ok(found);
    }
    Ok(match (full.parent().map(std::fs::canonicalize), full.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => full,
    })
}

/// The files that the command line asks for.
#[derive(Default)]
struct Chosen {
    named: Vec<String>,
    /// With `/` at the end.
    folders: Vec<String>,
    /// Anything was named at all.
    narrowed: bool,
    /// Only what differs from a revision.
    since: Option<git::Since>,
}

impl Chosen {
    fn is_named(&self, path: &str) -> bool {
        self.named.iter().any(|named| named == path)
    }

    fn holds(&self, path: &str, config: &Config) -> bool {
        let in_folder = self.folders.iter().any(|folder| path.starts_with(folder.as_str()));
        let is_changed = self.since.as_ref().is_none_or(|since| since.is_changed(path));
        // The settings decide what is found anywhere.
        is_changed && (!self.narrowed || self.is_named(path) || in_folder || path == config.layout.config)
    }
}

fn collect(
    root: PathBuf,
    engine: &mut Engine,
    arguments: &Arguments,
    chosen: &Chosen,
    mut baseline: Option<Baseline>,
) -> Findings {
    look_around(&root, engine);
    let snapshot = engine.snapshot();
    let workspace = snapshot.workspace.clone();
    let least = arguments.least();
    let scope = |path: &str| scope(arguments, chosen, path);
    let mut list = Vec::new();
    let is_chosen = |document: &&Arc<Document>| chosen.holds(&document.path, &workspace.config);
    let documents: Vec<_> = workspace.documents().filter(is_chosen).collect();
    let size = |document: &&Arc<Document>| document.text.len() as u64;
    let found =
        by_two(&documents, size, |document| snapshot.diagnostics(&document.path, scope(&document.path)));
    for (document, found) in documents.iter().zip(found) {
        for found in found {
            let is_known = baseline.as_mut().is_some_and(|baseline| baseline.hides(document, &found));
            if !is_known && found.severity >= least {
                list.push((Arc::clone(document), found));
            }
        }
    }
    let files = documents.len();
    let baseline = baseline.map(|baseline| {
        let all = baseline.all;
        baseline.outcome(|path, rule| {
            let is_judged = match workspace.document(path) {
                Some(document) => {
                    let is_historical = workspace.lifecycle(document) == Lifecycle::Historical;
                    // A file that was closed since has lost its findings for good; one that was closed when they were
                    // written down is only not looked at.
                    !(all && is_historical && scope(path) == Scope::Active)
                }
                None => disk::is_gone(&root, path),
            };
            let is_on = rules::find(rule).is_none_or(|entry| is_on(entry, &workspace.config));
            is_on && is_judged && chosen.holds(path, &workspace.config)
        })
    });
    Findings { root, files, list, workspace, baseline }
}

/// Looks at the clock, at the paths that documents name, and at git.
pub fn look_around(root: &Path, engine: &mut Engine) {
    let wanted = engine.wanted_paths();
    let surroundings = disk::surroundings(root, engine.config(), &wanted);
    engine.apply(Change::Surroundings(surroundings));
    let config = engine.snapshot().workspace.config;
    let git = git::look(root, &config, engine.wanted_git(), None);
    engine.apply(Change::Git(git.map(|looked| looked.git)));
}

fn scope(arguments: &Arguments, chosen: &Chosen, path: &str) -> Scope {
    if arguments.all || chosen.is_named(path) { Scope::All } else { Scope::Active }
}

/// Loads the workspace around a path.
pub fn open(start: &Path, config: Option<&Path>) -> Result<(PathBuf, Engine), String> {
    open_with(start, config, |_| {})
}

fn open_with(
    start: &Path,
    explicit: Option<&Path>,
    adjust: impl FnOnce(&mut Config),
) -> Result<(PathBuf, Engine), String> {
    let root = disk::find_root(start).ok_or_else(|| {
        format!("no workspace: neither {} nor a folder above it holds `.GOV`", start.display())
    })?;
    let mut config = disk::read_config(&root, explicit, Config::default())?;
    adjust(&mut config);
    let mut engine = Engine::new(config);
    for problem in disk::load_into(&mut engine, &root) {
        eprintln!("{}: {}", problem.path, problem.message);
    }
    let reader = engine.reader();
    let product = disk::product(&root, engine.config()).into_iter();
    engine.load(product.map(|(path, text)| reader.read(path, text)).collect());
    Ok((root, engine))
}

/// Reads one named file that the walk may have passed over; what has no kind cannot be judged.
pub fn read_file(root: &Path, path: &str, engine: &mut Engine) -> Result<(), String> {
    let (text, note) = disk::read(root, path).map_err(|unread| format!("{path}: {}", unread.message))?;
    if let Some(note) = note {
        eprintln!("{path}: {note}");
    }
    if kind::Kind::of(path, &text, &engine.snapshot().workspace.config).is_none() {
        return Err(format!("{path}: neither a packet nor any other file of the protocol"));
    }
    engine.apply(Change::OnDisk { path: path.to_string(), text });
    Ok(())
}

/// A path that may not exist yet is looked up through the nearest folder that does.
fn nearest_existing(path: &Path) -> &Path {
    path.ancestors()
        .find(|path| path.exists())
        .filter(|path| !path.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
