//! # Two packets state the same id
//!
//! Whoever looks the id up gets one of them.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Export.md
//! - WP_ID: WP-1-Export
//! //- .GOV/task_packets/WP-1-Sharing.md
//! - WP_ID: WP-1-Export
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Export.md
//! - WP_ID: WP-1-Export
//! //- .GOV/task_packets/WP-1-Sharing.md
//! - WP_ID: WP-1-Sharing
//! ````
//!
//! Source: Part 3.5, Field 1 [CX-600].

use super::packet_title::place_of_name;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    // A packet that states another file's id has been told that already.
    if packet.facts().stated_id.is_some() {
        return;
    }
    let own = packet.stem();
    let other = workspace.index().packets_of(own).find(|path| **path != packet.path);
    let Some(twin) = other.and_then(|path| workspace.document(path)) else { return };
    let name = twin.path.rsplit('/').next().unwrap_or(&twin.path);
    let place = [Label::WpId, Label::TaskId]
        .into_iter()
        .find_map(|label| twin.filled(label))
        .map_or(Range::empty(0), |id| id.range);
    report.at(place_of_name(packet), format!("`{own}` is also the id of `{name}`")).related(
        twin.path.clone(),
        place,
        "the same id",
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn only_the_rightful_owner_is_told() {
        let other = "//- .GOV/task_packets/WP-1-Sharing.md\n- WP_ID: WP-1-Export\n";
        let owner = "//- .GOV/task_packets/WP-1-Export.md\n- WP_ID: WP-1-Export\n";
        assert_eq!(run(&RULE, &format!("{owner}{other}")).1.len(), 1);
        assert_eq!(run(&RULE, &format!("{other}{owner}")).1.len(), 0);
    }

    #[test]
    fn case_does_not_make_another_id() {
        let one = "//- .GOV/task_packets/WP-1-Export.md\n- WP_ID: WP-1-Export\n";
        let two = "//- .GOV/task_packets/WP-1-EXPORT.md\n- WP_ID: WP-1-EXPORT\n";
        assert_eq!(run(&RULE, &format!("{one}{two}")).1.len(), 1);
    }
}
