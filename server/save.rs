//! Files written, made and taken back: whole or not at all, and never over somebody else's work.

use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind, Write as _};
use std::path::Path;

/// Writes `after` where `before` was read.
pub fn write(root: &Path, path: &str, before: &str, after: &str) -> Result<(), String> {
    write_by(root, path, before, after, |file, text| {
        file.write_all(text)?;
        // A name that points to a text which never reached the disk would be an empty file after a power cut.
        file.sync_all()
    })
}

/// The same, with the step that a full disk or a lost connection fails.
fn write_by(
    root: &Path,
    path: &str,
    before: &str,
    after: &str,
    put: impl FnOnce(&mut File, &[u8]) -> Result<(), Error>,
) -> Result<(), String> {
    let told = |error: Error| error.to_string();
    // A link is followed to what it names, as long as that is ours.
    let place = fs::canonicalize(root.join(path)).map_err(told)?;
    if !place.starts_with(fs::canonicalize(root).map_err(told)?) {
        return Err("leads out of the workspace; not written".into());
    }
    let permissions = fs::metadata(&place).map_err(told)?.permissions();
    if permissions.readonly() {
        return Err("read-only; not written".into());
    }
    is_as_read(&place, before)?;
    // Beside the file, so that the last step is one rename.
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let draft = place.with_file_name(format!(".{name}.{}.taskpacket", std::process::id()));
    let drafted =
        OpenOptions::new().write(true).create(true).truncate(true).open(&draft).and_then(|mut file| {
            put(&mut file, after.as_bytes())?;
            fs::set_permissions(&draft, permissions)
        });
    let written = drafted.map_err(told).and_then(|()| {
        is_as_read(&place, before)?;
        fs::rename(&draft, &place).map_err(told)
    });
    if written.is_err() {
        drop(fs::remove_file(&draft));
    }
    written
}

/// Writes a file that is not there yet: whole or not at all, and never over another one, nor outside the root.
pub fn create(root: &Path, path: &str, text: &str) -> Result<(), String> {
    let place = root.join(path);
    let told = |error: Error| error.to_string();
    let folder = place.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(told)?;
    if !fs::canonicalize(folder).map_err(told)?.starts_with(fs::canonicalize(root).map_err(told)?) {
        return Err("outside the workspace; not written".to_string());
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let draft = place.with_file_name(format!(".{name}.{}.taskpacket", std::process::id()));
    // A link is made only where nothing has the name; a rename would take the place of a file that came meanwhile.
    let written = fs::write(&draft, text).and_then(|()| match fs::hard_link(&draft, &place) {
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            File::create_new(&place).and_then(|_| fs::rename(&draft, &place))
        }
        linked => linked,
    });
    drop(fs::remove_file(&draft));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => "exists by now; not written".to_string(),
        _ => told(error),
    })
}

/// Gives a file another path within the root, where nothing is yet. In between it is at both.
pub fn relocate(root: &Path, from: &str, to: &str) -> Result<(), String> {
    let told = |error: Error| error.to_string();
    let (from, to) = (root.join(from), root.join(to));
    let folder = to.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(told)?;
    let real = fs::canonicalize(root).map_err(told)?;
    for place in [folder, &from] {
        if !fs::canonicalize(place).map_err(told)?.starts_with(&real) {
            return Err("outside the workspace; not moved".to_string());
        }
    }
    fs::hard_link(&from, &to).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => "another file is there by now; not moved".to_string(),
        _ => told(error),
    })?;
    fs::remove_file(&from).map_err(told)
}

/// Takes away a file that was just written and that nobody has changed since.
pub fn remove(root: &Path, path: &str, text: &str) -> Result<(), String> {
    let place = root.join(path);
    let told = |error: Error| error.to_string();
    if fs::read(&place).map_err(told)? != text.as_bytes() {
        return Err("changed since it was written; not removed".to_string());
    }
    fs::remove_file(&place).map_err(told)
}

fn is_as_read(place: &Path, before: &str) -> Result<(), String> {
    let bytes = fs::read(place).map_err(|error| error.to_string())?;
    match std::str::from_utf8(&bytes) {
        Ok(text) if text == before => Ok(()),
        Ok(_) => Err("changed since it was read; not written".into()),
        Err(_) => Err("not UTF-8; not written".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "one\r\ntwo\r\n";
    const AFTER: &str = "one\r\nthree\r\n";

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.md"), BEFORE).expect("written");
        folder
    }

    /// What the folder holds: names and texts.
    fn holds(folder: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let read = |entry: fs::DirEntry| {
            let text = fs::read_to_string(entry.path()).expect("a text");
            (entry.file_name().to_string_lossy().into_owned(), text)
        };
        entries.map(read).collect()
    }

    #[test]
    fn a_text_is_put_in_place_of_the_one_it_was_made_from() {
        let folder = folder();
        assert_eq!(write(folder.path(), "a.md", BEFORE, AFTER), Ok(()));
        assert_eq!(holds(folder.path()), [("a.md".into(), AFTER.into())]);
    }

    #[test]
    fn a_full_disk_leaves_the_file_whole_and_nothing_beside_it() {
        let folder = folder();
        for half in [0, 3, AFTER.len()] {
            let full = |file: &mut File, text: &[u8]| {
                file.write_all(&text[..half])?;
                Err(Error::from(ErrorKind::StorageFull))
            };
            let written = write_by(folder.path(), "a.md", BEFORE, AFTER, full);
            assert!(written.is_err_and(|told| told.contains("storage")), "the reason is told");
            assert_eq!(holds(folder.path()), [("a.md".into(), BEFORE.into())]);
        }
    }

    #[test]
    fn what_somebody_else_wrote_stays() {
        let folder = folder();
        let place = folder.path().join("a.md");
        let replaced = |file: &mut File, text: &[u8]| {
            fs::write(&place, "theirs")?;
            file.write_all(text)
        };
        let written = write_by(folder.path(), "a.md", BEFORE, AFTER, replaced);
        assert_eq!(written, Err("changed since it was read; not written".into()));
        assert_eq!(holds(folder.path()), [("a.md".into(), "theirs".into())]);
        assert_eq!(
            write(folder.path(), "a.md", BEFORE, AFTER),
            Err("changed since it was read; not written".into())
        );
        fs::write(&place, [b'o', 0xff]).expect("written");
        assert_eq!(write(folder.path(), "a.md", "o\u{fffd}", AFTER), Err("not UTF-8; not written".into()));
        fs::remove_file(&place).expect("removed");
        assert!(write(folder.path(), "a.md", BEFORE, AFTER).is_err() && holds(folder.path()).is_empty());
    }

    #[test]
    fn a_file_that_may_not_be_written_is_not() {
        let folder = folder();
        let place = folder.path().join("a.md");
        let mut permissions = fs::metadata(&place).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).expect("set");
        assert_eq!(write(folder.path(), "a.md", BEFORE, AFTER), Err("read-only; not written".into()));
        assert_eq!(holds(folder.path()), [("a.md".into(), BEFORE.into())]);
    }

    #[test]
    fn a_file_moves_only_where_nothing_is() {
        let folder = folder();
        assert_eq!(relocate(folder.path(), "a.md", "below/b.md"), Ok(()));
        assert_eq!(fs::read_to_string(folder.path().join("below/b.md")).ok().as_deref(), Some(BEFORE));
        assert!(!folder.path().join("a.md").exists());
        fs::write(folder.path().join("c.md"), "theirs").expect("written");
        let refused = relocate(folder.path(), "below/b.md", "c.md");
        assert_eq!(refused, Err("another file is there by now; not moved".into()));
        assert_eq!(fs::read_to_string(folder.path().join("c.md")).ok().as_deref(), Some("theirs"));
        assert!(relocate(folder.path(), "c.md", "../c.md").is_err_and(|told| told.contains("outside")));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_workspace_is_not_followed() {
        let (folder, other) = (folder(), folder());
        let link = folder.path().join("b.md");
        std::os::unix::fs::symlink(other.path().join("a.md"), &link).expect("linked");
        let written = write(folder.path(), "b.md", BEFORE, AFTER);
        assert_eq!(written, Err("leads out of the workspace; not written".into()));
        assert_eq!(holds(other.path()), [("a.md".into(), BEFORE.into())]);
        std::os::unix::fs::symlink(folder.path().join("a.md"), folder.path().join("c.md")).expect("linked");
        assert_eq!(write(folder.path(), "c.md", BEFORE, AFTER), Ok(()));
        assert_eq!(fs::read_to_string(folder.path().join("a.md")).ok().as_deref(), Some(AFTER));
    }
}
