//! Hashes of content: a fast one for our own caches and SHA-1 as packets write it; the only file that knows sha1.

use sha1::{Digest, Sha1};

/// 128 bits of a text, for "have I parsed exactly this before?" within one run of the program.
///
/// Not cryptographic and never stored: whoever forges a collision only deceives their own editor about
/// their own file, while 128 bits rule accidents out, and a keystroke cannot afford a real digest.
/// (A 64-bit hasher run twice from two starting values would not do: rustc-hash condenses a slice before its state
/// takes part.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(u128);

impl ContentHash {
    pub fn of(bytes: &[u8]) -> ContentHash {
        let mut left = bytes.len() as u64 ^ KEYS[0];
        let mut right = (bytes.len() as u64).rotate_left(32) ^ KEYS[1];
        let (pairs, rest) = bytes.as_chunks::<16>();
        let mut last = [0; 16];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        for pair in pairs.iter().chain([&last]) {
            let both = u128::from_le_bytes(*pair);
            let (low, high) = (both as u64, (both >> 64) as u64);
            // The rotated state is kept beside the product, so that a factor of zero forgets nothing.
            left = left.rotate_left(23) ^ folded(low ^ left ^ KEYS[2], high ^ KEYS[3]);
            right = right.rotate_left(29) ^ folded(high ^ right ^ KEYS[0], low ^ KEYS[1]);
        }
        let first = folded(left ^ KEYS[3], right ^ KEYS[2]);
        let second = folded(right.rotate_left(17) ^ KEYS[1], left ^ KEYS[0]) ^ right;
        ContentHash((u128::from(first) << 64) | u128::from(second))
    }
}

/// SHA-1 of the bytes as they are: 40 lower-case hexadecimal digits.
pub fn sha1_hex(bytes: &[u8]) -> String {
    hex(Sha1::new_with_prefix(bytes))
}

/// SHA-1 of the bytes with every `\r\n` turned into `\n`, the form in which git keeps a text.
pub fn sha1_hex_lf(bytes: &[u8]) -> String {
    let mut digest = Sha1::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'\n', bytes) {
        let line = bytes.get(done..at).unwrap_or_default();
        digest.update(line.strip_suffix(b"\r").unwrap_or(line));
        digest.update(b"\n");
        done = at + 1;
    }
    digest.update(bytes.get(done..).unwrap_or_default());
    hex(digest)
}

/// SHA-1 of the bytes with every `\n` turned into `\r\n`, the form of a checkout on Windows.
pub fn sha1_hex_crlf(bytes: &[u8]) -> String {
    let mut digest = Sha1::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'\n', bytes) {
        let line = bytes.get(done..at).unwrap_or_default();
        digest.update(line.strip_suffix(b"\r").unwrap_or(line));
        digest.update(b"\r\n");
        done = at + 1;
    }
    digest.update(bytes.get(done..).unwrap_or_default());
    hex(digest)
}

/// Odd numbers without pattern: the first digits of the square roots of 2, 3, 5 and 7.
const KEYS: [u64; 4] =
    [0x6a09_e667_f3bc_c909, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1];

fn folded(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ ((product >> 64) as u64)
}

fn hex(digest: Sha1) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or('0');
    digest.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::{ContentHash, sha1_hex, sha1_hex_crlf, sha1_hex_lf};
    use std::collections::HashSet;

    #[test]
    fn sha1_of_known_texts() {
        assert_eq!(sha1_hex(b""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(sha1_hex(b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    #[test]
    fn line_ends_are_turned_before_hashing() {
        let mixed = b"a\r\nb\nc\r\r\nd\re";
        assert_eq!(sha1_hex_lf(mixed), sha1_hex(b"a\nb\nc\r\nd\re"));
        assert_eq!(sha1_hex_crlf(mixed), sha1_hex(b"a\r\nb\r\nc\r\r\nd\re"));
        assert_eq!(sha1_hex_lf(b"\r"), sha1_hex(b"\r"));
        assert_eq!(sha1_hex_crlf(b"\n"), sha1_hex(b"\r\n"));
    }

    #[test]
    fn both_forms_of_one_text_hash_alike() {
        assert_eq!(sha1_hex_lf(b"a\r\nb\r\n"), sha1_hex_lf(b"a\nb\n"));
        assert_eq!(sha1_hex_crlf(b"a\r\nb\r\n"), sha1_hex_crlf(b"a\nb\n"));
    }

    #[test]
    fn content_hash_tells_near_texts_apart() {
        let mut seen = HashSet::new();
        // Lengths around the chunk size, a changed byte at each place, and trailing zero bytes.
        for len in 0..70 {
            let mut bytes = vec![0u8; len];
            assert!(seen.insert(ContentHash::of(&bytes)));
            for at in 0..len {
                for bit in 0..8 {
                    bytes[at] = 1 << bit;
                    assert!(seen.insert(ContentHash::of(&bytes)));
                }
                bytes[at] = 0;
            }
        }
    }

    #[test]
    fn content_hash_tells_swapped_chunks_apart() {
        let (a, b) = ([7u8; 16], [9u8; 16]);
        assert_ne!(ContentHash::of(&[a, b].concat()), ContentHash::of(&[b, a].concat()));
    }
}
