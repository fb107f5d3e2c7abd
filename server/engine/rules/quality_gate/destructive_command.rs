//! # A command destroys work that is not saved
//!
//! `git clean` and `git reset --hard` take files that nobody committed, of this packet and of others. A stash first costs a second.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! git clean -fd
//! cargo test
//! ```
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! git stash push -u -m "SAFETY: before clean"
//! git clean -fd
//! rm -rf target/tmp
//! ```
//! ````
//!
//! Source: Safety, data-loss prevention.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for fence in document.fences() {
        let mut stashed = false;
        for line in document.lines_in(fence.body) {
            let words = line.of(&document.text);
            let command = words.trim_start().trim_start_matches(['$', '>']).trim_start();
            stashed |= command.starts_with("git stash");
            if !stashed && is_destructive(command) {
                let start = line.start + words.len() - command.len();
                let range = Range::new(start, start + command.trim_end().len());
                report.at(range, format!("`{}` destroys what is not committed", command.trim_end())).fix(
                    "Stash what is not committed first",
                    Safety::Review,
                    vec![Edit::insert(
                        line.start,
                        format!(
                            "{}git stash push -u -m \"before `{}`\"{}",
                            &words[..words.len() - command.len()],
                            command.split_whitespace().take(2).collect::<Vec<_>>().join(" "),
                            document.line_end()
                        ),
                    )],
                );
            }
        }
    }
}

fn is_destructive(command: &str) -> bool {
    // Logs have thousands of lines, and hardly any is a command at all.
    if !["git", "rm", "Remove-Item"].iter().any(|name| command.starts_with(name)) {
        return false;
    }
    let words: Vec<&str> = command.split_whitespace().take_while(|word| !word.starts_with('#')).collect();
    let flag = |letters: &[char]| {
        words
            .iter()
            .any(|word| word.starts_with('-') && !word.starts_with("--") && word[1..].contains(letters))
    };
    match words.as_slice() {
        // Even forced it only lists what it would remove.
        ["git", "clean", rest @ ..] => flag(&['f', 'x']) && !flag(&['n']) && !rest.contains(&"--dry-run"),
        ["git", "reset", rest @ ..] => rest.contains(&"--hard"),
        ["git", "push", rest @ ..] => rest.contains(&"--force") || rest.contains(&"-f"),
        ["rm", targets @ ..] => flag(&['r', 'f', 'R']) && !are_temporary(targets),
        ["Remove-Item", targets @ ..] => !are_temporary(targets),
        _ => false,
    }
}

/// Whether every target is made again by the next build or test.
fn are_temporary(targets: &[&str]) -> bool {
    let names = targets.iter().filter(|target| !target.starts_with('-'));
    names.into_iter().all(|target| {
        let parts = target.trim_matches(['"', '\'']).split(['/', '\\']);
        parts.into_iter().any(|part| {
            matches!(
                part,
                "tmp" | "temp" | "target" | "node_modules" | "dist" | "$TMP" | "$TMPDIR" | "$env:TEMP"
            )
        })
    })
}
