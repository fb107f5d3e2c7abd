//! Text with tab stops, `${1:words}` and `${1|one,other|}`, and the same without.

/// As plain text: `${1:words}` is `<fill: words>`, so that what is still to be said is seen.
pub fn plain(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some((before, stop, behind)) = next(rest) {
        out.push_str(before);
        rest = behind;
        if let Some((_, choices)) = stop.split_once('|') {
            out.push_str(&choices.trim_end_matches('|').replace(',', " | "));
            continue;
        }
        match stop.split_once(':') {
            // What the template gives as the usual answer stays.
            Some((_, words)) if is_answer(words) => out.push_str(words),
            Some((_, words)) => out.push_str(&format!("<fill: {words}>")),
            None => out.push_str("<fill>"),
        }
    }
    out.push_str(rest);
    out
}

fn is_answer(words: &str) -> bool {
    words.starts_with('<') || words.starts_with("WP-") || words == "NONE"
}

/// The stops counted through from 1, in the order of the text; what bore one number in one line of a part no longer does.
pub fn numbered(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    let mut count = 0;
    while let Some((before, stop, behind)) = next(rest) {
        count += 1;
        let words = stop.trim_start_matches(|letter: char| letter.is_ascii_digit());
        out.push_str(before);
        out.push_str(&format!("${{{count}{words}}}"));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// With stops in place of what a plain text leaves to say; `None` where it leaves nothing.
pub fn of_plain(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut count = 0;
    while let Some((before, behind)) = rest.split_once("<fill") {
        let Some((words, behind)) = behind.split_once('>') else { break };
        count += 1;
        out.push_str(&literal(before));
        out.push_str(&match words.strip_prefix(": ") {
            Some(words) => format!("${{{count}:{}}}", literal(words)),
            None => format!("${{{count}}}"),
        });
        rest = behind;
    }
    out.push_str(&literal(rest));
    (count > 0).then_some(out)
}

/// Words that a client does not read as a stop.
fn literal(words: &str) -> String {
    words.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// With words in place of the first stop.
pub fn with_first(snippet: &str, words: &str) -> String {
    match next(snippet) {
        Some((before, _, behind)) => format!("{before}{words}{behind}"),
        None => snippet.to_string(),
    }
}

/// Whether there is anything to fill in.
pub fn has_stops(snippet: &str) -> bool {
    next(snippet).is_some()
}

/// What stands before the next stop, its inside, and what stands behind it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find("${")?;
    let close = open + text[open..].find('}')?;
    Some((&text[..open], &text[open + 2..close], &text[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{has_stops, numbered, of_plain, plain};

    #[test]
    fn stops_become_words_that_are_seen() {
        assert_eq!(plain("- A: ${1}"), "- A: <fill>");
        assert_eq!(plain("- A: ${1:the reason} ${2:<pending>}"), "- A: <fill: the reason> <pending>");
        assert_eq!(plain("- A: ${1|LOW,HIGH|}\n- B"), "- A: LOW | HIGH\n- B");
        assert_eq!(plain("just ${1:WP-1-Name} ${2"), "just WP-1-Name ${2");
    }

    #[test]
    fn what_is_left_to_say_becomes_a_stop_and_the_rest_is_literal() {
        let text = "- A: <fill: why {it} is> at C:\\x\n- B: <fill> for $5";
        let wanted = "- A: ${1:why {it\\} is} at C:\\\\x\n- B: ${2} for \\$5";
        assert_eq!(of_plain(text).as_deref(), Some(wanted));
        assert_eq!(of_plain("- A: {said}"), None);
    }

    #[test]
    fn stops_are_counted_through() {
        assert_eq!(numbered("${1:a} ${2|b,c|}\n${1}"), "${1:a} ${2|b,c|}\n${3}");
        assert!(has_stops("${1}") && !has_stops("$1 {x}"));
    }
}
