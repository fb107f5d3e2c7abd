//! Verdict lines of validation reports: `Verdict: PASS`.

use crate::text::range::Range;

/// What a Validator decided about a packet. Part 1 `[CX-573B]`, Part 6.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Pass,
    Fail,
    OutdatedOnly,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Verdict::Pass, Verdict::Fail, Verdict::OutdatedOnly];

    /// The word that reports write.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Pass => "PASS",
            Verdict::Fail => "FAIL",
            Verdict::OutdatedOnly => "OUTDATED_ONLY",
        }
    }

    /// The token that the board gives a packet with this verdict. Part 6.2.
    pub fn token(self) -> &'static str {
        match self {
            Verdict::Pass => "VALIDATED",
            Verdict::Fail => "FAIL",
            Verdict::OutdatedOnly => "OUTDATED_ONLY",
        }
    }

    /// The verdict of a board's token.
    pub fn of_token(token: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.token() == token)
    }
}

/// The verdict of a line such as `Verdict: PASS` or `- **Verdict:** fail (see below)`, and the range of its
/// word within the line.
pub fn verdict(line: &str) -> Option<(Verdict, Range)> {
    let value = verdict_field(line)?;
    let is_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let word = value.of(line);
    let word = word.get(..word.find(|character| !is_word(character)).unwrap_or(word.len()))?;
    let verdict = Verdict::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(word))?;
    Some((verdict, Range::new(value.start, value.start + word.len())))
}

/// The range of the value of any `Verdict:` line, whatever it says: without emphasis and surrounding space,
/// empty when nothing is there.
pub fn verdict_field(line: &str) -> Option<Range> {
    let mut rest = line.trim_start();
    if let Some(item) = rest.strip_prefix(['-', '*'])
        && item.starts_with(char::is_whitespace)
    {
        rest = item.trim_start();
    }
    rest = without_stars(rest);
    let (word, rest) = rest.split_at_checked("Verdict".len())?;
    if !word.eq_ignore_ascii_case("Verdict") {
        return None;
    }
    let rest = without_stars(rest).trim_start().strip_prefix(':')?;
    let value = without_stars(rest.trim_start()).trim_start();
    let start = line.len() - value.len();
    let value = value.trim_end();
    // A whole line in bold closes its emphasis behind the value.
    let value = value.strip_suffix("**").map_or(value, str::trim_end);
    Some(Range::new(start, start + value.len()))
}

fn without_stars(text: &str) -> &str {
    text.strip_prefix("**").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Verdict, verdict, verdict_field};

    #[test]
    fn spellings_of_a_verdict() {
        for (line, expected, word) in [
            ("Verdict: PASS", Verdict::Pass, "PASS"),
            ("  - Verdict: FAIL (see below)", Verdict::Fail, "FAIL"),
            ("**Verdict:** PASS", Verdict::Pass, "PASS"),
            ("**Verdict**: **outdated_only**", Verdict::OutdatedOnly, "outdated_only"),
            ("**Verdict: PASS**", Verdict::Pass, "PASS"),
            ("* verdict :PASS.", Verdict::Pass, "PASS"),
            ("Verdict: PASS\u{2705}", Verdict::Pass, "PASS"),
        ] {
            let found = verdict(line).map(|(verdict, range)| (verdict, range.of(line)));
            assert_eq!(found, Some((expected, word)), "{line}");
        }
    }

    #[test]
    fn what_is_no_verdict() {
        for line in [
            "CLEARLY_COVERS_VERDICT: PASS",
            "Verdict: PASSED",
            "Verdict: PASS_1",
            "Verdict PASS",
            "Verdict:",
            "The Verdict: PASS",
            "-Verdict: PASS",
            "Verdict: NOT PASS",
            "Verdic\u{e9}: PASS",
            "",
        ] {
            assert_eq!(verdict(line), None, "{line}");
        }
    }

    #[test]
    fn value_of_any_verdict_line() {
        let value = |line: &'static str| verdict_field(line).map(|range| range.of(line));
        assert_eq!(value("Verdict: conditional pass  "), Some("conditional pass"));
        assert_eq!(value("- **Verdict:** PENDING **"), Some("PENDING"));
        assert_eq!(value("**Verdict:**"), Some(""));
        assert_eq!(value("Verdict:"), Some(""));
        assert_eq!(value("Verdicts: PASS"), None);
    }
}
