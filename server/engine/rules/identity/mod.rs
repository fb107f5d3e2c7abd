//! Rules about ids, file names and the METADATA fields.

family! { 'B', "Identity and metadata";
    date_missing
    requestor_missing
    agent_id_missing
    role_missing
    merge_base_missing
    id_missing
    id_format
    id_task_wp_mismatch
    id_filename_mismatch
    h1_missing
    h1_mismatch
    base_id_mismatch
    role_invalid
    date_format
    agentic_mode_invalid
}
