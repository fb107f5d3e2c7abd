//! Edits within the words of a line, after which every block is what it was and only stands elsewhere.
//!
//! Most keystrokes are of this kind, and for them neither reader needs to look at the text again.

use memchr::memmem;

use crate::text::buffer::{Applied, is_words};
use crate::text::range::Range;

use super::blocks::{line_end, line_start};

/// Whether the edit that led to `text` changed words alone, where words decide nothing.
///
/// What block a line begins is decided by the signs before its first letter, and no letter, digit or space behind
/// one makes or breaks a row of a table, the end of a fence or a thematic break. Two things can be spoilt in the
/// middle of a line: the tags that begin and end HTML blocks, and the definitions of links, which blank lines bound.
pub(super) fn is_plain(text: &str, edit: &Applied) -> bool {
    let Some(written) = text.get(edit.start..edit.new_end) else { return false };
    edit.removed_words
        && is_words(written)
        && follows_a_letter(text.as_bytes(), edit.start, edit.new_end)
        && !Range::new(line_start(text.as_bytes(), edit.start), line_end(text.as_bytes(), edit.new_end))
            .of(text)
            .contains('<')
        && memmem::find(around(text.as_bytes(), edit.start), b"]:").is_none()
}

/// Whether a letter stands before `at` in its line, and between them nothing that a letter could part from what it
/// stands for: no `|`, no backslash before one, no `--` before a `>`.
fn follows_a_letter(bytes: &[u8], at: usize, end: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let harmless = |byte: &&u8| byte.is_ascii_digit() || b" _.,/:();'\"`*-".contains(*byte);
    let letter = before.iter().rev().find(|byte| !harmless(byte));
    let parts_dashes = before.ends_with(b"-") && matches!(bytes.get(end), Some(b'-' | b'>'));
    letter.is_some_and(u8::is_ascii_alphabetic) && !parts_dashes
}

/// The lines around `at` up to blank ones.
fn around(bytes: &[u8], at: usize) -> &[u8] {
    let (before, behind) = bytes.split_at(at.min(bytes.len()));
    let start = memmem::rfind(before, b"\n\n").unwrap_or(0);
    let end = memmem::find(behind, b"\n\n").map_or(bytes.len(), |end| at + end);
    bytes.get(start..end).unwrap_or_default()
}

/// Where `range`, of whole lines or of a block in them, stands after a plain edit.
pub(super) fn shift(range: &mut Range, edit: &Applied) {
    let moved = |at: usize| if at >= edit.old_end { at - edit.old_end + edit.new_end } else { at };
    // No block begins behind a letter, so one that begins no later than the edit stays.
    if range.start > edit.start {
        range.start = moved(range.start);
    }
    if range.end >= edit.start {
        range.end = moved(range.end);
    }
}
