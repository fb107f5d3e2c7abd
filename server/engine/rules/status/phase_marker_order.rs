//! # The phases of the packet stand in the wrong order
//!
//! BOOTSTRAP, SKELETON and its approval follow each other; the gate reads the file from top to bottom.
//!
//! ````md,bad
//! ## SKELETON
//! - interfaces
//!
//! ## BOOTSTRAP
//! - files
//! ````
//!
//! ````md,good
//! ## BOOTSTRAP
//! - files
//!
//! ## SKELETON
//! - interfaces
//!
//! SKELETON APPROVED
//! ````
//!
//! Source: Part 2, lifecycle marker [CX-LIFE-001].

use super::{APPROVAL, approval};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let heading = |name: &str| packet.sections().iter().find(|section| section.name == name);
    let Some(skeleton) = heading("SKELETON") else { return };
    if let Some(bootstrap) =
        heading("BOOTSTRAP").filter(|bootstrap| bootstrap.heading.start > skeleton.heading.start)
    {
        report.at(skeleton.title, "SKELETON stands before BOOTSTRAP").related(
            packet.path.clone(),
            bootstrap.heading,
            "BOOTSTRAP",
        );
    }
    if let Some(approval) = approval(packet).filter(|approval| approval.start < skeleton.heading.start) {
        report.at(approval, format!("{APPROVAL} stands before the SKELETON")).related(
            packet.path.clone(),
            skeleton.heading,
            "SKELETON",
        );
    }
}
