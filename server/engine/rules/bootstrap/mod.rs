//! Rules about the four BOOTSTRAP lists.

family! { 'G', "Bootstrap";
    bootstrap_search_terms_count
    bootstrap_run_commands_count
    bootstrap_risk_map_count
    bootstrap_files_to_open_count
    bootstrap_missing
    bootstrap_subfield_missing
    bootstrap_placeholder
    bootstrap_risk_map_form
    bootstrap_files_to_open_mandatory
}
