//! # A setting is unknown or cannot be read
//!
//! Whatever `taskpacket.toml` says in a way that is not understood keeps its default, so every other finding may be
//! judged by settings that nobody chose.
//! An unknown name is a warning, with the nearest known one; a value of the wrong type is an error, and so is a file
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
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { kinds: &[Kind::Config], check: Check::Document(check), ..Rule::BASE };

fn check(document: &Document, report: &mut Report) {
    for problem in Config::parse(&document.text).1 {
        let finding = report.at(problem.range, problem.message);
        if problem.level == Level::Warning {
            finding.severity(Severity::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::check;

    #[test]
    fn unknown_names_and_wrong_types_are_told_where_they_stand() {
        check(
            &super::RULE,
            "[ranges]\ndone-means = 3\n             ^ a range is expected here: [least, most], or [least]\nserch-terms = [5, 20]\n^^^^^^^^^^^ `serch-terms` is no setting; did you mean `search-terms`?\n",
        );
    }
}
