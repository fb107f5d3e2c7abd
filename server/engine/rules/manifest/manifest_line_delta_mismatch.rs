//! # Line Delta is not what the change comes to
//!
//! Lines added minus lines removed (C701-G05). It is looked at while the packet is In Progress and its own branch is checked
//! out.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 4
//! - **Line Delta**: 2
//! - **Pre-SHA1**: `98ce56098daf1a2ffe03a0d108ea841f1e4e6c69`
//! - **Post-SHA1**: `31836eed9a6675b8c46b8e777f5e898f61c57c25`
//! //- before:src/store.rs
//! one
//! two
//! three
//! //- after:src/store.rs
//! one
//! 2
//! three
//! four
//! //- git:
//! against range
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 4
//! - **Line Delta**: 1
//! - **Pre-SHA1**: `98ce56098daf1a2ffe03a0d108ea841f1e4e6c69`
//! - **Post-SHA1**: `31836eed9a6675b8c46b8e777f5e898f61c57c25`
//! //- before:src/store.rs
//! one
//! two
//! three
//! //- after:src/store.rs
//! one
//! 2
//! three
//! four
//! //- git:
//! against range
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use super::{corrected, in_block, judged, weighed};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let judged: Vec<_> = judged(packet, workspace).collect();
    for (target, path, file) in &judged {
        // Several blocks share what one file comes to.
        if judged.iter().filter(|(_, other, _)| other == path).count() > 1 {
            continue;
        }
        let Some(field) = in_block(packet, target, Label::LineDelta) else { continue };
        let value = packet.value_of(field);
        let Ok(written) = value.text.parse::<i64>() else { continue };
        let found = file.line_delta();
        if written != found {
            let finding = report.at(value.range, format!("`{path}` has {found:+} lines, not {written:+}"));
            weighed(packet, finding);
            corrected(packet, finding, file, &[field]);
        }
    }
}
