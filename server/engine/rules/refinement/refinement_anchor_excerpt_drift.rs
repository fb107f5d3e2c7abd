//! # The excerpt of an anchor does not stand in its window
//!
//! The quoted words are what the user approves; they should be those of the specification.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: one transaction
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch was one transaction.
//!   ```
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### SPEC_ANCHORS
//! #### ANCHOR 1
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - CONTEXT_START_LINE: 3
//! - CONTEXT_END_LINE: 4
//! - CONTEXT_TOKEN: one transaction
//! - EXCERPT_ASCII_ESCAPED:
//!   ```text
//!   A batch is one transaction.
//!   ```
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 2.5.2.

use super::refinement_anchor_token_missing::spec_of;
use super::{anchor_blocks, in_block, window};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Hint,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(spec) = spec_of(refinement, workspace) else { return };
    for block in anchor_blocks(refinement) {
        let Some((first, last)) = window(refinement, block) else { continue };
        let Some(field) = in_block(refinement, block, Label::Excerpt) else { continue };
        let lines = spec.lines();
        let Some(fence) = refinement.fences_in(field.block).next().filter(|_| last <= lines.line_count())
        else {
            continue;
        };
        let quoted = |line: &Range| !line.of(&refinement.text).trim().is_empty();
        let Some(quote) = refinement.lines_in(fence.body).find(quoted) else { continue };
        let words = unescaped(quote.of(&refinement.text).trim());
        // Dots stand for what was left out.
        let words = words.trim_matches(['.', ' ']);
        let window = Range::new(lines.line_start(first - 1), lines.line_range(&spec.text, last - 1).end);
        if !words.starts_with('<') && !squeezed(window.of(&spec.text)).contains(&squeezed(words)) {
            let finding =
                report.at(quote, format!("this does not stand in lines {first} to {last} of {}", spec.path));
            let opening = refinement.line_at(fence.range.start).of(&refinement.text);
            let indent = &opening[..opening.len() - opening.trim_start().len()];
            let line_end = refinement.line_end();
            let quoted =
                window.of(&spec.text).lines().map(|line| format!("{indent}{}{line_end}", escaped(line)));
            if last - first < MOST {
                let edits = vec![Edit::replace(fence.body, quoted.collect::<String>())];
                finding.fix("Copy the excerpt again", Safety::Review, edits);
            }
        }
    }
}

/// One blank between words, so that indents and line breaks do not matter.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `\u00A7` as the letter it stands for.
fn unescaped(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("\\u") {
        out.push_str(&rest[..at]);
        let digits = rest.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match digits.and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = &rest[at + 6..];
            }
            None => {
                out.push_str("\\u");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A longer window is quoted by hand.
const MOST: usize = 60;

/// The words in ASCII, as `unescaped` reads them.
fn escaped(line: &str) -> String {
    let one = |letter: char| match letter {
        letter if letter.is_ascii() => letter.to_string(),
        letter => letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect(),
    };
    line.chars().map(one).collect()
}
