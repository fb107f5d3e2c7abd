//! File URIs and paths; what is not a file is not ours.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

/// The path of a `file:` URI.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    if !uri.as_str().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:")) {
        return None;
    }
    uri.to_file_path().map(|path| path.into_owned())
}

pub fn uri(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}
