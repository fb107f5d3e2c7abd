//! Small invented specifications, and the claims that the real one must bear out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::number::Number;
use super::{Heading, Region, SpecIndex, SpecRegions, tag};
use crate::config::Config;
use crate::document::Document;
use crate::document::kind::Kind;

fn scan(text: &str) -> SpecIndex {
    SpecIndex::scan(text, &SpecRegions::default())
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

fn sections(index: &SpecIndex) -> String {
    index.sections().map(|heading| heading.number.to_string()).collect::<Vec<_>>().join(" ")
}

fn only(index: &SpecIndex, text: &str) -> Heading {
    let found = index.heading_by_number(number(text));
    assert_eq!(found.len(), 1, "{text}");
    found[0]
}

const SMALL: &str = "\
# Demo
## Table of Contents
- [1 Harbour](#1-harbour)
  - [1.4 Old number](#14-old-number)
# 1. Harbour
Words.
## 1.1 Moorings (HARD) ##
### 1.1.1 Ropes [RP-HARD-010]
Text.
## 1.2 § Cranes
# 2. Cargo
## 2.1 Crates
";

#[test]
fn a_place_in_a_specification_is_found_without_reading_it_as_markdown() {
    let text = "\u{feff}# Demo\r\n## 1. Harbour\n## CHANGELOG\n";
    let spec = Document::new("Demo_Master_Spec_v1.md", Kind::Spec, text, Arc::new(Config::default()));
    for (section, title) in [("", "Demo"), ("CHANGELOG", "CHANGELOG"), ("NOWHERE", "Demo")] {
        assert_eq!(spec.place_in(section).of(&spec.text), title, "{section}");
    }
    assert!(spec.blocks.get().is_none(), "several MB cost as much as the rest of the workspace");
}

#[test]
fn sections_have_numbers_titles_lines_and_ends() {
    let index = scan(SMALL);
    assert_eq!(sections(&index), "1 1.1 1.1.1 1.2 2 2.1");
    let moorings = only(&index, "1.1");
    assert_eq!((moorings.title(SMALL), moorings.line, moorings.end_line), ("Moorings (HARD)", 7, 10));
    assert!(index.section_text(SMALL, &moorings).ends_with("Text.\n"));
    assert!(moorings.has_numbered_children && !only(&index, "1.2").has_numbered_children);
    assert_eq!(index.children(&only(&index, "1")).len(), 2);
    assert_eq!(only(&index, "2.1").range().end, SMALL.len());
}

#[test]
fn the_table_of_contents_holds_no_headings() {
    assert_eq!(scan(SMALL).heading_by_number(number("1.4")), Vec::new());
}

#[test]
fn a_sign_before_the_number_and_windows_line_ends_are_read() {
    let text = "# § 1. Harbour\r\n## §1.1 Moorings\r\n";
    let index = scan(text);
    assert_eq!(sections(&index), "1 1.1");
    assert_eq!(only(&index, "1.1").title(text), "Moorings");
}

#[test]
fn a_fenced_heading_is_kept_as_a_last_resort() {
    let text = "# 1. A\n````md\n## 3.4 Inside\n```\n## 3.5 Still inside\n```\n````\n## 1.1 B\n";
    let index = scan(text);
    assert_eq!(sections(&index), "1 1.1");
    let inside = only(&index, "3.4");
    assert!(inside.fenced && !inside.canonical);
    assert_eq!(inside.range().of(text), "## 3.4 Inside\n```\n");
    assert_eq!(only(&index, "3.5").end_line, 8);
}

#[test]
fn a_fence_left_open_ends_where_the_numbering_goes_on() {
    let text = "# 1. A\n## 1.1 B\n```\ncode\n### 4.2 not this one\n## 1.2 C\n## 1.3 D\n# 2. E\n";
    assert_eq!(sections(&scan(text)), "1 1.1 1.2 1.3 2");
    let swallowed = "# 1. A\n```\n# 2. B\n## 2.1 C\n";
    assert_eq!(sections(&scan(swallowed)), "1 2 2.1");
}

#[test]
fn tilde_fences_and_indented_fences_hide_headings_too() {
    let text = "# 1. A\n~~~\n## 1.1 no\n```\n~~~\n   ````\n## 1.1 no\n   ````\n## 1.2 yes\n";
    assert_eq!(sections(&scan(text)), "1 1.2");
}

#[test]
fn embedded_documents_do_not_compete_with_the_real_sections() {
    let text =
        "# 1. A\n## 1.1 B\n#### 2 Their own\n#### 2.1 Also theirs\n#### 1.1 Quoted\n# 2. C\n## 2.1 D\n";
    let index = scan(text);
    assert_eq!(sections(&index), "1 1.1 2 2.1");
    assert_eq!(only(&index, "2.1").title(text), "D");
    assert_eq!(index.headings_numbered(number("2.1")).count(), 2);
    assert_eq!(index.heading_at_line(4).map(|heading| heading.number), Some(number("1.1")));
}

#[test]
fn the_shallowest_heading_is_real_where_no_depth_fits() {
    let text = "# 1. A\n## 1.1 B\n#### 1.1.1 C\n##### 1.1.1 quoted\n";
    let index = scan(text);
    assert_eq!(only(&index, "1.1.1").level, 4);
}

#[test]
fn a_number_used_twice_is_two_sections() {
    let index = scan("# 1. A\n## 1.1 B\n## 1.1 C\n");
    assert_eq!(index.heading_by_number(number("1.1")).len(), 2);
}

#[test]
fn chapters_may_be_missing_and_an_embedded_chapter_does_not_stop_the_count() {
    assert_eq!(sections(&scan("# 1. A\n## 1.1 B\n# 7. C\n## 7.1 D\n# 8. E\n")), "1 1.1 7 7.1 8");
    assert_eq!(sections(&scan("# 1. A\n# 9. Theirs\n# 2. B\n## 2.1 C\n")), "1 9 2 2.1");
}

#[test]
fn an_appendix_belongs_to_no_chapter() {
    let text = "# 1. A\n## 1.1 B\n## Appendix: notes\n## 1.2 quoted\nwords\n";
    let index = scan(text);
    assert_eq!(sections(&index), "1 1.1");
    assert_eq!(index.region_of_line(2), Region::MainBody);
    assert_eq!(index.region_of_line(5), Region::Other);
}

#[test]
fn a_document_whose_chapters_are_second_level_headings_is_indexed() {
    let text = "# Demo\n## 1. A\n### 1.1 B\n## 2. C\n";
    let index = scan(text);
    assert_eq!(sections(&index), "1 1.1 2");
    assert!(only(&index, "1").has_numbered_children);
}

#[test]
fn titles_and_tags_find_moved_sections() {
    let index = scan(SMALL);
    let numbers = |found: Vec<Heading>| found.iter().map(|heading| heading.number).collect::<Vec<_>>();
    assert_eq!(numbers(index.headings_by_title(SMALL, "ROPES")), [number("1.1.1")]);
    assert_eq!(numbers(index.headings_by_tag(SMALL, "RP-HARD-010")), [number("1.1.1")]);
    assert!(index.contains_tag_in_section(SMALL, &only(&index, "1"), "RP-HARD-010"));
    assert!(!index.contains_tag_in_section(SMALL, &only(&index, "2"), "RP-HARD-010"));
}

#[test]
fn the_nearest_numbers_are_the_parent_and_its_closest_children() {
    let index = scan("# 1. A\n## 1.1 B\n## 1.2 C\n## 1.3 D\n## 1.9 E\n# 2. F\n");
    let near = |text| {
        index.nearest_numbers(number(text)).iter().map(Number::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(near("1.4"), "1 1.3 1.2 1.1");
    assert_eq!(near("1.8.3"), "1 1.9 1.3 1.2");
    assert_eq!(near("7"), "2 1");
    assert!(scan("").nearest_numbers(number("1.1")).is_empty());
}

#[test]
fn broken_lines_are_survived() {
    for text in ["#", "####### 1", "# ", "# 1", "#\t1.\t", "```", "# 1. A\n```", "\n\n", "# §", "~~~~\n# 1 A"]
    {
        let index = scan(text);
        assert!(index.headings().iter().all(|heading| heading.range().end <= text.len()), "{text:?}");
    }
}

/// The folder with real data, where it lies beside the project.
pub(super) fn real_folder() -> Option<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let found = above.map(|folder| folder.join("shared/corpus")).find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: the real workspace is not here");
    }
    found
}

/// The specification of the real workspace: what its files are called before the version, and its text.
pub(super) fn real() -> Option<(String, String)> {
    let files = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        entries.filter_map(|entry| Some(entry.ok()?.path())).collect::<Vec<_>>()
    };
    let workspaces = files(&real_folder()?);
    let pages = workspaces.iter().flat_map(|workspace| files(workspace));
    let file = pages.filter(|page| page.extension().is_some_and(|extension| extension == "md")).max()?;
    let prefix = file.file_name()?.to_str()?.split("_v").next()?.to_string();
    Some((prefix, std::fs::read_to_string(&file).ok()?))
}

#[test]
fn the_real_specification_lines_up() {
    let Some((_, text)) = real() else { return };
    let index = scan(&text);
    let chapters: Vec<_> =
        index.sections().filter(|heading| heading.level == 1).map(|heading| heading.line).collect();
    assert_eq!(chapters, [228, 913, 16159, 16926, 19193, 20888, 27104, 44697, 48975, 49869, 55840]);
    let roadmap: Vec<_> =
        (1..=index.line_count()).filter(|&line| index.region_of_line(line) == Region::Roadmap).collect();
    assert_eq!((roadmap.first(), roadmap.last(), roadmap.len()), (Some(&42905), Some(&44696), 1792));
    assert_eq!(index.region_of_line(61350), Region::Other);

    let mut count: BTreeMap<Number, usize> = BTreeMap::new();
    index.sections().for_each(|heading| *count.entry(heading.number).or_default() += 1);
    let twice: Vec<_> =
        count.iter().filter(|(_, count)| **count > 1).map(|(number, _)| number.to_string()).collect();
    let known = "2.3.11.1 2.3.11.2 2.3.11.4.4 4.3.3.4.5 6.3.3.5.7.11 6.3.3.5.7.12 6.3.3.5.7.13 10.5.7.1";
    assert_eq!(twice.join(" "), known);
    println!(
        "{} headings, {} canonical, {} fenced, {} distinct canonical numbers, {} bytes a heading",
        index.headings().len(),
        index.sections().count(),
        index.headings().iter().filter(|heading| heading.fenced).count(),
        count.len(),
        size_of::<Heading>(),
    );
}

#[test]
fn sections_of_the_real_specification_nest() {
    let Some((_, text)) = real() else { return };
    let index = scan(&text);
    for heading in index.headings() {
        assert!(heading.range().len() > 1 && heading.end_line > heading.line, "{}", heading.line);
        let around = index.heading_at_line(heading.line);
        assert!(around.is_some_and(|around| around.range().contains(heading.range())) || !heading.canonical);
        let lines = heading.range().of(&text).matches('\n').count() as u32;
        assert!(heading.end_line - heading.line <= lines + 1 && lines <= heading.end_line - heading.line);
    }
    let renumbered = only(&index, "2.3.13.5");
    assert!(index.contains_tag_in_section(&text, &renumbered, "CX-DBP-030"));
    assert_eq!(tag::occurrences(&text, "CX-LLM-005").count(), 0);
}
