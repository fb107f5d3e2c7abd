//! # The manifest names no real specification
//!
//! By which version the work was checked must be readable later.
//!
//! ````md,bad
//! ## VALIDATION
//! - **Target File**: `src/store/batch.rs`
//! - **Start**: 10
//! - **End**: 24
//! - **Line Delta**: 3
//! - **Pre-SHA1**: `1111111111111111111111111111111111111111`
//! - **Post-SHA1**: `2222222222222222222222222222222222222222`
//! - **Gates Passed**:
//!   - [x] anchors_present
//!   - [x] window_matches_plan
//!   - [x] rails_untouched_outside_window
//!   - [x] filename_canonical_and_openable
//!   - [x] pre_sha1_captured
//!   - [x] post_sha1_captured
//!   - [x] line_delta_equals_expected
//!   - [x] all_links_resolvable
//!   - [x] manifest_written_and_path_returned
//!   - [x] current_file_matches_preimage
//! - **Spec Target Resolved**: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_vXX.XX.md
//! ````
//!
//! ````md,good
//! ## VALIDATION
//! - **Target File**: `src/store/batch.rs`
//! - **Start**: 10
//! - **End**: 24
//! - **Line Delta**: 3
//! - **Pre-SHA1**: `1111111111111111111111111111111111111111`
//! - **Post-SHA1**: `2222222222222222222222222222222222222222`
//! - **Gates Passed**:
//!   - [x] anchors_present
//!   - [x] window_matches_plan
//!   - [x] rails_untouched_outside_window
//!   - [x] filename_canonical_and_openable
//!   - [x] pre_sha1_captured
//!   - [x] post_sha1_captured
//!   - [x] line_delta_equals_expected
//!   - [x] all_links_resolvable
//!   - [x] manifest_written_and_path_returned
//!   - [x] current_file_matches_preimage
//! - **Spec Target Resolved**: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v02.001.md
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use super::{all, is_begun};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if !is_begun(packet) {
        return;
    }
    for field in all(packet, Label::SpecTargetResolved) {
        let value = packet.value_of(field);
        if value.text.is_empty() || value.text.contains("vXX") {
            let range = if value.text.is_empty() { field.name } else { value.range };
            let finding = report.at(range, "the version of the specification is not filled in");
            if let Some(current) = workspace.index().named_spec.as_deref() {
                finding.set(field, format!("{} -> {current}", workspace.config.layout.spec_pointer));
            }
        }
    }
}
