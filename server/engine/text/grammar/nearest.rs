//! The known word that a written one was probably meant to be.

/// The candidate that comes nearest, where one comes near at all.
pub fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|known| (strsim::jaro_winkler(known, written), known))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.8)
        .map(|(_, nearest)| nearest)
}

/// The path that a written one was probably meant to be: the file of this name that is the only one, else one that
/// differs in a few letters.
pub fn nearest_path<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let wanted = written.rsplit('/').next().unwrap_or(written);
    let mut same = Vec::new();
    let mut best: Option<(f64, &str)> = None;
    for path in known.filter(|path| *path != written) {
        if name(path) == wanted && !wanted.is_empty() {
            same.push(path);
        }
        let likeness = strsim::normalized_damerau_levenshtein(path, written);
        if likeness >= 0.88 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, path));
        }
    }
    match same[..] {
        [only] => Some(only),
        _ => best.map(|(_, path)| path),
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_path};

    #[test]
    fn what_is_like_nothing_has_no_nearest() {
        let known = ["WP-1-Note-Sync", "WP-1-Tag-Search"];
        assert_eq!(nearest("WP-1-Note-Snyc", known.into_iter()), Some("WP-1-Note-Sync"));
        assert_eq!(nearest("export", known.into_iter()), None);
    }

    #[test]
    fn a_path_is_found_by_its_name_or_by_a_few_letters() {
        let known = ["src/store/batch.rs", "src/export/bundle.rs", "src/export/mod.rs", "src/store/mod.rs"];
        let near = |written: &str| nearest_path(written, known.into_iter());
        assert_eq!(near("src/batch.rs"), Some("src/store/batch.rs"));
        assert_eq!(near("src/export/bundel.rs"), Some("src/export/bundle.rs"));
        assert_eq!(near("app/mod.rs"), None);
        assert_eq!(near("src/export/zipper.rs"), None);
    }
}
