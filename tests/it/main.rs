//! The one integration test binary: the real program, from outside.

mod architecture;
mod cli;
mod client;
mod concurrency;
mod config;
mod ending;
mod lsp;
mod refusals;
mod watching;
mod workspaces;
