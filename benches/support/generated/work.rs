//! One piece of work and its files. Three of four packets are closed, as in a workspace that has lived for a while.

use super::spec::{Leaf, Spec, prose};
use super::{LARGEST, PACKETS, SPEC, word};
use engine::text::hash;

const FIRST: &[&str] =
    &["Amber", "Brisk", "Cedar", "Dusky", "Elder", "Fleet", "Gentle", "Hollow", "Ivory", "Jolly", "Keen"];
const SECOND: &[&str] = &[
    "Export", "Search", "Sync", "Cache", "Outline", "Mailbox", "Router", "Ledger", "Gate", "Lens", "Runner",
    "Viewer", "Import", "Backup", "Digest", "Planner", "Session",
];

pub struct Work {
    pub number: usize,
    pub id: String,
    pub signature: String,
}

impl Work {
    pub fn new(number: usize) -> Work {
        let id = format!("WP-1-{}-{}", word(FIRST, number), word(SECOND, number / FIRST.len()));
        Work { number, id, signature: format!("mara{:02}{:02}2025{}", day(number), month(number), "0915") }
    }

    pub fn is_stub(&self) -> bool {
        self.number >= PACKETS
    }

    pub fn is_active(&self) -> bool {
        !self.is_stub() && self.number.is_multiple_of(4)
    }

    /// Each active packet has one, and some closed ones still have theirs.
    pub fn has_refinement(&self) -> bool {
        self.is_active() || (self.number % 12 == 1 && self.number < 100)
    }

    pub fn date(&self) -> String {
        format!("2025-{:02}-{:02}", month(self.number), day(self.number))
    }

    pub fn packet(&self, spec: &Spec) -> String {
        let mut text = self.fill(include_str!("packet.md"), spec);
        let mut report = 0;
        while if self.number == 0 { text.len() < LARGEST } else { report < 2 + self.number % 11 } {
            let template = include_str!("report.md").replace("{{REPORT}}", &report.to_string());
            let template = template.replace("{{PROSE}}", &prose(self.number + report, 3));
            text.push_str(&self.fill(&template, spec));
            report += 1;
        }
        // A workspace in which nothing is wrong would leave the making of findings out of the measurement.
        if self.number % 8 == 4 {
            text = text.replace("RISK_TIER: MEDIUM", "RISK_TIER: SEVERE").replace("  - \"children\"\n", "");
        }
        text
    }

    pub fn refinement(&self, spec: &Spec) -> String {
        self.fill(include_str!("refinement.md"), spec)
    }

    pub fn stub(&self, spec: &Spec) -> String {
        self.fill(include_str!("stub.md"), spec)
    }

    fn fill(&self, template: &str, spec: &Spec) -> String {
        let one = self.leaf(spec, 0);
        let other = self.leaf(spec, 1);
        let status = if self.is_active() { "In Progress" } else { "Done" };
        let indented = |leaf: &Leaf| leaf.excerpt.replace('\n', "\n  ").replace("\n  \n", "\n\n");
        let values = [
            ("WP_ID", self.id.clone()),
            ("DATE", self.date()),
            ("STATUS", status.into()),
            ("SIGNATURE", self.signature.clone()),
            ("SPEC", SPEC.into()),
            ("SPEC_SHA1", if template.contains("{{SPEC_SHA1}}") { sha1(spec) } else { String::new() }),
            ("ANCHOR_1", anchor(one)),
            ("ANCHOR_2", anchor(other)),
            ("START_1", one.line.to_string()),
            ("END_1", (one.line + 2).to_string()),
            ("TOKEN_1", one.token.clone()),
            ("EXCERPT_1", indented(one)),
            ("START_2", other.line.to_string()),
            ("END_2", (other.line + 2).to_string()),
            ("TOKEN_2", other.token.clone()),
            ("EXCERPT_2", indented(other)),
        ];
        values
            .iter()
            .fold(template.to_string(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
    }

    /// Neighbours anchor far apart, so that no part of the specification is read more than others.
    fn leaf<'a>(&self, spec: &'a Spec, which: usize) -> &'a Leaf {
        &spec.leaves[(self.number * 37 + which * 701 + 5) % spec.leaves.len()]
    }
}

pub fn sha1(spec: &Spec) -> String {
    hash::sha1_hex(spec.text.as_bytes())
}

fn anchor(leaf: &Leaf) -> String {
    format!("{SPEC} {} ({}) [{}]", leaf.number, leaf.title, leaf.tag)
}

fn day(number: usize) -> usize {
    1 + number % 28
}

fn month(number: usize) -> usize {
    1 + number / 28
}
