//! What a rule may say: findings with places, related places and fixes.

use std::sync::Arc;

use crate::document::Document;
use crate::document::contract::{self, label::Label};
use crate::text::edit::Edit;
use crate::text::range::Range;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Hint,
    Info,
    Warning,
    Error,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
            Severity::Hint => "hint",
        }
    }
}

/// Whether a fix may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    Safe,
    Review,
}

/// A repair: its title is an imperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    pub safety: Safety,
    pub edits: Vec<Edit>,
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    pub path: Arc<str>,
    pub range: Range,
    pub message: String,
}

/// One finding of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub range: Range,
    pub message: String,
    /// Where one case of a rule weighs less than the rule's own severity.
    pub severity: Option<Severity>,
    pub related: Vec<Related>,
    pub fix: Option<Fix>,
}

/// Collects the findings of one rule on one document.
#[derive(Debug, Default)]
pub struct Report {
    pub findings: Vec<Finding>,
}

impl Report {
    /// Reports a finding at these words; the message says what is wrong, with the offending word in it.
    pub fn at(&mut self, range: Range, message: impl Into<String>) -> &mut Finding {
        let message = message.into();
        self.findings.push(Finding { range, message, severity: None, related: Vec::new(), fix: None });
        self.findings.last_mut().expect("one was pushed just now")
    }
}

impl Report {
    /// Reports a field that is absent, or present and without a word of its own.
    pub fn unsaid(&mut self, document: &Document, label: Label) {
        match document.field(label) {
            None => _ = self.at(document.place_for(label), format!("no {}", contract::spec(label).name)),
            Some(field) if !document.is_said(field) => {
                self.at(field.name, format!("{} says nothing yet", field.spec().name));
            }
            Some(_) => {}
        }
    }
}

impl Finding {
    pub fn severity(&mut self, severity: Severity) -> &mut Finding {
        self.severity = Some(severity);
        self
    }

    pub fn related(&mut self, path: Arc<str>, range: Range, message: impl Into<String>) -> &mut Finding {
        self.related.push(Related { path, range, message: message.into() });
        self
    }

    pub fn fix(&mut self, title: impl Into<String>, safety: Safety, edits: Vec<Edit>) -> &mut Finding {
        self.fix = Some(Fix { title: title.into(), safety, edits });
        self
    }
}
