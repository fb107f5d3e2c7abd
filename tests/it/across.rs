//! An edit in one file changes what is found in another one that is open, without a save: board, audit, registry and packets.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::client::{ONE, Session, with_code};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";
const REGISTRY: &str = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";

/// A session in which files are only typed in, and what it showed last of each.
struct Typing {
    session: Session,
    versions: BTreeMap<String, i32>,
    shown: BTreeMap<String, Vec<Value>>,
}

impl Typing {
    fn start(files: &[(&str, &str)], open: &[&str]) -> Typing {
        let mut session = Session::start(files);
        open.iter().for_each(|path| session.open(path));
        Typing { session, versions: BTreeMap::new(), shown: BTreeMap::new() }
    }

    /// Replaces the whole text of an open file.
    fn retype(&mut self, path: &str, text: &str) {
        let version = self.versions.entry(path.to_string()).or_insert(1);
        *version += 1;
        self.session.edit(path, *version, json!([{ "text": text }]));
    }

    /// Waits until a file has, or has not, a finding of this rule.
    #[track_caller]
    fn until(&mut self, path: &str, code: &str, wanted: bool) {
        let uri = self.session.uri(path);
        while self.shown.get(&uri).is_none_or(|list| with_code(list, code).is_some() != wanted) {
            let message = self.session.receive();
            let params = &message["params"];
            if let (Some(uri), Some(list)) = (params["uri"].as_str(), params["diagnostics"].as_array()) {
                self.shown.insert(uri.to_string(), list.clone());
            }
        }
    }
}

#[test]
fn board_and_packet_find_that_they_differ_whichever_is_edited() {
    let board = |section: &str, token: &str| format!("## {section}\n- **[WP-1-One]** - [{token}]\n");
    let ready = "- **Status:** Ready for Dev\n";
    let files = [(ONE, ready), (BOARD, &*board("Ready for Dev", "READY_FOR_DEV"))];
    let mut typing = Typing::start(&files, &[ONE, BOARD]);
    let both = |typing: &mut Typing, wanted| {
        typing.until(ONE, "board-status-drift", wanted);
        typing.until(BOARD, "board-status-drift", wanted);
    };
    both(&mut typing, false);
    typing.retype(BOARD, &board("In Progress", "IN_PROGRESS"));
    both(&mut typing, true);
    typing.retype(ONE, "- **Status:** In Progress\n");
    both(&mut typing, false);
    typing.retype(ONE, ready);
    both(&mut typing, true);
}

#[test]
fn audit_and_packet_find_each_other_whichever_is_edited() {
    let table = "| Signature | Used By | Date/Time | Purpose | WP(s) | Notes |\n|---|---|---|---|---|---|\n";
    let row = "| mara050320260915 | Mara | 05-03-2026 09:15 | Task packet | [WP-1-One] | x |\n";
    let files = [(ONE, "- USER_SIGNATURE: <pending>\n"), (AUDIT, table)];
    let mut typing = Typing::start(&files, &[ONE, AUDIT]);
    typing.until(AUDIT, "signature-audit-empty", false);
    typing.retype(ONE, "- USER_SIGNATURE: mara050320260915\n");
    typing.until(AUDIT, "signature-audit-empty", true);
    typing.until(ONE, "signature-not-in-audit", true);
    typing.retype(AUDIT, &format!("{table}{row}"));
    typing.until(ONE, "signature-not-in-audit", false);
}

#[test]
fn packet_hears_of_the_registry_and_the_registry_of_the_board() {
    let newer = ".GOV/task_packets/WP-1-Base-v2.md";
    let table = "| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n";
    let row = "| WP-1-Base | .GOV/task_packets/WP-1-Base-v2.md | Done: WP-1-Base-v2 | |\n";
    let board = |section: &str, token: &str| format!("## {section}\n- **[WP-1-Base-v2]** - [{token}]\n");
    let files = [
        (ONE, "- Depends on: WP-1-Base\n"),
        (newer, "- **Status:** Done\n"),
        (REGISTRY, table),
        (BOARD, &*board("Done", "VALIDATED")),
    ];
    let mut typing = Typing::start(&files, &[ONE, REGISTRY, BOARD]);
    typing.until(ONE, "dependency-base-id", false);
    typing.retype(REGISTRY, &format!("{table}{row}"));
    typing.until(ONE, "dependency-base-id", true);
    typing.until(REGISTRY, "registry-board-column-drift", false);
    typing.retype(BOARD, &board("In Progress", "IN_PROGRESS"));
    typing.until(REGISTRY, "registry-board-column-drift", true);
}
