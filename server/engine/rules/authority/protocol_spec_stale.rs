//! # A governance document names an old specification
//!
//! Protocols that name a version go stale with the next one; the pointer does not.
//!
//! ````md,bad
//! //- .GOV/roles/coder/CODER_PROTOCOL.md
//! # CODER_PROTOCOL
//! Read Demo_Master_Spec_v01.009.md first.
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! ````md,good
//! //- .GOV/roles/coder/CODER_PROTOCOL.md
//! # CODER_PROTOCOL
//! Read .GOV/roles_shared/SPEC_CURRENT.md first.
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! Source: Part 2.5.2.

use super::is_guide;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::grammar::spec_name::spec_version;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Governance],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(current) = workspace.index().named_spec.as_deref() else { return };
    let Some(now) = spec_version(current) else { return };
    if !is_guide(document) {
        return;
    }
    for line in document.prose_lines() {
        let words = line.of(&document.text);
        for name in find_spec_files(words, &document.config.spec.file_prefix) {
            if spec_version(name.of(words)).is_some_and(|named| named < now) {
                let range = Range::new(line.start + name.start, line.start + name.end);
                report
                    .at(range, format!("`{}` is old; the spec pointer names `{current}`", name.of(words)))
                    .replace(range, current);
            }
        }
    }
}
