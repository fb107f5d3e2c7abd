//! From one change to the findings of its file. One sample is one stroke: typed at one of the places, or taken back there.

mod support;

use std::sync::LazyLock;

use divan::Bencher;
use support::edit::Edit;
use support::files::{Files, Subject};
use support::typist::Typist;

static FILES: LazyLock<Files> = LazyLock::new(Files::chosen);

fn main() {
    divan::main();
}

fn subjects() -> Vec<Subject> {
    FILES.subjects()
}

fn strokes(bencher: Bencher, subject: &Subject, edit: Edit, places: usize) {
    let mut typist = Typist::new(&FILES, &subject.path, edit, places);
    bencher.bench_local(|| typist.stroke());
}

#[divan::bench(args = subjects(), sample_size = 1, sample_count = 400)]
fn a_letter_at_200_places(bencher: Bencher, subject: &Subject) {
    strokes(bencher, subject, Edit::Letter, 200);
}

#[divan::bench(args = subjects(), sample_size = 1, sample_count = 100)]
fn b_letter_in_a_fact(bencher: Bencher, subject: &Subject) {
    strokes(bencher, subject, Edit::Fact, 1);
}

#[divan::bench(args = subjects(), sample_size = 1, sample_count = 100)]
fn c_fence_at_50_lines(bencher: Bencher, subject: &Subject) {
    strokes(bencher, subject, Edit::Fence, 50);
}

#[divan::bench(args = subjects(), sample_size = 1, sample_count = 100)]
fn d_item_at_the_first_line(bencher: Bencher, subject: &Subject) {
    strokes(bencher, subject, Edit::Item, 1);
}

#[divan::bench(args = subjects(), sample_size = 1, sample_count = 100)]
fn e_paste_of_100_lines_at_50_lines(bencher: Bencher, subject: &Subject) {
    strokes(bencher, subject, Edit::Paste, 50);
}
