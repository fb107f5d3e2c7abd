//! What an editor sets: the settings of `taskpacket.toml` as JSON, under `taskpacket` or by themselves.

use engine::config::Config;
use serde_json::{Map, Value};

/// The settings, and what is wrong in them.
pub fn read(settings: &Value) -> (Config, Vec<String>) {
    let own = settings.get("taskpacket").unwrap_or(settings);
    let Some(own) = own.as_object() else { return (Config::default(), Vec::new()) };
    // One reader for both: each line is an entry of the file.
    let text: String = entries(own).map(|entry| entry + "\n").collect();
    let (config, problems) = Config::parse(&text);
    (config, problems.into_iter().map(|problem| problem.message).collect())
}

/// Entries that say something: `null` leaves a setting as it is.
fn entries(table: &Map<String, Value>) -> impl Iterator<Item = String> {
    table.iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| {
        // JSON's strings and numbers are TOML's too.
        format!("{} = {}", Value::from(key.as_str()), toml(value))
    })
}

fn toml(value: &Value) -> String {
    match value {
        Value::Object(table) => format!("{{ {} }}", entries(table).collect::<Vec<_>>().join(", ")),
        Value::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        // In a list nothing is not left out, and TOML has no word for it: what reads the list tells that it is wrong.
        Value::Null => "{}".to_string(),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use engine::config::Level;
    use serde_json::json;

    use super::*;

    #[test]
    fn json_says_what_the_file_would() {
        let settings = json!({ "taskpacket": {
            "ignore": ["file-bom", "\u{fc} \" \\ \n"], "select": null, "user-pattern": "[A-Z]+",
            "layout": { "governance": "docs", "packets": null },
            "ranges": { "done-means": [2] }, "sla": { "ready": 3 }, "severity": { "D": "off" },
        } });
        let (config, problems) = read(&settings);
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(config.ignore, ["file-bom", "\u{fc} \" \\ \n"]);
        assert_eq!((config.users.pattern(), config.sla.ready), ("[A-Z]+", 3));
        assert_eq!(config.layout.packets, "docs/task_packets");
        assert_eq!((config.ranges.done_means.least, config.ranges.done_means.most), (2, None));
        assert_eq!(config.severity.get("D"), Some(&Level::Off));
        assert_eq!(read(&settings["taskpacket"]).0, config, "by themselves");
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_counts() {
        let (config, problems) =
            read(&json!({ "sla": { "redy": 1, "idle": 0, "blocked": 2 }, "x": [null, 1.5] }));
        assert_eq!(config.sla.blocked, 2);
        assert!(problems.iter().any(|problem| problem.contains("did you mean `ready`?")), "{problems:?}");
        for settings in [json!(null), json!([1]), json!("x"), json!({})] {
            assert_eq!(read(&settings), (Config::default(), Vec::new()));
        }
    }
}
