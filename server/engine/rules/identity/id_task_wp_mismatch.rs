//! # TASK_ID and WP_ID differ
//!
//! One packet has one id, written twice.
//!
//! ````md,bad
//! - TASK_ID: WP-1-One
//! - WP_ID: WP-1-Two
//! ````
//!
//! ````md,good
//! - TASK_ID: WP-1-One
//! - WP_ID: WP-1-One
//! ````
//!
//! Source: Part 3.5 [CX-600].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let (Some(task), Some(wp)) = (packet.filled(Label::TaskId), packet.filled(Label::WpId)) else { return };
    if task.text != wp.text {
        report.at(wp.range, format!("WP_ID is `{}`, TASK_ID is `{}`", wp.text, task.text)).fix(
            format!("Set both to {}", packet.stem()),
            Safety::Review,
            vec![Edit::replace(task.range, packet.stem()), Edit::replace(wp.range, packet.stem())],
        );
    }
}
