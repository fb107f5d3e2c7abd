//! # The packet is claimed but not in progress
//!
//! The claim and the state In Progress are one commit; otherwise the board offers work that somebody has begun.
//!
//! ````md,bad
//! - **Status:** Ready for Dev
//! - CODER_MODEL: GPT-5.2 (Codex CLI)
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! - CODER_MODEL: <unclaimed>
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use super::metadata::status;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if status(packet) != Some(Status::Ready) {
        return;
    }
    if let (Some(field), Some(coder)) = (packet.field(Label::Status), packet.filled(Label::CoderModel)) {
        report
            .at(coder.range, format!("`{}` claims a packet that is still Ready for Dev", coder.text))
            .set(field, "In Progress");
    }
}
