//! Entry lines of the task board: `- **[WP-1-Name]** - [TOKEN]`.

use crate::text::grammar::verdict::Verdict;
use crate::text::range::Range;

/// The parts of an entry line, as ranges within the line. Part 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardLine {
    /// The id without its brackets; it starts with `WP-` and need not be well formed.
    pub id: Range,
    /// The token without its brackets.
    pub token: Option<Range>,
    /// What follows the token (without a token, what follows the dash), trimmed; may be empty.
    pub rest: Range,
}

/// Splits an entry line, given without its line end; `None` for any other line. Part 6.
pub fn board_entry(line: &str) -> Option<BoardLine> {
    let item = line.strip_prefix('-')?;
    let bold = item.trim_start();
    if bold.len() == item.len() {
        return None;
    }
    let id_onwards = bold.strip_prefix("**[")?;
    let (id, after_id) = id_onwards.split_once(']')?;
    if id.len() <= "WP-".len() || !id.starts_with("WP-") {
        return None;
    }
    let start = line.len() - id_onwards.len();
    let id = Range::new(start, start + id.len());
    let tail = after_id.strip_prefix("**")?;
    let dash = tail.trim_start();
    if dash.is_empty() {
        return Some(BoardLine { id, token: None, rest: Range::empty(id.end + "]**".len()) });
    }
    let text = dash.strip_prefix('-')?;
    let text_starts = text.is_empty() || text.starts_with(char::is_whitespace);
    if dash.len() == tail.len() || !text_starts {
        return None;
    }
    let (token, rest) = match token(text.trim_start()) {
        Some((token, rest)) => {
            let start = line.len() - rest.len() - "]".len() - token.len();
            (Some(Range::new(start, start + token.len())), rest)
        }
        None => (None, text),
    };
    let trimmed = rest.trim_start();
    let start = line.len() - trimmed.len();
    Some(BoardLine { id, token, rest: Range::new(start, start + trimmed.trim_end().len()) })
}

/// Whether the line is the one form the board check accepts under In Progress.
pub fn is_board_in_progress(line: &str) -> bool {
    has_only_token(line, &["IN_PROGRESS"])
}

/// Whether the line is the one form the board check accepts under Done.
pub fn is_board_done(line: &str) -> bool {
    has_only_token(line, &Verdict::ALL.map(Verdict::token))
}

/// Whether the line is the one form the board check accepts under Superseded.
pub fn is_board_superseded(line: &str) -> bool {
    has_only_token(line, &["SUPERSEDED"])
}

/// Whether the line is `[ACTIVE]`, followed by nothing or by ` - branch: ...`, ` - coder: ...` or
/// ` - last_sync: ...`, as the Active section wants it.
pub fn is_board_active(line: &str) -> bool {
    let Some(BoardLine { token: Some(token), rest, .. }) = board_entry(line) else { return false };
    if token.of(line) != "ACTIVE" {
        return false;
    }
    if rest.is_empty() {
        return true;
    }
    let spaced = rest.start > token.end + 1;
    let pair = rest.of(line).strip_prefix('-').filter(|pair| pair.starts_with(char::is_whitespace));
    let Some((key, value)) = pair.and_then(|pair| pair.split_once(':')) else { return false };
    spaced && matches!(key.trim_start(), "branch" | "coder" | "last_sync") && !value.trim().is_empty()
}

fn has_only_token(line: &str, allowed: &[&str]) -> bool {
    let Some(BoardLine { token: Some(token), rest, .. }) = board_entry(line) else { return false };
    rest.is_empty() && allowed.contains(&token.of(line))
}

/// `[TOKEN]` at the start of the text, and what follows; a link `[words](target)` is no token.
fn token(text: &str) -> Option<(&str, &str)> {
    let (token, rest) = text.strip_prefix('[')?.split_once(']')?;
    (!token.is_empty() && !rest.starts_with('(')).then_some((token, rest))
}

#[cfg(test)]
mod tests {
    use super::{board_entry, is_board_active, is_board_done, is_board_in_progress, is_board_superseded};

    fn parts(line: &str) -> Option<(&str, Option<&str>, &str)> {
        let entry = board_entry(line)?;
        Some((entry.id.of(line), entry.token.map(|token| token.of(line)), entry.rest.of(line)))
    }

    #[test]
    fn entries() {
        for (line, expected) in [
            ("- **[WP-1-A]** - [IN_PROGRESS]", ("WP-1-A", Some("IN_PROGRESS"), "")),
            ("- **[WP-1-A]**", ("WP-1-A", None, "")),
            ("- **[WP-1-A]**  ", ("WP-1-A", None, "")),
            ("- **[WP-1-A]** - ", ("WP-1-A", None, "")),
            ("- **[WP-1-A]** - [BLOCKED] waits for WP-1-B ", ("WP-1-A", Some("BLOCKED"), "waits for WP-1-B")),
            ("-  **[WP-x y]**  -  SUPERSEDED: old", ("WP-x y", None, "SUPERSEDED: old")),
            ("- **[WP-1-A]** - [FAIL]\r", ("WP-1-A", Some("FAIL"), "")),
            ("- **[WP-1-A]** - [see](x.md)", ("WP-1-A", None, "[see](x.md)")),
            ("- **[WP-1-A]** - [ACTIVE] - branch: b", ("WP-1-A", Some("ACTIVE"), "- branch: b")),
            ("- **[WP-1-\u{e9}]** - [\u{e9}]\u{e9}", ("WP-1-\u{e9}", Some("\u{e9}"), "\u{e9}")),
        ] {
            assert_eq!(parts(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn other_lines() {
        for line in [
            "",
            "---",
            "-",
            "- text",
            "- [WP-1-A] - [FAIL]",
            "-**[WP-1-A]**",
            " - **[WP-1-A]**",
            "* **[WP-1-A]**",
            "- **[WP-]**",
            "- **[XP-1]**",
            "- **[WP-1-A]** text",
            "- **[WP-1-A]**- [FAIL]",
            "- **[WP-1-A]** -[FAIL]",
            "- **[WP-1-A** - [FAIL]",
        ] {
            assert_eq!(board_entry(line), None, "{line}");
        }
    }

    #[test]
    fn strict_forms_allow_nothing_behind_the_token() {
        assert!(is_board_in_progress("- **[WP-1-A]** - [IN_PROGRESS]  "));
        assert!(!is_board_in_progress("- **[WP-1-A]** - [IN_PROGRESS] soon"));
        assert!(!is_board_in_progress("- **[WP-1-A]** - [in_progress]"));
        for token in ["VALIDATED", "FAIL", "OUTDATED_ONLY"] {
            assert!(is_board_done(&format!("- **[WP-1-A]** - [{token}]")));
        }
        assert!(!is_board_done("- **[WP-1-A]** - [DONE]"));
        assert!(!is_board_done("- **[WP-1-A]**"));
        assert!(is_board_superseded("- **[WP-1-A]** - [SUPERSEDED]"));
        assert!(!is_board_superseded("- **[WP-1-A]** - SUPERSEDED: by v2"));
    }

    #[test]
    fn active_entries_carry_known_pairs() {
        let active = |rest: &str| is_board_active(&format!("- **[WP-1-A]** - [ACTIVE]{rest}"));
        assert!(active(""));
        assert!(active(" - branch: feat/x"));
        assert!(active(" - branch: feat/x - coder: Coder-A - last_sync: 2026-02-11"));
        assert!(active("  -  last_sync:x"));
        assert!(!active(" - owner: x"));
        assert!(!active(" - branch:"));
        assert!(!active(" -branch: x"));
        assert!(!active("- branch: x"));
        assert!(!active(" branch: x"));
        assert!(!is_board_active("- **[WP-1-A]** - [IN_PROGRESS] - branch: x"));
    }
}
