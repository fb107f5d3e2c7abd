//! # REFINEMENT_FILE does not name the refinement of this packet
//!
//! Gates take the refinement from this field.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - REFINEMENT_FILE: .GOV/refinements/WP-1-Other.md
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - REFINEMENT_FILE: .GOV/refinements/WP-1-Example.md
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let wanted = format!("{}/{}.md", packet.config.layout.refinements, packet.stem());
    match packet.filled(Label::RefinementFile) {
        Some(value) if value.text.trim_start_matches('/') == wanted => {}
        Some(value) => {
            report.at(value.range, format!("`{}` is not {wanted}", value.text)).fix(
                format!("Write {wanted}"),
                Safety::Review,
                vec![Edit::replace(value.range, wanted)],
            );
        }
        None if packet.is_modern() => report.unsaid(packet, Label::RefinementFile),
        None => {}
    }
}
