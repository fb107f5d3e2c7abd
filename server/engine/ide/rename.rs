//! A work packet under another id: its files, and every mention that may change. What is signed keeps its id.

use std::sync::Arc;

use super::source_change::{Refusal, SourceChange};
use super::target::{Target, target};
use crate::diagnostics::guard;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids, is_wp_id};
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// The id under the cursor, or why it stays as it is.
pub fn prepare(
    document: &Document,
    workspace: &Workspace,
    offset: usize,
) -> Result<(Range, String), Refusal> {
    let Some(Target::WorkPacket { id, range }) = target(document, workspace, offset) else {
        return Err(Refusal::new("only ids of work packets are renamed here", "put the cursor on one"));
    };
    may_change(&id, workspace)?;
    Ok((range, id))
}

/// Everything that has to change for a work packet to go by another id.
pub fn rename(id: &str, new: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    may_change(id, workspace)?;
    may_be(id, new, workspace)?;
    let moves_base = base_of(id) != base_of(new);
    let mut change = SourceChange::new(format!("Rename {id} to {new}"));
    let mut stays = 0;
    for document in workspace.documents() {
        // The log says what happened, and under which id.
        if matches!(document.kind, Kind::Spec | Kind::Template | Kind::Config | Kind::Gates) {
            continue;
        }
        let mut edits = mentions(document, id, new);
        if moves_base {
            edits.extend(bases(document, id, new, workspace));
        }
        edits.sort_by_key(|edit| edit.range);
        edits.dedup_by(|one, other| one.range == other.range);
        let found = edits.len();
        edits.retain(|edit| guard::refused(document, workspace, std::slice::from_ref(edit)).is_none());
        stays += found - edits.len();
        let count = edits.len();
        change.edit(document, format!("{count} mentions"), edits)?;
    }
    for from in files(id, workspace) {
        let folder = from.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        change.rename(&from.path, &format!("{folder}/{new}.md"), "named after its work packet");
    }
    if stays > 0 {
        change.title = format!("{}; {stays} mentions in what is signed or closed stay", change.title);
    }
    Ok(change)
}

/// Whether a work packet may go by another id at all.
fn may_change(id: &str, workspace: &Workspace) -> Result<(), Refusal> {
    let revision = "give the changed work an id of its own in a new revision";
    let refuse = |why: String| Err(Refusal::new(why, revision));
    if files(id, workspace).next().is_none() {
        return Err(Refusal::new(
            format!("{id} has no packet, stub or refinement here"),
            "edit its mentions by hand",
        ));
    }
    if let Some(packet) = workspace.packet(id) {
        if packet.is_locked() {
            return refuse(format!("{id} is signed, and what is signed keeps its id"));
        }
        if workspace.lifecycle(packet) == Lifecycle::Historical {
            return refuse(format!("the work of {id} is closed or replaced"));
        }
    }
    if let Some(refinement) = workspace.refinement(id)
        && (refinement.is_locked() || refinement.filled(Label::ApprovalEvidence).is_some())
    {
        return refuse(format!("the refinement of {id} is approved under this id"));
    }
    if workspace.index().gates(id).iter().any(|record| record.gate == "SIGNATURE") {
        return refuse(format!("the gates log has a signature for {id}"));
    }
    Ok(())
}

/// Whether this can be the new id.
fn may_be(id: &str, new: &str, workspace: &Workspace) -> Result<(), Refusal> {
    let index = workspace.index();
    if !is_wp_id(new) {
        let form = "write `WP-`, the phase, and a name of letters, digits and hyphens";
        return Err(Refusal::new(format!("`{new}` is no id of a work packet"), form));
    }
    let is_taken =
        files(new, workspace).next().is_some() || index.board().iter().any(|entry| entry.wp == new);
    if is_taken || new == id {
        return Err(Refusal::new(format!("{new} is taken"), "choose another id"));
    }
    let family = index.family(base_of(id));
    if base_of(id) != base_of(new) && family.iter().any(|other| *other != id) {
        let others = family.into_iter().filter(|other| *other != id).collect::<Vec<_>>().join(", ");
        return Err(Refusal::new(
            format!("{others} has the same base, which would be another one"),
            format!("choose an id with the base {}", base_of(id)),
        ));
    }
    Ok(())
}

/// The files that are named after a work packet.
fn files<'a>(id: &str, workspace: &'a Workspace) -> impl Iterator<Item = &'a Arc<Document>> {
    [workspace.packet(id), workspace.stub(id), workspace.refinement(id)].into_iter().flatten()
}

fn mentions(document: &Document, id: &str, new: &str) -> Vec<Edit> {
    let text = &document.text;
    let own = find_wp_ids(text).filter(|range| range.of(text) == id);
    own.map(|range| Edit::replace(range, new)).collect()
}

/// The base id, where only this work packet has it: in its own files, and in its row of the registry.
fn bases(document: &Document, id: &str, new: &str, workspace: &Workspace) -> Vec<Edit> {
    let (old, base) = (base_of(id), base_of(new));
    let text = &document.text;
    if document.kind == Kind::Registry {
        let rows = document.registry_rows().iter().filter(|row| row.base.of(text) == old);
        return rows.map(|row| Edit::replace(row.base, base)).collect();
    }
    if files(id, workspace).all(|own| own.path != document.path) {
        return Vec::new();
    }
    let fields = document.fields().all(Label::BaseWpId).map(|field| document.value_of(field).range);
    fields.filter(|range| range.of(text) == old).map(|range| Edit::replace(range, base)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::asked;

    const FILES: &str = "\
//- .GOV/task_packets/WP-1-A.md
# Task Packet: WP-1-A
- WP_ID: WP-1-A
- BASE_WP_ID: WP-1-A
- REFINEMENT_FILE: .GOV/refinements/WP-1-A.md
//- .GOV/refinements/WP-1-A.md
## TECHNICAL_REFINEMENT (MASTER SPEC)
- WP_ID: WP-1-A
//- .GOV/task_packets/WP-1-B.md
# Task Packet: WP-1-B
- USER_SIGNATURE: mara050320260915
## SCOPE
- What: Goes on from WP-1-A and WP-1-A-v2.
## NOTES
//- .GOV/task_packets/WP-1-C.md
# Task Packet: WP-1-C
- Depends on: WP-1-A
//- .GOV/roles_shared/TASK_BOARD.md
## Ready for Dev
- **[WP-1-A]** - [READY_FOR_DEV]
//- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
| Base WP ID | Active Packet | Task Board | Notes |
|---|---|---|---|
| WP-1-A | .GOV/task_packets/WP-1-A.md | Ready for Dev | - |
//- .GOV/roles_shared/SIGNATURE_AUDIT.md
| Signature | Used By | Date | Purpose |
|---|---|---|---|
| mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-B, after WP-1-A |
";

    #[test]
    fn every_mention_that_may_change_does_and_the_files_move() {
        let place = asked(&format!("{FILES}$0"));
        let change = rename("WP-1-A", "WP-1-New", &place.workspace).expect("it may change");
        assert_eq!(change.title, "Rename WP-1-A to WP-1-New; 1 mentions in what is signed or closed stay");
        let after = change.applied(&place.workspace);
        assert!(after.packet("WP-1-A").is_none() && after.refinement("WP-1-A").is_none());
        let packet = after.packet("WP-1-New").expect("it moved");
        assert_eq!(
            &*packet.text,
            "# Task Packet: WP-1-New\n- WP_ID: WP-1-New\n- BASE_WP_ID: WP-1-New\n- REFINEMENT_FILE: .GOV/refinements/WP-1-New.md\n"
        );
        assert!(
            after.packet("WP-1-B").is_some_and(|signed| signed.text.contains("from WP-1-A and WP-1-A-v2."))
        );
        assert!(after.packet("WP-1-C").is_some_and(|other| other.text.contains("Depends on: WP-1-New\n")));
        assert_eq!(after.meant("WP-1-New"), "WP-1-New");
        assert!(after.index().registered("WP-1-New").is_some_and(|row| row.active_id() == "WP-1-New"));
        assert!(after.index().on_board("WP-1-New").next().is_some());
        assert!(after.index().audit().iter().any(|row| row.purpose.ends_with("after WP-1-New")));
    }

    #[test]
    fn what_is_signed_keeps_its_id_and_says_why() {
        let place = asked(&FILES.replacen("Task Packet: WP-1-B", "Task Packet: WP-1-$0B", 1));
        let refused = prepare(place.document(), &place.workspace, place.offset).expect_err("it is signed");
        assert!(refused.why.contains("WP-1-B is signed"), "{refused}");
        assert!(refused.next.contains("new revision"), "{refused}");
        let gone = asked("//- .GOV/task_packets/WP-1-C.md\n- Depends on: WP-1-$0Gone\n");
        assert!(prepare(gone.document(), &gone.workspace, gone.offset).is_err());
        let words = asked("//- .GOV/task_packets/WP-1-C.md\n- What: wo$0rds\n");
        assert!(prepare(words.document(), &words.workspace, words.offset).is_err());
        let approved = asked(
            "//- .GOV/refinements/WP-1-A.md\n## TECHNICAL_REFINEMENT\n- WP_ID: WP-1-$0A\n- USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-A\n",
        );
        assert!(prepare(approved.document(), &approved.workspace, approved.offset).is_err());
        let open = asked(&FILES.replacen("Depends on: WP-1-A", "Depends on: WP-$01-A", 1));
        let (range, id) = prepare(open.document(), &open.workspace, open.offset).expect("it is open");
        assert_eq!((range.of(&open.document().text), id.as_str()), ("WP-1-A", "WP-1-A"));
    }

    #[test]
    fn the_new_id_has_the_form_of_one_and_is_free() {
        let place = asked(&format!("{FILES}$0"));
        for (new, wanted) in
            [("A-1", "no id"), ("WP-1-B", "taken"), ("WP-1-A", "taken"), ("WP-1-A b", "no id")]
        {
            let refused = rename("WP-1-A", new, &place.workspace).expect_err("it is refused");
            assert!(refused.why.contains(wanted), "{new}: {refused}");
        }
        let files = FILES.replace("task_packets/WP-1-A.md | Ready", "task_packets/WP-1-A-v2.md | Ready");
        let revised = asked(&format!(
            "{files}//- .GOV/task_packets/WP-1-A-v2.md\n# Task Packet: WP-1-A-v2\n- BASE_WP_ID: WP-1-A\n$0"
        ));
        assert!(
            rename("WP-1-A-v2", "WP-1-New-v2", &revised.workspace).is_err(),
            "the base has another revision"
        );
        let change = rename("WP-1-A-v2", "WP-1-A-v3", &revised.workspace).expect("the base stays");
        let after = change.applied(&revised.workspace);
        assert!(
            after.packet("WP-1-A-v3").is_some_and(|packet| packet.text.ends_with("- BASE_WP_ID: WP-1-A\n"))
        );
        assert!(after.packet("WP-1-A").is_some());
        assert!(after.index().registered("WP-1-A").is_some_and(|row| row.active_id() == "WP-1-A-v3"));
    }
}
