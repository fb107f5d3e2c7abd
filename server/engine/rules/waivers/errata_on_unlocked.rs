//! # ERRATA in a packet that is not signed
//!
//! Before the signature the packet itself can be corrected.
//!
//! ````md,bad
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.1
//! - **Reason:** too broad
//! - **Date corrected:** 2026-03-05
//! - **Action:** no variant needed
//! ````
//!
//! ````md,good
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.1
//! - **Reason:** too broad
//! - **Date corrected:** 2026-03-05
//! - **Action:** no variant needed
//!
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.sections().iter().find(|section| section.name == "ERRATA") else { return };
    if !packet.is_locked() {
        report.at(section.title, "the packet is not signed; correct it in place");
    }
}
