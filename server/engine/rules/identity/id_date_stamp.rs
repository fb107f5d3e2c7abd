//! # The id carries a date
//!
//! A second attempt at the same work is a revision, `-v2`; a date says nothing about which one counts. In a closed packet it is only a warning.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Export-20260305.md
//! - WP_ID: WP-1-Export-20260305
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Export-v2.md
//! - WP_ID: WP-1-Export-v2
//! ````
//!
//! Source: Part 4, step 2 [CX-601].

use super::packet_title::place_of_name;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::has_date_stamp;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let stated = document.filled(Label::WpId).or_else(|| document.filled(Label::TaskId));
    let in_id = stated.and_then(|id| {
        let stamp = has_date_stamp(id.text)?;
        Some((stamp.of(id.text), Range::new(id.range.start + stamp.start, id.range.start + stamp.end)))
    });
    // Told once: a file is usually named as its id says.
    let in_name = || Some((has_date_stamp(document.stem())?.of(document.stem()), place_of_name(document)));
    let Some((stamp, range)) = in_id.or_else(in_name) else { return };
    let finding = report.at(range, format!("`{stamp}` dates the id; a second attempt is `-v2`"));
    if workspace.lifecycle(document) == Lifecycle::Historical {
        finding.severity(Severity::Warning);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::{check, run};

    #[test]
    fn name_counts_where_the_id_does_not_repeat_it() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Export-2026-03-05.md
# Task Packet: WP-1-Export
               ^^^^^^^^^^^ `2026-03-05` dates the id; a second attempt is `-v2`
",
        );
    }

    #[test]
    fn closed_packet_is_only_warned() {
        let closed = "- WP_ID: WP-1-Export-20260305\n- **Status:** Done\n";
        assert_eq!(run(&RULE, closed).1[0].severity, Some(Severity::Warning));
    }
}
