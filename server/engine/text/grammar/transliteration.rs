//! ASCII words for characters outside ASCII; packets stay ASCII only.

use std::borrow::Cow;

/// What to write for `character`, given the one after it: signs that decorate go (a section sign before a
/// number, ticks, joiners), arrows, dashes, quotes and spaces become their ASCII forms, letters lose their
/// accents, and what has no form becomes its escape. ASCII stays as it is.
pub fn ascii_for(character: char, next: Option<char>) -> Cow<'static, str> {
    if character.is_ascii() {
        return Cow::Owned(character.into());
    }
    if let Some(known) = known_form(character, next) {
        return Cow::Borrowed(known);
    }
    match deunicode::deunicode_char(character) {
        Some(form) if is_plain_word(form) => Cow::Borrowed(form),
        _ => Cow::Owned(escape(character)),
    }
}

fn known_form(character: char, next: Option<char>) -> Option<&'static str> {
    let form = match character {
        '\u{a7}' if next.is_some_and(|next| next.is_ascii_digit()) => "",
        '\u{a7}' => "Section",
        // Ticks, and what only steers how the neighbours are drawn.
        '\u{2611}' | '\u{2705}' | '\u{2713}' | '\u{2714}' => "",
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => "",
        '\u{2190}' | '\u{27f5}' => "<-",
        '\u{2192}' | '\u{27f6}' | '\u{2794}' | '\u{279c}' | '\u{27a1}' => "->",
        '\u{2194}' | '\u{27f7}' => "<->",
        '\u{21d0}' => "<=",
        '\u{21d2}' => "=>",
        '\u{21d4}' => "<=>",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => "\"",
        '\u{2026}' => "...",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{2022}' => "*",
        '\u{d7}' => "x",
        '\u{2260}' => "!=",
        '\u{2264}' => "<=",
        '\u{2265}' => ">=",
        _ => return None,
    };
    Some(form)
}

/// Letters and digits as they are pronounced; names of pictures in several words would read as text.
fn is_plain_word(form: &str) -> bool {
    !form.is_empty() && form.len() <= 4 && form.chars().all(|character| character.is_ascii_graphic())
}

fn escape(character: char) -> String {
    match u32::from(character) {
        code @ 0..=0xffff => format!("\\u{code:04X}"),
        code => format!("\\u{{{code:X}}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::ascii_for;

    fn ascii(text: &str) -> String {
        let next = text.chars().skip(1).map(Some).chain([None]);
        text.chars().zip(next).map(|(character, next)| ascii_for(character, next)).collect()
    }

    #[test]
    fn signs_become_their_ascii_forms() {
        for (text, expected) in [
            ("\u{a7}2.3.13", "2.3.13"),
            ("the \u{a7} sign", "the Section sign"),
            ("a \u{2192} b \u{21d2} c", "a -> b => c"),
            ("a\u{2014}b\u{2013}c\u{2212}d", "a-b-c-d"),
            ("\u{201c}a\u{201d} \u{2018}b\u{2019}", "\"a\" 'b'"),
            ("wait\u{2026}", "wait..."),
            ("\u{2705} done\u{2714}\u{fe0f}", " done"),
            ("a\u{a0}b\u{202f}c", "a b c"),
            ("na\u{ef}ve \u{c5}ngstr\u{f6}m \u{df}", "naive Angstrom ss"),
            ("\u{2264} 5", "<= 5"),
            ("\u{1f534}", "\\u{1F534}"),
            ("\u{e000}", "\\uE000"),
            ("\u{81}", "\\u0081"),
            ("plain\n", "plain\n"),
        ] {
            assert_eq!(ascii(text), expected, "{text}");
        }
    }

    #[test]
    fn result_is_always_ascii() {
        for character in ('\0'..=char::MAX).step_by(7) {
            let form = ascii_for(character, None);
            assert!(form.is_ascii(), "{character:?} gave {form:?}");
        }
    }
}
