//! # The packet names another codex than the spec pointer
//!
//! Rules change with the codex; the packet would be judged by rules it does not name.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Codex: Team Codex v1.3.md
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! **Team Codex v1.4.md**
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Codex: Team Codex v1.4.md
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! **Team Codex v1.4.md**
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::SpecVersion;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(value) = packet.filled(Label::Codex) else { return };
    let Some(current) = workspace.index().named_codex.as_deref() else { return };
    if let (Some(written), Some(now)) = (version(value.text), version(current))
        && written != now
    {
        report
            .at(value.range, format!("`{}`, but the spec pointer names `{current}`", value.text))
            .replace(value.range, current)
            .related(
                workspace.config.layout.spec_pointer.as_str().into(),
                workspace
                    .only(Kind::SpecPointer)
                    .and_then(|pointer| pointer.named_codex())
                    .unwrap_or_default(),
                "the governance reference",
            );
    }
}

fn version(name: &str) -> Option<SpecVersion> {
    let at = name.find("Codex v")? + "Codex v".len();
    SpecVersion::read(name.get(at..)?).map(|(version, _)| version)
}
