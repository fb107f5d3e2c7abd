//! Items of the risk map: `"what fails" -> "what suffers"`.

/// How a risk item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskForm {
    /// Both sides in quotes, the form the protocol shows.
    Quoted,
    /// The right side without quotes, or with words behind them; still readable.
    BareRight,
    /// No risk item.
    No,
}

/// The form of an item of the risk map, given without its bullet. Part 3.5, Field 10 `[CX-608]`.
pub fn risk_arrow(item: &str) -> RiskForm {
    let Some((mode, rest)) = item.trim().strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
        return RiskForm::No;
    };
    let Some(right) = rest.trim_start().strip_prefix("->").map(str::trim) else { return RiskForm::No };
    if mode.is_empty() || right.is_empty() {
        return RiskForm::No;
    }
    let quoted = right.strip_prefix('"').and_then(|right| right.strip_suffix('"'));
    match quoted {
        Some(inner) if !inner.is_empty() && !inner.contains('"') => RiskForm::Quoted,
        _ => RiskForm::BareRight,
    }
}

#[cfg(test)]
mod tests {
    use super::{RiskForm, risk_arrow};

    #[test]
    fn forms() {
        for (item, expected) in [
            (r#""a fails" -> "b suffers""#, RiskForm::Quoted),
            (r#" "a"->"b" "#, RiskForm::Quoted),
            (r#""a" -> b suffers"#, RiskForm::BareRight),
            (r#""a" -> "b" (likely)"#, RiskForm::BareRight),
            (r#""a" -> "b", "c""#, RiskForm::BareRight),
            (r#""a" -> ""#, RiskForm::BareRight),
            (r#""a" ->"#, RiskForm::No),
            (r#""" -> "b""#, RiskForm::No),
            (r#"a -> "b""#, RiskForm::No),
            (r#""a" => "b""#, RiskForm::No),
            ("\"a\" \u{2192} \"b\"", RiskForm::No),
            ("", RiskForm::No),
            ("\"", RiskForm::No),
        ] {
            assert_eq!(risk_arrow(item), expected, "{item}");
        }
    }
}
