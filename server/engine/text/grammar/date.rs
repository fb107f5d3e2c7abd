//! Dates and instants as packets write them, checked against the calendar.

/// What a value is, read as an ISO 8601 date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsoDate {
    /// Not written like a date, or not in the calendar.
    No,
    /// `2026-02-14`
    Date,
    /// `2026-02-14T15:30`, also with a space, seconds, fractions, and `Z` or an offset.
    DateTime,
}

/// Reads the whole text as an ISO date or date and time that exists.
pub fn is_iso_date(text: &str) -> IsoDate {
    let Some((date, rest)) = text.as_bytes().split_at_checked(10) else { return IsoDate::No };
    if !is_date(date) {
        return IsoDate::No;
    }
    match rest {
        [] => IsoDate::Date,
        [b'T' | b' ', time @ ..] if is_time(time) => IsoDate::DateTime,
        _ => IsoDate::No,
    }
}

/// Whether the whole text is an existing instant in UTC, with seconds and `Z`: `2026-02-14T15:30:00.123Z`.
pub fn is_utc_instant(text: &str) -> bool {
    // The shortest form without its `Z` already holds the seconds.
    let has_seconds = text.as_bytes().get(16) == Some(&b':') && text.as_bytes().get(10) == Some(&b'T');
    has_seconds && text.ends_with('Z') && is_iso_date(text) == IsoDate::DateTime
}

/// Whether the Gregorian calendar has the day; months and days count from 1.
pub fn is_calendar_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The value of at most nine decimal digits and nothing else.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
}

fn is_date(bytes: &[u8]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else { return false };
    match (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2])) {
        (Some(year), Some(month), Some(day)) => is_calendar_day(year, month, day),
        _ => false,
    }
}

/// `15:30`, then perhaps seconds with a fraction, then perhaps a zone.
fn is_time(bytes: &[u8]) -> bool {
    let [h1, h2, b':', m1, m2, rest @ ..] = bytes else { return false };
    if !below([*h1, *h2], 24) || !below([*m1, *m2], 60) {
        return false;
    }
    let zone = match rest {
        [b':', s1, s2, rest @ ..] if below([*s1, *s2], 60) => match rest {
            [b'.', fraction @ ..] => {
                let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
                if digits == 0 {
                    return false;
                }
                fraction.get(digits..).unwrap_or_default()
            }
            zone => zone,
        },
        zone => zone,
    };
    match *zone {
        [] | [b'Z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] | [b'+' | b'-', h1, h2, m1, m2] => {
            below([h1, h2], 24) && below([m1, m2], 60)
        }
        _ => false,
    }
}

fn below(digits: [u8; 2], limit: u32) -> bool {
    number(&digits).is_some_and(|value| value < limit)
}

#[cfg(test)]
mod tests {
    use super::{IsoDate, is_calendar_day, is_iso_date, is_utc_instant};

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2026-02-14", IsoDate::Date),
            ("2024-02-29", IsoDate::Date),
            ("2026-02-29", IsoDate::No),
            ("2026-13-01", IsoDate::No),
            ("2026-00-10", IsoDate::No),
            ("2026-2-14", IsoDate::No),
            ("14-02-2026", IsoDate::No),
            ("2026-02-14 ", IsoDate::No),
            ("2026-02-14T15:30", IsoDate::DateTime),
            ("2026-02-14 15:30:59", IsoDate::DateTime),
            ("2026-02-14T15:30:00.123456789Z", IsoDate::DateTime),
            ("2026-02-14T15:30Z", IsoDate::DateTime),
            ("2026-02-14T15:30:00+01:00", IsoDate::DateTime),
            ("2026-02-14T15:30-0830", IsoDate::DateTime),
            ("2026-02-14T24:00", IsoDate::No),
            ("2026-02-14T15:60", IsoDate::No),
            ("2026-02-14T15:30:00.", IsoDate::No),
            ("2026-02-14T15:30:00.Z", IsoDate::No),
            ("2026-02-14T15:30+25:00", IsoDate::No),
            ("2026-02-14T15:30.5Z", IsoDate::No),
            ("2026-02-14T", IsoDate::No),
            ("2026-02-1\u{e9}", IsoDate::No),
            ("", IsoDate::No),
        ] {
            assert_eq!(is_iso_date(text), expected, "{text}");
        }
    }

    #[test]
    fn instants_in_utc() {
        assert!(is_utc_instant("2026-02-14T15:30:00Z"));
        assert!(is_utc_instant("2026-02-14T15:30:00.5Z"));
        for no in [
            "2026-02-14T15:30Z",
            "2026-02-14 15:30:00Z",
            "2026-02-14T15:30:00",
            "2026-02-30T15:30:00Z",
            "2026-02-14T15:30:00+00:00",
            "2026-02-14",
            "Z",
            "",
        ] {
            assert!(!is_utc_instant(no), "{no}");
        }
    }

    #[test]
    fn centuries_are_leap_years_every_fourth_time() {
        assert!(is_calendar_day(2000, 2, 29));
        assert!(!is_calendar_day(2100, 2, 29));
        assert!(!is_calendar_day(2026, 4, 31));
        assert!(!is_calendar_day(2026, 4, 0));
    }
}
