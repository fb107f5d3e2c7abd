//! How much one stroke wakes, counted and not timed: a list of findings that was not computed anew is the same list.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::diagnostics::Scope;
use engine::engine::Publication;

use crate::support::edit::Edit;
use crate::support::files::{Files, check};
use crate::support::typist::Typist;
use crate::support::{generated, grown};

/// How many lists the second publication computed anew.
fn computed(before: &[Publication], after: &[Publication]) -> usize {
    let known: BTreeMap<&str, _> = before.iter().map(|one| (&*one.path, &one.diagnostics)).collect();
    let is_kept =
        |one: &&Publication| known.get(&*one.path).is_some_and(|list| Arc::ptr_eq(list, &one.diagnostics));
    after.len() - after.iter().filter(is_kept).count()
}

/// The largest active packet, where a tenth of the packets of the small workspace are open beside it.
fn typing(files: &Files, small: &Files, edit: Edit) -> Typist {
    let subject = small.subjects().pop().expect("there are packets");
    Typist::new(files, &subject.path, edit, 2).beside(files, small.packets().step_by(10))
}

/// The most lists that any stroke of a round computes.
fn most_computed(mut typist: Typist) -> usize {
    let mut most = 0;
    for _ in 0..typist.round() {
        let before = typist.shown();
        most = most.max(computed(&before, &typist.stroke()));
    }
    most
}

#[test]
fn stroke_wakes_no_more_in_a_workspace_ten_times_as_large() {
    let small = generated::files();
    let large = small.grown(10);
    let opened = typing(&small, &small, Edit::Letter).shown().len();
    assert!(opened > 10, "{opened} files are open");
    for (edit, woken) in [(Edit::Paste, 1), (Edit::Fact, opened)] {
        let counts = [&small, &large].map(|files| most_computed(typing(files, &small, edit)));
        assert_eq!(counts, [woken; 2], "{edit:?} in the small workspace and in the large one");
    }
}

#[test]
fn prose_wakes_one_file_however_many_are_open() {
    let files = generated::files();
    let typist = typing(&files, &files, Edit::Paste);
    assert_eq!(most_computed(typist.beside(&files, files.packets())), 1);
}

#[test]
fn everything_typed_can_be_taken_back() {
    let files = generated::files();
    for edit in Edit::ALL {
        let mut typist = typing(&files, &files, edit);
        let (text, shown) = (typist.text(), typist.shown());
        let lists = |shown: &[Publication]| -> Vec<_> {
            shown.iter().map(|one| (one.path.clone(), one.diagnostics.clone())).collect()
        };
        let mut last = Vec::new();
        for _ in 0..typist.round() {
            last = typist.stroke();
        }
        assert_eq!(typist.text(), text, "{edit:?}");
        assert_eq!(lists(&last), lists(&shown), "{edit:?}");
    }
}

#[test]
fn copies_say_what_the_original_says() {
    let small = generated::files();
    let large = small.grown(3);
    assert_eq!(large.packets().count(), 3 * small.packets().count());
    let found = check(&mut small.engine(), Scope::Active).len();
    assert!(found > 20, "some of what was generated is wrong: {found} findings");
    let (mut small_engine, mut large_engine) = (small.engine(), large.engine());
    let (one, other) = (small_engine.snapshot(), large_engine.snapshot());
    for path in small.packets() {
        let names = |snapshot: &engine::engine::Snapshot, path: &str| -> Vec<_> {
            snapshot.diagnostics(path, Scope::Active).iter().map(|found| found.rule.name.clone()).collect()
        };
        let original = names(&one, path);
        assert_eq!(names(&other, path), original, "{path} in the larger workspace");
        for copy in 1..3 {
            let path = grown::renamed(path, copy);
            assert_eq!(names(&other, &path), original, "{path}");
        }
    }
}
