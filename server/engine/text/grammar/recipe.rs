//! Recipes of a justfile, and the ones that a command runs.

use crate::text::range::Range;

/// The names of all recipes and aliases; nothing where other files may hold more of them.
pub fn recipes(justfile: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for line in justfile.lines() {
        // What is indented is the body of a recipe.
        if line.starts_with([' ', '\t', '#', '[']) || line.trim().is_empty() {
            continue;
        }
        let mut words = line.split_whitespace();
        match words.next() {
            Some("import" | "import?" | "mod" | "mod?") => return None,
            Some("set" | "export" | "unexport") => continue,
            Some("alias") => {
                names.extend(words.next().map(str::to_string));
                continue;
            }
            _ => {}
        }
        let name = line.strip_prefix('@').unwrap_or(line);
        let end = name.find(|letter: char| !is_name(letter)).unwrap_or(name.len());
        let (name, rest) = name.split_at(end);
        // `name := value` is a variable.
        let colon = rest.find(':').filter(|colon| !rest[*colon..].starts_with(":="));
        if !name.is_empty() && colon.is_some() {
            names.push(name.to_string());
        }
    }
    names.sort_unstable();
    names.dedup();
    Some(names)
}

/// The names behind each `just` that begins a command, or a part of one behind `&&`, `||` or `;`.
pub fn just(command: &str) -> Vec<Range> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in command.split(['&', '|', ';']) {
        let words = part.trim_start().strip_prefix("just").filter(|rest| rest.starts_with(' '));
        if let Some(rest) = words {
            let name = rest.trim_start();
            let at = start + part.len() - name.len();
            let length = name.find(|letter: char| !is_name(letter)).unwrap_or(name.len());
            // Another ending than a space is that of a longer word, a placeholder or an option.
            let ends = name.get(length..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            if length > 0 && ends && !name.starts_with('-') {
                found.push(Range::new(at, at + length));
            }
        }
        start += part.len() + 1;
    }
    found
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::{just, recipes};

    #[test]
    fn recipes_are_told_from_variables_settings_and_bodies() {
        let text = "set shell := ['bash']\nroot := 'x'\nalias b := build\n\n# build it\nbuild target='all': clean\n    just: no\n\
                    @clean:\n    rm -r x\n[private]\n_hidden *ARGS:\n";
        assert_eq!(recipes(text), Some(["_hidden", "b", "build", "clean"].map(String::from).to_vec()));
        assert_eq!(recipes("import 'more.just'\nbuild:\n"), None);
    }

    #[test]
    fn names_are_found_in_every_part_of_a_command() {
        let text = "cd x && just build; just --list ; just {name} | just clean-up WP-1-X && justice done";
        let found: Vec<_> = just(text).into_iter().map(|range| range.of(text)).collect();
        assert_eq!(found, ["build", "clean-up"]);
    }
}
