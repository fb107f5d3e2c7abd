//! The named grammars of the protocol's small languages: ids, dates, signatures, board lines, paths, versions.
//!
//! Each is a total function on text. They are matched by hand: a document is read on every keystroke.

pub mod board;
pub mod date;
pub mod digest;
pub mod encoding;
pub mod id;
pub mod label;
pub mod nearest;
pub mod path;
pub mod recipe;
pub mod risk;
pub mod signature;
pub mod spec_name;
pub mod transliteration;
pub mod verdict;

/// The matchers against their definitions as regular expressions, on made-up and on real lines.
#[cfg(test)]
mod tests {
    use super::{board, date, id, path, risk, spec_name, verdict};
    use crate::text::range::Range;
    use proptest::prelude::*;
    use regex::Regex;
    use std::path::Path;
    use std::sync::LazyLock;

    static WP_ID: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^WP-[1-9]-[A-Za-z0-9][A-Za-z0-9.]*(?:-[A-Za-z0-9.]+)*$"));
    static REVISION: LazyLock<Regex> = LazyLock::new(|| regex(r"-v([1-9][0-9]*)$"));
    static ENTRY: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^-\s+\*\*\[WP-[^\]]+\]\*\*(?:\s*|\s+-(?:\s+.*)?)$"));
    static DONE: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^-\s+\*\*\[(WP-[^\]]+)\]\*\*\s+-\s+\[(VALIDATED|FAIL|OUTDATED_ONLY)\]\s*$"));
    static ACTIVE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^-\s+\*\*\[WP-[^\]]+\]\*\*\s+-\s+\[ACTIVE\](?:\s+-\s+(?:branch|coder|last_sync):\s*\S.*|\s*)$",
        )
    });
    static VERDICT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^\s*(?:[-*]\s+)?(?:\*\*)?Verdict(?:\*\*)?\s*:\s*(?:\*\*)?\s*(PASS|FAIL|OUTDATED_ONLY)(?-u:\b)",
        )
    });
    static FILE_LINE: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?:[A-Za-z0-9_.-]+/)+[A-Za-z0-9_.-]+:[0-9]+(?:-[0-9]+)?"));
    static DRIVE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?-u:\b)[A-Za-z]:[\\/]"));
    static UNC: LazyLock<Regex> = LazyLock::new(|| regex(r"\\\\[A-Za-z0-9._-]+\\[A-Za-z0-9.$_-]+"));
    static SPEC_FILE: LazyLock<Regex> =
        LazyLock::new(|| regex(r"Demo_Master_Spec_v([0-9]+(?:[._][0-9]+)*)\.md"));
    static RISK: LazyLock<Regex> = LazyLock::new(|| regex(r#"^"[^"]+"\s*->\s*(?:("[^"]+")|\S.*)$"#));
    static ISO_DATE: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$")
    });

    fn regex(pattern: &str) -> Regex {
        Regex::new(pattern).expect("the pattern is a constant of this file")
    }

    fn found(regex: &Regex, text: &str) -> Vec<Range> {
        regex.find_iter(text).map(|hit| Range::new(hit.start(), hit.end())).collect()
    }

    fn line_is_read_as_defined(line: &str) -> Result<(), TestCaseError> {
        prop_assert_eq!(id::is_wp_id(line), WP_ID.is_match(line));
        let revision = REVISION.captures(line).and_then(|hit| hit[1].parse().ok());
        prop_assert_eq!(id::revision_of(line), revision);
        prop_assert_eq!(id::base_of(line), &*REVISION.replace(line, ""));
        prop_assert_eq!(board::board_entry(line).is_some(), ENTRY.is_match(line));
        prop_assert_eq!(board::is_board_done(line), DONE.is_match(line));
        prop_assert_eq!(board::is_board_active(line), ACTIVE.is_match(line));
        let word = VERDICT
            .captures(line)
            .and_then(|hit| hit.get(1))
            .map(|word| Range::new(word.start(), word.end()));
        prop_assert_eq!(verdict::verdict(line).map(|(_, range)| range), word);
        let file_lines: Vec<_> = path::file_line(line).map(|hit| hit.range).collect();
        prop_assert_eq!(file_lines, found(&FILE_LINE, line));
        prop_assert_eq!(path::drive_path(line).collect::<Vec<_>>(), found(&DRIVE, line));
        prop_assert_eq!(path::unc_path(line).collect::<Vec<_>>(), found(&UNC, line));
        let specs: Vec<_> = spec_name::find_spec_files(line, "Demo_Master_Spec").collect();
        prop_assert_eq!(specs, found(&SPEC_FILE, line));
        let form = match RISK.captures(line.trim()) {
            Some(hit) if hit.get(1).is_some() => risk::RiskForm::Quoted,
            Some(_) => risk::RiskForm::BareRight,
            None => risk::RiskForm::No,
        };
        prop_assert_eq!(risk::risk_arrow(line), form);
        // The calendar refuses some dates of the right form, never the other way round.
        prop_assert!(date::is_iso_date(line) == date::IsoDate::No || ISO_DATE.is_match(line));
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn ids_are_read_as_defined(line in "(WP-1-|A|b\\.|-|-v|[0-9]|\u{e9}){0,9}") {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn board_lines_are_read_as_defined(
            line in "- ?\\*\\*\\[WP-[a ]{0,2}\\]\\*\\*( ?- ?|[ \u{a0}]| - )(\\[(ACTIVE|FAIL|X|)\\])?( - | |-|branch:|coder: x|\u{e9}){0,5}",
        ) {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn verdicts_are_read_as_defined(
            line in "( |- |\\*|\\*\\*){0,3}[Vv]erdict(\\*\\*|:| |\\*){0,5}(PASS|fail|Outdated_only|x)(_|\\*\\*|\u{e9}| x)?",
        ) {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn paths_are_read_as_defined(line in "([ab]|/|:|:1|-|-2|\\.|\\\\|C:|\\\\\\\\h|_|\\$|\u{e9}| ){0,14}") {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn spec_files_are_read_as_defined(line in "(Demo_Master_Spec(_v1)?|\\.|_|_v|02|\\.md|\u{e9}){0,9}") {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn risks_are_read_as_defined(line in "(\"|\"a b\"| |->|-|x|\u{e9}){0,7}") {
            line_is_read_as_defined(&line)?;
        }

        #[test]
        fn dates_are_read_as_defined(line in "(2026-0[0-3]-[0-3][0-9])(T| |12:30|:59|\\.|0|Z|\\+01:00|\u{e9}){0,5}") {
            line_is_read_as_defined(&line)?;
        }
    }

    #[test]
    fn lines_of_the_real_workspace_are_read_as_defined() {
        let board = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../shared/corpus/handshake/.GOV/roles_shared/TASK_BOARD.md");
        let Some(root) = board.ancestors().nth(2).filter(|_| board.exists()) else {
            println!("skipped: the real workspace is not here");
            return;
        };
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            for path in entries.flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(text) = std::fs::read_to_string(&path) {
                    for line in text.lines() {
                        if let Err(difference) = line_is_read_as_defined(line) {
                            panic!("{}: {line}\n{difference}", path.display());
                        }
                    }
                }
            }
        }
    }
}
