//! # The file changed outside the window of the manifest
//!
//! Start and End name all lines that changed, as they were and as they are (C701-G04). It is looked at while the packet is In
//! Progress and its own branch is checked out. Several blocks of one file are one window each.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 3
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
    let windows: Vec<_> = judged.iter().map(|(target, _, _)| window(packet, target)).collect();
    for (at, (target, path, file)) in judged.iter().enumerate() {
        // A file is told once, at its first block, and only where all its windows can be read.
        if judged.iter().take(at).any(|(_, earlier, _)| earlier == path) {
            continue;
        }
        let own = judged.iter().zip(&windows).filter(|((_, other, _), _)| other == path);
        let Some(own) = own.map(|(_, window)| *window).collect::<Option<Vec<_>>>() else { continue };
        let is_outside = |hunk: &&crate::text::hunks::Hunk| {
            !own.iter().any(|(first, last)| hunk.lies_within(*first, *last))
        };
        let Some(outside) = file.hunks.iter().find(is_outside) else { continue };
        let (lines, side) =
            if outside.new.count == 0 { (outside.old, "before the change") } else { (outside.new, "now") };
        let last = lines.first + lines.count.max(1) - 1;
        let place =
            in_block(packet, target, Label::Start).map_or(target.line, |field| packet.value_of(field).range);
        let message =
            format!("`{path}` changed in lines {}-{last} ({side}), outside the window", lines.first);
        let finding = report.at(place, message);
        weighed(packet, finding);
        // Which of several windows should have been wider is not known.
        if own.len() == 1 {
            let bounds = [Label::Start, Label::End].map(|label| in_block(packet, target, label));
            corrected(packet, finding, file, &bounds.into_iter().flatten().collect::<Vec<_>>());
        }
    }
}

fn window(packet: &Document, target: &crate::document::field::Field) -> Option<(u32, u32)> {
    let number = |label| packet.value_of(in_block(packet, target, label)?).text.parse::<u32>().ok();
    Some((number(Label::Start)?, number(Label::End)?))
}
