//! # The lineage audit cites no section
//!
//! The Main Body says when the base is done; an audit without it compares with nothing.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Governing section: 2.1.1 Batches
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{is_revision, written};
use crate::document::Document;
use crate::document::anchor::{Anchor, citations};
use crate::document::spec::number::Number;
use crate::document::spec::tag;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    let roadmap: Vec<Number> =
        packet.config.spec.roadmap.iter().filter_map(|text| Number::parse(text)).collect();
    let in_main_body = |anchor: &Anchor| match anchor.number {
        Some(number) => !roadmap.iter().any(|roadmap| number.is_within(*roadmap)),
        // The tag of the audit's own rule says nothing about the work.
        None => anchor.tags.iter().any(|tag| !tag.of(&packet.text).starts_with("CX-580E")),
    };
    let words = section.body.of(&packet.text);
    // A clause id need not stand in brackets here.
    let has_clause = tag::clauses(words).any(|clause| !clause.of(words).starts_with("CX-580E"));
    if !has_clause && !citations(words, section.body.start).iter().any(in_main_body) {
        report.at(section.title, "no section or clause of the Main Body is cited");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn clause_id_without_brackets_is_cited() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example-v2.md
## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
- Prior packet: .GOV/task_packets/WP-1-Example.md
- Preserved scope: STO-RAG-001 with its validators.
",
        );
    }
}
