//! Names of master specification files and the versions in them: `Demo_Master_Spec_v02.125.md`.

use crate::text::range::Range;
use memchr::memmem;

/// A version of the master specification, ordered part by part as numbers: `v02.99` < `v02.100` < `v02.125`.
/// Keep the original words beside it: leading zeros are not kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpecVersion(pub Vec<u32>);

impl SpecVersion {
    /// The version at the start of `text` (`02.113`), without its `v`, and how many bytes it takes.
    pub fn read(text: &str) -> Option<(SpecVersion, usize)> {
        let bytes = text.as_bytes();
        let mut parts = Vec::new();
        let mut at = 0;
        loop {
            let digits = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
            let Some(value) = text.get(at..at + digits).and_then(|digits| digits.parse().ok()) else { break };
            parts.push(value);
            at += digits;
            let more = matches!(bytes.get(at), Some(b'.' | b'_'))
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if !more {
                break;
            }
            at += 1;
        }
        (!parts.is_empty()).then_some((SpecVersion(parts), at))
    }
}

/// The version in a file name `<prefix>_v02.125.md` (with or without `.md`) or alone as `v02.125`.
pub fn spec_version(name: &str) -> Option<SpecVersion> {
    let name = name.strip_suffix(".md").unwrap_or(name);
    let version = match name.rfind("_v") {
        Some(at) => name.get(at + "_v".len()..)?,
        None => name.strip_prefix('v')?,
    };
    if version_len(version.as_bytes()) != version.len() || version.is_empty() {
        return None;
    }
    Some(SpecVersion(version.split(['.', '_']).map(|part| part.parse().unwrap_or(u32::MAX)).collect()))
}

/// Every file name `<prefix>_v<version>.md` in running text, in order.
pub fn find_spec_files(text: &str, prefix: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    let starts: Vec<usize> = match prefix {
        "" => Vec::new(),
        _ => memmem::find_iter(bytes, prefix).collect(),
    };
    let prefix_len = prefix.len();
    starts.into_iter().filter_map(move |start| {
        let version = bytes.get(start + prefix_len..)?.strip_prefix(b"_v")?;
        let len = version_len(version);
        let is_file = len > 0 && version.get(len..)?.starts_with(b".md");
        is_file.then(|| Range::new(start, start + prefix_len + "_v".len() + len + ".md".len()))
    })
}

/// The length of the digits, dots and underscores at the start; a separator counts only between digits.
fn version_len(bytes: &[u8]) -> usize {
    let mut len = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => len = at + 1,
            b'.' | b'_' if at > 0 && len == at => {}
            _ => break,
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::{SpecVersion, find_spec_files, spec_version};

    #[test]
    fn versions() {
        let parts = |name: &str| spec_version(name).map(|SpecVersion(parts)| parts);
        assert_eq!(parts("Demo_Master_Spec_v02.125.md"), Some(vec![2, 125]));
        assert_eq!(parts("Demo_Master_Spec_v02_125"), Some(vec![2, 125]));
        assert_eq!(parts("v02.125"), Some(vec![2, 125]));
        assert_eq!(parts("v1_v2.3"), Some(vec![2, 3]));
        assert_eq!(parts("v99999999999"), Some(vec![u32::MAX]));
        for no in [
            "",
            "v",
            "v.1",
            "v1.",
            "v1..2",
            "vXX.XX",
            "02.125",
            "_v",
            "Spec_v1.2-draft.md",
            "spec.md",
            "v1.\u{e9}",
        ] {
            assert_eq!(parts(no), None, "{no}");
        }
    }

    #[test]
    fn order_is_by_number() {
        let mut names = ["v02.125", "v02.99", "v10", "v02.100", "v02"];
        names.sort_by_key(|name| spec_version(name));
        assert_eq!(names, ["v02", "v02.99", "v02.100", "v02.125", "v10"]);
    }

    #[test]
    fn mentions_in_running_text() {
        let text = "`Demo_Master_Spec_v02.125.md`, Demo_Master_Spec_v1.md. Demo_Master_Spec_vXX.md \
            Demo_Master_Spec.md Demo_Master_Spec_v1. Demo_Master_Spec_v2_3.mdx Demo_Master_Spec_v1..md";
        let found: Vec<_> = find_spec_files(text, "Demo_Master_Spec").map(|range| range.of(text)).collect();
        assert_eq!(
            found,
            ["Demo_Master_Spec_v02.125.md", "Demo_Master_Spec_v1.md", "Demo_Master_Spec_v2_3.md"]
        );
        assert_eq!(find_spec_files(text, "").count(), 0);
    }
}
