//! # The target of the manifest does not exist
//!
//! The gate opens the file to hash it (C701-G06). The file is looked for as it lies on disk.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## VALIDATION
//! - **Target File**: `.GOV/roles/store.md`
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## VALIDATION
//! - **Target File**: `.GOV/roles/store.md`
//! //- .GOV/roles/store.md
//! one line
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use crate::document::Document;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule { check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (field, target) in packet.manifest_targets() {
        let place = packet.value_of(field).range;
        match workspace.surroundings.presence(&target) {
            Some(Presence::Missing) => _ = report.at(place, format!("`{target}` does not exist")),
            Some(Presence::Directory) => _ = report.at(place, format!("`{target}` is a folder")),
            Some(Presence::File) | None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn block_without_a_target_names_no_file() {
        check(&RULE, "## VALIDATION\n- **Target File**: N/A\n- **Target File**: `<fill>`\n");
    }
}
