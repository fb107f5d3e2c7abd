//! # The status is none that the protocol knows
//!
//! A Coder cannot start by a Draft.
//!
//! ````md,bad
//! - **Status:** Draft
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::Status) else { return };
    let value = packet.value_of(field);
    if Status::of(value.text).is_some_and(|status| !matches!(status, Status::Stub | Status::Gap)) {
        return;
    }
    let range = if value.text.is_empty() { field.name } else { value.range };
    report
        .at(
            range,
            format!(
                "`{}` is no status; write Ready for Dev, In Progress, Done, Blocked or Superseded",
                value.text
            ),
        )
        .choices(field);
}
