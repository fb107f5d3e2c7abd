//! Rules about work packet stubs: plans that are not approved and must not be started.

family! { 'R', "Stubs";
    stub_location
    stub_status_missing
    stub_signed
    stub_has_refinement
    stub_started
    stub_has_implementation
    stub_unlisted
    stub_anchor_candidates
    stub_roadmap_pointer_missing
    stub_activation_checklist_missing
    stub_activated_leftover
}
