//! # A base with several packets has no row
//!
//! Nobody can tell which of them counts.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Other | .GOV/task_packets/WP-1-Other.md | Done | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 2.5.3; Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;
use crate::text::grammar::id::revision_of;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    let place = registry.registry_table().map_or_else(|| registry.place_in(""), |table| table.header.line);
    let mut told: Vec<&str> = Vec::new();
    for id in index.packets.iter().chain(&index.stubs) {
        let base = base_of(id);
        if told.contains(&base) || index.registered(base).is_some() {
            continue;
        }
        let family = index.family(base);
        let revised = family.iter().any(|id| revision_of(id).is_some() && index.packets.contains(*id));
        if revised || family.len() > 1 {
            told.push(base);
            let finding = report.at(place, format!("no row for {base}, which has {}", family.join(", ")));
            let latest = family
                .iter()
                .filter(|id| index.packets.contains(**id))
                .max_by_key(|id| revision_of(id).unwrap_or(0));
            if let (Some(latest), Some(table)) = (latest, registry.registry_table()) {
                let state = index.on_board(latest).next().map_or("-", |entry| entry.state.name());
                let layout = &workspace.config.layout;
                let row = format!("| {base} | {}/{latest}.md | {state} | - |", layout.packets);
                let last = table.rows.last().map_or(table.header.line.end, |row| row.line.end);
                // The ruler below the header belongs to it.
                let last =
                    if table.rows.is_empty() { registry.whole_lines(table.header.line).end } else { last };
                finding.fix(
                    format!("Add a row for {latest}"),
                    Safety::Review,
                    vec![registry.line_below(last, &row)],
                );
            }
        }
    }
}
