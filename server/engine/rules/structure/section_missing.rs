//! # A section is missing
//!
//! A packet without one of its sections cannot be followed to its end.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ## SCOPE
//! ## BOOTSTRAP
//! ## AUTHORITY
//! ## VALIDATION
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ## SCOPE
//! ## QUALITY_GATE
//! ## BOOTSTRAP
//! ## AUTHORITY
//! ## VALIDATION
//! ````
//!
//! Source: Part 5.1 [CX-581].

use super::hidden_heading::hidden_headings;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::sections::{Group, SECTIONS};
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // A heading behind a literal `\n` is there; that it is hidden is told elsewhere.
    let hidden: Vec<String> = hidden_headings(packet).map(|hidden| hidden.name).collect();
    let has = |name: &str| {
        packet.sections().iter().any(|section| section.name == name)
            || hidden.iter().any(|hidden| hidden == name)
    };
    for section in SECTIONS {
        let needed = section.group == Group::Every || packet.is_modern();
        if !needed || has(section.name) || is_told_elsewhere(packet, section.name) {
            continue;
        }
        let finding = report
            .at(packet.place_in("METADATA"), format!("no section `{}`", section.heading))
            .insert(format!("Insert {}", section.name), template::section(packet, section.name));
        // Without the closure plan a gate stops; the other newer sections are asked for by the template alone.
        if section.group == Group::Modern && section.name != "END_TO_END_CLOSURE_PLAN" {
            finding.severity(Severity::Warning);
        }
    }
}

/// Sections whose absence is a rule of its own.
fn is_told_elsewhere(packet: &Document, name: &str) -> bool {
    match name {
        "SCOPE" => packet.field(Label::Scope).is_none(),
        "BOOTSTRAP" => packet.field(Label::Bootstrap).is_none(),
        "SKELETON" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn hidden_section_is_not_told_twice() {
        let packet = "# Task Packet: WP-1-Example\n## METADATA\n## SCOPE\n## QUALITY_GATE\n## BOOTSTRAP\n## AUTHORITY\n- NONE";
        assert_eq!(run(&RULE, &format!("{packet}\n")).1.len(), 1);
        assert_eq!(run(&RULE, &format!("{packet}\\n## VALIDATION\n")).1.len(), 0);
    }
}
