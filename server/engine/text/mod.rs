//! Text as bytes: ranges, positions, edits, the open buffer, hashes and the named grammars.

pub mod buffer;
pub mod edit;
pub mod grammar;
pub mod hash;
pub mod hunks;
pub mod line_index;
pub mod range;
pub mod snippet;
