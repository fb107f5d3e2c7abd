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
}
