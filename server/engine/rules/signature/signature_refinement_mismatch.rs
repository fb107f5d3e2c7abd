//! # Packet and refinement carry different signatures
//!
//! The refinement's approval is what the packet stands on; both carry the same signature.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/refinements/WP-1-First.md
//! - USER_SIGNATURE: mara040320260915
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/refinements/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(refinement) = workspace.refinement(packet.stem()) else { return };
    let (Some((_, here)), Some((_, there))) = (packet.signature(), refinement.signature()) else { return };
    if packet.config.users.signature(here.text).is_none()
        || packet.config.users.signature(there.text).is_none()
        || here.text == there.text
    {
        return;
    }
    let message = format!("the packet is signed `{}`, its refinement `{}`", here.text, there.text);
    report.at(here.range, message).related(
        refinement.path.clone(),
        there.range,
        "the refinement's signature",
    );
}
