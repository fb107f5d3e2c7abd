//! The engine of taskpacket: text in, findings out.
//!
//! Pure: no files, no clock, no async, no process, no protocol.
//! The modules read from top to bottom; a module uses only what stands above it.

pub mod text;
pub mod config;
pub mod syntax;
pub mod document;
pub mod workspace;
pub mod rules;
pub mod diagnostics;
pub mod engine;
