//! The fields of a work packet stub (Part 2.4 of the protocol) that packets do not have.

use super::label::Label;
use super::{Change, FieldSpec, Needed, Shape};
use crate::document::kind::Kind;

const ROW: FieldSpec = FieldSpec {
    kinds: &[Kind::Stub],
    needed: Needed::Always,
    change: Change::Free,
    home: "STUB_METADATA",
    source: "Part 2, stub backlog",
    ..FieldSpec::BASE
};

pub const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        label: Label::StubStatus,
        name: "STUB_STATUS",
        complete: "STUB: the work is not activated and must not start.",
        snippet: "- STUB_STATUS: STUB (NOT READY FOR DEV)",
        ..ROW
    },
    FieldSpec {
        label: Label::RoadmapPointer,
        name: "ROADMAP_POINTER",
        aliases: &["Roadmap pointer"],
        complete: "The Roadmap item this stub came from.",
        snippet: "- ROADMAP_POINTER: ${1}",
        ..ROW
    },
    FieldSpec {
        label: Label::AnchorCandidates,
        name: "SPEC_ANCHOR_CANDIDATES",
        shape: Shape::List,
        complete: "Main Body sections that may define the work.",
        snippet: "- SPEC_ANCHOR_CANDIDATES:\n  - ${1}",
        ..ROW
    },
];
