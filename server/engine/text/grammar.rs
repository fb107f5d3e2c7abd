//! The named grammars of the protocol's small languages: ids, dates, signatures, board lines, paths, versions.
//!
//! Each is a total function on text. They are matched by hand: a document is read on every keystroke.

pub mod board;
pub mod date;
pub mod digest;
pub mod encoding;
pub mod id;
pub mod label;
pub mod path;
pub mod risk;
pub mod signature;
pub mod spec_name;
pub mod transliteration;
pub mod verdict;
