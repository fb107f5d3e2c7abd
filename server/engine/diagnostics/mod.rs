//! Findings as users see them: one place, for editor and terminal alike, applies severity, lifecycle, configuration and
//! the comments that silence a rule.

pub mod fixing;
pub mod guard;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::config::{Config, Level};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Finding, Fix, Related, Severity};
use crate::rules::{Entry, all};
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Which files are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Historical files have no findings.
    Active,
    All,
}

/// One finding with its rule and the severity that counts here.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub rule: &'static Entry,
    pub severity: Severity,
    pub range: Range,
    pub message: String,
    pub related: Vec<Related>,
    pub fixes: Vec<Fix>,
}

impl PartialEq for Diagnostic {
    fn eq(&self, other: &Diagnostic) -> bool {
        std::ptr::eq(self.rule, other.rule)
            && self.severity == other.severity
            && self.range == other.range
            && self.message == other.message
            && self.related == other.related
            && self.fixes == other.fixes
    }
}

/// The findings on one document, by position and then by the order of the catalogue.
pub fn diagnostics(document: &Document, workspace: &Workspace, scope: Scope) -> Vec<Diagnostic> {
    if scope == Scope::Active && workspace.lifecycle(document) == Lifecycle::Historical {
        return Vec::new();
    }
    let mut found = Vec::new();
    for entry in all() {
        if !entry.rule.kinds.contains(&document.kind) || !is_on(entry, &workspace.config) {
            continue;
        }
        for finding in findings(entry, document, workspace) {
            if entry.can_be_silenced() && document.is_silenced(&entry.name, finding.range) {
                continue;
            }
            if let Some(diagnostic) = judged(entry, finding, document, &workspace.config) {
                found.push(diagnostic);
            }
        }
    }
    found.sort_by_key(|diagnostic| (diagnostic.range.start, diagnostic.range.end));
    found
}

/// A rule that panics loses its findings on this document and nothing else.
fn findings(entry: &'static Entry, document: &Document, workspace: &Workspace) -> Vec<Finding> {
    catch_unwind(AssertUnwindSafe(|| entry.rule.findings(document, workspace))).unwrap_or_default()
}

/// Whether the settings let a rule run.
pub fn is_on(entry: &Entry, config: &Config) -> bool {
    let named = |names: &[String]| names.iter().any(|name| *name == entry.name || is_family(name, entry));
    if entry.rule.off && !config.select.contains(&entry.name) && !config.severity.contains_key(&entry.name) {
        return false;
    }
    // What is wrong with the settings may be wrong with `select` itself.
    let selected = config.select.is_empty() || named(&config.select) || entry.rule.kinds == [Kind::Config];
    selected && !named(&config.ignore)
}

fn is_family(name: &str, entry: &Entry) -> bool {
    name.len() == 1 && name.starts_with(entry.family.letter)
}

fn judged(
    entry: &'static Entry,
    finding: Finding,
    document: &Document,
    config: &Config,
) -> Option<Diagnostic> {
    let own = match entry.rule.legacy {
        Some(legacy) if !document.is_modern() => legacy,
        _ => entry.rule.severity,
    };
    let family = entry.family.letter.to_string();
    let severity = match config.severity.get(&entry.name).or_else(|| config.severity.get(&family)) {
        Some(Level::Off) => return None,
        Some(Level::Error) => Severity::Error,
        Some(Level::Warning) => Severity::Warning,
        Some(Level::Info) => Severity::Info,
        Some(Level::Hint) => Severity::Hint,
        None => finding.severity.unwrap_or(own),
    };
    let Finding { range, message, related, fixes, .. } = finding;
    Some(Diagnostic { rule: entry, severity, range, message, related, fixes })
}
