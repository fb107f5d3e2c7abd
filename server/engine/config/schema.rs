//! The JSON schema of `taskpacket.toml`, for editors that complete and check TOML: generated, never edited.

use serde_json::{Map, Value, json};

use super::Config;
use super::parse::LEVELS;
use super::settings::{Place, Setting, TABLES, of_table};

/// What stands in `docs/taskpacket.schema.json`.
pub fn schema() -> Value {
    let mut top = properties(of_table(""));
    for &(table, what) in TABLES {
        let of_table = json!({
            "type": "object", "description": what, "additionalProperties": false,
            "properties": properties(of_table(table)),
        });
        top.insert(table.into(), of_table);
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://raw.githubusercontent.com/taskpacket/taskpacket/main/docs/taskpacket.schema.json",
        "title": "taskpacket.toml",
        "description": "Settings of taskpacket for one workspace. Generated: BLESS=1 cargo test --lib schema.",
        "type": "object",
        "additionalProperties": false,
        "properties": top,
    })
}

fn properties(settings: impl Iterator<Item = &'static Setting>) -> Map<String, Value> {
    settings
        .map(|setting| {
            let mut described = described(setting.place);
            described["description"] = setting.what.into();
            (setting.name.to_string(), described)
        })
        .collect()
}

fn described(place: Place) -> Value {
    let mut config = Config::default();
    let strings = json!({ "type": "string" });
    match place {
        Place::Text(place) => json!({ "type": "string", "default": place(&mut config) }),
        Place::Texts(place) | Place::Rules(place) => {
            json!({ "type": "array", "items": strings, "default": place(&mut config) })
        }
        Place::Range(place) => {
            let count = *place(&mut config);
            let numbers: Vec<usize> = [Some(count.least), count.most].into_iter().flatten().collect();
            let item = json!({ "type": "integer", "minimum": 0 });
            json!({ "type": "array", "items": item, "minItems": 1, "maxItems": 2, "default": numbers })
        }
        Place::Days(place) => json!({ "type": "integer", "minimum": 1, "default": place(&mut config) }),
        Place::Users(place) => {
            json!({ "type": "string", "format": "regex", "default": place(&mut config).pattern() })
        }
        Place::Governance => json!({ "type": "string", "default": config.layout.governance }),
        Place::Severity => {
            let levels: Vec<&str> = LEVELS.iter().map(|(name, _)| *name).collect();
            json!({ "type": "object", "additionalProperties": { "enum": levels } })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::settings::SETTINGS;
    use super::*;

    #[test]
    fn schema_in_the_repository_is_the_generated_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/taskpacket.schema.json");
        let wanted = format!("{:#}\n", schema());
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &wanted).expect("the schema can be written");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(found == wanted, "docs/taskpacket.schema.json is stale: run BLESS=1 cargo test --lib schema");
    }

    #[test]
    fn defaults_of_the_schema_are_read_as_the_defaults() {
        let schema = schema();
        let mut text = String::new();
        let mut table = "";
        for setting in SETTINGS {
            if setting.table != table {
                table = setting.table;
                text.push_str(&format!("[{table}]\n"));
            }
            let of_table = if table.is_empty() { &schema } else { &schema["properties"][table] };
            if let Some(default) = of_table["properties"][setting.name].get("default") {
                text.push_str(&format!("{} = {default}\n", setting.name));
            }
        }
        let (config, problems) = Config::parse(&text);
        assert_eq!(problems, vec![], "{text}");
        assert_eq!(config, Config::default(), "{text}");
    }

    #[test]
    fn every_table_has_settings_and_every_setting_a_table() {
        assert!(TABLES.iter().all(|(table, _)| of_table(table).count() > 0));
        let is_known = |table: &str| table.is_empty() || TABLES.iter().any(|(name, _)| *name == table);
        assert!(SETTINGS.iter().all(|setting| is_known(setting.table)));
    }
}
