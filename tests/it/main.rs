//! The one integration test binary: the real program, from outside.

mod across;
mod architecture;
mod baseline;
mod card;
mod changing;
mod cli;
mod client;
mod completing;
mod concurrency;
mod config;
mod creating;
mod ending;
mod fixing;
mod fixtures;
mod git;
mod git_work;
mod grammars;
mod growth;
mod lsp;
mod oracle;
mod parity;
mod profiles;
mod program;
mod questions;
mod reading;
mod refusals;
mod renaming;
mod repairs;
mod settings;
#[path = "../../benches/support/mod.rs"]
mod support;
mod suppression;
mod walk;
mod watching;
mod work_packets;
mod workspaces;
