//! Typed views of the files of a workspace.

pub mod anchor;
pub mod spec;
