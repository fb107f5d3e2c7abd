//! What other files may know about one file: ids, states, signatures, rows. Never a position,
//! so that typing prose above a fact does not wake the files that read it.

use serde::Serialize;

use super::Document;
use super::board::State;
use super::contract::label::Label;
use super::gates::Said;
use super::kind::Kind;
use super::paths::{PathEntry, PathForm};
use super::status::Status;
use crate::text::grammar;
use crate::text::grammar::verdict::Verdict;
use crate::text::hash::ContentHash;
use crate::text::range::Range;

/// The facts of one file; most members are empty for most kinds.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct Facts {
    /// The id the file is about: its stem, because files are looked up by name.
    pub stem: String,
    /// The id it states, where it differs from the stem.
    pub stated_id: Option<String>,
    pub what: Option<String>,
    pub status: Option<Status>,
    pub modern: bool,
    pub locked: bool,
    pub last_verdict: Option<Verdict>,
    /// REFINEMENT_FILE, as a path relative to the root.
    pub refinement_file: Option<String>,
    /// Uses of signatures (not mentions): see [`SignatureUse`].
    pub signatures: Vec<SignatureUse>,
    /// IN_SCOPE_PATHS, without slashes at the end and in small letters, as files are locked.
    pub in_scope: Vec<String>,
    /// Paths named in IN_SCOPE_PATHS and FILES_TO_OPEN, and the targets of the manifest.
    pub paths: Vec<String>,
    /// Paths of `path:line` in the evidence and in the lineage audit.
    pub cited: Vec<String>,
    /// Commits that the lineage audit names as those that introduced something.
    pub commits: Vec<String>,
    pub depends_on: Vec<String>,
    pub blocks: Vec<String>,
    /// SPEC_ANCHOR values as written (packets: one; refinements: one per anchor block).
    pub anchors: Vec<String>,
    /// The refinement's approval evidence names this id and it is signed.
    pub approved: bool,
    pub enrichment: Option<String>,
    pub waivers: Vec<WaiverFact>,
    /// The specification that an approved refinement was written from: its file and the SHA1 it had.
    pub recorded_spec: Option<(String, String)>,
    pub board: Vec<BoardFact>,
    /// What the board says that work packets wait for.
    pub blockers: Vec<BlockerFact>,
    pub audit: Vec<AuditFact>,
    pub registry: Vec<RegistryFact>,
    pub gates: Vec<GateFact>,
    pub named_spec: Option<String>,
    pub named_codex: Option<String>,
    /// Distinguishes two versions of a master spec; means nothing outside this run.
    #[serde(skip)]
    pub content: Option<ContentHash>,
}

/// One place where a signature is spent: a packet, a refinement, a gates record or an audit row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureUse {
    pub signature: String,
    /// The work packet it is spent for; `None` for a spec enrichment.
    pub wp: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoardFact {
    pub wp: String,
    pub state: State,
    pub token: Option<String>,
}

/// A work packet that is Blocked or gate-critical, and the ones that the board names as its blockers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BlockerFact {
    pub wp: String,
    pub on: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaiverFact {
    pub id: Option<String>,
    /// The day after which it no longer holds.
    pub expiry: Option<String>,
    /// Whether somebody has looked at it again.
    pub revalidated: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditFact {
    pub signature: String,
    pub date: String,
    pub purpose: String,
    pub spec_version: String,
    /// The work packets the purpose names.
    pub wps: Vec<String>,
    /// Marked `(INVALID ..)`: spent by mistake.
    pub invalid: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegistryFact {
    pub base: String,
    /// The path of the active packet.
    pub active: String,
    pub board: String,
    pub notes: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateFact {
    pub wp: String,
    pub gate: String,
    pub timestamp: String,
    pub signature: Option<String>,
    pub worktree: Option<String>,
}

impl RegistryFact {
    /// The id of the active packet: its file's name.
    pub fn active_id(&self) -> &str {
        self.active.rsplit('/').next().unwrap_or("").trim_end_matches(".md")
    }
}

impl Facts {
    /// Collects the facts of a document.
    pub fn of(document: &Document) -> Facts {
        let mut facts = Facts { stem: document.stem().to_string(), ..Facts::default() };
        match document.kind {
            Kind::Packet | Kind::Stub => packet(document, &mut facts),
            Kind::Refinement => refinement(document, &mut facts),
            Kind::Board => board(document, &mut facts),
            Kind::Audit => audit(document, &mut facts),
            Kind::Registry => registry(document, &mut facts),
            Kind::Gates => gates(document, &mut facts),
            Kind::SpecPointer => {
                let said = |range: Range| range.of(&document.text).to_string();
                facts.named_spec = document.named_spec().map(said);
                facts.named_codex = document.named_codex().map(said);
            }
            Kind::Spec => facts.content = Some(ContentHash::of(document.text.as_bytes())),
            Kind::Template | Kind::Governance | Kind::Config | Kind::Product => {}
        }
        facts
    }
}

fn packet(document: &Document, facts: &mut Facts) {
    let said = |label: Label| document.filled(label).map(|value| value.text.to_string());
    facts.stated_id = said(Label::WpId).or_else(|| said(Label::TaskId)).filter(|id| *id != facts.stem);
    facts.what = said(Label::What);
    facts.status = document.value(Label::Status).and_then(|value| Status::of(value.text));
    facts.modern = document.is_modern();
    facts.locked = document.is_locked();
    facts.last_verdict = document.last_verdict();
    facts.refinement_file = said(Label::RefinementFile).map(|path| path.trim_start_matches('/').to_string());
    spent(document, facts);
    facts.in_scope = in_scope(document);
    for label in [Label::InScopePaths, Label::FilesToOpen] {
        facts.paths.extend(document.paths(label).iter().map(|entry| entry.path.clone()));
    }
    facts.paths.extend(document.manifest_targets().map(|(_, target)| target));
    facts.cited = document.evidence().into_iter().map(|cited| cited.path).collect();
    facts.cited.dedup();
    facts.commits = document.introduced().into_iter().flat_map(|(_, commits)| commits).collect();
    facts.depends_on = ids(document, Label::DependsOn);
    facts.blocks = ids(document, Label::Blocks);
    facts.waivers = document
        .waivers()
        .into_iter()
        .map(|waiver| WaiverFact {
            id: waiver.id.map(|id| id.of(&document.text).to_string()),
            expiry: waiver.expiry.map(|day| day.of(&document.text).to_string()),
            revalidated: waiver.range.of(&document.text).to_ascii_lowercase().contains("revalidat"),
        })
        .collect();
    if let Some(field) = document.field(Label::SpecAnchor) {
        facts.anchors.push(document.said(field).text.to_string());
    }
}

fn refinement(document: &Document, facts: &mut Facts) {
    spent(document, facts);
    facts.approved =
        facts.signatures.iter().any(|used| document.config.users.signature(&used.signature).is_some())
            && document
                .value(Label::ApprovalEvidence)
                .is_some_and(|value| value.text == format!("APPROVE REFINEMENT {}", facts.stem));
    if facts.approved
        && let (Some(target), Some(sha1)) =
            (document.filled(Label::SpecTargetResolved), document.filled(Label::SpecTargetSha1))
        && let Some(file) =
            grammar::spec_name::find_spec_files(target.text, &document.config.spec.file_prefix).next()
    {
        facts.recorded_spec = Some((file.of(target.text).to_string(), sha1.text.to_ascii_lowercase()));
    }
    facts.enrichment = document.filled(Label::EnrichmentNeeded).map(|value| value.text.to_string());
    for field in document.fields().all(Label::SpecAnchor) {
        facts.anchors.push(document.said(field).text.to_string());
    }
}

/// The signatures of USER_SIGNATURE and the footer, well-formed or only shaped like one.
fn spent(document: &Document, facts: &mut Facts) {
    for label in [Label::UserSignature, Label::SignatureLocked] {
        for field in
            document.fields().all(label).filter(|field| label == Label::SignatureLocked || !field.in_report)
        {
            let written =
                document.value_of(field).text.split_whitespace().next().unwrap_or("").trim_matches('`');
            let known = facts.signatures.iter().any(|used| used.signature == written);
            if document.config.users.looks_like_signature(written) && !known {
                let wp = Some(facts.stem.clone());
                facts.signatures.push(SignatureUse { signature: written.to_string(), wp });
            }
        }
    }
}

fn in_scope(document: &Document) -> Vec<String> {
    let files = document.paths(Label::InScopePaths).iter();
    files
        .filter(|entry| matches!(entry.form, PathForm::File | PathForm::Directory))
        .map(PathEntry::lock)
        .collect()
}

fn ids(document: &Document, label: Label) -> Vec<String> {
    let mut ids = Vec::new();
    for field in document.fields().all(label).filter(|field| !field.in_report) {
        for range in [field.value, field.block] {
            let words = range.of(&document.text);
            ids.extend(grammar::id::find_wp_ids(words).map(|id| id.of(words).to_string()));
        }
    }
    ids
}

fn board(document: &Document, facts: &mut Facts) {
    let text = &document.text;
    facts.board = document
        .board_entries()
        .iter()
        .map(|entry| BoardFact {
            wp: entry.id.of(text).to_string(),
            state: entry.state,
            token: entry.token.map(|token| token.of(text).to_string()),
        })
        .collect();
    facts.blockers = blockers(document);
}

fn blockers(board: &Document) -> Vec<BlockerFact> {
    let mut found = Vec::new();
    for entry in board.board_entries().iter().filter(|entry| entry.state == State::Blocked) {
        let (wp, words) = (entry.id.of(&board.text), entry.rest.of(&board.text));
        let on = grammar::id::find_wp_ids(words).map(|id| id.of(words).to_string());
        found.push(BlockerFact { wp: wp.to_string(), on: on.filter(|id| id != wp).collect() });
    }
    for entry in board.phase_gates().flat_map(|gate| board.gate_entries(gate)) {
        let said = |range: &Range| range.of(&board.text).to_string();
        found.push(BlockerFact { wp: said(&entry.id), on: entry.blockers.iter().map(said).collect() });
    }
    found
}

fn audit(document: &Document, facts: &mut Facts) {
    let text = &document.text;
    for row in document.audit_rows() {
        let purpose = row.purpose.of(text);
        let fact = AuditFact {
            signature: row.signature.of(text).trim_matches('`').to_string(),
            date: row.date.of(text).to_string(),
            purpose: purpose.to_string(),
            spec_version: row.spec_version.of(text).to_string(),
            wps: grammar::id::find_wp_ids(purpose).map(|id| id.of(purpose).to_string()).collect(),
            invalid: purpose.contains("(INVALID"),
        };
        facts.audit.push(fact);
    }
}

fn registry(document: &Document, facts: &mut Facts) {
    let text = &document.text;
    facts.registry = document
        .registry_rows()
        .iter()
        .map(|row| RegistryFact {
            base: row.base.of(text).to_string(),
            active: row.active.of(text).trim_matches('`').trim_start_matches('/').to_string(),
            board: row.board.of(text).to_string(),
            notes: row.notes.of(text).to_string(),
        })
        .collect();
}

fn gates(document: &Document, facts: &mut Facts) {
    for record in document.gate_records() {
        let (Some(wp), Some(gate)) = (&record.wp, &record.gate) else { continue };
        let said = |said: &Option<Said>| said.as_ref().map(|said| said.text.clone());
        let signature = said(&record.signature);
        if let Some(signature) = &signature {
            facts.signatures.push(SignatureUse { signature: signature.clone(), wp: Some(wp.text.clone()) });
        }
        let timestamp = said(&record.timestamp).unwrap_or_default();
        let worktree = said(&record.worktree);
        facts.gates.push(GateFact {
            wp: wp.text.clone(),
            gate: gate.text.clone(),
            timestamp,
            signature,
            worktree,
        });
    }
}
