//! What the measurements share: a workspace to measure on, and somebody who types in it.

#![allow(dead_code, reason = "each measurement uses a part of this, and each is compiled by itself")]

/// The server's own reader: what it passes over, the measurements pass over too.
#[path = "../../server/disk.rs"]
pub mod disk;
pub mod edit;
pub mod files;
pub mod generated;
pub mod grown;
#[path = "../../server/threads.rs"]
pub mod threads;
pub mod typist;
