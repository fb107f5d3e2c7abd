//! Reads `taskpacket.toml`; what it does not know it names, with the nearest name it does.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ranges::Count;
use super::settings::{self, Place, TABLES};
use super::{Config, Level};
use crate::text::grammar::signature::Users;
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

/// What a text says, read once.
#[derive(Default)]
struct Reading {
    config: Config,
    problems: Vec<Problem>,
    rules: Vec<(String, Range)>,
}

impl Config {
    /// Reads the text of a configuration file. Never fails: what cannot be read is a problem and keeps its default.
    pub fn parse(text: &str) -> (Config, Vec<Problem>) {
        Config::default().with(text)
    }

    /// The same, where what the text does not say stays as it is here.
    pub fn with(self, text: &str) -> (Config, Vec<Problem>) {
        let Reading { config, problems, .. } = Reading::of(text, self);
        (config, problems)
    }

    /// The rules and families that a configuration file names, and where; whether they exist is not known here.
    pub fn rules_named(text: &str) -> Vec<(String, Range)> {
        Reading::of(text, Config::default()).rules
    }
}

impl Reading {
    fn of(text: &str, config: Config) -> Reading {
        let mut reading = Reading { config, ..Reading::default() };
        match DeTable::parse(text) {
            Ok(root) => root.get_ref().iter().for_each(|(key, item)| reading.top(key, item)),
            Err(error) => {
                let range = error.span().map_or(Range::empty(0), |span| Range::new(span.start, span.end));
                let message = format!("this is not TOML: {}", error.message());
                reading.problems.push(Problem { range, message, level: Level::Error });
            }
        }
        // Spans of strings hold their quotes.
        for (name, range) in &mut reading.rules {
            if let Some(at) = range.of(text).find(name.as_str()) {
                *range = Range::new(range.start + at, range.start + at + name.len());
            }
        }
        reading.rules.sort_by_key(|(_, range)| range.start);
        reading
    }

    fn top(&mut self, key: &Key, item: &Item) {
        let name = key.get_ref().as_ref();
        if !TABLES.iter().any(|(table, _)| *table == name) {
            return self.setting("", key, item);
        }
        let Some(table) = table(item, &mut self.problems) else { return };
        // `governance` first, because it resets the paths below it.
        let is_first = |key: &Key| key.get_ref() == "governance";
        let first = table.iter().filter(|(key, _)| is_first(key));
        let rest = table.iter().filter(|(key, _)| !is_first(key));
        first.chain(rest).for_each(|(key, item)| self.setting(name, key, item));
    }

    fn setting(&mut self, table: &str, key: &Key, item: &Item) {
        let name = key.get_ref().as_ref();
        let Some(setting) = settings::of_table(table).find(|setting| setting.name == name) else {
            let tables = TABLES.iter().map(|(name, _)| *name).filter(|_| table.is_empty());
            let known = settings::of_table(table).map(|setting| setting.name).chain(tables);
            return unknown(key, known, &mut self.problems);
        };
        let Reading { config, problems, rules } = self;
        match setting.place {
            Place::Text(place) => assign(place(config), string(item, problems)),
            Place::Texts(place) => assign(place(config), strings(item, problems)),
            Place::Rules(place) => {
                if let Some(names) = strings(item, problems) {
                    rules.extend(names.iter().cloned().zip(spans(item)));
                    *place(config) = names;
                }
            }
            Place::Range(place) => assign(place(config), count(item, problems)),
            Place::Days(place) => assign(place(config), days(item, problems)),
            Place::Users(place) => assign(place(config), users(item, problems)),
            Place::Governance => {
                if let Some(folder) = string(item, problems) {
                    settings::govern(config, &folder);
                }
            }
            Place::Severity => {
                for (key, item) in self::table(item, problems).into_iter().flat_map(DeTable::iter) {
                    let name = key.get_ref().to_string();
                    rules.push((name.clone(), Range::new(key.span().start, key.span().end)));
                    if let Some(level) = level(item, problems) {
                        config.severity.insert(name, level);
                    }
                }
            }
        }
    }
}

/// The severities, as they are written.
pub const LEVELS: &[(&str, Level)] = &[
    ("error", Level::Error),
    ("warning", Level::Warning),
    ("info", Level::Info),
    ("hint", Level::Hint),
    ("off", Level::Off),
];

fn level(item: &Item, problems: &mut Vec<Problem>) -> Option<Level> {
    let name = string(item, problems)?;
    let level = LEVELS.iter().find(|(known, _)| *known == name).map(|(_, level)| *level);
    if level.is_none() {
        let message = format!("`{name}` is no severity; write error, warning, info, hint or off");
        problem(item.span(), message, problems);
    }
    level
}

fn table<'item, 'text>(
    item: &'item Item<'text>,
    problems: &mut Vec<Problem>,
) -> Option<&'item DeTable<'text>> {
    match item.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => {
            problem(item.span(), "a table is expected here".into(), problems);
            None
        }
    }
}

/// The places of a list's items.
fn spans(item: &Item) -> Vec<Range> {
    let DeValue::Array(items) = item.get_ref() else { return Vec::new() };
    items.iter().map(|item| Range::new(item.span().start, item.span().end)).collect()
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

fn days(item: &Item, problems: &mut Vec<Problem>) -> Option<u32> {
    let days = match item.get_ref() {
        DeValue::Integer(number) => number.to_string().parse().ok().filter(|days| *days > 0),
        _ => None,
    };
    if days.is_none() {
        problem(item.span(), "a number of days is expected here, at least 1".into(), problems);
    }
    days
}

fn users(item: &Item, problems: &mut Vec<Problem>) -> Option<Users> {
    let pattern = string(item, problems)?;
    match Users::new(&pattern) {
        Ok(users) => Some(users),
        Err(why) => {
            problem(item.span(), format!("this is no regular expression: {why}"), problems);
            None
        }
    }
}

fn unknown<'a>(key: &Key, known: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let name = key.get_ref();
    let nearest =
        known.max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
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
    fn one_text_counts_over_another() {
        let below = Config::parse("[sla]\nready = 3\nidle = 4\n[severity]\na = \"off\"\nb = \"off\"\n").0;
        let (config, problems) = below.with("[sla]\nready = 5\n[severity]\na = \"hint\"\n");
        assert_eq!(problems, vec![]);
        assert_eq!((config.sla.ready, config.sla.idle), (5, 4));
        assert_eq!(
            (config.severity.get("a"), config.severity.get("b")),
            (Some(&Level::Hint), Some(&Level::Off))
        );
    }

    #[test]
    fn days_and_patterns() {
        let (config, problems) = Config::parse("user-pattern = \"[A-Z]{2,}\"\n[sla]\nblocked = 2\n");
        assert_eq!(problems, vec![]);
        assert_eq!((config.users.pattern(), config.sla.blocked, config.sla.idle), ("[A-Z]{2,}", 2, 14));
        let (config, problems) = Config::parse("user-pattern = \"[a\"\n[sla]\nready = 0\nidle = \"x\"\n");
        let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "a number of days is expected here, at least 1",
                "a number of days is expected here, at least 1",
                "this is no regular expression: unclosed character class",
            ]
        );
        assert_eq!(config, Config::default());
    }

    #[test]
    fn rules_are_named_where_they_stand() {
        let text = "ignore = ['file-bom', \"A\"]\n[severity]\n\"x-y\" = \"off\"\nz = 1\n";
        let named = Config::rules_named(text);
        assert_eq!(
            named.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["file-bom", "A", "x-y", "z"]
        );
        assert!(named.iter().all(|(name, range)| range.of(text) == name));
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
