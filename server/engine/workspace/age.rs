//! How long a work packet has been in its state, in work days (Part 7.3 [CX-635B]): since the commit that moved it there on
//! the board, and without a repository since `Last Updated` of the packet, or else DATE.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::Workspace;
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::text::range::Range;

/// How long a state has lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    pub since: Date,
    pub days: u32,
}

impl Workspace {
    /// How long a packet has been in a state, with the place that says so; nothing without a clock.
    pub fn age(&self, packet: &Document, state: State) -> Option<(Age, Range)> {
        let today = day_of(self.surroundings.now?);
        let (since, place) = self.since(packet, state)?;
        Some((Age { since, days: work_days(since, today) }, place))
    }

    fn since(&self, packet: &Document, state: State) -> Option<(Date, Range)> {
        if let Some(git) = &self.surroundings.git {
            // What no commit has moved there was moved just now.
            let entered = git.entered.get(packet.stem()).filter(|entered| entered.state == state)?;
            return Some((day_of(entered.time), packet.place_of_status()));
        }
        [Label::LastUpdated, Label::Date].into_iter().find_map(|label| {
            let value = packet.filled(label)?;
            Some((value.text.get(..10)?.parse().ok()?, value.range))
        })
    }

    /// After how many work days a board state has lasted too long; some may last for ever.
    pub fn limit(&self, state: State) -> Option<u32> {
        match state {
            State::Blocked => Some(self.config.sla.blocked),
            State::Ready => Some(self.config.sla.ready),
            State::InProgress => Some(self.config.sla.in_progress),
            _ => None,
        }
    }
}

/// The day of an instant, in UTC.
pub fn day_of(time: Timestamp) -> Date {
    time.to_zoned(TimeZone::UTC).date()
}

/// Work days from one day to another: the first one is day 0, Saturdays and Sundays do not count.
fn work_days(from: Date, to: Date) -> u32 {
    let mut days = 0;
    let mut day = from;
    while day < to {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        days += u32::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::work_days;

    #[test]
    fn weekends_do_not_count() {
        let day = |text: &str| text.parse().expect("a date");
        assert_eq!(work_days(day("2026-03-06"), day("2026-03-09")), 1);
        assert_eq!(work_days(day("2026-03-02"), day("2026-03-09")), 5);
        assert_eq!(work_days(day("2026-03-09"), day("2026-03-02")), 0);
    }
}
