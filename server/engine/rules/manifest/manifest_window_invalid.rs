//! # The window of the manifest is none
//!
//! First and last line, counted from 1, the first not behind the last.
//!
//! ````md,bad
//! ## VALIDATION
//! - **Target File**: `src/store/batch.rs`
//! - **Start**: 10
//! - **End**: 4
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

use super::{all, in_block, is_filled};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for target in all(packet, Label::TargetFile) {
        let fields = [Label::Start, Label::End].map(|label| in_block(packet, target, label));
        let [Some(start), Some(end)] = fields else { continue };
        if !is_filled(packet, start) || !is_filled(packet, end) {
            continue;
        }
        let number = |field| packet.value_of(field).text.parse::<u64>().ok();
        let valid = number(start).zip(number(end)).is_some_and(|(start, end)| 1 <= start && start <= end);
        if !valid {
            let (from, to) = (packet.value_of(start), packet.value_of(end));
            report.at(to.range, format!("`{}` to `{}` is no window of lines", from.text, to.text));
        }
    }
}
