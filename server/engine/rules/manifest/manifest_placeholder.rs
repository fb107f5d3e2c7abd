//! # A value of the manifest is not filled in
//!
//! Its other values are; this one would be compared with nothing.
//!
//! ````md,bad
//! ## VALIDATION
//! - **Target File**: `src/store/batch.rs`
//! - **Start**: 10
//! - **End**: 24
//! - **Line Delta**: 3
//! - **Pre-SHA1**: `1111111111111111111111111111111111111111`
//! - **Post-SHA1**: `<hash>`
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

use super::{all, corrected, in_block, is_begun, is_filled, judged};
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if !is_begun(packet) {
        return;
    }
    let judged: Vec<_> = judged(packet, workspace).collect();
    let values =
        [Label::TargetFile, Label::Start, Label::End, Label::LineDelta, Label::PreSha1, Label::PostSha1];
    for label in values {
        for field in all(packet, label).filter(|field| !is_filled(packet, field)) {
            let value = packet.value_of(field);
            let range = if value.text.is_empty() { field.name } else { value.range };
            let finding = report.at(range, format!("{} is not filled in", contract::spec(label).name));
            // What git knows of the block's file.
            let own = judged.iter().rfind(|(target, _, _)| {
                in_block(packet, target, label).is_some_and(|own| own.line == field.line)
            });
            if let Some((_, _, file)) = own {
                corrected(packet, finding, file, &[field]);
            }
        }
    }
}
