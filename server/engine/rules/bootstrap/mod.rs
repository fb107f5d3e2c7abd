//! Rules about the four BOOTSTRAP lists.

use crate::document::paths::{PathEntry, PathForm};

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
    bootstrap_inline_prose
    bootstrap_files_to_open_order
    bootstrap_file_not_found
    bootstrap_file_vague
    bootstrap_in_scope_not_opened
    bootstrap_search_term_unquoted
    bootstrap_search_term_duplicate
    bootstrap_run_commands_not_fenced
    bootstrap_risk_map_rhs_unquoted
}

/// Whether an entry leaves the Coder searching: words, or a folder near the root.
fn is_vague(entry: &PathEntry) -> bool {
    let segments = entry.path.split('/').filter(|segment| !segment.is_empty()).count();
    match entry.form {
        // A file's name with words behind it, such as a section, is exact enough.
        PathForm::Prose => !entry.path.split(' ').next().is_some_and(|word| word.contains(['/', '.'])),
        PathForm::Directory => segments <= 2,
        PathForm::File | PathForm::Glob => false,
    }
}
