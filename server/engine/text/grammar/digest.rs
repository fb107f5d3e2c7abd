//! Digests written as hexadecimal digits; computing them is the business of `hash.rs`.

/// Whether the whole text is a SHA-1: 40 hexadecimal digits of either case.
pub fn is_sha1(text: &str) -> bool {
    text.len() == 40 && is_hexadecimal(text)
}

/// Whether the whole text is a SHA-256: 64 hexadecimal digits of either case.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && is_hexadecimal(text)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{is_sha1, is_sha256};

    #[test]
    fn length_and_alphabet_decide() {
        assert!(is_sha1(&"a1".repeat(20)));
        assert!(is_sha1(&"F0".repeat(20)));
        assert!(!is_sha1(&"g0".repeat(20)));
        assert!(!is_sha1(&"a".repeat(39)));
        assert!(!is_sha1(&"\u{e9}".repeat(20)));
        assert!(is_sha256(&"a1".repeat(32)));
        assert!(!is_sha256(&"a1".repeat(20)));
    }
}
