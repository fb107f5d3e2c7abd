//! The catalogue as one Markdown page: generated, never edited.

use std::fmt::Write as _;

use super::{FAMILIES, all, page};

/// The page that stands in `server/engine/rules/README.md`.
pub fn catalogue() -> String {
    let mut out = String::from(
        "# Rules\n\nGenerated from the rule files: `BLESS=1 cargo test --lib catalogue` writes it anew.\n\
         The severity in parentheses is for packets without a PACKET_FORMAT_VERSION.\n",
    );
    for family in FAMILIES {
        let _ = writeln!(
            out,
            "\n## {}. {}\n\n| Rule | Severity | What is wrong |\n|---|---|---|",
            family.letter, family.title
        );
        for entry in all().iter().filter(|entry| entry.family.letter == family.letter) {
            let severity = match entry.rule.legacy {
                Some(legacy) => format!("{} ({})", entry.rule.severity.name(), legacy.name()),
                None => entry.rule.severity.name().to_string(),
            };
            let page = entry.page();
            let file = entry.name.replace('-', "_");
            let folder = family.module.rsplit("::").next().unwrap_or_default();
            let _ = writeln!(
                out,
                "| <a id=\"{0}\"></a>[`{0}`]({folder}/{file}.rs) | {severity} | {1} |",
                entry.name,
                page::title(&page)
            );
        }
    }
    out.push_str("\n## Not built yet\n\n| Family | Rule | State |\n|---|---|---|\n");
    for [family, rule, state] in not_built() {
        let _ = writeln!(out, "| {family} | `{rule}` | {state} |");
    }
    out
}

/// The rules of the protocol that are still to come: family, name, and what they wait for.
fn not_built() -> impl Iterator<Item = [&'static str; 3]> {
    include_str!("not_built.tsv").lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_built_is_not_listed_as_missing() {
        let listed: Vec<&str> = super::not_built().map(|[_, rule, _]| rule).collect();
        let built: Vec<_> = listed.iter().filter(|rule| crate::rules::find(rule).is_some()).collect();
        assert!(built.is_empty(), "{built:?}");
    }

    #[test]
    fn catalogue_in_the_repository_is_the_generated_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/server/engine/rules/README.md");
        let wanted = super::catalogue();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &wanted).expect("the catalogue can be written");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == wanted,
            "server/engine/rules/README.md is stale: run BLESS=1 cargo test --lib catalogue"
        );
    }
}
