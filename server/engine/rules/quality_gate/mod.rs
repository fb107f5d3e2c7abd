//! Rules about TEST_PLAN, DONE_MEANS, ROLLBACK_HINT and HARDENED_INVARIANTS.

family! { 'F', "Quality gate";
    test_plan_missing
    done_means_missing
    rollback_missing
    test_plan_count
    test_plan_post_work_missing
    test_plan_cargo_clean_missing
    test_plan_cargo_clean_order
    done_means_count
    done_means_vague
    hardened_invariants_missing
}
