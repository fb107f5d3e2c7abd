//! Rules about the file itself: bytes, fences, sections.

use super::family;

family! { 'A', "File, encoding, structure";
}
