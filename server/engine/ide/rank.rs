//! How well what was typed fits a name, so that the best comes first.

/// From here on the letters are only scattered over the name, in their order.
pub const SCATTERED: u32 = 100;

/// Smaller is better; `None` where not all letters are there. Case does not matter.
pub fn score(typed: &str, name: &str) -> Option<u32> {
    let (typed, name) = (typed.trim().as_bytes(), name.as_bytes());
    if typed.is_empty() {
        return Some(0);
    }
    if name.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed)) {
        return Some(u32::from(name.len() > typed.len()));
    }
    let mut inside = None;
    for (at, part) in name.windows(typed.len()).enumerate() {
        if part.eq_ignore_ascii_case(typed) {
            let begins = at
                .checked_sub(1)
                .and_then(|at| name.get(at))
                .is_none_or(|byte| !byte.is_ascii_alphanumeric());
            if begins {
                return Some(2);
            }
            inside = Some(3);
        }
    }
    inside.or_else(|| scattered(typed, name))
}

fn scattered(typed: &[u8], name: &[u8]) -> Option<u32> {
    let mut wanted = typed.iter().filter(|byte| !byte.is_ascii_whitespace()).peekable();
    let mut gaps = 0;
    let mut is_next = false;
    for byte in name {
        match wanted.peek() {
            None => break,
            Some(next) if next.eq_ignore_ascii_case(byte) => {
                gaps += u32::from(!is_next);
                is_next = true;
                wanted.next();
            }
            Some(_) => is_next = false,
        }
    }
    wanted.peek().is_none().then_some(SCATTERED + gaps)
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn beginnings_come_before_words_and_words_before_scattered_letters() {
        let names = ["RISK_TIER", "TIER", "TIERS", "FRONTIER", "T-I-E-R"];
        let mut found: Vec<&str> = names.to_vec();
        found.sort_by_key(|name| score("tier", name));
        assert_eq!(found, ["TIER", "TIERS", "RISK_TIER", "FRONTIER", "T-I-E-R"]);
        assert_eq!(score("tierra", "TIER"), None);
        assert_eq!(score("", "TIER"), Some(0));
    }
}
