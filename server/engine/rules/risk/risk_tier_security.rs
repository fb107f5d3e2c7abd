//! # A security matter is rated below HIGH
//!
//! Words such as auth, secret or sandbox in the goal say that a mistake here is more than a bug.
//!
//! ````md,bad
//! - RISK_TIER: MEDIUM
//! - What: Store the secrets of a user outside the database.
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! - What: Store the secrets of a user outside the database.
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::{stated, word};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const WORDS: &[&str] = &["ipc", "auth", "security", "capabilit", "sandbox", "secret", "crypto", "permission"];

fn check(packet: &Document, report: &mut Report) {
    let Some((tier, value)) = stated(packet) else { return };
    if tier == Tier::High {
        return;
    }
    let said = [Label::What, Label::DoneMeans, Label::InScopePaths];
    let fields = said.iter().filter_map(|&label| packet.field(label));
    let Some(named) = fields.filter_map(|field| sensitive(packet.whole(field), &packet.text)).next() else {
        return;
    };
    report
        .at(value.range, format!("{}, but the packet is about `{}`", tier.name(), named.of(&packet.text)))
        .replace(word(value), "HIGH")
        .related(packet.path.clone(), named, "named here");
}

/// The first word that begins like one of those above; an author is no authority over access.
fn sensitive(range: Range, text: &str) -> Option<Range> {
    let mut at = range.start;
    for word in range.of(text).split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let lower = word.to_ascii_lowercase();
        let is_author = lower.starts_with("author") && !lower.starts_with("authori");
        let is_authority = lower.starts_with("authorit");
        if WORDS.iter().any(|begin| lower.starts_with(begin)) && !is_author && !is_authority {
            return Some(Range::new(at, at + word.len()));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn authors_and_authorities_are_no_security() {
        check(&RULE, "- RISK_TIER: LOW\n- What: Name the author and the authority.\n");
        check(
            &RULE,
            "\
- RISK_TIER: LOW
             ^^^ LOW, but the packet is about `authorization`
- What: Check authorization.
",
        );
    }
}
