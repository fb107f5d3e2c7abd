//! Labels of fields and sections: when two spellings name the same thing.

/// The label in its normal spelling: upper case, every run of hyphens, underscores and spaces one
/// underscore, none at the ends. `In-Scope Paths` and `IN_SCOPE_PATHS` are one label.
pub fn normal_label(label: &str) -> String {
    normal(label).collect()
}

/// Whether two labels have the same normal spelling; allocates nothing.
pub fn labels_equal(one: &str, other: &str) -> bool {
    one == other || normal(one).eq(normal(other))
}

fn normal(label: &str) -> impl Iterator<Item = char> {
    let is_gap = |character: char| matches!(character, '-' | '_') || character.is_whitespace();
    let mut rest = label.trim_matches(is_gap).chars().peekable();
    std::iter::from_fn(move || {
        let character = rest.next()?;
        if !is_gap(character) {
            return Some(character.to_ascii_uppercase());
        }
        while rest.next_if(|next| is_gap(*next)).is_some() {}
        Some('_')
    })
}

#[cfg(test)]
mod tests {
    use super::{labels_equal, normal_label};

    #[test]
    fn spellings_of_one_label() {
        for spelling in
            ["IN_SCOPE_PATHS", "in scope paths", "In-Scope Paths", " In -_ Scope__Paths ", "_IN_SCOPE_PATHS-"]
        {
            assert_eq!(normal_label(spelling), "IN_SCOPE_PATHS");
            assert!(labels_equal(spelling, "IN_SCOPE_PATHS"));
            assert!(labels_equal("In scope-paths", spelling));
        }
    }

    #[test]
    fn different_labels() {
        assert!(!labels_equal("IN_SCOPE_PATHS", "IN_SCOPE_PATH"));
        assert!(!labels_equal("INSCOPE", "IN_SCOPE"));
        assert!(!labels_equal("", "A"));
        assert!(labels_equal("", " - "));
        assert_eq!(normal_label("RISK/TIER"), "RISK/TIER");
    }
}
