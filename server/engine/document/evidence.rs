//! Evidence as packets cite it: `path:line` in EVIDENCE_MAPPING and in the lineage audit, the commits that the audit names,
//! and the targets of the manifest.

use super::Document;
use super::contract::label::Label;
use super::field::Field;
use super::outline::Section;
use super::placeholder;
use super::table::Table;
use crate::text::grammar::path::file_line;
use crate::text::range::Range;

/// One `path:line`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    pub range: Range,
    pub path: String,
    /// The last line it names.
    pub last: u32,
    /// Whether the lineage audit cites it.
    pub in_lineage: bool,
}

impl Document {
    /// Every `path:line` of the evidence mapping and of the lineage audit; the template's own is none.
    pub fn evidence(&self) -> Vec<Cited> {
        let mut cited = Vec::new();
        for section in self.sections().iter().filter(|section| section.level == 2) {
            let in_lineage = section.name == "LINEAGE_AUDIT";
            if !in_lineage && section.name != "EVIDENCE_MAPPING" {
                continue;
            }
            let words = section.body.of(&self.text);
            for found in file_line(words) {
                let path = found.path.of(words);
                if path == "path/to/file" {
                    continue;
                }
                cited.push(Cited {
                    range: Range::new(
                        section.body.start + found.range.start,
                        section.body.start + found.range.end,
                    ),
                    path: path.to_string(),
                    last: found.first.max(found.last),
                    in_lineage,
                });
            }
        }
        cited
    }

    /// The targets of the manifest's blocks that are filled in, as paths relative to the root.
    pub fn manifest_targets(&self) -> impl Iterator<Item = (&Field, String)> {
        let fields = self.fields().all(Label::TargetFile).filter(|field| !field.in_report);
        fields.filter_map(|field| {
            let words = self.value_of(field).text;
            // Where nothing of the product changed, the block says so.
            let is_none = ["N/A", "NONE"].iter().any(|none| words.eq_ignore_ascii_case(none));
            let is_open = is_none || words.starts_with('<') || placeholder::class_with_note(words).is_some();
            let path = words.replace('\\', "/");
            let path =
                path.strip_prefix("./").or_else(|| path.strip_prefix('/')).unwrap_or(&path).to_string();
            (!is_open && path != "path/to/file").then_some((field, path))
        })
    }

    /// The requirement map of a lineage audit: the table that begins with the anchors.
    pub fn lineage_map(&self, audit: &Section) -> Option<Table> {
        let first = |table: &Table| table.header.cells.first().map_or("", |cell| cell.of(&self.text));
        self.tables_in(audit.body)
            .into_iter()
            .find(|table| first(table).to_ascii_uppercase().contains("ANCHOR"))
    }

    /// The cells of the requirement map that say since when a requirement is met, with the commits they name.
    pub fn introduced(&self) -> Vec<(Range, Vec<String>)> {
        let audit =
            self.sections().iter().find(|section| section.name == "LINEAGE_AUDIT" && !section.reports);
        let Some(map) = audit.and_then(|audit| self.lineage_map(audit)) else { return Vec::new() };
        let said = |cell: &Range| cell.of(&self.text).to_ascii_uppercase();
        let Some(column) = map.header.cells.iter().position(|cell| said(cell).contains("INTRODUCED")) else {
            return Vec::new();
        };
        let cells = map.rows.iter().filter_map(|row| row.cells.get(column).copied());
        cells.map(|cell| (cell, commits(cell.of(&self.text)))).collect()
    }
}

/// The words that are commits: seven to forty hexadecimal digits, one of them no letter.
fn commits(words: &str) -> Vec<String> {
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric());
    let is_commit = |word: &&str| {
        (7..=40).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    words.filter(is_commit).map(str::to_ascii_lowercase).collect()
}
