//! A whole workspace at once: the start of an editor, and `check`.

mod support;

use std::sync::LazyLock;

use divan::Bencher;
use engine::diagnostics::Scope;
use engine::engine::Engine;
use support::files::{Files, check};

static FILES: LazyLock<Files> = LazyLock::new(Files::chosen);

fn main() {
    divan::main();
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
