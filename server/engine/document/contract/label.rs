//! The names of all contract fields, and how a written label finds its row.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::FieldSpec;

macro_rules! labels {
    ($($name:ident)+) => {
        /// One name per contract field; the tables say everything else about it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Label { $($name),+ }
        /// How many labels there are.
        pub const COUNT: usize = [$(Label::$name),+].len();
    };
}

labels! {
    TaskId WpId BaseWpId Date MergeBaseSha Requestor AgentId Role AgenticMode OrchestratorModel
    OrchestrationStarted CoderModel CoderStrength Status RiskTier Level Justification UserSignature
    SignatureLocked PacketFormatVersion RefinementFile
    Scope What Why Boundary InScopePaths OutOfScope
    TestPlan DoneMeans HardenedInvariants RollbackHint Effort
    SpecBaseline SpecTarget SpecCurrent SpecAnchor Codex TaskBoard Traceability
    Bootstrap FilesToOpen SearchTerms RunCommands RiskMap
    DependsOn Blocks Dependencies CanStart Blocker Notes OpenQuestions Assumptions LastUpdated
    ClosureApplicable TrustBoundary ServerSources ProvenanceFields VerificationPlan ErrorTaxonomy UiGuardrails
    ValidatorAssertions
    TargetFile Start End LineDelta PreSha1 PostSha1 GatesPassed SpecTargetResolved
    CreatedAt SpecTargetSha1 ReviewStatus ApprovalEvidence
    ClearlyCoversVerdict ClearlyCoversReason AmbiguityFound AmbiguityReason EnrichmentNeeded NoEnrichmentReason
    ContextStart ContextEnd ContextToken Excerpt
    StubStatus RoadmapPointer AnchorCandidates
}

/// The label a written name stands for, whatever its case and whether words are joined by `_`, `-` or spaces.
pub fn find(written: &str) -> Option<Label> {
    let written = written.trim();
    if written.is_empty() || written.len() > LONGEST {
        return None;
    }
    let mut folded = [0u8; LONGEST];
    let length = fold(written.as_bytes(), &mut folded);
    BY_NAME.get(&folded[..length]).copied()
}

/// The row of a label.
pub fn row(label: Label) -> &'static FieldSpec {
    BY_LABEL[label as usize]
}

/// No known label is longer.
const LONGEST: usize = 48;

static BY_LABEL: LazyLock<Vec<&'static FieldSpec>> = LazyLock::new(|| {
    let mut rows: Vec<Option<&'static FieldSpec>> = vec![None; COUNT];
    for field in super::fields() {
        rows[field.label as usize] = Some(field);
    }
    rows.into_iter().map(|row| row.expect("every label has a row: tested")).collect()
});

static BY_NAME: LazyLock<FxHashMap<Vec<u8>, Label>> = LazyLock::new(|| {
    let mut names = FxHashMap::default();
    for field in super::fields() {
        for name in std::iter::once(&field.name).chain(field.aliases) {
            let mut folded = [0u8; LONGEST];
            let length = fold(name.as_bytes(), &mut folded);
            names.insert(folded[..length].to_vec(), field.label);
        }
    }
    names
});

/// Upper case, with each run of `_`, `-` and spaces as one `_`.
fn fold(written: &[u8], into: &mut [u8; LONGEST]) -> usize {
    let mut length = 0;
    for &byte in written {
        let folded =
            if matches!(byte, b'_' | b'-' | b' ' | b'\t') { b'_' } else { byte.to_ascii_uppercase() };
        if folded == b'_' && length > 0 && into[length - 1] == b'_' {
            continue;
        }
        if length == LONGEST {
            return length;
        }
        into[length] = folded;
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_a_row_of_its_own() {
        let mut seen = vec![0; COUNT];
        for field in super::super::fields() {
            seen[field.label as usize] += 1;
        }
        assert!(seen.iter().all(|&rows| rows == 1), "{seen:?}");
    }

    #[test]
    fn spelling_of_a_label_does_not_matter() {
        assert_eq!(find("In-scope paths"), Some(Label::InScopePaths));
        assert_eq!(find("IN_SCOPE_PATHS"), Some(Label::InScopePaths));
        assert_eq!(find("User Signature Locked"), Some(Label::SignatureLocked));
        assert_eq!(find("USER_SIGNATURE_PREVIOUS"), None);
    }
}
