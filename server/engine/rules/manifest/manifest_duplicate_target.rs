//! # Two blocks of the manifest are about one file
//!
//! The gate reads one of them.
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

use super::{all, is_filled};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let mut seen: Vec<&Field> = Vec::new();
    for field in all(packet, Label::TargetFile).filter(|field| is_filled(packet, field)) {
        let value = packet.value_of(field);
        match seen.iter().find(|other| packet.value_of(other).text == value.text) {
            Some(first) => {
                report.at(value.range, format!("`{}` has a block above", value.text)).related(
                    packet.path.clone(),
                    first.line,
                    "the first block",
                );
            }
            None => seen.push(field),
        }
    }
}
