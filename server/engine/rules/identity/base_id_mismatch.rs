//! # BASE_WP_ID is not the id without its revision
//!
//! All revisions of one work share one base id.
//!
//! ````md,bad
//! - WP_ID: WP-1-Example-v2
//! - BASE_WP_ID: WP-1-Example-v2
//! ````
//!
//! ````md,good
//! - WP_ID: WP-1-Example-v2
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let (Some(base), Some(id)) = (document.filled(Label::BaseWpId), document.filled(Label::WpId)) else {
        return;
    };
    let wanted = base_of(id.text);
    if base.text != wanted {
        report
            .at(base.range, format!("BASE_WP_ID is `{}`; of `{}` it is `{wanted}`", base.text, id.text))
            .replace(base.range, wanted);
    }
}
