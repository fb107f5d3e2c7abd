//! Hides the signs that only inlines are made of from a reader that is asked for blocks alone.
//!
//! A Markdown parser makes a node of each of them, which in a packet is most of its memory and much of its time.

use std::borrow::Cow;

/// What is written over a sign: it says nothing to any reader.
const PLAIN: u8 = b'x';

/// The same text, byte for byte as long, without the signs behind the first letter of a line that no block depends on.
pub(super) fn hidden(text: &str) -> Cow<'_, str> {
    let mut bytes = text.as_bytes().to_vec();
    let mut rest = bytes.as_mut_slice();
    while !rest.is_empty() {
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(rest.len(), |at| at + 1);
        let (line, below) = rest.split_at_mut(end);
        hide(line);
        rest = below;
    }
    // Only ASCII was written over ASCII.
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The signs before its first letter decide what a line begins. Behind it only a tag minds what its attributes are
/// made of, and the line that opens a fence may hold no backtick.
fn hide(line: &mut [u8]) {
    let Some(letter) = line.iter().position(u8::is_ascii_alphabetic) else { return };
    let (signs, words) = line.split_at_mut(letter);
    if signs.contains(&b'<') || signs.windows(3).any(|three| three == b"```") {
        return;
    }
    for byte in words {
        if matches!(*byte, b'*' | b'_' | b'`' | b'&' | b'!') {
            *byte = PLAIN;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn signs_behind_a_letter_are_hidden_where_no_block_minds() {
        for (text, hidden_text) in [
            ("a **b** `c` d_e & !\r- *f*", "a xxbxx xcx dxe x x\r- *fx"),
            ("- **Label:** é*", "- **Label:xx éx"),
            ("- `a` *b*", "- `ax xbx"),
            ("1. * one\n\n* * *\n", "1. * one\n\n* * *\n"),
            ("```a`b\n<a *b>\n", "```a`b\n<a *b>\n"),
            ("| a \\| `b` | [c]: d\n", "| a \\| xbx | [c]: d\n"),
            ("", ""),
        ] {
            assert_eq!(hidden(text), hidden_text);
        }
    }
}
