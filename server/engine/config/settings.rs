//! Every setting that `taskpacket.toml` knows, as data: what reads the file and what describes it share this table.

use super::Config;
use super::layout::Layout;
use super::ranges::Count;
use crate::text::grammar::signature::Users;

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// The table it stands in; empty at the top of the file.
    pub table: &'static str,
    pub name: &'static str,
    pub what: &'static str,
    pub place: Place,
}

/// What a setting holds, and where it is kept.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Text(fn(&mut Config) -> &mut String),
    Texts(fn(&mut Config) -> &mut Vec<String>),
    /// Names of rules, or letters of families.
    Rules(fn(&mut Config) -> &mut Vec<String>),
    Range(fn(&mut Config) -> &mut Count),
    Days(fn(&mut Config) -> &mut u32),
    /// A regular expression for the name in a signature.
    Users(fn(&mut Config) -> &mut Users),
    /// The folder that moves all paths below it; other settings may move single ones again.
    Governance,
    /// A table of its own, with rules and families as names.
    Severity,
}

/// The tables and what each is about.
pub const TABLES: &[(&str, &str)] = &[
    ("layout", "Where files lie, relative to the root and with `/`."),
    ("spec", "How the master specification is named and which of its sections count."),
    ("scope", "What the code base is made of."),
    ("ranges", "How many entries a counted list may hold: [least, most], or [least] without an upper bound."),
    ("sla", "After how many days a packet has been in one state for too long."),
];

const fn setting(table: &'static str, name: &'static str, what: &'static str, place: Place) -> Setting {
    Setting { table, name, what, place }
}

/// All of them, in the order in which they are described.
pub const SETTINGS: &[Setting] = &[
    setting(
        "",
        "select",
        "Where not empty, only these rules or families run.",
        Place::Rules(|c| &mut c.select),
    ),
    setting("", "ignore", "These rules or families do not run.", Place::Rules(|c| &mut c.ignore)),
    setting("", "severity", "Severity by the name of a rule or the letter of a family.", Place::Severity),
    setting(
        "",
        "user-pattern",
        "A regular expression for the whole name of a user in a signature; twelve digits follow it.",
        Place::Users(|c| &mut c.users),
    ),
    setting(
        "layout",
        "governance",
        "The folder that all other paths lie in, unless they say otherwise.",
        Place::Governance,
    ),
    setting("layout", "packets", "The folder of task packets.", Place::Text(|c| &mut c.layout.packets)),
    setting("layout", "stubs", "The folder of stubs.", Place::Text(|c| &mut c.layout.stubs)),
    setting(
        "layout",
        "refinements",
        "The folder of refinements.",
        Place::Text(|c| &mut c.layout.refinements),
    ),
    setting("layout", "templates", "The folder of templates.", Place::Text(|c| &mut c.layout.templates)),
    setting("layout", "task-board", "The task board.", Place::Text(|c| &mut c.layout.task_board)),
    setting(
        "layout",
        "signature-audit",
        "The audit of signatures.",
        Place::Text(|c| &mut c.layout.signature_audit),
    ),
    setting("layout", "registry", "The traceability registry.", Place::Text(|c| &mut c.layout.registry)),
    setting(
        "layout",
        "spec-pointer",
        "The file that names the current specification.",
        Place::Text(|c| &mut c.layout.spec_pointer),
    ),
    setting("layout", "gates", "The log of the Orchestrator's gates.", Place::Text(|c| &mut c.layout.gates)),
    setting(
        "spec",
        "file-prefix",
        "File name up to the version: `<prefix>_v02.125.md`.",
        Place::Text(|c| &mut c.spec.file_prefix),
    ),
    setting(
        "spec",
        "main-body",
        "Chapters that define what \"done\" means.",
        Place::Texts(|c| &mut c.spec.main_body),
    ),
    setting(
        "spec",
        "roadmap",
        "Sections that only point elsewhere; a packet must not anchor there.",
        Place::Texts(|c| &mut c.spec.roadmap),
    ),
    setting(
        "spec",
        "required",
        "Texts that every version must hold.",
        Place::Texts(|c| &mut c.spec.required),
    ),
    setting(
        "scope",
        "modules",
        "Folders that are modules of their own: work that spans two of them crosses a boundary.",
        Place::Texts(|c| &mut c.scope.modules),
    ),
    setting(
        "ranges",
        "in-scope-paths",
        "Entries of IN_SCOPE_PATHS.",
        Place::Range(|c| &mut c.ranges.in_scope_paths),
    ),
    setting(
        "ranges",
        "out-of-scope",
        "Entries of OUT_OF_SCOPE.",
        Place::Range(|c| &mut c.ranges.out_of_scope),
    ),
    setting("ranges", "done-means", "Entries of DONE_MEANS.", Place::Range(|c| &mut c.ranges.done_means)),
    setting(
        "ranges",
        "files-to-open",
        "Implementation files in FILES_TO_OPEN.",
        Place::Range(|c| &mut c.ranges.files_to_open),
    ),
    setting(
        "ranges",
        "search-terms",
        "Entries of SEARCH_TERMS.",
        Place::Range(|c| &mut c.ranges.search_terms),
    ),
    setting(
        "ranges",
        "run-commands",
        "Commands of RUN_COMMANDS.",
        Place::Range(|c| &mut c.ranges.run_commands),
    ),
    setting("ranges", "risk-map", "Entries of RISK_MAP.", Place::Range(|c| &mut c.ranges.risk_map)),
    setting("sla", "blocked", "Days in Blocked.", Place::Days(|c| &mut c.sla.blocked)),
    setting("sla", "ready", "Days in Ready for Dev.", Place::Days(|c| &mut c.sla.ready)),
    setting("sla", "in-progress", "Days in In Progress.", Place::Days(|c| &mut c.sla.in_progress)),
    setting("sla", "idle", "Days without any change.", Place::Days(|c| &mut c.sla.idle)),
];

/// The settings of a table.
pub fn of_table(table: &str) -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().filter(move |setting| setting.table == table)
}

/// Moves all paths below another folder.
pub fn govern(config: &mut Config, folder: &str) {
    config.layout =
        Layout { config: config.layout.config.clone(), ..Layout::under(folder.trim_matches('/')) };
}
