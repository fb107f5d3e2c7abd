//! Rules about END_TO_END_CLOSURE_PLAN: what keeps a trust boundary closed (CX-E2E-001).

family! { 'N', "End-to-end closure plan";
    e2e_applicable_invalid
    e2e_trust_boundary_missing
    e2e_list_missing
    e2e_should_apply
    e2e_error_taxonomy_thin
}
