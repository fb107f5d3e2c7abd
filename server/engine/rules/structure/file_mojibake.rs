//! # Text was decoded with the wrong encoding
//!
//! UTF-8 was read as Windows-1252 and written as UTF-8 again. It happens to a whole file at once, so it is told once, at the first place.
//! In packets and refinements it is an error, because these are ASCII.
//!
//! ````md,bad
//! - SPEC_ANCHOR: Â§2.3.1
//! - What: A heading of Â§4
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.3.1
//! ````
//!
//! Source: Part 1, deterministic manifest and gate.

use super::file_non_ascii::in_ascii;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::grammar::encoding::{mojibake, repair};
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[
        Kind::Packet,
        Kind::Stub,
        Kind::Refinement,
        Kind::Board,
        Kind::Audit,
        Kind::Registry,
        Kind::Governance,
    ],
    severity: Severity::Warning,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let text = &*document.text;
    let damaged: Vec<Range> = mojibake(text).collect();
    let Some(&first) = damaged.first() else { return };
    let ascii_only = matches!(document.kind, Kind::Packet | Kind::Refinement);
    let meant = repair(first.of(text)).unwrap_or_default();
    let mut message = format!("`{}` was meant as `{meant}`: decoded with the wrong encoding", first.of(text));
    match damaged.len() - 1 {
        0 => {}
        1 => message.push_str(", as in 1 more place"),
        more => message.push_str(&format!(", as in {more} more places")),
    }
    let edits = damaged
        .iter()
        .map(|&part| {
            let meant = repair(part.of(text)).unwrap_or_default();
            let behind = text.get(part.end..).and_then(|rest| rest.chars().next());
            Edit::replace(part, if ascii_only { in_ascii(&meant, behind) } else { meant })
        })
        .collect();
    let finding = report.at(first, message);
    finding.fix("Repair the damaged characters of this file", Safety::Safe, edits);
    if ascii_only {
        finding.severity(Severity::Error);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn packet_becomes_ascii() {
        check_fix(&RULE, "- \u{c2}\u{a7}2.3 \u{e2}\u{2020}\u{2019} done\n", "- 2.3 -> done\n");
    }

    #[test]
    fn board_keeps_what_was_meant() {
        check_fix(&RULE, "//- .GOV/roles_shared/TASK_BOARD.md\n- \u{c2}\u{a7} 2.3\n", "- \u{a7} 2.3\n");
    }

    #[test]
    fn one_finding_tells_of_all_places() {
        check(
            &RULE,
            "\
- \u{c2}\u{a7}2.3
  ^^ `\u{c2}\u{a7}` was meant as `\u{a7}`: decoded with the wrong encoding, as in 2 more places
- \u{c2}\u{a7}2.4 and \u{c2}\u{a7}2.5
",
        );
    }
}
