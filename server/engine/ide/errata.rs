//! An entry under ERRATA: what the protocol allows where the words are signed and only the section that they name is
//! wrong (Part 3, error recovery [CX-611]).

use super::moves;
use crate::diagnostics::Diagnostic;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Fix, Safety};
use crate::text::edit::Edit;
use crate::text::snippet;
use crate::workspace::Workspace;

/// The entry for a wrong anchor, with tab stops; `None` for what an ERRATA is not for.
pub fn entry(packet: &Document, workspace: &Workspace, found: &Diagnostic) -> Option<Fix> {
    if packet.kind != Kind::Packet || !found.rule.name.starts_with("spec-anchor-") {
        return None;
    }
    let note = moves::errata::note(found.range.of(&packet.text), None, None, workspace);
    let edit = moves::errata::appended(packet, &note);
    if packet.is_swallowed(edit.range.start) {
        return None;
    }
    let stops = snippet::of_plain(&edit.text).map(|text| Edit { text, ..edit.clone() });
    Some(Fix {
        title: "Record it under ERRATA".to_string(),
        safety: Safety::Review,
        edits: vec![edit],
        stops: stops.into_iter().collect(),
        place: None,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::diagnostics::{Scope, diagnostics, guard};
    use crate::ide::actions::actions;
    use crate::text::edit::Edits;

    const PATH: &str = ".GOV/task_packets/WP-1-One.md";
    const SIGNED: &str = "# Task Packet: WP-1-One\r\n- USER_SIGNATURE: mara050320260915\r\n## AUTHORITY\r\n\
        - SPEC_ANCHOR: 2.1.7\r\n";

    fn workspace(text: &str) -> Workspace {
        let mut workspace = Workspace::new(Arc::new(Config::default()));
        let config = workspace.config.clone();
        let name = format!("{}_v02.001.md", config.spec.file_prefix);
        let pointer = (config.layout.spec_pointer.clone(), Kind::SpecPointer, format!("**{name}**\n"));
        let spec = (name, Kind::Spec, "# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\n".to_string());
        for (path, kind, text) in [(PATH.to_string(), Kind::Packet, text.to_string()), pointer, spec] {
            workspace.insert(Document::new(path, kind, text, config.clone()));
        }
        workspace
    }

    #[test]
    fn wrong_anchor_of_a_signed_packet_is_corrected_under_errata() {
        let workspace = workspace(SIGNED);
        let packet = workspace.document(PATH).expect("it was inserted");
        let found = diagnostics(packet, &workspace, Scope::Active);
        let anchor =
            found.iter().find(|found| found.rule.name.starts_with("spec-anchor-")).expect("it is found");
        let offered = actions(packet, &workspace, &found, anchor.range, || None);
        let action =
            offered.iter().find(|action| action.title == "Record it under ERRATA").expect("it is offered");
        assert_eq!(action.disabled, None);
        let after = Edits::new(action.edits.clone()).and_then(|edits| edits.apply(SIGNED)).expect("it fits");
        assert!(after.starts_with(SIGNED.trim_end()), "what is signed stays: {after}");
        assert!(after.contains("\r\n\r\n## ERRATA\r\n- **Original SPEC_ANCHOR:** 2.1.7\r\n"));
        assert!(guard::refused(packet, &workspace, &action.edits).is_none());
        // A second entry goes below the first.
        let workspace = self::workspace(&after);
        let packet = workspace.document(PATH).expect("it was inserted");
        let again = entry(packet, &workspace, anchor).expect("another one");
        let twice = Edits::new(again.edits).and_then(|edits| edits.apply(&after)).expect("it fits");
        assert_eq!(
            (twice.matches("## ERRATA").count(), twice.matches("Original SPEC_ANCHOR").count()),
            (1, 2)
        );
    }

    #[test]
    fn what_is_not_signed_is_edited_where_it_stands() {
        let workspace = workspace(&SIGNED.replace("mara050320260915", "<pending>"));
        let packet = workspace.document(PATH).expect("it was inserted");
        let found = diagnostics(packet, &workspace, Scope::Active);
        let offered = found.iter().flat_map(|one| actions(packet, &workspace, &found, one.range, || None));
        assert!(offered.into_iter().all(|action| action.title != "Record it under ERRATA"));
    }
}
