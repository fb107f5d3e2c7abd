//! # The refinement states another id than its file
//!
//! Gates find a refinement by its file and check the id in it.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! - WP_ID: WP-1-Console
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 2.5.2 [CX-585A].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Refinement], fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(refinement: &Document, report: &mut Report) {
    let Some(stated) = refinement.filled(Label::WpId) else { return };
    if stated.text != refinement.stem() {
        let file = refinement.path.rsplit('/').next().unwrap_or_default();
        report
            .at(stated.range, format!("the refinement states `{}`, the file is `{file}`", stated.text))
            .replace(stated.range, refinement.stem());
    }
}
