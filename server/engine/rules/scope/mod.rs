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
    scope_missing
    scope_what_length
    scope_what_vague
    in_scope_directory_slash
    in_scope_glob
    in_scope_absolute
    in_scope_leading_slash
    in_scope_escapes_repo
    in_scope_backslash
    in_scope_nested
    in_scope_path_missing
    in_scope_in_out_conflict
    in_scope_gate_unreadable
    out_of_scope_empty
    out_of_scope_count
    out_of_scope_vague
    out_of_scope_reason_missing
    in_scope_directory_wide
    diff_outside_scope
    orchestrator_product_edit
}

/// Whether a path, as written, begins at a drive, a network share, a home or the root of a file system.
/// One leading slash is only a habit: see in-scope-leading-slash.
fn is_absolute(written: &str) -> bool {
    let bytes = written.as_bytes();
    let drive = matches!(bytes, [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    drive || written.starts_with("\\\\") || written.starts_with("//") || written.starts_with("~/")
}

use crate::document::Document;
use crate::document::contract::label::Label;

/// Whether the packet has a SCOPE at all, or one of its fields elsewhere; without, scope-missing speaks.
fn has_scope(packet: &Document) -> bool {
    let labels = [Label::Scope, Label::What, Label::Why, Label::InScopePaths, Label::OutOfScope];
    packet.section("SCOPE").is_some() || labels.iter().any(|&label| packet.field(label).is_some())
}
