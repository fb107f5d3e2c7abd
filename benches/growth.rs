//! The same workspace once, three times and ten times over. Loading may grow with it; a stroke must not.

mod support;

use std::sync::LazyLock;

use divan::Bencher;
use engine::diagnostics::Scope;
use support::edit::Edit;
use support::files::{Files, Subject, check};
use support::typist::Typist;

const FACTORS: [usize; 3] = [1, 3, 10];

static FILES: LazyLock<[Files; 3]> = LazyLock::new(|| {
    let files = Files::chosen();
    FACTORS.map(|factor| files.grown(factor))
});

/// The largest packet that has findings, the same one at every size.
static SUBJECT: LazyLock<Subject> =
    LazyLock::new(|| files(1).subjects().pop().expect("the workspace has packets"));

fn main() {
    divan::main();
}

fn files(factor: usize) -> &'static Files {
    let place = FACTORS.iter().position(|known| *known == factor);
    &FILES[place.expect("it is one of the factors")]
}

#[divan::bench(args = FACTORS, sample_size = 1, sample_count = 10)]
fn a_facts(bencher: Bencher, factor: usize) {
    let files = files(factor);
    bencher.bench_local(|| files.engine());
}

#[divan::bench(args = FACTORS, sample_size = 1, sample_count = 10)]
fn b_check(bencher: Bencher, factor: usize) {
    let mut engine = files(factor).engine();
    check(&mut engine, Scope::Active);
    bencher.bench_local(|| check(&mut engine, Scope::Active));
}

#[divan::bench(args = FACTORS, sample_size = 1, sample_count = 400)]
fn c_letter(bencher: Bencher, factor: usize) {
    let mut typist = Typist::new(files(factor), &SUBJECT.path, Edit::Letter, 200);
    bencher.bench_local(|| typist.stroke());
}

#[divan::bench(args = FACTORS, sample_size = 1, sample_count = 100)]
fn d_letter_in_a_fact(bencher: Bencher, factor: usize) {
    let mut typist = Typist::new(files(factor), &SUBJECT.path, Edit::Fact, 1);
    bencher.bench_local(|| typist.stroke());
}
