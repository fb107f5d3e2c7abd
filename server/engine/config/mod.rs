//! The settings of one workspace: where its files lie, how its specification is named, what its ranges and severities are.

pub mod layout;
pub mod parse;
pub mod ranges;
pub mod schema;
pub mod settings;

use std::collections::BTreeMap;

use layout::Layout;
use ranges::Ranges;

use crate::text::grammar::signature::Users;

/// Everything `taskpacket.toml` can say. The default is the protocol's own layout and needs no file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Config {
    pub layout: Layout,
    pub spec: SpecNames,
    pub ranges: Ranges,
    /// Severity by rule name or family name; `off` disables.
    pub severity: BTreeMap<String, Level>,
    /// Where not empty, only these rules or families run.
    pub select: Vec<String>,
    pub ignore: Vec<String>,
    pub scope: ScopeNames,
    pub users: Users,
    pub sla: Sla,
}

/// After how many days a packet has been in one state for too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sla {
    pub blocked: u32,
    pub ready: u32,
    pub in_progress: u32,
    /// Without any change.
    pub idle: u32,
}

impl Default for Sla {
    fn default() -> Sla {
        Sla { blocked: 5, ready: 10, in_progress: 30, idle: 14 }
    }
}

/// How the master specification is named and which of its sections count (Part 2.5 [CX-598]).
#[derive(Clone, Debug, PartialEq)]
pub struct SpecNames {
    /// File name up to the version: `<prefix>_v02.125.md`.
    pub file_prefix: String,
    /// Chapters that define what "done" means.
    pub main_body: Vec<String>,
    /// Sections that only point elsewhere; a packet must not anchor there.
    pub roadmap: Vec<String>,
    /// Texts that every version must hold (Part 1 [CX-598]).
    pub required: Vec<String>,
}

impl Default for SpecNames {
    fn default() -> SpecNames {
        SpecNames {
            file_prefix: "Handshake_Master_Spec".into(),
            main_body: ["1", "2", "3", "4", "5", "6", "9", "10", "11"].map(String::from).to_vec(),
            roadmap: vec!["7.6".into()],
            required: ["2.3.12", "2.3.11", "2.6.7", "2.9.3", "4.6"].map(String::from).to_vec(),
        }
    }
}

/// What the code base is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeNames {
    /// Folders that are modules of their own: work that spans two of them crosses a boundary (Part 3.5 [CX-602]).
    pub modules: Vec<String>,
}

impl Default for ScopeNames {
    fn default() -> ScopeNames {
        ScopeNames { modules: ["app/src-tauri/", "app/", "src/backend/"].map(String::from).to_vec() }
    }
}

/// A severity as configuration writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Error,
    Warning,
    Info,
    Hint,
    Off,
}
