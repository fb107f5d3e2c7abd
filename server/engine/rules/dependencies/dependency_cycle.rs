//! # Packets wait for each other
//!
//! None of them can start.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! ## Dependencies
//! - Depends on: WP-1-Example
//! - Blocks: NONE
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! ## Dependencies
//! - Depends on: NONE
//! - Blocks: NONE
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::{resolved, waits_for};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;
use std::collections::{HashSet, VecDeque};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (wp, place) in waits_for(packet) {
        if wp == packet.stem() {
            continue;
        }
        if let Some(chain) = way_back(wp, packet.stem(), workspace) {
            report.at(place, format!("{} waits for {}", packet.stem(), chain.join(", which waits for ")));
        }
    }
}

/// The chain from one packet to another, both included, over packets that are still worked on.
fn way_back(from: &str, to: &str, workspace: &Workspace) -> Option<Vec<String>> {
    let mut seen = HashSet::new();
    let mut ways = VecDeque::from([vec![resolved(from, workspace)]]);
    while let Some(way) = ways.pop_front() {
        let last = way.last()?.clone();
        if last == to {
            return Some(way);
        }
        let Some(packet) = workspace.packet(&last).filter(|_| seen.insert(last.clone())) else { continue };
        if workspace.lifecycle(packet) == Lifecycle::Historical {
            continue;
        }
        for next in &packet.facts().depends_on {
            let mut longer = way.clone();
            longer.push(resolved(next, workspace));
            ways.push_back(longer);
        }
    }
    None
}
