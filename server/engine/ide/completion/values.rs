//! Values that the contract knows, and the names of rules in a comment that silences them.

use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::contract::label::Label;
use crate::document::contract::words::STAGES;
use crate::document::contract::{self, Placeholders};
use crate::document::placeholder::class_with_note;
use crate::document::status::Status;
use crate::rules;

/// Behind a label whose values are known.
pub(super) fn values<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let (field, start) = spot.value()?;
    let mut found = Found::at(spot, Sort::Value, start, rest(spot, start, known(field.label)));
    if field.label == Label::UserSignature {
        // Only the user signs.
        found.plain(0, "<pending>", "until the user has signed");
        return Some(found);
    }
    for value in known(field.label) {
        found.plain(0, value, "");
    }
    if field.spec().placeholders == Placeholders::UntilClaimed {
        found.plain(1, "<unclaimed>", "until the packet is In Progress");
    }
    Some(found)
}

fn known(label: Label) -> &'static [&'static str] {
    // Where the tier is written as a heading, this line says it.
    contract::spec(if label == Label::Level { Label::RiskTier } else { label }).values
}

/// How much of an old value goes: all of it where it is a known one or a placeholder, else the word.
fn rest(spot: &Spot, start: usize, known: &[&str]) -> usize {
    let text = &spot.document.text;
    let whole = text.get(start..spot.line().end).unwrap_or("").trim_end();
    let is_known = |written: &str| known.iter().any(|value| value.eq_ignore_ascii_case(written));
    let is_old = is_known(whole) || class_with_note(whole).is_some() || Status::of(whole).is_some();
    if is_old && spot.filler == 0 {
        return (start + whole.len()).saturating_sub(spot.offset);
    }
    spot.word_rest(|letter| letter.is_ascii_alphanumeric() || "_-<>".contains(letter))
}

/// Behind `<!-- taskpacket-ignore` and before the reason.
pub(super) fn rule_names<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let before = spot.before();
    let (opening, names) = before.rsplit_once("taskpacket-ignore")?;
    let names = names.strip_prefix("-file").unwrap_or(names);
    let is_open = opening.trim_end().ends_with("<!--") && names.starts_with([' ', '\t']);
    if !is_open || names.contains(':') || names.contains("-->") {
        return None;
    }
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let start = spot.word_start(spot.offset - names.len(), is_part);
    // What closes the comment begins with hyphens too.
    let after = spot.after().split("--").next().unwrap_or("");
    let taken = after.len() - after.trim_start_matches(is_part).len();
    let mut found = Found::at(spot, Sort::Rule, start, taken);
    let named: Vec<&str> = names[..names.len() - found.typed.len()].split(',').map(str::trim).collect();
    for entry in rules::all() {
        if entry.can_be_silenced() && !named.contains(&entry.name.as_str()) {
            let family = entry.family.title.to_string();
            found.add(0, &entry.name, &entry.name, false, family, About::Rule(entry.name.clone()));
        }
    }
    Some(found)
}

/// A comment that silences a rule, from `<!` on.
pub(super) fn comment<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let before = spot.before();
    let at = before.rfind('<')?;
    let typed = &before[at..];
    let is_open =
        "<!--".starts_with(typed) || typed.starts_with("<!--") && !typed.contains("taskpacket-ignore ");
    if !is_open || typed.len() < 2 || typed.contains("-->") || !before[..at].trim().is_empty() {
        return None;
    }
    let start = spot.line().start + at;
    let taken = spot.after().trim_end().strip_suffix("-->").map_or(0, |_| spot.after().trim_end().len());
    let mut found = Found::at(spot, Sort::Block, start, taken);
    for (mark, about) in [
        ("taskpacket-ignore", "silences a rule in the block below"),
        ("taskpacket-ignore-file", "silences a rule in this file"),
    ] {
        let text = format!("<!-- {mark} ${{1:rule}}: ${{2:reason}} -->");
        found.add(0, &format!("<!-- {mark} -->"), &text, true, about.to_string(), About::Nothing);
    }
    Some(found)
}

/// Behind `STAGE:`, `PHASE:`, `NEXT:` and `RESULT:` of the blocks that the protocol asks for.
pub(super) fn stages<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let before = spot.before();
    let label = before.trim_start().trim_start_matches("- ");
    let (label, typed) = label.split_once(':')?;
    let start = spot.offset - typed.trim_start().len();
    let taken = spot.word_rest(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let mut found = Found::at(spot, Sort::Value, start, taken);
    match label {
        "STAGE" | "PHASE" | "NEXT" => {
            for stage in STAGES {
                found.plain(0, stage.name, stage.means);
            }
            if label == "NEXT" {
                found.plain(1, "STOP", "nothing comes next");
            }
        }
        "RESULT" => {
            for result in ["PASS", "FAIL", "BLOCKED"] {
                found.plain(0, result, "");
            }
        }
        _ => return None,
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::ide::completion::completions;
    use crate::ide::testing::asked;

    fn names(text: &str) -> Vec<String> {
        let place = asked(&format!("//- .GOV/task_packets/WP-1-A.md\n{text}"));
        let found = completions(place.document(), &place.workspace, place.offset).list;
        found.into_iter().map(|found| found.label).collect()
    }

    #[test]
    fn stages_and_results_of_the_blocks_are_offered() {
        assert_eq!(names("- STAGE: PR$0\n")[..2], ["PREPARE", "PRE_WORK"]);
        assert!(names("- NEXT: $0\n").contains(&"STOP".to_string()));
        assert_eq!(names("- RESULT: $0\n"), ["PASS", "FAIL", "BLOCKED"]);
    }

    #[test]
    fn a_comment_that_silences_a_rule_is_written_whole() {
        assert_eq!(names("<!$0\n"), ["<!-- taskpacket-ignore -->", "<!-- taskpacket-ignore-file -->"]);
        assert_eq!(names("words <!$0\n"), [""; 0]);
        assert!(names("<!-- taskpacket-ignore scope-m$0 -->\n").contains(&"scope-missing".to_string()));
    }
}
