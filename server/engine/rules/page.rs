//! Reads a rule's page out of the header of its file: prose, and the examples that run as tests.

/// The `//!` header of a source file as Markdown.
pub fn text(source: &str) -> String {
    let mut page = String::new();
    for line in source.lines() {
        let Some(rest) = line.strip_prefix("//!") else { break };
        page.push_str(rest.strip_prefix(' ').unwrap_or(rest));
        page.push('\n');
    }
    page
}

/// The page's first heading.
pub fn title(page: &str) -> &str {
    page.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("").trim()
}

/// One example of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule must object.
    pub bad: bool,
    pub text: String,
}

/// The examples between `` ````md,bad `` or `` ````md,good `` and the closing fence of the same length.
pub fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<(usize, Example)> = None;
    for line in page.lines() {
        let ticks = line.bytes().take_while(|&byte| byte == b'`').count();
        match &mut open {
            Some((length, _)) if ticks == *length && line.len() == ticks => {
                examples.extend(open.take().map(|(_, example)| example));
            }
            Some((_, example)) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            None if ticks >= 3 => {
                let info = &line[ticks..];
                if info == "md,bad" || info == "md,good" {
                    open = Some((ticks, Example { bad: info == "md,bad", text: String::new() }));
                }
            }
            None => {}
        }
    }
    examples
}
