//! Rows of the signature audit: one for each signature that was used (Part 2.5.4 [CX-585B]).

use super::{cell, set_cell};
use crate::document::Document;
use crate::ide::source_change::in_line_ends_of;
use crate::text::edit::Edit;
use crate::text::grammar::signature::{SignatureTime, decode};
use crate::text::range::Range;

/// The edit that records a signature; newest first where the audit does so. An audit without a table is left alone.
pub fn record(
    audit: &Document,
    signature: &str,
    purpose: &str,
    spec_version: &str,
    notes: &str,
) -> Option<Edit> {
    let table = audit.audit_table()?;
    let when = date(audit, signature)?;
    let words = [signature, "Orchestrator", &when, purpose, spec_version, notes].map(cell);
    let line = format!("| {} |", words.join(" | "));
    let day = |index: Option<usize>| {
        let row = table.rows.get(index?)?;
        Some(row.cells.get(2)?.of(&audit.text))
    };
    let newest_first = day(Some(0)) > day(table.rows.len().checked_sub(1));
    let ruler = audit.lines_in(Range::new(table.header.line.start, audit.text.len())).nth(1)?;
    let at = match table.rows.last() {
        Some(last) if !newest_first => last.line.end,
        _ => ruler.end,
    };
    Some(Edit::insert(at, in_line_ends_of(audit, format!("\n{line}"))))
}

/// The edits that mark every row of a signature as spent by mistake (Part 3, error recovery [CX-611]).
pub fn invalidate(audit: &Document, signature: &str, reason: &str) -> Vec<Edit> {
    let rows = audit.audit_rows();
    let own = rows.iter().filter(|row| row.signature.of(&audit.text).trim_matches('`') == signature);
    own.filter_map(|row| {
        let purpose = row.purpose.of(&audit.text);
        if purpose.contains("(INVALID") {
            return None;
        }
        set_cell(audit, &row.row, 3, format!("(INVALID - {}) {purpose}", cell(reason)).trim())
    })
    .collect()
}

/// The minute that a signature names.
fn date(audit: &Document, signature: &str) -> Option<String> {
    match decode(&audit.config.users.signature(signature)?) {
        SignatureTime::Valid { year, month, day, hour, minute }
        | SignatureTime::Legacy { year, month, day, hour, minute, .. } => {
            Some(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"))
        }
        SignatureTime::Impossible => None,
    }
}
