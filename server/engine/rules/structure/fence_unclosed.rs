//! # A fence is never closed
//!
//! Everything behind it is code: headings, fields and verdicts disappear.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! Source: Part 1, gate check.

use crate::document::Document;
use crate::document::fence::Fence;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement, Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

/// Where it should have ended nobody can tell; at the end nothing that is code becomes text.
fn closing(document: &Document, fence: &Fence) -> Edit {
    let line = document.line_at(fence.range.start).of(&document.text);
    let indent = &line[..line.len() - line.trim_start().len()];
    let marks: String = line.trim_start().chars().take_while(|mark| matches!(mark, '`' | '~')).collect();
    let gap = if document.text.ends_with('\n') { "" } else { "\n" };
    Edit::insert(document.text.len(), format!("{gap}{indent}{marks}\n"))
}

fn check(document: &Document, report: &mut Report) {
    let is_refinement = document.kind == Kind::Refinement;
    for fence in document.fences().iter().filter(|_| is_refinement) {
        if let Some(anchor) = document.hidden_anchor(fence) {
            let hidden = anchor.of(&document.text);
            report.at(document.line_at(fence.range.start), format!("this fence hides `{hidden}`")).related(
                document.path.clone(),
                anchor,
                "it stands in the fence",
            );
            return;
        }
    }
    for fence in
        document.fences().iter().filter(|fence| !fence.closed && fence.range.end + 1 >= document.text.len())
    {
        report
            .at(
                document.line_at(fence.range.start),
                "this fence is never closed; the rest of the file is code",
            )
            .fix("Close it at the end", Safety::Review, vec![closing(document, fence)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn fence_that_hides_an_anchor_is_told() {
        check(
            &RULE,
            "\
//- .GOV/refinements/WP-1-Example.md
#### ANCHOR 1
  ```text
^^^^^^^^^ this fence hides `#### ANCHOR 2`
  one
#### ANCHOR 2
  ```
",
        );
    }
}
