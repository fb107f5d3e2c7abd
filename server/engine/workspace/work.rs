//! What the work on the checked out packet has changed, as its manifest must tell it (COR-701).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::text::hash::{sha1_hex_crlf, sha1_hex_lf};
use crate::text::hunks::{Hunk, hunks};

/// The packet whose branch is checked out, and its files against what they were before.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The packet's path.
    pub packet: Arc<str>,
    pub against: Against,
    /// The files that its manifest is about, and all product files that changed.
    pub files: BTreeMap<String, Changed>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The merge base and the last commit, where all product files are committed.
    Range,
    /// The last commit and the index, where anything of the product is staged.
    Staged,
    /// The last commit and the files on disk.
    Disk,
}

/// One file before and after.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Changed {
    /// `None` where the file is new.
    pub before: Option<Digests>,
    /// `None` where it was deleted.
    pub after: Option<Digests>,
    /// As of the merge base, where that is not what is compared with.
    pub merge_base: Option<Digests>,
    pub hunks: Vec<Hunk>,
}

/// The SHA1 of a text with either kind of line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digests {
    pub lf: String,
    pub crlf: String,
}

impl Digests {
    pub fn of(bytes: &[u8]) -> Digests {
        Digests { lf: sha1_hex_lf(bytes), crlf: sha1_hex_crlf(bytes) }
    }
}

impl Changed {
    /// Compares two versions of a file.
    pub fn of(before: Option<&[u8]>, after: Option<&[u8]>) -> Changed {
        let text = |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
        Changed {
            before: before.map(Digests::of),
            after: after.map(Digests::of),
            merge_base: None,
            hunks: if before == after { Vec::new() } else { hunks(&text(before), &text(after)) },
        }
    }

    /// Whether anything differs but line ends.
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }

    /// The first and the last line that differ, in either version; nothing where none does.
    pub fn window(&self) -> Option<(u32, u32)> {
        let sides = || self.hunks.iter().flat_map(|hunk| [hunk.old, hunk.new]);
        let lines = || sides().filter(|lines| lines.count > 0);
        let first = lines().map(|lines| lines.first).min()?;
        let last = lines().map(|lines| lines.first + lines.count - 1).max()?;
        Some((first, last))
    }

    /// Lines added minus lines removed.
    pub fn line_delta(&self) -> i64 {
        self.hunks.iter().map(|hunk| i64::from(hunk.new.count) - i64::from(hunk.old.count)).sum()
    }
}

impl Work {
    /// The changed product files that still exist, in order.
    pub fn changed<'a>(&'a self, governance: &'a str) -> impl Iterator<Item = &'a str> {
        let is_product =
            move |path: &str| !path.strip_prefix(governance).is_some_and(|rest| rest.starts_with('/'));
        self.files
            .iter()
            .filter(move |(path, file)| file.is_changed() && file.after.is_some() && is_product(path))
            .map(|(path, _)| path.as_str())
    }
}
