//! # The manifest is about a file out of scope
//!
//! What changed must be what was approved.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/store/sync.rs
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
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/store/
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
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let paths = packet.paths(Label::InScopePaths);
    if paths.is_empty() {
        return;
    }
    for (field, target) in packet.manifest_targets() {
        let governance = target.starts_with(packet.config.layout.governance.as_str());
        let covered = paths.iter().any(|entry| match entry.form {
            // What a pattern covers is not judged here.
            PathForm::Glob => true,
            _ => {
                let inside = target.strip_prefix(entry.path.trim_end_matches('/'));
                entry.path == target || inside.is_some_and(|rest| rest.starts_with('/'))
            }
        });
        if !covered && !governance {
            report.at(packet.value_of(field).range, format!("`{target}` is not in IN_SCOPE_PATHS"));
        }
    }
}
