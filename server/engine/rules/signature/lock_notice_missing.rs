//! # The packet is signed at its end and does not say that it is locked
//!
//! Older packets carry the notice below the signature; newer ones are locked by USER_SIGNATURE alone.
//!
//! ````md,bad
//! **User Signature Locked:** mara050320260915
//! ````
//!
//! ````md,good
//! **User Signature Locked:** mara050320260915
//!
//! This packet is locked. To change it, create a variant.
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 5.6 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    let Some(footer) = packet.fields().all(Label::SignatureLocked).next() else { return };
    if !packet.text.to_ascii_lowercase().contains("is locked") {
        report.at(footer.name, "no notice that this packet is locked").fix(
            "Append the notice",
            Safety::Review,
            vec![packet.line_below(
                footer.line.start,
                "\n**This packet is locked.** What was signed changes in a new revision.",
            )],
        );
    }
}
