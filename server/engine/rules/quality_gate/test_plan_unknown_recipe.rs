//! # TEST_PLAN runs a recipe that does not exist
//!
//! The command fails before it tests anything. The recipes are those of the `justfile` at the root, as it lies on disk; what the
//! protocol itself asks for is known without.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ### TEST_PLAN
//! ```bash
//! just tets
//! just post-work WP-1-Example
//! ```
//! //- justfile
//! test:
//!     cargo test
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ### TEST_PLAN
//! ```bash
//! just test
//! just post-work WP-1-Example
//! ```
//! //- justfile
//! test:
//!     cargo test
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::recipe::just;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

/// What the protocol tells people to run.
const KNOWN: &[&str] = &[
    "record-refinement",
    "record-signature",
    "record-prepare",
    "create-task-packet",
    "worktree-add",
    "pre-work",
    "gate-check",
    "post-work",
    "cargo-clean",
    "cor701-sha",
    "validator-spec-regression",
];

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(recipes) = &workspace.surroundings.recipes else { return };
    let Some(field) = packet.field(Label::TestPlan) else { return };
    for command in packet.commands(field) {
        if placeholder::in_command(&command.text).is_some() {
            continue;
        }
        let words = command.range.of(&packet.text);
        for range in just(words) {
            let name = range.of(words);
            if KNOWN.contains(&name) || recipes.iter().any(|recipe| recipe == name) {
                continue;
            }
            let place = Range::new(command.range.start + range.start, command.range.start + range.end);
            let nearest = recipes
                .iter()
                .map(|recipe| (strsim::jaro_winkler(recipe, name), recipe))
                .max_by(|one, other| one.0.total_cmp(&other.0))
                .filter(|(likeness, _)| *likeness > 0.8);
            let message = match nearest {
                Some((_, recipe)) => {
                    format!("the justfile has no recipe `{name}`; `{recipe}` is the nearest")
                }
                None => format!("the justfile has no recipe `{name}`"),
            };
            let finding = report.at(place, message);
            if let Some((_, recipe)) = nearest {
                finding.replace(place, recipe.as_str());
            }
        }
    }
}
