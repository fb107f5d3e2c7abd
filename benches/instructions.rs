//! Types, and nothing else, for callgrind to count: `instructions <edit> <rounds> [factor [closed]]`. It prints the number of
//! strokes. The script beside it runs it twice and subtracts, so that the start is not counted.

mod support;

use std::process::ExitCode;

use support::edit::Edit;
use support::files::Files;
use support::typist::Typist;

/// Places of one round, at each of which the edit is typed and taken back.
const PLACES: usize = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| arguments.get(at).map(String::as_str);
    let number = |at: usize| word(at).and_then(|text| text.parse::<usize>().ok());
    let edit = Edit::ALL.into_iter().find(|edit| word(0) == Some(edit.name()));
    let (Some(edit), Some(rounds)) = (edit, number(1)) else {
        eprintln!("usage: instructions letter|fact|fence|item|paste <rounds> [<factor> [closed]]");
        return ExitCode::from(2);
    };
    let mut files = Files::chosen();
    let subjects = files.subjects();
    // The largest packet of all stands first; where it is closed, the largest active one stands after it.
    let subject = if word(3) == Some("closed") { subjects.first() } else { subjects.last() };
    let Some(subject) = subject else {
        eprintln!("instructions: the workspace has no packet");
        return ExitCode::from(2);
    };
    if let Some(factor) = number(2).filter(|factor| *factor > 1) {
        files = files.grown(factor);
    }
    let mut typist = Typist::new(&files, &subject.path, edit, PLACES);
    let strokes = rounds * typist.round();
    for _ in 0..strokes {
        std::hint::black_box(typist.stroke());
    }
    println!("{strokes} {subject}");
    ExitCode::SUCCESS
}
