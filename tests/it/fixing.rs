//! `check --fix` and `--diff` over the program: what is safe is written, what is not is left, nothing is lost.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program;

const PACKET: &str = ".GOV/task_packets/WP-1-One.md";
const BEFORE: &str = "\u{feff}# Work Packet: WP-1-One\r\n- STATUS: ready-for-dev\r\n## TEST_PLAN\r\n`ash\r\ncargo test\r\n`\r\n";
const AFTER: &str = "# Task Packet: WP-1-One\r\n- **Status:** Ready for Dev\r\n## TEST_PLAN\r\n```bash\r\ncargo test\r\n```\r\n";

fn workspace(text: &str) -> TempDir {
    program::folder([(PACKET, text)])
}

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    program::run(root, &[&["check"], arguments].concat(), "")
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

#[test]
fn what_was_done_and_what_is_left_is_told() {
    let folder = workspace(BEFORE);
    let (_, _, told) = run(folder.path(), &["--fix"]);
    assert!(told.contains("WP-1-One.md: 5 fixes"), "{told}");
    assert!(told.contains(" left, ") && told.contains(" with a fix"), "{told}");
}

#[test]
fn review_without_a_terminal_is_refused_and_nothing_is_written() {
    let folder = workspace(BEFORE);
    let (code, _, told) = run(folder.path(), &["--fix", "--review"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("--review asks on a terminal"), "{told}");
    assert_eq!(fs::read_to_string(folder.path().join(PACKET)).ok().as_deref(), Some(BEFORE));
    let (code, _, _) = run(folder.path(), &["--review"]);
    assert_eq!(code, Some(2), "alone it means nothing");
}

#[test]
fn closed_packets_are_shown_by_all_and_fixed_by_nobody() {
    let done = BEFORE.replace("ready-for-dev", "DONE");
    let folder = workspace(&done);
    let (code, out, told) = run(folder.path(), &["--all", "--fix"]);
    assert!(code == Some(1) && out.contains("file-bom") && !told.contains("fixed "), "{out}{told}");
    assert_eq!(fs::read_to_string(folder.path().join(PACKET)).ok(), Some(done));
}

#[test]
fn a_file_that_may_not_be_written_is_told_and_the_others_are_fixed() {
    let folder = workspace(BEFORE);
    let other = folder.path().join(".GOV/task_packets/WP-1-Two.md");
    fs::write(&other, BEFORE).expect("a file");
    let place = folder.path().join(PACKET);
    let mut permissions = fs::metadata(&place).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place, permissions).expect("set");
    let (code, out, told) = run(folder.path(), &["--fix"]);
    assert_eq!(code, Some(2), "not all was done: {told}");
    assert!(
        told.contains("WP-1-One.md: read-only; not written")
            && told.contains("fixed .GOV/task_packets/WP-1-Two.md")
    );
    assert!(out.contains("file-bom"), "what the file holds is reported, not what it could have been: {out}");
    assert_eq!(fs::read_to_string(place).ok().as_deref(), Some(BEFORE));
    assert!(!fs::read_to_string(other).expect("a text").starts_with('\u{feff}'));
}

/// A limit on the size of files ends the process in the middle of a write, as a full disk may.
#[test]
#[cfg(unix)]
fn a_write_that_is_cut_off_leaves_the_file_whole() {
    let long = format!("{BEFORE}{}", "- a line that is only long\r\n".repeat(4000));
    let folder = workspace(&long);
    let command = format!("ulimit -f 8; exec {} check --fix", env!("CARGO_BIN_EXE_taskpacket"));
    let run = std::process::Command::new("sh").args(["-c", &command]).current_dir(folder.path()).output();
    assert!(!run.expect("it runs").status.success());
    assert_eq!(fs::read_to_string(folder.path().join(PACKET)).ok(), Some(long));
}

/// The same between two files of one change: what is written stays, a rule tells of the rest, and the next run does it.
#[test]
#[cfg(unix)]
fn a_change_that_is_cut_off_between_two_files_is_told_and_done_by_the_next_run() {
    const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
    let packet = "# Task Packet: WP-1-One\n- **Status:** Ready for Dev\n";
    let long = "- a line that is only long\n".repeat(4000);
    let board =
        format!("# Task Board\n## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n## Notes\n{long}");
    let folder = program::folder([(PACKET, packet), (BOARD, &*board)]);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).expect("a text");
    let set = ["run", "setStatus", "WP-1-One", "status=In Progress"];
    let command =
        format!("ulimit -f 8; exec {} {} '{}'", env!("CARGO_BIN_EXE_taskpacket"), set[..3].join(" "), set[3]);
    let cut = std::process::Command::new("sh").args(["-c", &command]).current_dir(folder.path()).output();
    assert_eq!(cut.expect("it runs").status.code(), None, "a signal ended it");
    assert!(read(PACKET).contains("In Progress") && read(BOARD) == board, "it got half way");
    let (_, out, _) = run(folder.path(), &[]);
    assert!(out.contains("board-status-drift"), "{out}");
    let (code, _, told) = program::run(folder.path(), &set, "");
    assert_eq!(code, Some(0), "{told}");
    assert!(read(BOARD).contains("## In Progress\n\n- **[WP-1-One]** - [IN_PROGRESS]\n"), "the entry moved");
    let (_, out, _) = run(folder.path(), &[]);
    assert!(!out.contains("board-status-drift"), "{out}");
}

#[test]
#[cfg(unix)]
fn killed_in_the_middle_every_file_is_as_it_was_or_as_it_should_be() {
    let folder = workspace(BEFORE);
    let packets = folder.path().join(".GOV/task_packets");
    let tail = "- a line that is only long\r\n".repeat(2000);
    let before =
        |number: usize| format!("{}{tail}", BEFORE.replace("WP-1-One", &format!("WP-1-Part{number}")));
    let after = |number: usize| format!("{}{tail}", AFTER.replace("WP-1-One", &format!("WP-1-Part{number}")));
    for _ in 0..3 {
        for number in 0..30 {
            fs::write(packets.join(format!("WP-1-Part{number}.md")), before(number)).expect("a file");
        }
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
            .args(["check", "--fix"])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("it runs");
        // As soon as the first file is another one, the writing is under way.
        let began = std::time::Instant::now();
        let first = packets.join("WP-1-Part0.md");
        while fs::read_to_string(&first).is_ok_and(|text| text == before(0)) {
            assert!(began.elapsed().as_secs() < 60, "nothing is written");
        }
        child.kill().expect("it runs yet");
        drop(child.wait());
        for number in 0..30 {
            let text = fs::read_to_string(packets.join(format!("WP-1-Part{number}.md"))).expect("a text");
            assert!(text == before(number) || text == after(number), "half of WP-1-Part{number}");
        }
    }
}
