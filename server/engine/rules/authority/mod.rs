//! Rules about what a packet appeals to: spec, codex, board.

family! { 'H', "Authority and spec anchors";
    spec_anchor_roadmap
    spec_anchor_not_found
    spec_anchor_ambiguous
    spec_anchor_too_broad
    spec_anchor_moved
    spec_anchor_outside_main_body
    spec_anchor_malformed
    spec_anchor_missing
    spec_anchor_placeholder
    codex_reference_missing
    authority_task_board_missing
    spec_reference_missing
    spec_current_unresolvable
    spec_current_missing_file
}
