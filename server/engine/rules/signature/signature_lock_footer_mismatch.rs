//! # The footer's signature is another one
//!
//! Older packets repeat the signature at their end; two different ones leave open which approval counts.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara050320260915
//!
//! **User Signature Locked:** mara060320260915
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//!
//! **User Signature Locked:** mara050320260915
//! ````
//!
//! Source: Part 5.3 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(main) = packet.value(Label::UserSignature) else { return };
    let Some(footer) = packet.fields().all(Label::SignatureLocked).next().map(|field| packet.value_of(field))
    else {
        return;
    };
    if !footer.text.is_empty() && footer.text != main.text {
        report.at(footer.range, format!("`{}` here, but USER_SIGNATURE is `{}`", footer.text, main.text));
    }
}
