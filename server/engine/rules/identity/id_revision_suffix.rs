//! # The revision is not written `-v2`
//!
//! Only a trailing `-v` and a whole number is a revision; any other ending makes a work of its own.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Export-rev2.md
//! # Task Packet: WP-1-Export-rev2
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Export-v2.md
//! # Task Packet: WP-1-Export-v2
//! ````
//!
//! Source: Part 5.6 [CX-607].

use super::packet_title::place_of_name;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    if let Some(ending) = odd_ending(document.stem()) {
        report.at(
            place_of_name(document),
            format!("`{ending}` is not read as a revision; revisions are written `-v2`, `-v3` .."),
        );
    }
}

/// An ending that means a revision and is none.
fn odd_ending(stem: &str) -> Option<&str> {
    let at = stem.rfind(['-', '_'])?;
    let ending = stem.get(at..)?;
    let (joint, word) = ending.split_at_checked(1)?;
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let after = |prefix: &str| word.strip_prefix(prefix).is_some_and(is_number);
    let version = word.strip_prefix('v').is_some_and(|version| {
        let dotted =
            version.split_once('.').is_some_and(|(major, minor)| is_number(major) && is_number(minor));
        dotted || is_number(version) && (joint == "_" || version.starts_with('0'))
    });
    (version || after("V") || after("rev") || after("r") || word.eq_ignore_ascii_case("variant"))
        .then_some(ending)
}

#[cfg(test)]
mod tests {
    use super::odd_ending;

    #[test]
    fn endings_that_mean_a_revision() {
        for stem in [
            "WP-1-A-V2",
            "WP-1-A-v0",
            "WP-1-A-v02",
            "WP-1-A_v2",
            "WP-1-A-rev2",
            "WP-1-A-r2",
            "WP-1-A-variant",
            "WP-1-A-v1.2",
        ] {
            assert!(odd_ending(stem).is_some(), "{stem}");
        }
    }

    #[test]
    fn endings_that_are_one_or_mean_none() {
        for stem in [
            "WP-1-A-v2",
            "WP-1-MEX-v1.2-Runtime",
            "WP-1-Server",
            "WP-1-A-review",
            "WP-1-A-v",
            "",
            "-",
            "\u{e9}-",
        ] {
            assert_eq!(odd_ending(stem), None, "{stem}");
        }
    }
}
