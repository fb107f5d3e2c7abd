//! # A setting is unknown or cannot be read
//!
//! Whatever `taskpacket.toml` says in a way that is not understood keeps its default, so every other finding may be
//! judged by settings that nobody chose.
//! An unknown name, also of a rule, is a warning, with the nearest known one; a value of the wrong type is an error, and so is a file
//! that is not TOML, of which nothing counts.
//! `select` does not leave this rule out; `ignore` and `severity` do.
//!
//! ````md,bad
//! [spec]
//! file_prefix = "Fieldbook_Master_Spec"
//! ````
//!
//! ````md,good
//! [spec]
//! file-prefix = "Fieldbook_Master_Spec"
//! ````
//!
//! Source: none; the file is our own.

use crate::config::{Config, Level};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FAMILIES, Rule, find, nearest};

pub const RULE: Rule = Rule { kinds: &[Kind::Config], check: Check::Document(check), ..Rule::BASE };

fn check(document: &Document, report: &mut Report) {
    for problem in Config::parse(&document.text).1 {
        let finding = report.at(problem.range, problem.message);
        if problem.level == Level::Warning {
            finding.severity(Severity::Warning);
        }
    }
    for (name, range) in Config::rules_named(&document.text) {
        let is_family = FAMILIES.iter().any(|family| family.letter.to_string() == name);
        if !is_family && find(&name).is_none() {
            let near = nearest(&name).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            let message = format!("there is no rule or family `{name}`{near}");
            report.at(range, message).severity(Severity::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::check;

    #[test]
    fn rules_that_do_not_exist_are_told() {
        check(
            &super::RULE,
            "select = [\"A\", \"file-bom\", \"file-bon\"]\n                            ^^^^^^^^ there is no rule or family `file-bon`; did you mean `file-bom`?\nignore = [\"1\"]\n           ^ there is no rule or family `1`\n[severity]\nB = \"hint\"\nrisk-teir-invalid = \"off\"\n^^^^^^^^^^^^^^^^^ there is no rule or family `risk-teir-invalid`; did you mean `risk-tier-invalid`?\n",
        );
    }

    #[test]
    fn unknown_names_and_wrong_types_are_told_where_they_stand() {
        check(
            &super::RULE,
            "[ranges]\ndone-means = 3\n             ^ a range is expected here: [least, most], or [least]\nserch-terms = [5, 20]\n^^^^^^^^^^^ `serch-terms` is no setting; did you mean `search-terms`?\n",
        );
    }
}
