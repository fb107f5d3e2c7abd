//! # FILES_TO_OPEN is outside its range
//!
//! Five to fifteen files are what a Coder reads before starting; the three mandatory ones do not count against the upper end.
//!
//! ````md,bad
//! - FILES_TO_OPEN:
//!   - src/a.rs
//!   - src/b.rs
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - src/f0.rs
//!   - src/f1.rs
//!   - src/f2.rs
//!   - src/f3.rs
//!   - src/f4.rs
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::FilesToOpen) else { return };
    let Some(found) = packet.counted(Label::FilesToOpen) else { return };
    // An empty list is missing, which another rule says.
    if found.count > 0 && !found.fits() {
        report
            .at(field.name, format!("{} FILES_TO_OPEN, the protocol asks for {}", found.count, found.range));
    }
}
