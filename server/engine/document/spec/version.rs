//! The version of a master specification, compared component by component.
// To be replaced by the one of `text::grammar` as soon as that stands on main.

/// Components as integers: `v02.99` < `v02.100` < `v02.125`.
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

#[cfg(test)]
mod tests {
    use super::SpecVersion;

    #[test]
    fn ninety_nine_is_before_one_hundred() {
        let version = |text| SpecVersion::read(text).map(|(version, _)| version);
        assert!(version("02.99") < version("02.100"));
        assert!(version("02_100") < version("02.125"));
        assert_eq!(version("XX.XX"), None);
        assert_eq!(SpecVersion::read("02.113.md").map(|(_, length)| length), Some(6));
    }
}
