//! Markdown and JSON as structure: where the blocks of a text are, never what they mean.
//!
//! One type, [`blocks::Blocks`], and two readers of it: [`on_disk`] for files that are only read,
//! [`open`] for documents that are typed in. Both give the same blocks for the same text.

pub mod blocks;
mod found;
pub mod json;
mod node;
pub mod on_disk;
pub mod open;
mod plain;
mod quirk;
mod signs;
mod walk;

#[cfg(test)]
mod tests;
