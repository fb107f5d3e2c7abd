//! The one integration test binary: the real program, from outside.

mod architecture;
mod cli;
mod growth;
mod lsp;
mod refusals;
#[path = "../../benches/support/mod.rs"]
mod support;
