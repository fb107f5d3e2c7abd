//! Rules about the file itself: bytes, fences, sections.

family! { 'A', "File, encoding, structure";
    file_bom
    fence_unclosed
    fence_broken
    file_non_ascii
    section_missing
}
