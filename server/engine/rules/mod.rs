//! What a rule is, and the list of all rules: one line per rule, in the order of the catalogue.

pub mod catalogue;
pub mod page;
pub mod report;
#[cfg(test)]
pub mod testing;

use std::sync::LazyLock;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::grammar;
use crate::workspace::Workspace;
use report::{Finding, Report, Severity};

/// What a rule file declares. The name is the file's name, the page its own header.
#[derive(Debug)]
pub struct Rule {
    pub kinds: &'static [Kind],
    pub severity: Severity,
    /// For packets without a PACKET_FORMAT_VERSION.
    pub legacy: Option<Severity>,
    pub fix: FixPolicy,
    /// Silent until the configuration gives the rule a severity or selects it by its name.
    pub off: bool,
    pub check: Check,
}

impl Rule {
    /// What most rules are: an error in a packet, without a fix.
    pub const BASE: Rule = Rule {
        kinds: &[Kind::Packet],
        severity: Severity::Error,
        legacy: None,
        fix: FixPolicy::None,
        off: false,
        check: Check::Document(|_, _| {}),
    };

    /// What the rule says of a file of one of its kinds.
    pub fn findings(&self, document: &Document, workspace: &Workspace) -> Vec<Finding> {
        let mut report = Report::default();
        match self.check {
            _ if !self.kinds.contains(&document.kind) => {}
            Check::Document(check) => check(document, &mut report),
            Check::Workspace(check) | Check::Surroundings(check) => check(document, workspace, &mut report),
        }
        report.findings
    }
}

/// What a rule may do to text, as a promise that tests hold it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixPolicy {
    None,
    /// Fix-all may apply it.
    Safe,
    /// Offered, never applied without a person.
    Review,
    /// Signatures, verdicts and approvals: never any edit.
    Never,
}

/// What a rule reads, and hence what makes it run again.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// This file's text alone.
    Document(fn(&Document, &mut Report)),
    /// The facts of other files as well.
    Workspace(fn(&Document, &Workspace, &mut Report)),
    /// What the edge saw of the clock and the file system as well; it looks on load, open and save, never per keystroke.
    Surroundings(fn(&Document, &Workspace, &mut Report)),
}

/// One rule in the list.
#[derive(Debug)]
pub struct Entry {
    /// Kebab-case: in configuration, suppressions, `explain` and the diagnostic's code.
    pub name: String,
    pub family: &'static Family,
    pub rule: &'static Rule,
    source: &'static str,
}

impl Entry {
    /// Whether a comment in the file can silence the rule; those that judge such comments stay loud.
    pub fn can_be_silenced(&self) -> bool {
        !self.name.starts_with("suppression-")
    }

    /// Where the rule stands in the published catalogue.
    pub fn url(&self) -> String {
        format!(
            "https://github.com/taskpacket/taskpacket/blob/main/server/engine/rules/README.md#{}",
            self.name
        )
    }

    /// The rule's page: the header of its own file, as Markdown.
    pub fn page(&self) -> String {
        page::text(self.source)
    }
}

/// A family of the catalogue.
#[derive(Debug)]
pub struct Family {
    pub letter: char,
    pub title: &'static str,
    /// The path of the family's module, whose last part is its folder.
    pub module: &'static str,
    /// File name, declaration and source of each rule.
    pub rules: &'static [(&'static str, &'static Rule, &'static str)],
}

/// Declares the rule files of a family and lists them.
macro_rules! family {
    ($letter:literal, $title:literal; $($rule:ident)*) => {
        $(pub mod $rule;)*
        pub static FAMILY: $crate::rules::Family = $crate::rules::Family {
            letter: $letter,
            title: $title,
            module: module_path!(),
            rules: &[$((stringify!($rule), &$rule::RULE, include_str!(concat!(stringify!($rule), ".rs")))),*],
        };
    };
}

pub mod ages;
pub mod authority;
pub mod board;
pub mod bootstrap;
pub mod closure;
pub mod dependencies;
pub mod evidence;
pub mod gates;
pub mod identity;
pub mod lineage;
pub mod locks;
pub mod manifest;
pub mod messages;
pub mod paths;
pub mod phases;
pub mod placeholders;
pub mod quality_gate;
pub mod refinement;
pub mod registry;
pub mod risk;
pub mod scope;
pub mod signature;
pub mod status;
pub mod structure;
pub mod stubs;
pub mod waivers;

/// Every family, in the order of the catalogue.
pub static FAMILIES: &[&Family] = &[
    &structure::FAMILY,
    &identity::FAMILY,
    &status::FAMILY,
    &risk::FAMILY,
    &scope::FAMILY,
    &quality_gate::FAMILY,
    &bootstrap::FAMILY,
    &authority::FAMILY,
    &signature::FAMILY,
    &refinement::FAMILY,
    &lineage::FAMILY,
    &manifest::FAMILY,
    &evidence::FAMILY,
    &closure::FAMILY,
    &waivers::FAMILY,
    &board::FAMILY,
    &registry::FAMILY,
    &stubs::FAMILY,
    &dependencies::FAMILY,
    &locks::FAMILY,
    &ages::FAMILY,
    &phases::FAMILY,
    &gates::FAMILY,
    &placeholders::FAMILY,
    &paths::FAMILY,
    &messages::FAMILY,
];

/// Every rule, in the order of the catalogue.
pub fn all() -> &'static [Entry] {
    &ALL
}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    all().iter().find(|entry| entry.name == name)
}

/// The known rule whose name comes nearest, where one comes near at all.
pub fn nearest(name: &str) -> Option<&'static str> {
    grammar::nearest::nearest(name, all().iter().map(|entry| entry.name.as_str()))
}

static ALL: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entries = |family: &&'static Family| {
        let family = *family;
        family.rules.iter().map(move |&(file, rule, source)| Entry {
            name: file.replace('_', "-"),
            family,
            rule,
            source,
        })
    };
    FAMILIES.iter().flat_map(entries).collect()
});
