//! Rules about ids, file names and the METADATA fields.

pub mod metadata;
pub mod packet_title;

family! { 'B', "Identity and metadata";
    date_missing
    requestor_missing
    agent_id_missing
    role_missing
    merge_base_missing
    id_missing
    id_format
    id_date_stamp
    id_generic_name
    id_task_wp_mismatch
    id_filename_mismatch
    h1_missing
    h1_mismatch
    h1_wording
    id_duplicate
    id_revision_suffix
    id_revision_gap
    id_prefix_ambiguous
    base_id_missing
    base_id_mismatch
    field_template_note_left
    role_invalid
    date_format
    merge_base_format
    merge_base_unknown
    agentic_mode_invalid
    orchestrator_model_missing
    orchestration_started_invalid
    coder_model_missing
    coder_strength_missing
    coder_strength_invalid
    coder_claim_early
    date_in_future
}
