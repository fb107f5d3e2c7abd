//! # A gate of the manifest is not ticked
//!
//! `all_links_resolvable` only a person can tell; the gate infers the others, and still wants to see them ticked.
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
//!   - [ ] all_links_resolvable
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

use super::{all, gates, is_begun};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if !is_begun(packet) {
        return;
    }
    for field in all(packet, Label::GatesPassed) {
        for item in packet.items(field).list.iter().filter(|item| item.checked == Some(false)) {
            let words = item.head.of(&packet.text);
            let Some(gate) = gates().iter().find(|gate| words.contains(*gate)) else { continue };
            let finding = report.at(item.head, format!("{gate} is not ticked"));
            let mark = item.line.of(&packet.text).find("[ ]").map(|at| item.line.start + at);
            if let Some(mark) = mark {
                finding.fix(
                    "Tick it",
                    Safety::Review,
                    vec![Edit::replace(Range::new(mark, mark + 3), "[x]")],
                );
            }
            if *gate != "all_links_resolvable" {
                finding.severity(Severity::Warning);
            }
        }
    }
}
