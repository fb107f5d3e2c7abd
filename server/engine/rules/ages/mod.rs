//! Rules about how long a work packet has been in one state. Dates come from the packet: `Last Updated`, or else DATE.

family! { 'U', "Ages";
    sla_blocked
    sla_ready
    sla_in_progress
}

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::value::Value;
use crate::rules::report::Report;
use crate::workspace::Workspace;

/// The day that the state of a packet is counted from, with its place.
fn since(packet: &Document) -> Option<(Date, Value<'_>)> {
    [Label::LastUpdated, Label::Date].into_iter().find_map(|label| {
        let value = packet.filled(label)?;
        let day = value.text.get(..10)?.parse().ok()?;
        Some((day, value))
    })
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

fn today(now: Timestamp) -> Date {
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// Tells of a packet whose board state has lasted its limit of work days (Part 7.3 [CX-635B]).
fn tell(packet: &Document, workspace: &Workspace, report: &mut Report, state: State, limit: u32) {
    let Some(now) = workspace.surroundings.now else { return };
    if !workspace.index().on_board(packet.stem()).any(|entry| entry.state == state) {
        return;
    }
    let Some((from, value)) = since(packet) else { return };
    let days = work_days(from, today(now));
    if days >= limit {
        report.at(value.range, format!("{} for {days} work days, at most {limit} are usual", state.name()));
    }
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
