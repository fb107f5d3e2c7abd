//! Both readers give the same blocks, and an edited document's blocks are those of a fresh one.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::blocks::Blocks;
use super::on_disk;
use super::open::OpenSyntax;
use crate::text::buffer::{Buffer, Change};
use crate::text::line_index::{Encoding, Position};

/// What lines of packets are made of, and what Markdown readers are known to quarrel about.
const LINES: &[&str] = &[
    "",
    "",
    "",
    "words",
    "more words",
    "# Title",
    "## SECTION",
    "#### Deep #",
    "#no heading",
    "   ### indented",
    "    # code",
    "- item",
    "  - nested",
    "    - deeper",
    "* star",
    "+ plus",
    "-",
    "1. first",
    "2. second",
    "1) first",
    "10. ten",
    "1.",
    "- [ ] open",
    "- [x] done",
    "- LABEL: value",
    "- **Label:** value",
    "LABEL: value",
    "**Label**: value",
    "```",
    "```bash",
    "````md",
    "~~~",
    "  ```",
    "    ```",
    "- ```",
    "`ash",
    "`",
    "> quote",
    "> - item",
    "> # heading",
    ">",
    "---",
    "***",
    "===",
    "| a | b |",
    "| a.b \\| `c` | d -- |",
    "a: b --> `c`",
    "|---|---|",
    "| 1 | 2 |",
    "a | b",
    "--- | ---",
    "<!-- comment",
    "-->",
    "<!-- whole -->",
    "<div>",
    "</div>",
    "<pending>",
    "    indented code",
    "\tcode behind a tab",
    "-\ttab",
    "[link]: /target",
    "text  ",
    "\\# escaped",
    "caf\u{e9} \u{1f534}",
    "literal \\n\\n## HIDDEN",
    "{{NAME}}",
    "a\u{0}b",
    "cr\rhere",
];

/// Lines that mix what blocks are made of with what only inlines are.
const SIGNED: &[&str] = &[
    "a **b** `c | d` | *e* |",
    "| `b|c` | d_e \\| & |",
    "<a *b>",
    "<a b=\"*\">",
    "a <div *b>",
    "<!-- a *b*",
    "a `b` --> c",
    "[x*y]: /u_v",
    "[x`y",
    "z*]: /u '_t`",
    "```a`b",
    "~~~a`b",
    "- ```a_b",
    "``a`b",
    "a ```",
    "* a * b",
    "a\r* b",
    "1) * a *",
    "> `a` > *",
    "*a* ===",
    "\u{e9}* - a*",
    "\ta `b`",
    "<script>a*b</script> `c",
    "a_b *",
    "![a](b_c)",
    "&amp; a &lt;",
];

fn signed() -> impl Strategy<Value = String> {
    let line = prop_oneof![prop::sample::select(LINES), prop::sample::select(SIGNED)];
    prop::collection::vec(line, 0..20).prop_map(|lines| lines.join("\n"))
}

fn document() -> impl Strategy<Value = String> {
    let line = prop::sample::select(LINES);
    let end = prop::sample::select(&["\n", "\n", "\n", "\n", "\r\n"][..]);
    let mark = prop::bool::weighted(0.1);
    (mark, prop::collection::vec((line, end), 0..24), prop::sample::select(LINES)).prop_map(
        |(mark, lines, last)| {
            let mut text = String::from(if mark { "\u{feff}" } else { "" });
            lines.into_iter().for_each(|(line, end)| text.extend([line, end]));
            text + last
        },
    )
}

fn edits() -> impl Strategy<Value = Vec<(u32, u32, u32, u32, &'static str)>> {
    let pieces = &[
        "",
        "x",
        " ",
        "\n",
        "- ",
        "# ",
        "`",
        "```\n",
        "    ",
        "> ",
        "1. ",
        "| ",
        "\t",
        "\r\n",
        "<!--",
        "-->",
        "\n\n",
        "## SECTION\n",
    ];
    prop::collection::vec((0..26u32, 0..14u32, 0..3u32, 0..14u32, prop::sample::select(&pieces[..])), 1..8)
}

/// Words in the middle of lines, which neither reader looks at, and between them edits that both do.
fn words() -> impl Strategy<Value = Vec<(u32, u32, u32, u32, &'static str)>> {
    let typed =
        (0..26u32, 1..20u32, prop::sample::select(&["x", " ", "yz 7", "", "", "1", "a b"][..]), 0..3u32)
            .prop_map(|(line, column, words, removed)| (line, column, 0, column + removed, words));
    let broken = edits().prop_map(|edits| edits[0]);
    prop::collection::vec(prop_oneof![4 => typed, 1 => broken], 1..16)
}

/// A text read from its tree alone, if that is to be trusted.
fn grown(text: &str) -> OpenSyntax {
    let mut syntax = OpenSyntax::without_tree(Blocks::default(), text.len());
    syntax.catch_up(text, &mut || true);
    syntax
}

fn fresh(text: &str) -> Blocks {
    grown(text).blocks().clone()
}

/// Plays edits one by one and asserts after each that nothing depends on the way the text came about.
fn play(text: &str, edits: &[(u32, u32, u32, u32, &str)]) -> Result<(), TestCaseError> {
    let mut buffer = Buffer::new(text);
    let mut syntax = grown(text);
    // One whose tree is caught up with now and then, and is sometimes not given the time.
    let mut late = OpenSyntax::without_tree(on_disk::read(text), text.len());
    for (step, &(line, column, lines, end, words)) in edits.iter().enumerate() {
        let change = Change::Part {
            start: Position { line, column },
            end: Position { line: line + lines, column: end },
            text: words.into(),
        };
        let applied = buffer.apply(&change, Encoding::Utf16);
        let now = buffer.text();
        let edit = [applied];
        let moved = syntax.edited(&now, &edit);
        prop_assert_eq!(late.edited(&now, &edit), moved);
        prop_assert_eq!(late.blocks(), &fresh(&now), "late, after {:?} gave {:?}", words, now);
        late.catch_up(&now, &mut || step % 3 > 0);
        prop_assert_eq!(late.blocks(), &fresh(&now), "caught up, after {:?} gave {:?}", words, now);
        prop_assert_eq!(syntax.blocks(), &fresh(&now), "against fresh, after {:?} gave {:?}", words, now);
        prop_assert_eq!(
            syntax.blocks(),
            &on_disk::read(&now),
            "against disk, after {:?} gave {:?}",
            words,
            now
        );
    }
    Ok(())
}

/// A fixed seed, so that a run says something about the change and not about chance;
/// `EXPLORE=60000` tries that many other cases.
fn cases() -> ProptestConfig {
    let explore = std::env::var("EXPLORE").ok().and_then(|cases| cases.parse().ok());
    match explore {
        Some(cases) => ProptestConfig { cases, ..ProptestConfig::default() },
        None => {
            let rng_seed = proptest::test_runner::RngSeed::Fixed(2026);
            ProptestConfig { cases: 600, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn both_readers_agree_on_generated_markdown(text in document()) {
        prop_assert_eq!(fresh(&text), on_disk::read(&text));
    }

    #[test]
    fn signs_that_only_inlines_are_made_of_move_no_block(text in signed()) {
        prop_assert_eq!(on_disk::read(&text), on_disk::read_with_signs(&text));
    }

    #[test]
    fn edited_blocks_are_those_of_a_fresh_document(text in document(), edits in edits()) {
        play(&text, &edits)?;
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn words_typed_between_other_edits_leave_the_blocks_of_a_fresh_document(
        text in document(),
        edits in words(),
    ) {
        play(&text, &edits)?;
    }
}

#[test]
fn plain_edits_are_those_behind_a_letter_and_before_no_tag() {
    let plain = |text: &str, at: u32, end: u32, words: &str| {
        let mut buffer = Buffer::new(text);
        let (start, end) = (Position { line: 0, column: at }, Position { line: 0, column: end });
        let applied = buffer.apply(&Change::Part { start, end, text: words.into() }, Encoding::Utf8);
        super::plain::is_plain(&buffer.text(), &applied)
    };
    for (text, at, end, words) in [
        ("ab", 1, 1, "x"),
        ("- a 1", 5, 5, " "),
        ("a word", 1, 5, ""),
        ("| a | b |", 7, 7, "c"),
        ("a: `-", 5, 5, "x"),
    ] {
        assert!(plain(text, at, end, words), "{text}");
    }
    for (text, at, end, words) in [
        ("ab", 0, 0, "x"),
        ("1 2", 2, 2, "x"),
        ("# a", 1, 1, "x"),
        ("a|", 2, 2, "x"),
        ("a\\|", 2, 2, "x"),
        ("a -->", 4, 4, "x"),
        ("a --x>", 4, 5, ""),
        ("ab", 1, 1, "-"),
        ("a-b", 1, 2, ""),
        ("a\nb", 1, 9, "\n"),
        ("<div", 4, 4, "x"),
        ("[a]: b", 6, 6, " c"),
        ("[a\nb]: c", 2, 2, "x"),
    ] {
        assert!(!plain(text, at, end, words), "{text}");
    }
}

fn real_files() -> Vec<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let found =
        above.map(|folder| folder.join("shared/corpus/handshake/.GOV")).find(|folder| folder.is_dir());
    let Some(folder) = found else {
        println!("skipped: the real workspace is not here");
        return Vec::new();
    };
    let mut folders = vec![folder];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn both_readers_agree_on_the_real_workspace() {
    let mut from_tree = 0;
    let files = real_files();
    for path in &files {
        let text = String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned();
        let syntax = grown(&text);
        from_tree += usize::from(syntax.is_from_tree());
        assert_eq!(syntax.blocks(), &on_disk::read(&text), "{}", path.display());
        assert_eq!(syntax.blocks(), &on_disk::read_with_signs(&text), "{}", path.display());
    }
    println!("{from_tree} of {} files are read from the tree", files.len());
    // Were every file doubtful, the comparison would compare nothing.
    assert!(from_tree * 2 >= files.len());
}

#[test]
fn edits_in_real_files_leave_the_blocks_of_a_fresh_document() {
    for path in real_files().iter().step_by(12) {
        let text = String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned();
        let lines = text.lines().count() as u32;
        let edits: Vec<_> = ["x", "- ", "```\n", "", "\n", "# ", "> "]
            .iter()
            .enumerate()
            .map(|(step, words)| {
                (lines * (step as u32 * 13 % 97) / 97, 0, u32::from(words.is_empty()), 0, *words)
            })
            .collect();
        play(&text, &edits).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn nobody_waits_for_a_tree() {
    let section = "## SECTION\n- one\n- two\n\nwords of a line\n\n";
    let mut buffer = Buffer::new(&section.repeat(1500));
    let mut syntax = grown(&buffer.text());
    assert!(syntax.is_from_tree());
    let start = Position { line: 2, column: 0 };
    let edit = buffer.apply(&Change::Part { start, end: start, text: "```\n".into() }, Encoding::Utf8);
    let now = buffer.text();
    syntax.edited(&now, &[edit]);
    assert!(!syntax.is_from_tree(), "everything below is code now: the tree takes long");
    let blocks = on_disk::read(&now);
    assert_eq!(syntax.blocks(), &blocks);
    let mut looks = 0;
    let mut some = || {
        looks += 1;
        looks % 50 > 0
    };
    syntax.catch_up(&now, &mut some);
    assert!(!syntax.is_from_tree(), "it was stopped");
    let mut calls = 1;
    while !syntax.is_from_tree() && calls < 1000 {
        syntax.catch_up(&now, &mut some);
        calls += 1;
    }
    assert!(syntax.is_from_tree(), "it goes on where it was stopped");
    assert_eq!(syntax.blocks(), &blocks);
    let whole = looks;
    // In the words of the title: the tree needs a look or two.
    let start = Position { line: 0, column: 2 };
    let edit = buffer.apply(&Change::Part { start, end: start, text: "\n".into() }, Encoding::Utf8);
    syntax.edited(&buffer.text(), &[edit]);
    assert!(syntax.is_from_tree(), "a small edit is read from the tree, which took {whole} looks");
    assert_eq!(syntax.blocks(), &on_disk::read(&buffer.text()));
}
