//! A client that cannot watch files: the server does it.

use serde_json::Value;

use crate::client::{ONE, Session, with_code};

const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";
const SIGNED: &str = "- USER_SIGNATURE: mara050320260915\n";
const OTHER: &str = "- USER_SIGNATURE: mara050320260916\n";

/// Waits for a list of this packet that has, or has not, this code.
fn until(session: &mut Session, code: &str, wanted: bool) -> Vec<Value> {
    loop {
        let list = session.published(ONE, 1);
        if with_code(&list, code).is_some() == wanted {
            return list;
        }
    }
}

#[test]
fn row_added_to_the_audit_by_another_program_is_seen() {
    let row = "| mara050320260915 | Mara | 05-03-2026 09:15 | Task packet | [WP-1-One] | x |\n";
    let table = "| Signature | Used By | Date/Time | Purpose | WP(s) | Notes |\n|---|---|---|---|---|---|\n";
    let mut session = Session::start(&[(ONE, SIGNED), (AUDIT, table)]);
    session.open(ONE);
    until(&mut session, "signature-not-in-audit", true);
    session.write(AUDIT, &format!("{table}{row}"));
    until(&mut session, "signature-not-in-audit", false);
}

#[test]
fn packet_in_a_folder_that_is_moved_in_is_seen_and_forgotten_with_it() {
    let mut session = Session::start(&[(ONE, SIGNED), ("aside/WP-1-Two.md", SIGNED)]);
    session.open(ONE);
    until(&mut session, "signature-reused", false);
    let (aside, inside) = (session.root.join("aside"), session.root.join(".GOV/task_packets/more"));
    std::fs::rename(&aside, &inside).expect("moved");
    until(&mut session, "signature-reused", true);
    std::fs::rename(&inside, &aside).expect("moved");
    until(&mut session, "signature-reused", false);
}

#[test]
fn governance_folder_that_goes_and_comes_back_is_watched_again() {
    let two = ".GOV/task_packets/WP-1-Two.md";
    let mut session = Session::start(&[(ONE, SIGNED), (two, SIGNED), ("taskpacket.toml", "")]);
    session.open(ONE);
    until(&mut session, "signature-reused", true);
    std::fs::remove_dir_all(session.root.join(".GOV")).expect("removed");
    until(&mut session, "signature-reused", false);
    session.write(two, SIGNED);
    until(&mut session, "signature-reused", true);
    session.write(two, OTHER);
    until(&mut session, "signature-reused", false);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let two = ".GOV/task_packets/WP-1-Two.md";
    let mut session = Session::start(&[(ONE, SIGNED), (two, OTHER)]);
    let outside = tempfile::tempdir().expect("a folder");
    session.open(ONE);
    until(&mut session, "signature-reused", false);
    let link = session.root.join(".GOV/task_packets/linked");
    std::os::unix::fs::symlink(outside.path(), link).expect("linked");
    std::fs::write(outside.path().join("WP-1-Three.md"), SIGNED).expect("written");
    // Whatever comes now tells of the packet that lies inside, not of the one behind the link.
    std::thread::sleep(std::time::Duration::from_millis(300));
    session.write(two, SIGNED);
    let list = until(&mut session, "signature-reused", true);
    let found = with_code(&list, "signature-reused").expect("a squiggle").to_string();
    assert!(found.contains("WP-1-Two") && !found.contains("WP-1-Three"), "{found}");
}

#[test]
fn settings_that_another_program_changes_are_read_anew() {
    let mut session = Session::start(&[(ONE, "- RISK_TIER: huge\n")]);
    session.open(ONE);
    until(&mut session, "risk-tier-invalid", true);
    session.write("taskpacket.toml", "ignore = [\"risk-tier-invalid\"]\n");
    until(&mut session, "risk-tier-invalid", false);
}
