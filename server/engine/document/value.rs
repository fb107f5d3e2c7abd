//! Field values as people mean them: without backticks, template notes and the detour over sub-bullets.

use super::Document;
use super::contract::label::Label;
use super::field::{Field, Form};
use super::list::Written;
use super::placeholder::{self, Class};
use crate::text::grammar;
use crate::text::range::Range;

/// A value with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    pub text: &'a str,
    pub range: Range,
}

/// Notes that the templates put behind a value; a file that keeps one still means the value alone.
const NOTES: &[&str] = &[
    "(stable ID without",
    "(git merge-base main HEAD",
    "(YES | NO)",
    "(required if AGENTIC_MODE=YES)",
    "(RFC3339 UTC",
    "(LOW | MEDIUM | HIGH",
    "(closure/revalidation target",
    "(recorded_at:",
    "(must be exactly",
    "(must match exactly",
    "(NO | YES)",
    "(PENDING | APPROVED)",
];

impl Document {
    /// The cleaned inline value of a field; empty text where nothing stands behind the colon.
    pub fn value(&self, label: Label) -> Option<Value<'_>> {
        self.field(label).map(|field| self.value_of(field))
    }

    /// The same for one field.
    pub fn value_of(&self, field: &Field) -> Value<'_> {
        clean(&self.text, field.value)
    }

    /// The value of a field that is filled: present, not empty, not a placeholder.
    pub fn filled(&self, label: Label) -> Option<Value<'_>> {
        let field = self.field(label).filter(|field| self.placeholder_of(field).is_none())?;
        Some(self.value_of(field))
    }

    /// What a field says, inline or below: the inline value, else the block without blank ends.
    pub fn said(&self, field: &Field) -> Value<'_> {
        if !field.value.is_empty() {
            return self.value_of(field);
        }
        let words = field.block.of(&self.text);
        let start = field.block.start + words.len() - words.trim_start().len();
        let range = Range::new(start, start + words.trim().len());
        Value { text: range.of(&self.text), range }
    }

    /// From a field's value to the end of its block, with the sub-headings of a heading.
    pub fn whole(&self, field: &Field) -> Range {
        let below = match field.form {
            Form::Heading(_) => field.section.and_then(|section| self.sections().get(section)),
            _ => None,
        };
        let end = below.map_or(field.block.end, |section| section.body.end);
        Range::new(field.value.start, end.max(field.value.end))
    }

    /// Whether a field says anything at all that is not a placeholder.
    pub fn is_said(&self, field: &Field) -> bool {
        if !field.value.is_empty() && self.placeholder_of(field).is_none() {
            return true;
        }
        let items = self.items(field);
        match items.written {
            Written::Nothing => false,
            Written::Prose => placeholder::class(self.said(field).text).is_none(),
            Written::Inline => false,
            _ => {
                items.list.iter().any(|item| placeholder::class_with_note(item.head.of(&self.text)).is_none())
            }
        }
    }

    /// The first field of `label` in the block of `parent`.
    pub fn sub_field(&self, parent: &Field, label: Label) -> Option<&Field> {
        self.fields().all(label).find(|field| parent.block.contains(field.line))
    }

    /// Whether the packet states a PACKET_FORMAT_VERSION, which turns the newer checks on.
    pub fn is_modern(&self) -> bool {
        self.field(Label::PacketFormatVersion).is_some()
    }

    /// The signature field that counts, with its value: USER_SIGNATURE, else the footer of older packets.
    pub fn signature(&self) -> Option<(&Field, Value<'_>)> {
        let main = self.field(Label::UserSignature);
        let field = main.or_else(|| self.fields().all(Label::SignatureLocked).next())?;
        Some((field, self.value_of(field)))
    }

    /// Whether a well-formed signature locks the packet.
    pub fn is_locked(&self) -> bool {
        let signed = |field: &Field| self.config.users.signature(self.value_of(field).text).is_some();
        self.field(Label::UserSignature).is_some_and(signed)
            || self.fields().all(Label::SignatureLocked).any(signed)
    }

    /// The WP id the file says it is about, else its stem.
    pub fn wp_id(&self) -> &str {
        [Label::WpId, Label::TaskId]
            .iter()
            .find_map(|&label| self.filled(label))
            .map(|value| value.text.split_whitespace().next().unwrap_or(value.text))
            .filter(|id| grammar::id::is_wp_id(id))
            .unwrap_or_else(|| self.stem())
    }

    /// The risk tier as written: inline, or as `Level:` under a heading.
    pub fn risk_tier(&self) -> Option<Value<'_>> {
        let field = self.field(Label::RiskTier)?;
        let inline = self.value_of(field);
        if !inline.text.is_empty() {
            return Some(inline);
        }
        match self.sub_field(field, Label::Level) {
            Some(level) => Some(self.value_of(level)),
            None => Some(self.said(field)),
        }
    }

    /// The risk tier as a value, where it is one.
    pub fn tier(&self) -> Option<Tier> {
        Tier::of(self.risk_tier()?.text)
    }

    /// The class of placeholder a field's inline value is, if any.
    pub fn placeholder_of(&self, field: &Field) -> Option<Class> {
        *field.known().class.get_or_init(|| placeholder::class_with_note(self.value_of(field).text))
    }
}

/// How carefully a packet is validated (Part 3.5 [CX-602]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    Low,
    Medium,
    High,
}

impl Tier {
    /// Reads the first word; what follows may be a justification.
    pub fn of(written: &str) -> Option<Tier> {
        if placeholder::is_choice(written.trim()) {
            return None;
        }
        let word = written.trim().split(|letter: char| !letter.is_ascii_alphabetic()).next()?;
        [("LOW", Tier::Low), ("MEDIUM", Tier::Medium), ("HIGH", Tier::High)]
            .into_iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name))
            .map(|(_, tier)| tier)
    }

    pub fn name(self) -> &'static str {
        match self {
            Tier::Low => "LOW",
            Tier::Medium => "MEDIUM",
            Tier::High => "HIGH",
        }
    }
}

/// Trims, strips one pair of backticks and a template's own note; any other note is part of the value.
pub fn clean(text: &str, range: Range) -> Value<'_> {
    let mut words = range.of(text);
    let mut start = range.start;
    if words.ends_with(')')
        && let (Some(first), Some(open)) = (words.find(" ("), words.rfind(" ("))
    {
        for at in [first, open] {
            if NOTES.iter().any(|note| words[at + 1..].starts_with(note)) {
                words = words[..at].trim_end();
                break;
            }
        }
    }
    if words.len() >= 2
        && let Some(inner) = words.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'))
        && !inner.contains('`')
    {
        start += 1 + inner.len() - inner.trim_start().len();
        words = inner.trim();
    }
    Value { text: words, range: Range::new(start, start + words.len()) }
}
