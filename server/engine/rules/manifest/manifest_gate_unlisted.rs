//! # A gate is missing from the manifest
//!
//! Ten gates, each with its own box: one that is not listed was not looked at.
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

use super::{all, gates};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for field in all(packet, Label::GatesPassed) {
        let words = field.block.of(&packet.text);
        let missing: Vec<&str> = gates().iter().copied().filter(|gate| !words.contains(gate)).collect();
        if !missing.is_empty() {
            let finding = report.at(field.name, format!("not listed: {}", missing.join(", ")));
            let has_boxes = packet.items(field).list.last().is_some_and(|item| item.checked.is_some());
            let entry = |gate: &&str| if has_boxes { gate.to_string() } else { format!("[ ] {gate}") };
            let entries: Vec<String> = missing.iter().map(entry).collect();
            if let Some(edit) = packet.with_entries(field, &entries) {
                finding.fix("List what is missing", Safety::Review, vec![edit]);
            }
        }
    }
}
