//! The fixture language of what an editor asks: files under `//- path`, and `$0` where the cursor stands.

use std::sync::Arc;

use crate::config::Config;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Surroundings;

/// The workspace of a fixture, the file with the cursor in it, and its place. The clock stands at noon of 10 March 2026.
pub(super) struct Asked {
    pub workspace: Workspace,
    pub path: String,
    pub offset: usize,
}

impl Asked {
    pub fn document(&self) -> &Arc<Document> {
        self.workspace.document(&self.path).expect("it was inserted")
    }
}

#[track_caller]
pub(super) fn asked(fixture: &str) -> Asked {
    let mut config = Config::default();
    config.spec.file_prefix = "Demo_Master_Spec".into();
    let config = Arc::new(config);
    let mut workspace = Workspace::new(config.clone());
    let mut at = None;
    for file in fixture.split("//- ").filter(|file| !file.trim().is_empty()) {
        let (path, text) = file.split_once('\n').expect("a path and a text");
        let text = match text.find("$0") {
            Some(offset) => {
                at = Some((path.trim().to_string(), offset));
                text.replacen("$0", "", 1)
            }
            None => text.to_string(),
        };
        let kind = Kind::of(path.trim(), &text, &config).expect("it is ours");
        workspace.insert(Document::new(path.trim(), kind, text, config.clone()));
    }
    let mut surroundings = Surroundings::default();
    surroundings.now = "2026-03-10T12:00:00Z".parse().ok();
    workspace.surroundings = Arc::new(surroundings);
    let (path, offset) = at.expect("a cursor");
    Asked { workspace, path, offset }
}

/// A small workspace that most questions can be asked about; without a cursor.
pub(super) const DEMO: &str = "\
//- .GOV/task_packets/WP-1-Store-v2.md
# Task Packet: WP-1-Store-v2
- TASK_ID: WP-1-Store-v2
- BASE_WP_ID: WP-1-Store
- DATE: 2026-02-16
- MERGE_BASE_SHA: 00112233445566778899aabbccddeeff00112233
- **Status:** Ready for Dev
- RISK_TIER: LOW
- USER_SIGNATURE: mara050320260915
## SCOPE
- What: Write *batches* to the store.
- IN_SCOPE_PATHS:
  - src/store/batch.rs
## QUALITY_GATE
### DONE_MEANS
- Batches are one transaction per section 2.1.1
## AUTHORITY
- SPEC_ANCHOR: 2.1.1 Batches; FR-ST-001
## Dependencies
- Depends on: WP-1-Sync
//- .GOV/task_packets/WP-1-Store.md
# Task Packet: WP-1-Store
- **Status:** Superseded
//- .GOV/task_packets/WP-1-Sync.md
# Task Packet: WP-1-Sync
- **Status:** In Progress
- What: Sync files.
- IN_SCOPE_PATHS:
  - src/sync/
//- .GOV/task_packets/stubs/WP-1-Later.md
# Work Packet Stub: WP-1-Later
//- .GOV/refinements/WP-1-Store-v2.md
## TECHNICAL_REFINEMENT (MASTER SPEC)
- USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Store-v2
- USER_SIGNATURE: mara050320260915
#### ANCHOR 1
- SPEC_ANCHOR: 2.1.1 Batches
//- .GOV/roles_shared/TASK_BOARD.md
# Task Board
## Ready for Dev
- **[WP-1-Store-v2]** - [READY_FOR_DEV]
## In Progress
- **[WP-1-Sync]** - [IN_PROGRESS]
## Superseded (Archive)
- **[WP-1-Store]** - [SUPERSEDED]
//- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
| Base WP ID | Active Packet | Task Board | Notes |
|---|---|---|---|
| WP-1-Store | .GOV/task_packets/WP-1-Store-v2.md | Ready for Dev | - |
//- .GOV/roles_shared/SIGNATURE_AUDIT.md
## Consumed Signatures
| Signature | Used By | Date | Purpose | Spec | Notes |
|---|---|---|---|---|---|
| mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Store-v2 | v02.001 | - |
//- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
{ \"gate_logs\": [
  { \"wpId\": \"WP-1-Store-v2\", \"type\": \"SIGNATURE\", \"timestamp\": \"2026-03-05T09:15:00Z\" }
] }
//- .GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md
# Protocol
## Lineage [CX-580E]
Every revision has an audit.
//- .GOV/roles_shared/SPEC_CURRENT.md
**Demo_Master_Spec_v02.001.md**
//- Demo_Master_Spec_v02.001.md
# 2. Store
## 2.1 Writing
### 2.1.1 Batches [FR-ST-001]
A batch MUST be one transaction. It SHOULD be small.
See [the rest](http://example.com).
## 2.2 Reading
";

/// The demo, with the cursor behind the first of these words in a file.
#[track_caller]
pub(super) fn demo_at(path: &str, words: &str) -> Asked {
    let file = DEMO.find(&format!("//- {path}\n")).expect("a file of the demo");
    let at = file + DEMO[file..].find(words).expect("words of the file") + words.len();
    asked(&format!("{}$0{}", &DEMO[..at], &DEMO[at..]))
}
