//! The engine of taskpacket: text in, findings out.
//!
//! Pure: no files, no clock, no async, no process, no protocol.
//! The modules read from top to bottom; a module uses only what stands above it.

pub mod config;
pub mod diagnostics;
pub mod document;
pub mod engine;
pub mod ide;
pub mod rules;
pub mod syntax;
pub mod text;
pub mod workspace;
