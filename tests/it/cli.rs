//! The command line: exit codes, formats, and what they say about the demo workspace.

use assert_cmd::Command;
use serde_json::Value;

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/workspaces/demo");

fn taskpacket() -> Command {
    Command::new(env!("CARGO_BIN_EXE_taskpacket"))
}

fn json(arguments: &[&str]) -> (i32, Value) {
    let output = taskpacket().args(["check", "--format", "json"]).args(arguments).output().expect("it runs");
    let report = serde_json::from_slice(&output.stdout).expect("standard output is JSON and nothing else");
    (output.status.code().unwrap_or(-1), report)
}

fn rules<'a>(report: &'a Value, path: &str) -> Vec<&'a str> {
    let list = report["diagnostics"].as_array().expect("a list");
    list.iter().filter(|found| found["path"] == path).filter_map(|found| found["rule"].as_str()).collect()
}

#[test]
fn broken_packet_is_told_what_matters() {
    let (code, report) = json(&[DEMO]);
    assert_eq!(code, 1);
    let found = rules(&report, ".GOV/task_packets/WP-1-Export-Bundle.md");
    for rule in [
        "signature-reused",
        "spec-anchor-roadmap",
        "spec-anchor-not-found",
        "spec-anchor-moved",
        "spec-anchor-ambiguous",
        "spec-anchor-too-broad",
        "bootstrap-search-terms-count",
        "bootstrap-placeholder",
        "risk-tier-unresolved",
        "test-plan-post-work-missing",
    ] {
        assert!(found.contains(&rule), "{rule} is missing in {found:?}");
    }
}

#[test]
fn clean_packet_has_no_findings_and_history_is_silent() {
    let (_, report) = json(&[DEMO]);
    assert_eq!(rules(&report, ".GOV/task_packets/WP-1-Note-Sync-v2.md"), Vec::<&str>::new());
    assert_eq!(rules(&report, ".GOV/task_packets/WP-1-Note-Sync.md"), Vec::<&str>::new());
    let (_, all) = json(&["--all", DEMO]);
    assert!(!rules(&all, ".GOV/task_packets/WP-1-Note-Sync.md").is_empty());
}

#[test]
fn reused_signature_names_the_other_packet_in_both() {
    let (_, report) = json(&["--select", "signature-reused", DEMO]);
    for (path, other) in
        [("WP-1-Export-Bundle", "WP-1-Tag-Search"), ("WP-1-Tag-Search", "WP-1-Export-Bundle")]
    {
        let path = format!(".GOV/task_packets/{path}.md");
        let found = report["diagnostics"]
            .as_array()
            .and_then(|list| list.iter().find(|found| found["path"] == *path));
        let related = &found.unwrap_or_else(|| panic!("{path} has none"))["related"][0]["path"];
        assert!(related.as_str().is_some_and(|related| related.contains(other)), "{path}: {related}");
    }
}

#[test]
fn text_from_standard_input_stands_in_for_the_file() {
    let path = format!("{DEMO}/.GOV/task_packets/WP-1-Note-Sync-v2.md");
    let text =
        std::fs::read_to_string(&path).expect("it is there").replace("RISK_TIER: ", "RISK_TIER: very ");
    let output = taskpacket()
        .args(["check", "--format", "json", "--select", "risk-tier-invalid", "--stdin-filename", &path])
        .write_stdin(text)
        .output()
        .expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(rules(&report, ".GOV/task_packets/WP-1-Note-Sync-v2.md"), ["risk-tier-invalid"]);
}

#[test]
fn what_cannot_be_done_exits_with_two_and_says_why() {
    let outside = tempfile::tempdir().expect("a folder");
    let output = taskpacket().arg("check").current_dir(outside.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no workspace"));
    let output = taskpacket().args(["explain", "signature-reusd"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `signature-reused`?"));
}

#[test]
fn summary_counts_one_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let packets = folder.path().join(".GOV/task_packets");
    std::fs::create_dir_all(&packets).expect("a folder");
    std::fs::write(packets.join("WP-1-One.md"), "# Task Packet: WP-1-One\n").expect("written");
    let output = taskpacket()
        .args(["check", "--select", "skeleton-missing"])
        .arg(folder.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.ends_with("1 file checked: 1 error, 0 warnings, 0 infos, 0 hints\n"), "{said}");
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let packets = folder.path().join(".GOV/task_packets");
    std::fs::create_dir_all(packets.join("WP-1-Folder.md")).expect("a folder with a packet's name");
    std::fs::write(packets.join("WP-1-Bytes.md"), b"# Task Packet: WP-1-Bytes\n\xff\xfe\n").expect("written");
    std::fs::write(packets.join("WP-1-Good.md"), "# Task Packet: WP-1-Good\n").expect("written");
    let output =
        taskpacket().args(["check", "--format", "json"]).arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("WP-1-Bytes.md: not UTF-8 from byte 26 on"), "{told}");
    assert!(told.contains("WP-1-Folder.md: not read: a folder"), "{told}");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(rules(&report, ".GOV/task_packets/WP-1-Good.md").contains(&"risk-tier-missing"));
}

/// What a link leads to outside the workspace is nobody's to show.
#[cfg(unix)]
#[test]
fn link_is_read_if_it_stays_in_the_workspace() {
    use std::os::unix::fs::symlink;

    let (folder, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let packets = folder.path().join(".GOV/task_packets");
    std::fs::create_dir_all(&packets).expect("a folder");
    std::fs::write(folder.path().join("one.txt"), "# Task Packet: WP-1-Linked\n").expect("written");
    std::fs::write(outside.path().join("two.txt"), "# Task Packet: WP-1-Out\n").expect("written");
    symlink(folder.path().join("one.txt"), packets.join("WP-1-Linked.md")).expect("a link");
    symlink(outside.path().join("two.txt"), packets.join("WP-1-Out.md")).expect("a link");
    symlink("nowhere", packets.join("WP-1-Gone.md")).expect("a link");
    symlink(".", packets.join("loop")).expect("a link");

    let output =
        taskpacket().args(["check", "--format", "json"]).arg(folder.path()).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("WP-1-Out.md: not read: a link that leads out of the workspace"), "{told}");
    assert!(told.contains("WP-1-Gone.md: not read: a link that leads nowhere"), "{told}");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(rules(&report, ".GOV/task_packets/WP-1-Linked.md").contains(&"risk-tier-missing"));
    assert_eq!(rules(&report, ".GOV/task_packets/WP-1-Out.md"), Vec::<&str>::new());
}

#[test]
fn one_placeholder_is_told_once() {
    let (_, report) = json(&[DEMO]);
    let list = report["diagnostics"].as_array().expect("a list");
    let placeholders = list
        .iter()
        .filter(|found| found["rule"].as_str().is_some_and(|rule| rule.starts_with("placeholder-")));
    for found in placeholders {
        let same_place = |other: &&Value| other["path"] == found["path"] && other["bytes"] == found["bytes"];
        assert_eq!(list.iter().filter(same_place).count(), 1, "{found} is told twice");
    }
}

#[test]
fn number_that_another_section_took_over_is_told_as_moved() {
    let (_, report) =
        json(&["--select", "spec-anchor-moved,spec-anchor-too-broad,spec-anchor-not-found", DEMO]);
    let list = report["diagnostics"].as_array().expect("a list");
    let says = |words: &str| {
        list.iter().any(|found| found["message"].as_str().is_some_and(|said| said.contains(words)))
    };
    assert!(says("Bundle Manifest is section 5.1.3 now"), "{list:#?}");
    assert!(says("has 3 numbered subsections"), "a doubled number is counted once: {list:#?}");
    assert!(says("near it are 5.4"), "{list:#?}");
}

#[test]
fn costs_of_rules_are_told_beside_the_report() {
    let output = taskpacket().args(["check", "--format", "json", "--time", DEMO]).output().expect("it runs");
    let report: Value =
        serde_json::from_slice(&output.stdout).expect("standard output is JSON and nothing else");
    assert!(report["diagnostics"].as_array().is_some_and(|list| !list.is_empty()));
    let told = String::from_utf8_lossy(&output.stderr);
    let line = told.lines().find(|line| line.contains(" signature-reused ")).expect("each rule has a line");
    assert!(line.contains(" us") && line.contains('%') && line.contains("WP-1-"), "{line}");
}

#[test]
fn product_code_that_names_the_governance_folder_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, text).expect("written");
    };
    write(".GOV/roles_shared/TASK_BOARD.md", "# Board\n");
    write("src/store.rs", "const RULES: &str = \".GOV/roles_shared/SPEC_CURRENT.md\";\n");
    write("src/sync.rs", "fn sync() {}\n");
    write("app/node_modules/x.ts", "// .GOV/x\n");
    write(".gitignore", "node_modules/\n");
    let path = folder.path().to_str().expect("UTF-8");
    let (_, report) = json(&[path, "--select", "product-references-gov"]);
    let list = report["diagnostics"].as_array().expect("a list");
    let found: Vec<_> = list.iter().map(|found| (found["path"].as_str(), found["line"].as_u64())).collect();
    assert_eq!(found, [(Some("src/store.rs"), Some(1))]);
}

#[test]
fn recipe_that_the_justfile_lacks_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, text).expect("written");
    };
    let packet = "### TEST_PLAN\n```bash\njust tset && just post-work WP-1-One\n```\n";
    write(".GOV/task_packets/WP-1-One.md", packet);
    let path = folder.path().to_str().expect("UTF-8");
    let messages = || {
        let (_, report) = json(&[path, "--select", "test-plan-unknown-recipe"]);
        let list = report["diagnostics"].as_array().expect("a list").clone();
        list.iter().filter_map(|found| Some(found["message"].as_str()?.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(messages(), Vec::<String>::new());
    write("justfile", "test:\n    cargo test\n");
    assert_eq!(messages(), ["the justfile has no recipe `tset`; `test` is the nearest"]);
}
