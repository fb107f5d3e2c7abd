//! # A field of the manifest is missing
//!
//! The gate reads all seven, each as `- **Label**:`; without one it stops.
//!
//! ````md,bad
//! ## VALIDATION
//! - **Target File**: `src/store/batch.rs`
//! - **Start**: 10
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

use super::{all, section};
use crate::document::Document;
use crate::document::contract;
use crate::document::contract::label::Label;
use crate::document::field::{Bold, Form};
use crate::document::template;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const FIELDS: &[Label] = &[
    Label::TargetFile,
    Label::Start,
    Label::End,
    Label::LineDelta,
    Label::PreSha1,
    Label::PostSha1,
    Label::GatesPassed,
];

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet) else { return };
    let missing: Vec<&str> = FIELDS
        .iter()
        .filter(|&&label| all(packet, label).next().is_none())
        .map(|&label| contract::spec(label).name)
        .collect();
    if !missing.is_empty() {
        let absent = FIELDS.iter().filter(|&&label| all(packet, label).next().is_none());
        let insertions = absent.filter_map(|&label| template::field(packet, label)).collect();
        let finding = report
            .at(section.title, format!("the manifest has no {}", missing.join(", ")))
            .insert_all("Insert what is missing", insertions);
        // Older packets may validate in words alone.
        if !packet.is_modern() && missing.len() == FIELDS.len() {
            finding.severity(Severity::Warning);
        }
        return;
    }
    let unread = FIELDS
        .iter()
        .filter_map(|&label| all(packet, label).next())
        .find(|field| field.bold != Bold::ColonOutside);
    if let Some(field) = unread {
        let name = field.spec().name;
        let finding = report.at(field.name, format!("the gate reads `- **{name}**:` and no other form"));
        if !matches!(field.form, Form::Heading(_)) {
            let space = if field.value.is_empty() { "" } else { " " };
            let label = Range::new(field.line.start, field.value.start);
            let edits = vec![Edit::replace(label, format!("- **{name}**:{space}"))];
            finding.fix("Write it as the gate reads it", Safety::Review, edits);
        }
    }
}
