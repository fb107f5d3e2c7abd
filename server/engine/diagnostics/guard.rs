//! What no edit of ours may touch: words that a user signed, a signature itself, files that are history; and without
//! a person's word, what somebody said in a verdict, an approval or a report.

use crate::document::contract::label::Label;
use crate::document::contract::sections::SECTIONS;
use crate::document::contract::{Change, spec};
use crate::document::field::Field;
use crate::document::kind::Kind;
use crate::document::{Document, lock};
use crate::rules::report::{Fix, Safety};
use crate::text::edit::{Edit, Edits};
use crate::text::grammar::signature::find_signatures;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Why an edit is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It changes what a signature froze (Part 5.3 [CX-607]).
    Signed,
    /// It writes, changes or removes a signature (Part 2.5 [CX-585A]).
    Signature,
    /// The work is closed or replaced.
    Historical,
    /// It changes what a Validator, a Coder or the user said.
    Spoken,
}

impl Refusal {
    pub fn reason(self) -> &'static str {
        match self {
            Refusal::Signed => {
                "it is signed; what was signed changes in a new revision, or is corrected under ERRATA"
            }
            Refusal::Signature => "only the user signs",
            Refusal::Historical => "the work is closed, and its file stays as it is",
            Refusal::Spoken => {
                "it is part of a report, a verdict or an approval; whoever wrote it changes it"
            }
        }
    }
}

/// Why a fix is not made here; one that is made without asking may do less than one that a person chose.
pub fn refusal(document: &Document, workspace: &Workspace, fix: &Fix) -> Option<Refusal> {
    let never = refused(document, workspace, &fix.edits);
    never.or_else(|| {
        (fix.safety == Safety::Safe && is_spoken(document, &fix.edits)).then_some(Refusal::Spoken)
    })
}

/// Why nobody may make these edits, asked or not.
pub fn refused(document: &Document, workspace: &Workspace, edits: &[Edit]) -> Option<Refusal> {
    if workspace.lifecycle(document) == Lifecycle::Historical {
        return Some(Refusal::Historical);
    }
    if edits.iter().any(|edit| changes_signature(document, edit)) {
        return Some(Refusal::Signature);
    }
    let is_frozen = match document.kind {
        Kind::Packet => document.is_locked() && changes_frozen(document, edits),
        Kind::Refinement => document.is_locked() && edits.iter().any(|edit| !is_free(document, edit)),
        _ => false,
    };
    is_frozen.then_some(Refusal::Signed)
}

/// Whether the lines of an edit hold other signatures afterwards.
fn changes_signature(document: &Document, edit: &Edit) -> bool {
    let text = &document.text;
    let lines = document.line_at(edit.range.start).cover(document.line_at(edit.range.end));
    let before = lines.of(text);
    let (Some(head), Some(tail)) =
        (text.get(lines.start..edit.range.start), text.get(edit.range.end..lines.end))
    else {
        return true;
    };
    let after = format!("{head}{}{tail}", edit.text);
    !find_signatures(before)
        .map(|range| range.of(before))
        .eq(find_signatures(&after).map(|range| range.of(&after)))
}

/// Replaced words are judged by where they stand, inserted lines by what they would be.
fn changes_frozen(packet: &Document, edits: &[Edit]) -> bool {
    let adds_lines = |edit: &Edit| {
        let line = packet.line_at(edit.range.start);
        let below = edit.text.starts_with(['\n', '\r']) && edit.range.start == line.end;
        edit.range.is_empty() && (below || edit.text.ends_with('\n') && edit.range.start == line.start)
    };
    if edits.iter().any(|edit| !adds_lines(edit) && !is_free(packet, edit)) {
        return true;
    }
    let Some(after) = Edits::new(edits.to_vec()).and_then(|edits| edits.apply(&packet.text)) else {
        return true;
    };
    let after = Document::new(packet.path.clone(), packet.kind, after, packet.config.clone());
    lock::words(packet) != lock::words(&after)
}

fn is_free(document: &Document, edit: &Edit) -> bool {
    let at = edit.range.start;
    if let Some(field) = field_at(document, edit) {
        return field.spec().change == Change::Free;
    }
    let name = document.section_at(at).map(|section| section.name.as_str());
    document.kind == Kind::Packet
        && SECTIONS.iter().any(|section| Some(section.name) == name && section.change == Change::Free)
}

fn is_spoken(document: &Document, edits: &[Edit]) -> bool {
    const APPROVALS: &[Label] = &[Label::ApprovalEvidence, Label::ReviewStatus];
    if !matches!(document.kind, Kind::Packet | Kind::Refinement) {
        return false;
    }
    edits.iter().any(|edit| {
        let at = edit.range.start;
        let line = document.line_at(at);
        let is_verdict = document.verdict_lines().iter().any(|verdict| verdict.line == line);
        let is_approval = field_at(document, edit).is_some_and(|field| APPROVALS.contains(&field.label))
            || line.of(&document.text).to_ascii_uppercase().contains("SKELETON APPROVED");
        is_verdict || is_approval || document.in_report(at)
    })
}

/// The innermost field on whose line an edit begins.
fn field_at<'a>(document: &'a Document, edit: &Edit) -> Option<&'a Field> {
    let at = edit.range.start;
    let mut fields = document.fields().list.iter();
    fields.rfind(|field| field.line.start <= at && at <= field.line.end)
}

/// Whether what a signature froze may still be inserted as a field of this label.
pub fn is_frozen(document: &Document, label: Label) -> bool {
    matches!(document.kind, Kind::Packet | Kind::Refinement)
        && document.is_locked()
        && spec(label).change == Change::Frozen
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::text::range::Range;

    const SIGNED: &str = "# Task Packet: WP-1-One\n## METADATA\n- ROLE: Orchestrator\n- **Status:** Ready\n\
        - USER_SIGNATURE: mara050320260915\n## SCOPE\n- What: one thing\n## WAIVERS GRANTED\n- NONE\n\
        ## SKELETON\n- none yet\n## VALIDATION_REPORTS\nVerdict: PASS\n- well done\n";

    fn judged(kind: Kind, path: &str, text: &str, from: &str, to: &str, safety: Safety) -> Option<Refusal> {
        let mut workspace = Workspace::new(Arc::new(Config::default()));
        workspace.insert(Document::new(path, kind, text, workspace.config.clone()));
        let document = workspace.document(path).expect("it was inserted").clone();
        let at = text.find(from).expect("it is there");
        // A text that only grows is an insertion.
        let edit = match to.strip_prefix(from) {
            Some(more) => Edit::insert(at + from.len(), more),
            None => Edit::replace(Range::new(at, at + from.len()), to),
        };
        let fix = Fix { title: String::new(), safety, edits: vec![edit], stops: Vec::new(), place: None };
        refusal(&document, &workspace, &fix)
    }

    fn packet(text: &str, from: &str, to: &str, safety: Safety) -> Option<Refusal> {
        judged(Kind::Packet, ".GOV/task_packets/WP-1-One.md", text, from, to, safety)
    }

    #[test]
    fn signed_packet_keeps_what_was_signed_and_lives_on() {
        for (from, to, wanted) in [
            ("WP-1-One", "WP-1-Two", Some(Refusal::Signed)),
            ("Orchestrator", "Coder", Some(Refusal::Signed)),
            ("one thing", "another", Some(Refusal::Signed)),
            ("one thing", "one thing\n- Why: because", Some(Refusal::Signed)),
            ("Orchestrator", "Orchestrator\n- RISK_TIER: LOW", Some(Refusal::Signed)),
            ("## SCOPE", "## SCOPES", Some(Refusal::Signed)),
            ("- NONE", "- some", Some(Refusal::Signed)),
            ("Ready", "In Progress", None),
            ("none yet", "a trait", None),
            ("one thing", "one thing\n\n## HYGIENE\n- clean", None),
            ("Orchestrator", "Orchestrator\n- CODER_MODEL: <unclaimed>", None),
            ("- NONE", "- NONE\n- Waiver ID: W-1", None),
        ] {
            assert_eq!(packet(SIGNED, from, to, Safety::Review), wanted, "{from} -> {to}");
        }
        let open = SIGNED.replace("mara050320260915", "<pending>");
        assert_eq!(packet(&open, "one thing", "another", Safety::Safe), None);
    }

    #[test]
    fn signature_is_neither_written_nor_changed_nor_moved_away() {
        let open = SIGNED.replace("mara050320260915", "<pending>");
        for (text, from, to) in [
            (&*open, "<pending>", "mara050320260915"),
            (SIGNED, "0915", "0916"),
            (SIGNED, ": mara", ": otto"),
            (SIGNED, "- USER_SIGNATURE: mara050320260915\n", ""),
            (SIGNED, "ara0503", ""),
        ] {
            assert_eq!(packet(text, from, to, Safety::Review), Some(Refusal::Signature), "{from} -> {to}");
        }
        let row = "| mara050320260915 | 2026-03-05 | old |\n";
        let audit = |from, to| {
            judged(Kind::Audit, ".GOV/roles_shared/SIGNATURE_AUDIT.md", row, from, to, Safety::Review)
        };
        assert_eq!(audit("old", "new"), None);
        assert_eq!(audit("mara", "otto"), Some(Refusal::Signature));
    }

    #[test]
    fn what_somebody_said_changes_only_when_a_person_says_so() {
        let open = SIGNED.replace("mara050320260915", "<pending>");
        for (from, to) in [("PASS", "FAIL"), ("well done", "done"), ("- well done", "- well done\n- more")] {
            assert_eq!(packet(&open, from, to, Safety::Safe), Some(Refusal::Spoken), "{from} -> {to}");
            assert_eq!(packet(&open, from, to, Safety::Review), None, "{from} -> {to}");
        }
    }

    #[test]
    fn closed_work_stays_as_it_is() {
        let done = SIGNED.replace("mara050320260915", "<pending>").replace("Ready", "Done");
        assert_eq!(packet(&done, "none yet", "more", Safety::Review), Some(Refusal::Historical));
    }

    #[test]
    fn signed_refinement_is_not_edited_at_all() {
        let text = "## TECHNICAL_REFINEMENT\n- USER_SIGNATURE: mara050320260915\n### PRIMITIVES\n- a\n";
        let path = ".GOV/refinements/WP-1-One.md";
        let judged = |text: &str| judged(Kind::Refinement, path, text, "- a", "- b", Safety::Review);
        assert_eq!(judged(text), Some(Refusal::Signed));
        assert_eq!(judged(&text.replace("mara050320260915", "<pending>")), None);
    }
}
