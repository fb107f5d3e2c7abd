//! # Product code names the governance folder
//!
//! The product must run where no governance is: what it needs from there is its own. `taskpacket check` looks through `.rs`, `.ts`,
//! `.tsx` and `.toml` files below `src`, `app` and `tests`; the editor does not.
//!
//! ````md,bad
//! //- src/store.rs
//! const RULES: &str = ".GOV/roles_shared/SPEC_CURRENT.md";
//! ````
//!
//! ````md,good
//! //- src/store.rs
//! const RULES: &str = "rules/current.md";
//! ````
//!
//! Source: Repo boundary rules [CX-211] [CX-212].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use memchr::memmem;

pub const RULE: Rule = Rule { kinds: &[Kind::Product], check: Check::Document(check), ..Rule::BASE };

/// One finding a line.
fn check(source: &Document, report: &mut Report) {
    let governance = &source.config.layout.governance;
    let mut told = None;
    for at in memmem::find_iter(source.text.as_bytes(), governance.as_bytes()) {
        let end = at + governance.len();
        let is_path = matches!(source.text.as_bytes().get(end), Some(b'/' | b'\\'));
        let line = source.line_at(at);
        if is_path && told != Some(line) {
            told = Some(line);
            report.at(Range::new(at, end + 1), "product code names the governance folder");
        }
    }
}
