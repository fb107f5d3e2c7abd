//! Rules about TEST_PLAN, DONE_MEANS, ROLLBACK_HINT and HARDENED_INVARIANTS.

family! { 'F', "Quality gate";
    test_plan_missing
    done_means_missing
    rollback_missing
    test_plan_count
    test_plan_vague
    test_plan_placeholder
    test_plan_post_work_missing
    test_plan_cargo_clean_missing
    test_plan_cargo_clean_order
    test_plan_pre_work_missing
    done_means_empty
    done_means_count
    done_means_vague
    done_means_placeholder
    done_means_validation_missing
    rollback_vague
    rollback_migration_restore_missing
    hardened_invariants_missing
    hardened_invariants_incomplete
    effort_estimate_missing
    test_plan_not_fenced
    test_plan_wrong_wp_id
    test_plan_post_work_not_last
    test_plan_order
    test_plan_no_tests
    test_plan_range_mismatch
    done_means_unmapped
    done_means_item_unmapped
    done_means_no_normative
    done_means_foreign_anchor
    spec_anchor_uncovered
    destructive_command
    lumped_requirements
    test_plan_range_missing
    test_plan_unknown_recipe
}

use crate::document::Document;
use crate::document::anchor::{Form, citations};
use crate::document::list::Item;
use crate::document::spec::tag;

/// Whether a command runs tests.
fn is_test(command: &str) -> bool {
    let words = command.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| {
        matches!(word, "test" | "tests" | "pytest" | "vitest" | "jest" | "nextest" | "playwright" | "ctest")
    });
    words && !command.starts_with("git ")
}

/// What gives an item of DONE_MEANS away as a check of its own, in lower case.
const CHECKS: &[&str] = &[
    "test",
    "pass",
    "review",
    "post-work",
    "validat",
    "lint",
    "clippy",
    "`just ",
    "just ",
    "sign-off",
    "gate",
    "build",
];

/// Whether words name a check that passes or fails by itself and needs no section.
fn names_a_check(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    CHECKS.iter().any(|check| lower.contains(check))
}

/// Whether an item cites a section or clause of the specification.
fn cites(packet: &Document, item: &Item) -> bool {
    let words = item.range.of(&packet.text);
    let cited = citations(words, item.range.start);
    // Here a clause id need not stand in brackets.
    tag::clauses(words).next().is_some()
        || cited.iter().any(|anchor| matches!(anchor.form, Form::Number | Form::Range { .. } | Form::Tag))
}
