//! # The packet has no MERGE_BASE_SHA
//!
//! The post-work gate compares against this commit.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ````
//!
//! Source: Part 8, pre-delegation checklist.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if !packet.is_modern() {
        return;
    }
    report.unsaid(packet, Label::MergeBaseSha);
    // Where main and the packet's own branch parted.
    let fork = workspace.surroundings.git.as_ref().and_then(|git| git.fork.as_deref());
    let (Some(finding), Some(fork)) = (report.findings.last_mut(), fork) else { return };
    match packet.field(Label::MergeBaseSha) {
        Some(field) => _ = finding.set(field, fork),
        None => finding.fixes.iter_mut().for_each(|fix| fix.fill(fork)),
    }
}
