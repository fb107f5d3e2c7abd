//! `inspect FILE`: what the engine sees, for people who write rules and ask why there is no squiggle.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use engine::document::Document;
use engine::document::contract::Shape as FieldShape;
use engine::document::field::Field;
use engine::text::line_index::Encoding;

use super::{Shape, check, print};

pub fn run(file: &Path, shape: Shape) -> Result<ExitCode, String> {
    let (root, mut engine) = check::open(file, None)?;
    let full = std::fs::canonicalize(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let path = crate::disk::relative(&root, &full)
        .ok_or_else(|| format!("{} is outside {}", file.display(), root.display()))?;
    check::read_file(&root, &path, &mut engine)?;
    let snapshot = engine.snapshot();
    let Some(document) = snapshot.workspace.document(&path) else {
        return Err(format!("{path} is neither a packet nor any other file of the protocol"));
    };
    let line = |offset: usize| document.lines().position(&document.text, offset, Encoding::Utf32).line + 1;
    let lifecycle = format!("{:?}", snapshot.workspace.lifecycle(document)).to_lowercase();
    if shape == Shape::Json {
        let sections: Vec<_> = document
            .sections()
            .iter()
            .map(|section| {
                serde_json::json!({
                    "level": section.level, "name": section.name, "line": line(section.heading.start),
                    "bytes": [section.heading.start, section.body.end],
                })
            })
            .collect();
        let fields: Vec<_> = document
            .fields()
            .list
            .iter()
            .map(|field| {
                serde_json::json!({
                    "label": field.spec().name, "value": document.value_of(field).text, "line": line(field.line.start),
                    "bytes": [field.name.start, field.block.end], "said": document.is_said(field),
                    "items": entries(document, field), "in_report": field.in_report,
                })
            })
            .collect();
        let seen = serde_json::json!({
            "version": 1, "path": path, "kind": document.kind.name(), "lifecycle": lifecycle,
            "sections": sections, "fields": fields, "facts": &**document.facts(),
        });
        print(&format!("{seen:#}\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = format!("{path}: {}, {lifecycle}\n\nsections\n", document.kind.name());
    for section in document.sections() {
        let _ = writeln!(
            out,
            "{:>6}  {}{}",
            line(section.heading.start),
            "  ".repeat(usize::from(section.level).saturating_sub(1)),
            section.name
        );
    }
    out.push_str("\nfields\n");
    for field in &document.fields().list {
        let count = entries(document, field);
        let value = document.value_of(field).text;
        let _ = writeln!(
            out,
            "{:>6}  {} = {value:?} ({count} entries)",
            line(field.line.start),
            field.spec().name
        );
    }
    let _ = writeln!(out, "\nfacts\n{:#?}", document.facts());
    print(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// How many entries rules count: a continued command is one, and a comment among commands none.
fn entries(document: &Document, field: &Field) -> usize {
    match field.spec().shape {
        FieldShape::Commands => document.commands(field).len(),
        _ => document.items(field).list.len(),
    }
}
