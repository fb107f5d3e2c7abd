//! Reads `taskpacket.toml`; what it does not know it names, with the nearest name it does.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::layout::Layout;
use super::ranges::Count;
use super::{Config, Level};
use crate::text::range::Range;

/// Something in the file that is not as it should be; the rest of the file still counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub range: Range,
    pub message: String,
    /// A name nobody knows is most likely a slip; what cannot be read is an error.
    pub level: Level,
}

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Item<'a> = Spanned<DeValue<'a>>;

impl Config {
    /// Reads the text of a configuration file. Never fails: what cannot be read is a problem and keeps its default.
    pub fn parse(text: &str) -> (Config, Vec<Problem>) {
        let mut config = Config::default();
        let mut problems = Vec::new();
        match DeTable::parse(text) {
            Ok(root) => {
                for (key, item) in root.get_ref() {
                    top(&mut config, key, item, &mut problems);
                }
            }
            Err(error) => {
                let range = error.span().map_or(Range::empty(0), |span| Range::new(span.start, span.end));
                let message = format!("this is not TOML: {}", error.message());
                problems.push(Problem { range, message, level: Level::Error });
            }
        }
        (config, problems)
    }
}

fn top(config: &mut Config, key: &Key, item: &Item, problems: &mut Vec<Problem>) {
    match key.get_ref().as_ref() {
        "layout" => {
            each(item, problems, |key, item, problems| layout(&mut config.layout, key, item, problems))
        }
        "spec" => each(item, problems, |key, item, problems| match key.get_ref().as_ref() {
            "file-prefix" => assign(&mut config.spec.file_prefix, string(item, problems)),
            "main-body" => assign(&mut config.spec.main_body, strings(item, problems)),
            "roadmap" => assign(&mut config.spec.roadmap, strings(item, problems)),
            "required" => assign(&mut config.spec.required, strings(item, problems)),
            _ => unknown(key, &["file-prefix", "main-body", "roadmap", "required"], problems),
        }),
        "scope" => each(item, problems, |key, item, problems| match key.get_ref().as_ref() {
            "modules" => assign(&mut config.scope.modules, strings(item, problems)),
            _ => unknown(key, &["modules"], problems),
        }),
        "ranges" => each(item, problems, |key, item, problems| {
            let ranges = &mut config.ranges;
            match key.get_ref().as_ref() {
                "in-scope-paths" => assign(&mut ranges.in_scope_paths, count(item, problems)),
                "out-of-scope" => assign(&mut ranges.out_of_scope, count(item, problems)),
                "done-means" => assign(&mut ranges.done_means, count(item, problems)),
                "files-to-open" => assign(&mut ranges.files_to_open, count(item, problems)),
                "search-terms" => assign(&mut ranges.search_terms, count(item, problems)),
                "run-commands" => assign(&mut ranges.run_commands, count(item, problems)),
                "risk-map" => assign(&mut ranges.risk_map, count(item, problems)),
                _ => unknown(key, RANGES, problems),
            }
        }),
        "severity" => each(item, problems, |key, item, problems| {
            let Some(name) = string(item, problems) else { return };
            let level = match name.as_str() {
                "error" => Level::Error,
                "warning" => Level::Warning,
                "info" => Level::Info,
                "hint" => Level::Hint,
                "off" => Level::Off,
                _ => {
                    return problem(
                        item.span(),
                        format!("`{name}` is no severity; write error, warning, info, hint or off"),
                        problems,
                    );
                }
            };
            config.severity.insert(key.get_ref().to_string(), level);
        }),
        "select" => assign(&mut config.select, strings(item, problems)),
        "ignore" => assign(&mut config.ignore, strings(item, problems)),
        _ => unknown(key, &["layout", "spec", "scope", "ranges", "severity", "select", "ignore"], problems),
    }
}

const RANGES: &[&str] = &[
    "in-scope-paths",
    "out-of-scope",
    "done-means",
    "files-to-open",
    "search-terms",
    "run-commands",
    "risk-map",
];

const LAYOUT: &[&str] = &[
    "governance",
    "packets",
    "stubs",
    "refinements",
    "templates",
    "task-board",
    "signature-audit",
    "registry",
    "spec-pointer",
    "gates",
];

fn layout(layout: &mut Layout, key: &Key, item: &Item, problems: &mut Vec<Problem>) {
    let place = match key.get_ref().as_ref() {
        // The folder moves everything below it; other keys may move single files again.
        "governance" => {
            if let Some(folder) = string(item, problems) {
                *layout = Layout::under(folder.trim_matches('/'));
            }
            return;
        }
        "packets" => &mut layout.packets,
        "stubs" => &mut layout.stubs,
        "refinements" => &mut layout.refinements,
        "templates" => &mut layout.templates,
        "task-board" => &mut layout.task_board,
        "signature-audit" => &mut layout.signature_audit,
        "registry" => &mut layout.registry,
        "spec-pointer" => &mut layout.spec_pointer,
        "gates" => &mut layout.gates,
        _ => return unknown(key, LAYOUT, problems),
    };
    assign(place, string(item, problems));
}

fn each(item: &Item, problems: &mut Vec<Problem>, mut read: impl FnMut(&Key, &Item, &mut Vec<Problem>)) {
    match item.get_ref() {
        DeValue::Table(table) => {
            // `governance` first, because it resets the paths below it.
            let first = table.iter().filter(|(key, _)| key.get_ref() == "governance");
            let rest = table.iter().filter(|(key, _)| key.get_ref() != "governance");
            first.chain(rest).for_each(|(key, item)| read(key, item, problems));
        }
        _ => problem(item.span(), "a table is expected here".into(), problems),
    }
}

fn assign<T>(place: &mut T, read: Option<T>) {
    if let Some(value) = read {
        *place = value;
    }
}

fn string(item: &Item, problems: &mut Vec<Problem>) -> Option<String> {
    match item.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        _ => {
            problem(item.span(), "a string is expected here".into(), problems);
            None
        }
    }
}

fn strings(item: &Item, problems: &mut Vec<Problem>) -> Option<Vec<String>> {
    match item.get_ref() {
        DeValue::Array(items) => items.iter().map(|item| string(item, problems)).collect(),
        _ => {
            problem(item.span(), "a list of strings is expected here".into(), problems);
            None
        }
    }
}

/// `[5, 15]`, or `[5]` without an upper bound.
fn count(item: &Item, problems: &mut Vec<Problem>) -> Option<Count> {
    let numbers: Option<Vec<usize>> = match item.get_ref() {
        DeValue::Array(items) => items
            .iter()
            .map(|item| match item.get_ref() {
                DeValue::Integer(number) => number.to_string().parse().ok(),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    match numbers.as_deref() {
        Some([least]) => Some(Count { least: *least, most: None }),
        Some([least, most]) if least <= most => Some(Count::new(*least, *most)),
        _ => {
            problem(item.span(), "a range is expected here: [least, most], or [least]".into(), problems);
            None
        }
    }
}

fn unknown(key: &Key, known: &[&str], problems: &mut Vec<Problem>) {
    let name = key.get_ref();
    let nearest =
        known.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let hint = nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
    problem(key.span(), format!("`{name}` is no setting{hint}"), problems);
    if let Some(problem) = problems.last_mut() {
        problem.level = Level::Warning;
    }
}

fn problem(span: std::ops::Range<usize>, message: String, problems: &mut Vec<Problem>) {
    problems.push(Problem { range: Range::new(span.start, span.end), message, level: Level::Error });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_counts_and_the_rest_keeps_its_default() {
        let (config, problems) = Config::parse(
            "ignore = [\"file-bom\"]\n[spec]\nfile-prefix = \"Demo_Spec\"\n[ranges]\nsearch-terms = [5, 20]\n[severity]\nstatus-spelling = \"off\"\n[layout]\npackets = \"docs/p\"\ngovernance = \"docs\"\n",
        );
        assert_eq!(problems, vec![]);
        assert_eq!(config.spec.file_prefix, "Demo_Spec");
        assert_eq!(config.ranges.search_terms, Count::new(5, 20));
        assert_eq!(config.severity.get("status-spelling"), Some(&Level::Off));
        assert_eq!(
            (config.layout.packets.as_str(), config.layout.stubs.as_str()),
            ("docs/p", "docs/task_packets/stubs")
        );
        assert_eq!(config.spec.roadmap, Config::default().spec.roadmap);
    }

    #[test]
    fn unknown_keys_are_named_with_the_nearest() {
        let text = "[spec]\nfile_prefx = \"x\"\n";
        let (_, problems) = Config::parse(text);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].range.of(text), "file_prefx");
        assert!(problems[0].message.contains("did you mean `file-prefix`?"), "{}", problems[0].message);
        assert!(Config::parse("a = = b").1[0].message.starts_with("this is not TOML"));
    }
}
