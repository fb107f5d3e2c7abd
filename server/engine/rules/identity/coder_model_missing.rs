//! # Work is in progress and nobody claimed it
//!
//! CODER_MODEL says who codes; two coders on one packet overwrite each other.
//!
//! ````md,bad
//! - **Status:** In Progress
//! - CODER_MODEL: <unclaimed>
//! ````
//!
//! ````md,good
//! - **Status:** In Progress
//! - CODER_MODEL: GPT-5.2 (Codex CLI)
//! ````
//!
//! Source: Part 4, step 1 [CX-601].

use super::metadata::needs_claim;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if needs_claim(packet, Label::CoderModel) {
        report.unsaid(packet, Label::CoderModel);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn older_packet_without_the_field_is_left_alone() {
        assert_eq!(run(&RULE, "- **Status:** In Progress\n").1.len(), 0);
        assert_eq!(run(&RULE, "- **Status:** In Progress\n- PACKET_FORMAT_VERSION: 2026-02-01\n").1.len(), 1);
        assert_eq!(run(&RULE, "- **Status:** Ready for Dev\n- CODER_MODEL: <unclaimed>\n").1.len(), 0);
    }
}
