//! What a fix promises, held against every fix of every bad example: its finding goes, no other comes, a second time
//! there is nothing to do, and only the rule's own policy is used.

use std::collections::BTreeMap;

use super::guard;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Fix, Safety};
use crate::rules::testing::{open, run};
use crate::rules::{Entry, FixPolicy, all, page};
use crate::text::edit::{Edit, Edits};
use crate::text::range::Range;
use crate::workspace::Workspace;

fn applied(edits: &[Edit], text: &str) -> Option<String> {
    Edits::new(edits.to_vec())?.apply(text)
}

/// The words that a person would write at a stop.
fn word(stop: &str) -> &str {
    match stop {
        "40 hex digits" => "0123456789abcdef0123456789abcdef01234567",
        "exact/path" => "src/store/batch.rs",
        "section number and title" => "2.1.1 (Notes)",
        "spec file" | "<spec file>" => "Demo_Master_Spec_v02.001.md",
        "" => "said by a person",
        words if words.starts_with("YYYY") => "2026-03-05T09:15:00Z",
        words => words.trim_start_matches('<').trim_end_matches('>'),
    }
}

/// A text with tab stops after somebody went through them.
fn filled(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some((before, behind)) = rest.split_once("${") {
        let (stop, behind) = behind.split_once('}').expect("a stop ends");
        out.push_str(before);
        let inner = stop.trim_start_matches(|letter: char| letter.is_ascii_digit());
        match inner.strip_prefix('|') {
            Some(choices) => out.push_str(choices.split([',', '|']).next().unwrap_or("")),
            None => out.push_str(word(inner.trim_start_matches(':'))),
        }
        rest = behind;
    }
    out + rest
}

/// Where each rule speaks of a document.
fn counts(document: &Document, workspace: &Workspace) -> BTreeMap<&'static str, Vec<Range>> {
    let ranges = |entry: &'static Entry| {
        let findings = entry.rule.findings(document, workspace);
        (&*entry.name, findings.into_iter().map(|finding| finding.range).collect::<Vec<_>>())
    };
    all().iter().map(ranges).filter(|(_, ranges)| !ranges.is_empty()).collect()
}

fn judge(entry: &Entry, example: &str, fix: &Fix, wrong: &mut Vec<String>) {
    let mut say = |what: &str| wrong.push(format!("{}: `{}` {what}\n{example}", entry.name, fix.title));
    let (before, workspace) = open(entry.rule, example);
    let Some(plain) = applied(&fix.edits, &before.text) else { return say("does not fit") };
    if plain == *before.text {
        return say("changes nothing");
    }
    let stops: Vec<Edit> =
        fix.stops.iter().map(|edit| Edit { text: filled(&edit.text), ..edit.clone() }).collect();
    let after =
        if stops.is_empty() { plain } else { applied(&stops, &before.text).expect("it fits as well") };
    let fixture = example.replacen(&*before.text, &after, 1);
    let found = run(entry.rule, example).1.len();
    let (document, repaired) = run(entry.rule, &fixture);
    if repaired.len() >= found {
        return say(&format!("does not answer its finding: {repaired:?}\n--- after\n{}", document.text));
    }
    if repaired.iter().any(|finding| finding.fixes.contains(fix)) {
        return say("can be done twice");
    }
    let (document, after) = open(entry.rule, &fixture);
    let (then, now) = (counts(&before, &workspace), counts(&document, &after));
    for (rule, ranges) in now {
        let more = ranges.len() > then.get(rule).map_or(0, Vec::len);
        // What a template leaves to say is said of the template's own words.
        let is_template = fix.place.is_some() && {
            let edit = stops.first().unwrap_or(&fix.edits[0]);
            let put = Range::new(edit.range.start, edit.range.start + edit.text.len());
            ranges.iter().any(|range| put.start <= range.end && range.start <= put.end)
        };
        if more && !is_template && !is_revealed(&entry.name, rule) {
            say(&format!("brings {rule}\n--- after\n{}", document.text));
        }
    }
}

/// What a packet owes once something is said: beginnings of rule names, and the rules that speak up then.
const OWED: &[(&str, &[&str])] = &[
    (
        "risk-tier-",
        &["hardened-invariants-missing", "risk-manual-review-missing", "risk-tier-justification-missing"],
    ),
    ("agentic-mode-", &["orchestration-started-invalid", "orchestrator-model-missing"]),
    ("status-invalid", &["status-done-without-verdict", "status-blocked-reason-missing"]),
    // The file is there, only not in the fixture.
    ("diff-outside-scope", &["in-scope-path-missing"]),
];

fn is_revealed(fixed: &str, rule: &str) -> bool {
    OWED.iter().any(|(begin, owed)| fixed.starts_with(begin) && owed.contains(&rule))
}

/// A packet that says next to nothing.
const BARE: &str = "# Task Packet: WP-1-Example\n\n## METADATA\n- **Status:** In Progress\n- AGENTIC_MODE: YES\n\
    - PACKET_FORMAT_VERSION: 2026-02-01\n\n## END_TO_END_CLOSURE_PLAN\n- END_TO_END_CLOSURE_PLAN_APPLICABLE: YES\n";

/// The bad examples of a rule's page, and what it says of a bare packet.
fn examples(entry: &Entry) -> Vec<String> {
    let page = entry.page();
    let bad = page::examples(&page).into_iter().filter(|example| example.bad).map(|example| example.text);
    let bare = entry.rule.kinds.contains(&Kind::Packet).then(|| BARE.to_string());
    bad.chain(bare).collect()
}

#[test]
fn every_fix_answers_its_finding_and_brings_no_other() {
    let mut wrong = Vec::new();
    let mut fixes = 0;
    for entry in all() {
        for example in examples(entry) {
            for fix in run(entry.rule, &example).1.iter().flat_map(|finding| &finding.fixes) {
                fixes += 1;
                judge(entry, &example, fix, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {fixes}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn fixes_are_what_the_rule_declares() {
    let mut wrong = Vec::new();
    for entry in all() {
        let mut offered = Vec::new();
        for example in examples(entry) {
            let (document, findings) = run(entry.rule, &example);
            for fix in findings.into_iter().flat_map(|finding| finding.fixes) {
                let (_, workspace) = open(entry.rule, &example);
                if guard::refusal(&document, &workspace, &fix).is_some() && fix.safety == Safety::Safe {
                    wrong.push(format!("{}: the guard refuses `{}`", entry.name, fix.title));
                }
                offered.push(fix.safety);
            }
        }
        let fits = match entry.rule.fix {
            FixPolicy::None | FixPolicy::Never => offered.is_empty(),
            FixPolicy::Safe => !offered.is_empty(),
            FixPolicy::Review => !offered.is_empty() && !offered.contains(&Safety::Safe),
        };
        if !fits {
            wrong.push(format!("{}: {:?}, but the examples show {offered:?}", entry.name, entry.rule.fix));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
