//! Text that stands for something not yet said, in its seven classes.

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
    let value = value.trim().trim_matches('*').trim();
    if value.is_empty() {
        return Some(Class::Empty);
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

/// The class of a value whose template note may still stand behind it: `<pending> (YES | NO)`.
pub fn class_with_note(value: &str) -> Option<Class> {
    class(value).or_else(|| {
        let value = value.trim();
        let open = value.find(" (")?;
        value.ends_with(')').then(|| class(&value[..open]))?
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

fn is_template_literal(value: &str) -> bool {
    TEMPLATE.iter().any(|literal| value.eq_ignore_ascii_case(literal))
        || value.get(..21).is_some_and(|start| start.eq_ignore_ascii_case("measurable criterion "))
            && value[21..].bytes().all(|byte| byte.is_ascii_digit())
        || value.contains("vXX.XX")
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
}
