//! The contract as data: every field the protocol knows, said once.
//!
//! Rules, completion, hover, templates and counts all read these tables; no other file states a fact about a field.

pub mod authority;
pub mod closing;
pub mod label;
pub mod metadata;
pub mod refinement;
pub mod sections;
pub mod stub;
pub mod words;
pub mod work;

use super::kind::Kind;
use label::Label;

/// One field of the contract.
#[derive(Debug)]
pub struct FieldSpec {
    pub label: Label,
    /// The canonical spelling, as the template has it.
    pub name: &'static str,
    /// Other spellings seen for the same field; compared like labels (case, `_`, `-` and spaces do not matter).
    pub aliases: &'static [&'static str],
    /// The field this one belongs to; a sub-field does not end its parent's block.
    pub parent: Option<Label>,
    /// Kinds of file in which the field is looked for.
    pub kinds: &'static [Kind],
    pub needed: Needed,
    pub shape: Shape,
    /// Allowed values, compared after trimming and without regard to case; empty where anything goes.
    pub values: &'static [&'static str],
    pub placeholders: Placeholders,
    /// What may change once the packet is signed (Part 5.3 [CX-607]).
    pub change: Change,
    /// The H2 section in which the template keeps the field.
    pub home: &'static str,
    /// What makes the field complete, in words for people.
    pub complete: &'static str,
    /// Where the protocol says so: part and tag.
    pub source: &'static str,
    /// The field as the template writes it, with `${n:..}` tab stops.
    pub snippet: &'static str,
}

/// Where a field is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// In every file of its kinds.
    Always,
    /// Only in packets that state a PACKET_FORMAT_VERSION.
    Modern,
    /// Only in packets of HIGH risk.
    HighRisk,
    Optional,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One value on the label's own line.
    Inline,
    List,
    /// Commands in a fenced block.
    Commands,
    /// `"failure" -> "impact"` items.
    RiskMap,
    Table,
    /// A part of the file with fields or prose of its own.
    Section,
}

/// Which placeholders a field may keep, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholders {
    /// None, from the first day.
    Never,
    /// `<unclaimed>` until the packet is In Progress.
    UntilClaimed,
    /// Angle-bracket values until the packet is Done or handed off.
    UntilHandoff,
    /// `<pending>` until the user approves.
    UntilApproval,
    /// Commit tokens such as `<commit-sha>`, always.
    CommitToken,
    /// Anything: prose for people.
    Always,
}

/// What a signature does to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Frozen,
    AppendOnly,
    Free,
}

impl FieldSpec {
    /// The row every table entry starts from.
    pub const BASE: FieldSpec = FieldSpec {
        label: Label::TaskId,
        name: "",
        aliases: &[],
        parent: None,
        kinds: &[Kind::Packet],
        needed: Needed::Optional,
        shape: Shape::Inline,
        values: &[],
        placeholders: Placeholders::Never,
        change: Change::Frozen,
        home: "METADATA",
        complete: "",
        source: "",
        snippet: "",
    };
}

/// Every field, in template order.
pub fn fields() -> impl Iterator<Item = &'static FieldSpec> {
    let packet = [metadata::FIELDS, work::FIELDS, authority::FIELDS, closing::FIELDS];
    packet.into_iter().flatten().chain(refinement::FIELDS).chain(stub::FIELDS)
}

/// The row of a label.
pub fn spec(label: Label) -> &'static FieldSpec {
    label::row(label)
}
