//! Rules about SCOPE, IN_SCOPE_PATHS and OUT_OF_SCOPE.

family! { 'E', "Scope";
    scope_what_missing
    scope_why_missing
    in_scope_missing
    in_scope_empty
    in_scope_count_high
    in_scope_count_low
    in_scope_not_a_path
    in_scope_vague_directory
    in_scope_duplicate
    out_of_scope_missing
}
