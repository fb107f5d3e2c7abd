//! # The packet has no What
//!
//! One or two sentences that name the change; everything else is read in their light.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! - Why: a reason
//! ````
//!
//! ````md,good
//! - What: Add a cancel button.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use super::has_scope;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::lines::LineKind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.field(Label::What).is_none() && !packet.is_modern() && says_it_in_prose(packet) {
        return;
    }
    if has_scope(packet) {
        report.unsaid(packet, Label::What);
    }
}

/// Older packets say it in an Executive Summary, or right below SCOPE.
fn says_it_in_prose(packet: &Document) -> bool {
    let mut sections = packet
        .sections()
        .iter()
        .filter(|section| section.name == "EXECUTIVE_SUMMARY" || section.name == "SCOPE" && !section.reports);
    sections.any(|section| {
        packet.lines_in(section.own).any(|line| {
            let words = line.of(&packet.text).trim();
            let is_prose = words.len() > 1 && !words.starts_with(['-', '*', '#', '|', '<', '`']);
            is_prose && packet.line_kind(line) == LineKind::Text && placeholder::class(words).is_none()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn older_packets_may_say_it_in_prose() {
        let packet =
            "# Task Packet: WP-1-Example\n## SCOPE\n### Executive Summary\n\nWrite batches in order.\n";
        assert_eq!(run(&RULE, packet).1.len(), 0);
        let newer = packet.replace("\n## SCOPE", "\n- PACKET_FORMAT_VERSION: 2026-02-01\n## SCOPE");
        assert_eq!(run(&RULE, &newer).1.len(), 1);
        assert_eq!(run(&RULE, "# Task Packet: WP-1-Example\n## SCOPE\n- **Why**: because\n").1.len(), 1);
    }
}
