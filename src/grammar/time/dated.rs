//! What a scan finds: a day with or without a clock, how sure it is, or a distance from now. How each is written stands in `absolute`, `compact`, `relative`.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::grammar::time::clock::Clock;

/// Years a news page can be from.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A date at some token, and how much it needs beside it to be believed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dated {
    pub date: NaiveDate,
    /// The clock, where the same number holds it.
    pub clock: Option<Clock>,
    /// A moment known exactly (epoch).
    pub instant: Option<DateTime<FixedOffset>>,
    pub trust: Trust,
    /// One number without separators: the clock may be one too.
    pub compact: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// It can be nothing but a date.
    Sure,
    /// It has no year; else as good.
    Partial,
    /// Only with a clock, or standing alone.
    Alone,
    /// Only with a clock, or where a time is all that the text may hold.
    Clocked,
}

impl Dated {
    pub(crate) fn new(date: NaiveDate, trust: Trust) -> Self {
        Self {
            date,
            clock: None,
            instant: None,
            trust,
            compact: false,
        }
    }
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    YEARS
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(year, month, day))
        .flatten()
}

/// A time told from now.
pub(crate) enum Relative {
    /// To the minute: 3小时前.
    Moment(DateTime<FixedOffset>),
    /// A day: 昨天, 2天前.
    Day(NaiveDate),
    /// A day with a clock: 昨天 10:23.
    Clock(NaiveDate, Clock),
}
