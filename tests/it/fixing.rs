//! `check --fix` and `--diff` over the program: what is safe is written, what is not is left, nothing is lost.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

const PACKET: &str = ".GOV/task_packets/WP-1-One.md";
const BEFORE: &str = "\u{feff}# Work Packet: WP-1-One\r\n- STATUS: ready-for-dev\r\n## TEST_PLAN\r\n`ash\r\ncargo test\r\n`\r\n";
const AFTER: &str = "# Task Packet: WP-1-One\r\n- **Status:** Ready for Dev\r\n## TEST_PLAN\r\n```bash\r\ncargo test\r\n```\r\n";

fn workspace(text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join(PACKET);
    fs::create_dir_all(place.parent().expect("it has one")).expect("a folder");
    fs::write(place, text).expect("a file");
    folder
}

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .arg("check")
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (run.status.code(), text(&run.stdout), text(&run.stderr))
}

#[test]
fn safe_fixes_are_written_until_none_is_left_and_line_ends_stay() {
    let folder = workspace(BEFORE);
    let (code, out, told) = run(folder.path(), &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join(PACKET)).ok().as_deref(), Some(AFTER), "{out}{told}");
    assert!(told.contains("fixed .GOV/task_packets/WP-1-One.md"), "{told}");
    assert_eq!(code, Some(1), "what is left is reported: {out}");
    assert!(!out.contains("file-bom") && out.contains("scope-missing"), "{out}");
    let (_, _, again) = run(folder.path(), &["--fix"]);
    assert!(!again.contains("fixed"), "a second run has nothing to do: {again}");
}

#[test]
fn diff_shows_the_same_and_changes_nothing() {
    let folder = workspace(BEFORE);
    let (code, out, _) = run(folder.path(), &["--diff"]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("--- a/.GOV/task_packets/WP-1-One.md") && out.contains("+- **Status:** Ready for Dev"),
        "{out}"
    );
    assert_eq!(fs::read_to_string(folder.path().join(PACKET)).ok().as_deref(), Some(BEFORE));
}

#[test]
fn what_is_signed_is_left_alone() {
    let signed = "# Work Packet: WP-1-One\n- USER_SIGNATURE: mara050320260915\n- **Status:** ready-for-dev\n";
    let folder = workspace(signed);
    run(folder.path(), &["--fix"]);
    let wanted = signed.replace("ready-for-dev", "Ready for Dev");
    assert_eq!(
        fs::read_to_string(folder.path().join(PACKET)).ok(),
        Some(wanted),
        "only the status may change"
    );
}

#[test]
fn signed_refinement_is_left_alone() {
    let folder = workspace("# Task Packet: WP-1-One\n");
    let place = folder.path().join(".GOV/refinements/WP-1-One.md");
    fs::create_dir_all(place.parent().expect("it has one")).expect("a folder");
    let signed =
        "## TECHNICAL_REFINEMENT\n- USER_SIGNATURE: mara050320260915\n### PRIMITIVES\n- a \u{2192} b\n";
    fs::write(&place, signed).expect("a file");
    run(folder.path(), &["--fix"]);
    assert_eq!(fs::read_to_string(&place).ok().as_deref(), Some(signed));
    let open = signed.replace("mara050320260915", "<pending>");
    fs::write(&place, &open).expect("a file");
    run(folder.path(), &["--fix"]);
    assert_ne!(fs::read_to_string(&place).ok(), Some(open), "unsigned, it is repaired");
}

#[test]
#[cfg(unix)]
fn mode_of_the_file_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = workspace(BEFORE);
    let place = folder.path().join(PACKET);
    fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).expect("a mode");
    run(folder.path(), &["--fix"]);
    let mode = fs::metadata(&place).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let left = fs::read_dir(place.parent().expect("it has one")).expect("a folder").count();
    assert_eq!(left, 1, "no draft stays behind");
}
