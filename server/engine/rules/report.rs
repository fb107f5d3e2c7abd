//! What a rule may say: findings with places, related places and fixes.

use std::sync::Arc;

use crate::document::Document;
use crate::document::contract::{self, label::Label};
use crate::document::field::Field;
use crate::document::template::{self, Insertion};
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::text::snippet;

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
    /// The same edits with tab stops at what a person has to say; empty where nothing is left to say.
    pub stops: Vec<Edit>,
    /// Where the template has what is put in: things that are put in together keep its order.
    pub place: Option<usize>,
}

impl Fix {
    /// Puts in what the template has.
    pub fn insertion(title: impl Into<String>, insertion: Insertion) -> Fix {
        let Insertion { at, snippet, place } = insertion;
        let edits = vec![Edit::insert(at, snippet::plain(&snippet))];
        let stops = if snippet::has_stops(&snippet) { vec![Edit::insert(at, snippet)] } else { Vec::new() };
        Fix { title: title.into(), safety: Safety::Review, edits, stops, place: Some(place) }
    }

    /// Says at the first stop what is known already.
    pub fn fill(&mut self, words: &str) {
        if let ([edit], [stop]) = (&mut self.edits[..], &mut self.stops[..]) {
            stop.text = snippet::with_first(&stop.text, words);
            edit.text = snippet::plain(&stop.text);
            if !snippet::has_stops(&stop.text) {
                self.stops.clear();
            }
        }
    }
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
    /// What could be done, each on its own; with one alone it is what one would do.
    pub fixes: Vec<Fix>,
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
        self.findings.push(Finding {
            range,
            message,
            severity: None,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.findings.last_mut().expect("one was pushed just now")
    }
}

impl Report {
    /// Reports a field that is absent, or present and without a word of its own.
    pub fn unsaid(&mut self, document: &Document, label: Label) {
        match document.field(label) {
            None => {
                self.at(document.place_for(label), format!("no {}", contract::spec(label).name))
                    .lacks(document, label);
            }
            // placeholder-template-variable speaks of these.
            Some(field) if document.said(field).text.contains("{{") => {}
            Some(field) if !document.is_said(field) => {
                self.at(field.name, format!("{} says nothing yet", field.spec().name)).choices(field);
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
        self.fixes.push(Fix { title: title.into(), safety, edits, stops: Vec::new(), place: None });
        self
    }

    /// Offers another word in place of this one.
    pub fn replace(&mut self, range: Range, word: impl Into<String>) -> &mut Finding {
        let word = word.into();
        self.fix(format!("Replace by `{word}`"), Safety::Review, vec![Edit::replace(range, word)])
    }

    /// Offers the template's text for a field that is not there.
    pub fn lacks(&mut self, document: &Document, label: Label) -> &mut Finding {
        let name = contract::spec(label).name;
        self.insert(format!("Insert {name}"), template::field(document, label))
    }

    /// Offers the template's text, where there is one.
    pub fn insert(&mut self, title: impl Into<String>, insertion: Option<Insertion>) -> &mut Finding {
        self.fixes.extend(insertion.map(|insertion| Fix::insertion(title, insertion)));
        self
    }

    /// Offers several of them as one.
    pub fn insert_all(&mut self, title: impl Into<String>, insertions: Vec<Insertion>) -> &mut Finding {
        let mut merged: Vec<Insertion> = Vec::new();
        for insertion in insertions {
            match merged.iter_mut().find(|known| known.at == insertion.at) {
                Some(known) if known.snippet == insertion.snippet => {}
                Some(known) => {
                    known.snippet = snippet::numbered(&(known.snippet.clone() + &insertion.snippet))
                }
                None => merged.push(insertion),
            }
        }
        let mut fixes = merged.into_iter().map(|insertion| Fix::insertion("", insertion));
        let Some(mut fix) = fixes.next() else { return self };
        for other in fixes {
            fix.edits.extend(other.edits);
            fix.stops.extend(other.stops);
        }
        self.fixes.push(Fix { title: title.into(), ..fix });
        self
    }

    /// Offers each value that a field may have; what must come from a person is not on offer.
    pub fn choices(&mut self, field: &Field) -> &mut Finding {
        let spec = field.spec();
        for &value in spec.values {
            let edits = vec![write_value(field, value)];
            self.fix(format!("Set {} to {value}", spec.name), Safety::Review, edits);
        }
        self
    }

    /// Offers one value for a field.
    pub fn set(&mut self, field: &Field, value: impl AsRef<str>) -> &mut Finding {
        let value = value.as_ref();
        let title = format!("Set {} to {value}", field.spec().name);
        self.fix(title, Safety::Review, vec![write_value(field, value)])
    }
}

/// The value of a field, in place of what stands behind its colon.
pub fn write_value(field: &Field, value: &str) -> Edit {
    let space = if field.value.is_empty() && field.value.start == field.line.end { " " } else { "" };
    Edit::replace(field.value, format!("{space}{value}"))
}
