//! Text as bytes: ranges, positions, edits, the open buffer, hashes and the named grammars.

pub mod range;
