//! A small JSON reader that keeps positions; total, and bounded in depth.

use crate::text::range::Range;

/// A value with its place; a string's range includes its quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub range: Range,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Value>),
    /// Members in order; keys that occur twice are kept twice.
    Object(Vec<(String, Range, Value)>),
}

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    pub at: usize,
    pub message: String,
}

impl Value {
    /// The first member of this name.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match &self.content {
            Content::Object(members) => {
                members.iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value)
            }
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Value]> {
        match &self.content {
            Content::Array(values) => Some(values),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.content {
            Content::String(text) => Some(text),
            _ => None,
        }
    }
}

/// Deeper nesting is refused, so that no input exhausts the stack.
const DEEPEST: usize = 128;

/// Reads one JSON value and nothing behind it; a byte order mark in front is allowed.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader { text, bytes: text.as_bytes(), at };
    let value = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.error("nothing may follow the value")),
    }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.space();
        let start = self.at;
        let content = match self.peek() {
            _ if depth > DEEPEST => return Err(self.error("nested too deeply")),
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Content::String(self.string()?),
            Some(b't') => self.word("true", Content::Bool(true))?,
            Some(b'f') => self.word("false", Content::Bool(false))?,
            Some(b'n') => self.word("null", Content::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(self.error("a value is missing here")),
        };
        Ok(Value { range: Range::new(start, self.at), content })
    }

    fn object(&mut self, depth: usize) -> Result<Content, JsonError> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Content::Object(members));
        }
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.error("a member name in quotes is missing here"));
            }
            let key = self.string()?;
            let range = Range::new(start, self.at);
            self.space();
            if !self.take(b':') {
                return Err(self.error("`:` is missing here"));
            }
            members.push((key, range, self.value(depth + 1)?));
            self.space();
            if self.take(b'}') {
                return Ok(Content::Object(members));
            }
            if !self.take(b',') {
                return Err(self.error("`,` or `}` is missing here"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Content, JsonError> {
        self.at += 1;
        let mut values = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Content::Array(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            self.space();
            if self.take(b']') {
                return Ok(Content::Array(values));
            }
            if !self.take(b',') {
                return Err(self.error("`,` or `]` is missing here"));
            }
        }
    }

    fn string(&mut self) -> Result<String, JsonError> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.at += 1;
                    let quoted = self.text.get(start..self.at).unwrap_or("\"\"");
                    return serde_json::from_str(quoted).map_err(|error| JsonError {
                        at: start,
                        message: format!("this string cannot be read: {error}"),
                    });
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        Err(JsonError { at: start, message: "this string has no end".into() })
    }

    fn number(&mut self) -> Result<Content, JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        self.text[start..self.at]
            .parse()
            .map(Content::Number)
            .map_err(|_| JsonError { at: start, message: "this is not a number".into() })
    }

    fn word(&mut self, word: &str, content: Content) -> Result<Content, JsonError> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(content);
        }
        Err(self.error("a value is missing here"))
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn error(&self, message: &str) -> JsonError {
        JsonError { at: self.at.min(self.bytes.len()), message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_places() {
        let text = "\u{feff}{\"gate_logs\": [ {\"wpId\": \"a\\nb\"} ]}";
        let root = parse(text).expect("it is JSON");
        let id = root
            .get("gate_logs")
            .and_then(|logs| logs.as_array()?.first()?.get("wpId"))
            .expect("it is there");
        assert_eq!(id.as_str(), Some("a\nb"));
        assert_eq!(id.range.of(text), "\"a\\nb\"");
    }

    #[test]
    fn damage_is_named_with_its_place() {
        for (text, at) in [("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"abc", 0), ("[] x", 3), ("", 0)] {
            assert_eq!(parse(text).expect_err(text).at, at, "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
