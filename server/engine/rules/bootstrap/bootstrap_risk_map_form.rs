//! # A RISK_MAP item does not say what fails and what suffers
//!
//! The form is `"failure mode" -> "affected subsystem"`.
//!
//! ````md,bad
//! - RISK_MAP:
//!   - the migration may fail
//! ````
//!
//! ````md,bad
//! - RISK_MAP:
//!   - retries overlap => records are written twice
//! ````
//!
//! ````md,good
//! - RISK_MAP:
//!   - "Migration fails" -> "Database layer"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::risk::{RiskForm, risk_arrow};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RiskMap) else { return };
    let items = packet.items(field);
    if items.written != Written::List {
        return;
    }
    for item in &items.list {
        let words = item.head.of(&packet.text);
        if placeholder::class_with_note(words).is_none() && risk_arrow(words) == RiskForm::No {
            let finding =
                report.at(item.head, format!("`{words}` is not of the form \"failure\" -> \"impact\""));
            if let Some(risk) = as_risk(words) {
                finding.replace(item.head, risk);
            }
        }
    }
}

/// Both sides of whatever stands between them, in the form that is wanted.
fn as_risk(words: &str) -> Option<String> {
    let split = ["->", "\u{2192}", "=>", ": "].iter().find_map(|mark| words.split_once(mark));
    let bare = |side: &str| side.trim().trim_matches(['"', '*', '`']).trim().to_string();
    let (failure, impact) = split.map(|(failure, impact)| (bare(failure), bare(impact)))?;
    let is_plain = |side: &str| !side.is_empty() && !side.contains('"');
    (is_plain(&failure) && is_plain(&impact)).then(|| format!("\"{failure}\" -> \"{impact}\""))
}
