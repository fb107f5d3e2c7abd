//! One immutable value per version of a file: everything one can ask of it, computed on demand and remembered.
//!
//! A document knows its text, its path and the configuration; it does not know its neighbours.

pub mod anchor;
pub mod audit;
pub mod board;
mod carried;
pub mod contract;
pub mod counts;
pub mod evidence;
pub mod facts;
pub mod fence;
pub mod field;
pub mod gates;
pub mod kind;
pub mod lines;
pub mod list;
pub mod lock;
pub mod message;
pub mod outline;
pub mod paths;
pub mod phase_gate;
pub mod placeholder;
pub mod registry;
pub mod reports;
pub mod rewrite;
pub mod spec;
pub mod spec_anchors;
pub mod spec_pointer;
pub mod status;
pub mod suppression;
pub mod table;
pub mod template;
pub mod unfilled;
pub mod value;
pub mod waivers;

use std::sync::{Arc, OnceLock};

use memchr::memmem;

use crate::config::Config;
use crate::syntax::blocks::Blocks;
use crate::syntax::on_disk;
use crate::text::buffer::Applied;
use crate::text::hash::sha1_hex;
use crate::text::line_index::LineIndex;
use crate::text::range::Range;
use anchor::Anchor;
use audit::AuditRow;
use board::Entry;
use contract::label::Label;
use facts::Facts;
use fence::Fence;
use field::{Field, Fields};
use kind::Kind;
use lines::LineKind;
use lock::Held;
use outline::Section;
use registry::RegistryRow;
use reports::VerdictLine;
use spec::number::Number;
use spec::{SpecIndex, SpecRegions};
use suppression::Suppression;
use table::Table;
use unfilled::Unfilled;

/// One version of one file.
#[derive(Debug)]
pub struct Document {
    /// Relative to the workspace root, with `/`.
    pub path: Arc<str>,
    pub kind: Kind,
    pub text: Arc<str>,
    pub config: Arc<Config>,
    blocks: OnceLock<Arc<Blocks>>,
    lines: OnceLock<LineIndex>,
    structure: OnceLock<Structure>,
    facts: OnceLock<Arc<Facts>>,
    spec_index: OnceLock<SpecIndex>,
    unfilled: OnceLock<Vec<Unfilled>>,
    held: OnceLock<Held>,
    sha1: OnceLock<String>,
    gates_log: OnceLock<gates::Log>,
    suppressions: OnceLock<Vec<Suppression>>,
    verdict_lines: OnceLock<Vec<VerdictLine>>,
    spec_anchors: OnceLock<Vec<Anchor>>,
    board_entries: OnceLock<Vec<Entry>>,
    audit_table: OnceLock<Option<Table>>,
    audit_rows: OnceLock<Vec<AuditRow>>,
    registry_table: OnceLock<Option<Table>>,
    registry_rows: OnceLock<Vec<RegistryRow>>,
}

#[derive(Debug)]
struct Structure {
    fences: Vec<Fence>,
    sections: Vec<Section>,
    line_kinds: Vec<LineKind>,
    fields: Fields,
}

impl Document {
    /// A file as it lies on disk; its blocks are read when somebody asks.
    pub fn new(
        path: impl Into<Arc<str>>,
        kind: Kind,
        text: impl Into<Arc<str>>,
        config: Arc<Config>,
    ) -> Document {
        Document {
            path: path.into(),
            kind,
            text: text.into(),
            config,
            blocks: OnceLock::new(),
            lines: OnceLock::new(),
            structure: OnceLock::new(),
            facts: OnceLock::new(),
            spec_index: OnceLock::new(),
            unfilled: OnceLock::new(),
            held: OnceLock::new(),
            sha1: OnceLock::new(),
            gates_log: OnceLock::new(),
            suppressions: OnceLock::new(),
            verdict_lines: OnceLock::new(),
            spec_anchors: OnceLock::new(),
            board_entries: OnceLock::new(),
            audit_table: OnceLock::new(),
            audit_rows: OnceLock::new(),
            registry_table: OnceLock::new(),
            registry_rows: OnceLock::new(),
        }
    }

    /// A file whose blocks are known already, because an editor has it open.
    pub fn with_blocks(self, blocks: impl Into<Arc<Blocks>>) -> Document {
        Document { blocks: OnceLock::from(blocks.into()), ..self }
    }

    /// The same file with nothing remembered that can be found again, but for what others ask about: its facts, its blocks,
    /// and a specification's index. Most files of a workspace are closed and are never asked for more.
    pub fn at_rest(self) -> Document {
        self.facts();
        let Document { path, kind, text, config, blocks, facts, spec_index, .. } = self;
        Document { blocks, facts, spec_index, ..Document::new(path, kind, text, config) }
    }

    /// A version that one edit made of `old`, which is of the same kind and configuration. `moved` says that no block
    /// changed but for its place.
    pub fn edited(self, old: &Document, edit: &Applied, moved: bool) -> Document {
        let Some(lines) = old.lines.get().map(|lines| lines.edited(&self.text, edit)) else { return self };
        let structure = old.structure.get().filter(|_| moved);
        let structure = structure.and_then(|old| carried::carried(old, edit, &self.text, &lines));
        let structure = structure.map(OnceLock::from).unwrap_or_default();
        Document { lines: OnceLock::from(lines), structure, ..self }
    }

    /// The file's name without folder and `.md`; for packets, stubs and refinements it is the WP id.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".md").unwrap_or(name)
    }

    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    pub fn blocks(&self) -> &Blocks {
        self.blocks.get_or_init(|| Arc::new(on_disk::read(&self.text)))
    }

    pub fn fences(&self) -> &[Fence] {
        &self.structure().fences
    }

    pub fn sections(&self) -> &[Section] {
        &self.structure().sections
    }

    pub fn fields(&self) -> &Fields {
        &self.structure().fields
    }

    /// What other files may ask about this one.
    pub fn facts(&self) -> &Arc<Facts> {
        self.facts.get_or_init(|| Arc::new(Facts::of(self)))
    }

    /// The lines that a signature holds.
    pub fn held(&self) -> &Held {
        self.held.get_or_init(|| Held::of(self))
    }

    /// The SHA1 of the file's bytes as they are, in small letters, as refinements record it (Part 2.5.2).
    pub fn sha1(&self) -> &str {
        self.sha1.get_or_init(|| sha1_hex(self.text.as_bytes()))
    }

    /// The index of a master specification; empty for any other file.
    pub fn spec_index(&self) -> &SpecIndex {
        self.spec_index.get_or_init(|| {
            let numbers =
                |written: &[String]| written.iter().filter_map(|text| Number::parse(text)).collect();
            let names = &self.config.spec;
            let regions =
                SpecRegions { main_body: numbers(&names.main_body), roadmap: numbers(&names.roadmap) };
            SpecIndex::scan(if self.kind == Kind::Spec { &self.text } else { "" }, &regions)
        })
    }

    /// The comments that silence rules in this file.
    pub fn suppressions(&self) -> &[Suppression] {
        self.suppressions.get_or_init(|| suppression::suppressions(self))
    }

    /// The field of this label that counts: the first one outside reports.
    pub fn field(&self, label: Label) -> Option<&Field> {
        self.fields().first(label)
    }

    /// The first section of this name outside reports.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections()
            .iter()
            .find(|section| section.name == name && (!section.reports || section.level <= 2))
    }

    /// The first heading of rank one.
    pub fn title(&self) -> Option<&Section> {
        self.sections().iter().find(|section| section.level == 1)
    }

    /// The lines that begin in `range`, without their ends.
    pub fn lines_in(&self, range: Range) -> impl Iterator<Item = Range> + '_ {
        let lines = self.lines();
        let first = lines.line_of(range.start);
        (first..lines.line_count())
            .map(move |line| lines.line_range(&self.text, line))
            .skip_while(move |line| line.start < range.start)
            .take_while(move |line| line.start < range.end)
    }

    /// The whole line an offset stands in, without its end.
    pub fn line_at(&self, offset: usize) -> Range {
        self.lines().line_range(&self.text, self.lines().line_of(offset))
    }

    /// What the line that begins at `line.start` belongs to.
    pub fn line_kind(&self, line: Range) -> LineKind {
        let number = self.lines().line_of(line.start);
        self.structure().line_kinds.get(number).copied().unwrap_or(LineKind::Text)
    }

    /// Lines outside fences, comments and headings, with their ranges.
    pub fn prose_lines(&self) -> impl Iterator<Item = Range> + '_ {
        let kinds = &self.structure().line_kinds;
        (0..self.lines().line_count())
            .filter(|&line| kinds.get(line) == Some(&LineKind::Text))
            .map(|line| self.lines().line_range(&self.text, line))
    }

    /// The fences that begin in `range`.
    pub fn fences_in(&self, range: Range) -> impl Iterator<Item = &Fence> {
        let fences = self.fences();
        let first = fences.partition_point(|fence| fence.range.start < range.start);
        fences[first..].iter().take_while(move |fence| fence.range.start < range.end)
    }

    /// Whether an offset stands in a section that holds reports or logs.
    pub fn in_report(&self, offset: usize) -> bool {
        self.section_at(offset).is_some_and(|section| section.reports)
    }

    /// The innermost section an offset stands in.
    pub fn section_at(&self, offset: usize) -> Option<&Section> {
        let sections = self.sections();
        let next = sections.partition_point(|section| section.heading.start <= offset);
        next.checked_sub(1).and_then(|last| sections.get(last))
    }

    /// Where a finding about something absent points: the section that should hold it, else the title, else the first line.
    pub fn place_for(&self, label: Label) -> Range {
        self.place_in(contract::spec(label).home)
    }

    /// Where a finding about the state of a packet points.
    pub fn place_of_status(&self) -> Range {
        self.field(Label::Status).map_or_else(|| self.place_for(Label::Status), |field| field.name)
    }

    /// The same for a section's name.
    pub fn place_in(&self, section: &str) -> Range {
        if self.kind == Kind::Spec {
            return self.spec_place(section);
        }
        self.section(section)
            .or_else(|| self.title())
            .map_or_else(|| self.first_line(), |section| section.title)
    }

    /// The heading of this name in a specification, else its first one, by a look at the lines alone: several MB are not
    /// read as Markdown for a place.
    fn spec_place(&self, section: &str) -> Range {
        let mark = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let first = self.text[mark..].starts_with('#').then_some(mark);
        let others = memmem::find_iter(self.text.as_bytes(), "\n#").map(|at| at + 1);
        let mut titles = first.into_iter().chain(others).map(|at| {
            let line = self.line_at(at);
            let words = self.text[at..line.end].trim_start_matches('#').trim_start();
            Range::new(line.end - words.len(), line.end)
        });
        let Some(title) = titles.next() else { return self.first_line() };
        let is_it = |title: &Range| outline::name(title.of(&self.text)) == section;
        if section.is_empty() || is_it(&title) { title } else { titles.find(is_it).unwrap_or(title) }
    }

    fn first_line(&self) -> Range {
        let line = self.line_at(0);
        let mark = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        Range::new(line.start + mark, line.end.max(line.start + mark))
    }

    fn structure(&self) -> &Structure {
        self.structure.get_or_init(|| {
            let lines = self.lines();
            let blocks = self.blocks();
            let fences = fence::fences(&self.text, lines, blocks);
            let sections = outline::sections(&self.text, lines, blocks, &fences);
            let line_kinds = lines::kinds(&self.text, lines, blocks, &fences, &sections);
            let fields = field::fields(&self.text, lines, &line_kinds, &sections, self.kind);
            Structure { fences, sections, line_kinds, fields }
        })
    }
}
