//! A whole workspace at once: the start of an editor, and `check`.

mod support;

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use engine::diagnostics::Scope;
use engine::document::Document;
use engine::engine::{Change, Engine};
use support::disk;
use support::files::{Files, check};
use support::threads::by_two;

static FILES: LazyLock<Files> = LazyLock::new(Files::chosen);

/// The same files on a disk.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| FILES.on_disk());

fn main() {
    divan::main();
    if FILES.root.is_none() {
        // What the system's folder for passing files keeps, it clears away itself.
        drop(std::fs::remove_dir_all(&*FOLDER));
    }
}

/// Texts to an engine that knows every fact; no findings yet.
#[divan::bench(sample_size = 1, sample_count = 30)]
fn a_facts(bencher: Bencher) {
    bencher.bench_local(|| FILES.engine());
}

/// Texts to the findings of every active file.
#[divan::bench(sample_size = 1, sample_count = 30)]
fn b_cold_load(bencher: Bencher) {
    bencher.bench_local(|| {
        let mut engine = FILES.engine();
        let found = check(&mut engine, Scope::Active);
        (engine, found)
    });
}

/// The rules alone: every file has been read and asked once before.
#[divan::bench(args = [Scope::Active, Scope::All], sample_size = 1, sample_count = 30)]
fn c_check(bencher: Bencher, scope: Scope) {
    let mut engine: Engine = FILES.engine();
    check(&mut engine, scope);
    bencher.bench_local(|| check(&mut engine, scope));
}

/// What `check` cannot be quicker than: every file walked to, read, and looked through once for its lines, headings, fences,
/// fields and references.
#[divan::bench(sample_size = 1, sample_count = 30)]
fn d_walk_read_and_scan(bencher: Bencher) {
    bencher.bench_local(|| {
        let loaded = disk::load(&FOLDER, &FILES.config, |_, text| scan(&text));
        loaded.files.iter().sum::<usize>()
    });
}

/// How many lines say something to somebody, and how many references there are.
fn scan(text: &str) -> usize {
    let mut fenced = false;
    let mut found = 0;
    for line in text.lines() {
        let words = line.trim_start();
        if words.starts_with("```") || words.starts_with("~~~") {
            fenced = !fenced;
        }
        let is_field = || words.split_once(':').is_some_and(|(label, _)| label.len() < 40);
        found += usize::from(words.starts_with('#') || !fenced && is_field());
    }
    let references = ["WP-", "CX-", ".GOV", "FR-EVT"];
    let count = |name: &str| memchr::memmem::find_iter(text.as_bytes(), name).count();
    found + references.into_iter().map(count).sum::<usize>()
}

/// `check` but for its output and for git.
#[divan::bench(sample_size = 1, sample_count = 30)]
fn e_check_on_disk(bencher: Bencher) {
    bencher.bench_local(|| {
        let mut engine = Engine::new(FILES.config.clone());
        disk::load_into(&mut engine, &FOLDER);
        let wanted = engine.wanted_paths();
        engine.apply(Change::Surroundings(disk::surroundings(&FOLDER, &FILES.config, &wanted)));
        let snapshot = engine.snapshot();
        let documents: Vec<_> = snapshot.workspace.documents().collect();
        let size = |document: &&Arc<Document>| document.text.len() as u64;
        let found = by_two(&documents, size, |document| snapshot.diagnostics(&document.path, Scope::Active));
        (engine, found)
    });
}
