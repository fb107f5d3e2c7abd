//! What a file is: by its path in the workspace, else by its first heading.

use crate::config::Config;

/// The kinds of file the protocol knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Packet,
    Stub,
    Refinement,
    Board,
    Audit,
    Registry,
    SpecPointer,
    Gates,
    Spec,
    /// A template or a folder's README: never judged as the thing it is a template of.
    Template,
    /// Role protocols, codex and other governance text.
    Governance,
    /// The settings of the workspace.
    Config,
    /// Source code of the product, which must not know of the governance folder.
    Product,
}

/// Where product code lies (Part 3 [CX-600]).
pub const PRODUCT: &[&str] = &["src", "app", "tests"];

impl Kind {
    /// The name that `inspect` and the catalogue show.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Packet => "packet",
            Kind::Stub => "stub",
            Kind::Refinement => "refinement",
            Kind::Board => "task board",
            Kind::Audit => "signature audit",
            Kind::Registry => "traceability registry",
            Kind::SpecPointer => "spec pointer",
            Kind::Gates => "gates log",
            Kind::Spec => "master spec",
            Kind::Template => "template",
            Kind::Governance => "governance text",
            Kind::Config => "settings",
            Kind::Product => "product code",
        }
    }

    /// Whether the file is read line by line as Markdown with labelled fields.
    pub fn has_fields(self) -> bool {
        matches!(self, Kind::Packet | Kind::Stub | Kind::Refinement | Kind::Template)
    }

    /// The kind of the file at `path` (relative to the root, `/`), or `None` where neither path nor text make it ours.
    pub fn of(path: &str, text: &str, config: &Config) -> Option<Kind> {
        by_path(path, config).or_else(|| by_heading(path, text))
    }
}

/// Whether a file of the product is one that could read the governance folder.
fn is_source(name: &str) -> bool {
    [".rs", ".ts", ".tsx", ".toml"].iter().any(|ending| name.ends_with(ending))
}

/// The kind a path alone decides. What lies in the packet folder is judged as a packet whatever it says.
pub fn by_path(path: &str, config: &Config) -> Option<Kind> {
    let layout = &config.layout;
    let name = path.rsplit('/').next().unwrap_or(path);
    let markdown = name.ends_with(".md");
    let inside = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let governed = inside(&layout.governance);
    if governed && (inside(&layout.templates) || name.ends_with("_TEMPLATE.md") || name == "README.md") {
        return Some(Kind::Template);
    }
    match path {
        _ if path == layout.task_board => return Some(Kind::Board),
        _ if path == layout.signature_audit => return Some(Kind::Audit),
        _ if path == layout.registry => return Some(Kind::Registry),
        _ if path == layout.spec_pointer => return Some(Kind::SpecPointer),
        _ if path == layout.config => return Some(Kind::Config),
        _ if path == layout.gates => return Some(Kind::Gates),
        _ => {}
    }
    if PRODUCT.iter().any(|folder| inside(folder)) && is_source(name) {
        return Some(Kind::Product);
    }
    if !markdown {
        return None;
    }
    if inside(&layout.stubs) {
        return Some(Kind::Stub);
    }
    if inside(&layout.packets) {
        return Some(Kind::Packet);
    }
    if inside(&layout.refinements) {
        return Some(Kind::Refinement);
    }
    if !path.contains('/') && is_spec_name(name, &config.spec.file_prefix) {
        return Some(Kind::Spec);
    }
    (governed || path == "AGENTS.md" || (!path.contains('/') && name.contains(" Codex v")))
        .then_some(Kind::Governance)
}

/// Whether a file name is `<prefix>_v<version>.md`.
pub fn is_spec_name(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix("_v"))
        .and_then(|rest| rest.strip_suffix(".md"))
        .is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
}

fn by_heading(path: &str, text: &str) -> Option<Kind> {
    if !path.ends_with(".md") {
        return None;
    }
    // A title stands at the top; looking further would take a quoted packet for a packet.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for line in text.lines().take(200) {
        if let Some(title) = line.strip_prefix("# ") {
            let title = title.trim();
            if title.starts_with("TASK_PACKET_TEMPLATE") || title.starts_with("TASK_PACKET_STUB_TEMPLATE") {
                return Some(Kind::Template);
            }
            if title.starts_with("Task Packet Stub:") || title.starts_with("Work Packet Stub:") {
                return Some(Kind::Stub);
            }
            if title.starts_with("Task Packet:") || title.starts_with("Work Packet:") {
                return Some(Kind::Packet);
            }
            return None;
        }
        if line.starts_with("## TECHNICAL_REFINEMENT") {
            return Some(Kind::Refinement);
        }
    }
    None
}
