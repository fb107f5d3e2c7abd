//! Text that stands for something not yet said, in its seven classes.

use crate::text::range::Range;

/// A class of placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Nothing at all.
    Empty,
    /// `{..}` or `{{NAME}}`.
    Curly,
    /// `<fill>`, `<pending>`, `<hash>` ..
    Angle,
    /// TBD, TODO, `???` ..
    Word,
    /// An example the template came with, such as `path/to/file`.
    Template,
    /// `LOW | MEDIUM | HIGH`, left whole.
    Choice,
    /// `...`
    Ellipsis,
}

/// Angle placeholders that templates use; a name in angle brackets elsewhere may be HTML, a generic type or an address.
const ANGLE: &[&str] = &[
    "fill",
    "pending",
    "unclaimed",
    "paste",
    "line",
    "hash",
    "adds - dels",
    "int",
    "not applicable",
    "name",
    "copy/paste",
    "quote",
];

/// Commit tokens: legitimate in a rollback, placeholders elsewhere.
pub const COMMIT_TOKENS: &[&str] = &["<commit-sha>", "<commit-hash>", "{commit}", "{commit-hash}"];

const WORDS: &[&str] = &[
    "tbd",
    "todo",
    "tk",
    "tba",
    "fixme",
    "xxx",
    "???",
    "to be determined",
    "to be decided",
    "to be defined",
    "to be confirmed",
];

const TEMPLATE: &[&str] = &[
    "path/to/file",
    "out/of/scope/path",
    "\"exact symbol\"",
    "\"error code\"",
    "\"risk name\" -> \"impact\"",
    "# ...task-specific commands...",
    "# task-specific commands",
    "a?.?.?",
    "wp-1-...",
];

/// The class of a whole value, item or cell; `None` where it says something.
/// White space, one pair of backticks and bold marks around it do not matter.
pub fn class(value: &str) -> Option<Class> {
    let value = without_bold(value);
    if value.is_empty() {
        return Some(Class::Empty);
    }
    if !may_be_one(value) {
        return None;
    }
    let bare = value.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')).unwrap_or(value).trim();
    if bare == "..." || bare == "\u{2026}" {
        return Some(Class::Ellipsis);
    }
    if is_choice(bare) {
        return Some(Class::Choice);
    }
    // Longer texts are never placeholders as a whole.
    if bare.len() > 120 {
        return None;
    }
    if WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word)) || is_word_with_tail(bare) {
        return Some(Class::Word);
    }
    if is_template_literal(bare) {
        return Some(Class::Template);
    }
    if let Some(inner) = bare.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))
        && !bare.get(1..bare.len() - 1).unwrap_or("").trim_matches(['{', '}']).contains(['{', '}'])
        && !inner.contains(['"', ';'])
    {
        return Some(Class::Curly);
    }
    is_angle(bare).then_some(Class::Angle)
}

/// The value without white space and asterisks around it. Byte by byte: it is asked of every value at every keystroke.
fn without_bold(value: &str) -> &str {
    let value = value.trim_ascii().trim();
    if !value.starts_with('*') && !value.ends_with('*') {
        return value;
    }
    value.trim_matches('*').trim()
}

/// A quick look that spares most values the others: what a value of some class may begin with.
fn may_be_one(value: &str) -> bool {
    let first = value.as_bytes().first().map(u8::to_ascii_lowercase);
    let begins = matches!(
        first,
        Some(
            b'`' | b'.'
                | 0xe2
                | b't'
                | b'f'
                | b'x'
                | b'?'
                | b'p'
                | b'o'
                | b'"'
                | b'#'
                | b'a'
                | b'w'
                | b'm'
                | b'('
                | b'{'
                | b'<'
        )
    );
    begins || memchr::memchr2(b'|', b'X', value.as_bytes()).is_some()
}

/// The class of a value whose template note may still stand behind it: `<pending> (YES | NO)`.
pub fn class_with_note(value: &str) -> Option<Class> {
    class(value).or_else(|| {
        // The last byte is looked at first: hardly any value has a note.
        let value = value.trim().strip_suffix(')')?;
        class(&value[..value.find(" (")?])
    })
}

/// `TBD`, `TODO` and the like at the start of a value that says nothing more than that: `TBD by user`.
fn is_word_with_tail(value: &str) -> bool {
    let Some((first, rest)) = value.split_once([' ', ':', '-']) else { return false };
    matches!(first, "TBD" | "TBA" | "FIXME" | "XXX") && rest.split_whitespace().count() <= 4
}

/// `LOW | MEDIUM | HIGH` or `PASS|FAIL`: capitals separated by bars and nothing else.
pub fn is_choice(value: &str) -> bool {
    value.contains('|')
        && value.split('|').all(|part| {
            let part = part.trim();
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_' || byte == b' ')
        })
}

/// A word of a shell command that still has to be replaced: `<path>`, `{id}`, `{{WP_ID}}`, `path/to/file`.
/// Quoted text, redirections, variables and lists in braces are none.
pub fn in_command(command: &str) -> Option<Range> {
    if class(command).is_some() {
        return Some(Range::new(0, command.len()));
    }
    if let Some(at) = command.find("path/to/file") {
        return Some(Range::new(at, at + "path/to/file".len()));
    }
    let bytes = command.as_bytes();
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match (byte, quote) {
            (_, Some(open)) if open == byte => quote = None,
            (_, Some(_)) => {}
            (b'"' | b'\'', None) => quote = Some(byte),
            (b'<' | b'{', None) => {
                let before = at.checked_sub(1).and_then(|before| bytes.get(before));
                let begins = matches!(before, None | Some(b' ' | b'=' | b'/' | b'-' | b'{' | b'.'));
                let close = if byte == b'<' { b'>' } else { b'}' };
                let names =
                    |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'_' | b'-' | b'/');
                let inner = bytes.get(at + 1..).unwrap_or_default();
                let length = inner.iter().take_while(|byte| names(byte)).count();
                let is_name = inner.first().is_some_and(u8::is_ascii_alphabetic)
                    && inner.get(length) == Some(&close)
                    && length.checked_sub(1).and_then(|last| inner.get(last)) != Some(&b' ');
                if begins && is_name {
                    let doubled = before == Some(&b'{') && inner.get(length + 1) == Some(&b'}');
                    let extra = usize::from(doubled);
                    return Some(Range::new(at - extra, at + length + 2 + extra));
                }
            }
            _ => {}
        }
    }
    None
}

fn is_template_literal(value: &str) -> bool {
    TEMPLATE.iter().any(|literal| value.eq_ignore_ascii_case(literal))
        || value.get(..21).is_some_and(|start| start.eq_ignore_ascii_case("measurable criterion "))
            && value[21..].bytes().all(|byte| byte.is_ascii_digit())
        || memchr::memchr(b'X', value.as_bytes()).is_some() && value.contains("vXX.XX")
        || value.starts_with("(Coder fills")
}

fn is_angle(value: &str) -> bool {
    let Some(inner) = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    if inner.contains(['<', '>', '/', '"']) && !inner.starts_with("copy/paste") {
        return false;
    }
    let inner = inner.trim();
    COMMIT_TOKENS.contains(&value)
        || ANGLE.iter().any(|name| {
            inner.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
                && !inner[name.len()..].starts_with(|next: char| next.is_ascii_alphanumeric())
        })
        // `<your name here>`: words, not a type or a tag.
        || inner.contains(' ') && inner.chars().all(|letter| letter.is_ascii_alphabetic() || " -_'".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_say_something_are_no_placeholders() {
        for value in
            ["GPT-5.2 (Codex CLI)", "NONE", "N/A", "src/lib.rs", "Vec<T>", "<div>", "a | b", "`{APP_DATA}/x`"]
        {
            assert_eq!(class(value), None, "{value}");
        }
    }

    #[test]
    fn each_class_is_recognised() {
        for (value, expected) in [
            ("", Class::Empty),
            ("{user or source}", Class::Curly),
            ("{{WP_ID}}", Class::Curly),
            ("<fill>", Class::Angle),
            ("<not applicable; ENRICHMENT_NEEDED=NO>", Class::Angle),
            ("`<hash>`", Class::Angle),
            ("tbd", Class::Word),
            ("TBD by user", Class::Word),
            ("path/to/file", Class::Template),
            ("measurable criterion 2", Class::Template),
            ("LOW | MEDIUM | HIGH", Class::Choice),
            ("PASS|FAIL", Class::Choice),
            ("...", Class::Ellipsis),
        ] {
            assert_eq!(class(value), Some(expected), "{value}");
        }
        assert_eq!(class_with_note("<pending> (YES | NO)"), Some(Class::Angle));
    }

    #[test]
    fn words_of_a_command_that_were_never_replaced() {
        for (command, expected) in [
            ("cargo test --manifest-path <path>", "<path>"),
            ("just post-work {WP_ID}", "{WP_ID}"),
            ("just pre-work {{WP_ID}}", "{{WP_ID}}"),
            ("just post-work WP-<id>", "<id>"),
            ("cargo test --test={name of the test}", "{name of the test}"),
            ("cat src/<module>/mod.rs", "<module>"),
            ("just post-work WP-1-A --range <commit-sha>..HEAD", "<commit-sha>"),
            ("just cor701-sha path/to/file", "path/to/file"),
            ("...", "..."),
        ] {
            assert_eq!(in_command(command).map(|range| range.of(command)), Some(expected), "{command}");
        }
        for command in [
            r#"rg "Vec<String>" src"#,
            "rg 'fn {name}' src",
            "sort <in >out",
            "sort < in > out",
            "echo ${HOME}",
            "cp a.{rs,md} b",
            "git show HEAD@{upstream}",
            "find . -exec rm {} +",
            "Get-ChildItem | ForEach-Object { $_ }",
            "cargo test",
        ] {
            assert_eq!(in_command(command), None, "{command}");
        }
    }
}
