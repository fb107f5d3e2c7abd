//! # A template variable was never replaced
//!
//! `{{NAME}}` is what the generator fills in.
//!
//! ````md,bad
//! - REQUESTOR: {{REQUESTOR}}
//! ````
//!
//! ````md,good
//! - REQUESTOR: mara
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    // One look at the whole text is cheaper than one at each line.
    if memchr::memmem::find(document.text.as_bytes(), b"{{").is_none() {
        return;
    }
    for line in document.prose_lines() {
        let words = line.of(&document.text);
        let Some(open) = words.find("{{") else { continue };
        let Some(length) = words[open..].find("}}") else { continue };
        let name = &words[open..open + length + 2];
        // Braces in backticks are quoted text.
        // A search term is quoted text, too.
        let searched = document.field(Label::SearchTerms).is_some_and(|field| field.block.contains(line));
        let quoted = searched || words[..open].ends_with('`');
        if !quoted && name[2..name.len() - 2].bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') {
            let range = Range::new(line.start + open, line.start + open + name.len());
            let finding = report.at(range, format!("`{name}` was never replaced"));
            if let Some(value) = value_of(name, document, workspace) {
                finding.replace(range, value);
            }
        }
    }
}

/// What a name of the template stands for, as far as it is known here.
fn value_of(name: &str, document: &Document, workspace: &Workspace) -> Option<String> {
    match name.trim_matches(['{', '}']) {
        "WP_ID" => Some(document.stem().to_string()),
        "DATE_ISO" => workspace.surroundings.utc_now(),
        "SPEC_BASELINE" | "SPEC_TARGET_RESOLVED" => {
            workspace.index().named_spec.as_deref().map(str::to_string)
        }
        "USER_SIGNATURE" => Some("<pending>".to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn search_terms_are_quoted() {
        check(
            &RULE,
            "\
- SEARCH_TERMS:
  - \"{{PROJECT_CODE}}\"
",
        );
    }
}
