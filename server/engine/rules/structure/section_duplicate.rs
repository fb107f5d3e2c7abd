//! # A section stands twice
//!
//! Gates read the first one; what the second says is lost.
//!
//! ````md,bad
//! ## AUTHORITY
//! - SPEC_ANCHOR: 2.3.1
//! ## Authority
//! - SPEC_ANCHOR: 2.3.2
//! ````
//!
//! ````md,good
//! ## AUTHORITY
//! - SPEC_ANCHOR: 2.3.1
//! - SPEC_ANCHOR: 2.3.2
//! ````
//!
//! Source: Part 5.1 [CX-581].

use crate::document::Document;
use crate::document::contract::sections::SECTIONS;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::label::labels_equal;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let text = &document.text;
    let sections: Vec<&Section> =
        document.sections().iter().filter(|section| section.level == 2 && !section.reports).collect();
    for (at, section) in sections.iter().enumerate() {
        // Dated notes share a name and differ behind it; only the contract's sections are looked up by the name alone.
        let known = SECTIONS.iter().any(|known| known.name == section.name);
        let same = |earlier: &&&Section| {
            section.name == earlier.name
                && (known || labels_equal(section.title.of(text), earlier.title.of(text)))
        };
        let Some(first) = sections[..at].iter().find(same) else { continue };
        if section.name.is_empty() {
            continue;
        }
        report
            .at(section.title, format!("section `{}` stands here a second time", section.title.of(text)))
            .related(document.path.clone(), first.title, "the first one, which gates read");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::run;

    #[test]
    fn dated_notes_are_no_duplicates() {
        assert!(run(&RULE, "## Update (2026-03-01)\nx\n## Update (2026-03-02)\nx\n").1.is_empty());
        assert_eq!(run(&RULE, "## SCOPE\nx\n## SCOPE (second try)\nx\n").1.len(), 1);
    }

    #[test]
    fn reports_may_repeat() {
        assert!(run(&RULE, "## VALIDATION REPORT\nx\n## VALIDATION REPORT\nx\n").1.is_empty());
    }
}
