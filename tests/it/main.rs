//! The one integration test binary: the real program, from outside.

mod architecture;
mod cli;
mod client;
mod concurrency;
mod config;
mod ending;
mod git;
mod growth;
mod lsp;
mod refusals;
#[path = "../../benches/support/mod.rs"]
mod support;
mod watching;
mod workspaces;
