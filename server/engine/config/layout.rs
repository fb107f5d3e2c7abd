//! Where the governance files of a workspace lie, relative to its root and with `/`.

/// Paths of one workspace. The protocol's own layout is the default.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The file that says all this.
    pub config: String,
    /// The folder whose presence makes a directory a workspace root.
    pub governance: String,
    pub packets: String,
    pub stubs: String,
    pub refinements: String,
    pub templates: String,
    pub task_board: String,
    pub signature_audit: String,
    pub registry: String,
    pub spec_pointer: String,
    pub gates: String,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout::under(".GOV")
    }
}

impl Layout {
    /// The protocol's layout below another governance folder (older workspaces use `docs`).
    pub fn under(governance: &str) -> Layout {
        let at = |path: &str| format!("{governance}/{path}");
        Layout {
            config: "taskpacket.toml".into(),
            governance: governance.into(),
            packets: at("task_packets"),
            stubs: at("task_packets/stubs"),
            refinements: at("refinements"),
            templates: at("templates"),
            task_board: at("roles_shared/TASK_BOARD.md"),
            signature_audit: at("roles_shared/SIGNATURE_AUDIT.md"),
            registry: at("roles_shared/WP_TRACEABILITY_REGISTRY.md"),
            spec_pointer: at("roles_shared/SPEC_CURRENT.md"),
            gates: at("roles/orchestrator/ORCHESTRATOR_GATES.json"),
        }
    }
}
