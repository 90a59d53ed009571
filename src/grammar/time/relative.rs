//! Times told from now: 刚刚, 3小时前, 昨天 10:23, 周三 10:23. Nothing here is read without a time of reference.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, Duration, FixedOffset, Months, NaiveDate, Timelike};

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::time::clock::Read;
use crate::grammar::time::dated::Relative;
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::Kind;
use crate::grammar::words::Words;

#[derive(Clone, Copy)]
enum Unit {
    Seconds,
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

static UNITS: LazyLock<Words<Unit>> = LazyLock::new(|| {
    query::finder([
        (Facet::SecondsUnit, Unit::Seconds),
        (Facet::MinutesUnit, Unit::Minutes),
        (Facet::HoursUnit, Unit::Hours),
        (Facet::DaysUnit, Unit::Days),
        (Facet::WeeksUnit, Unit::Weeks),
        (Facet::MonthsUnit, Unit::Months),
        (Facet::YearsUnit, Unit::Years),
    ])
});

static DAYS: LazyLock<Words<u64>> = LazyLock::new(|| {
    query::finder([
        (Facet::Today, 0),
        (Facet::Yesterday, 1),
        (Facet::DayBefore, 2),
    ])
});

impl Scan<'_> {
    /// A relative time at token `i`.
    pub(crate) fn relative(&self, i: usize) -> Option<(Relative, usize)> {
        let now = self.now?;
        let t = &self.tokens;
        match t.kind(i)? {
            Kind::Digits { len, .. } if len <= 4 => self.ago(i, now),
            Kind::Han { .. } => self.ago(i, now),
            Kind::Mark('半') => {
                let end = t.follows_word(i, Facet::HalfHourAgo)?;
                Some((Relative::Moment(before(now, Duration::minutes(30))?), end))
            }
            Kind::Mark('刚' | '剛') => {
                let end = t.follows_word(i, Facet::JustNow)?;
                (self.left(i) && self.right(end)).then_some((Relative::Moment(minute(now)?), end))
            }
            Kind::Mark('今' | '昨' | '前') => {
                let (back, end) = t.follows_meaning(i, &DAYS)?;
                let date = now.date_naive().checked_sub_days(Days::new(back))?;
                self.with_clock(i, end, date)
            }
            Kind::Mark('周' | '週' | '星' | '礼' | '禮') => {
                let (weekday, end) = t.weekday(i)?;
                let today = now.date_naive();
                let back = (7 + today.weekday().num_days_from_monday()
                    - weekday.num_days_from_monday())
                    % 7;
                let date = today.checked_sub_days(Days::new(u64::from(back)))?;
                let (found, after) = self.with_clock(i, end, date)?;
                // The weekday alone says a day only where nothing else is said.
                let whole = t.skip(0) == i && t.skip(end) >= t.len();
                (whole || matches!(found, Relative::Clock(..))).then_some((found, after))
            }
            _ => None,
        }
    }

    fn ago(&self, i: usize, now: DateTime<FixedOffset>) -> Option<(Relative, usize)> {
        let t = &self.tokens;
        let count = t.number(i, 4)?.value;
        if t.tail_of_number(i) {
            return None;
        }
        let at = t.skip(i + 1);
        let (unit, after) = t.follows_meaning(at, &UNITS)?;
        let end = t.follows_word(t.skip(after), Facet::Ago)?;
        let exact = matches!(unit, Unit::Seconds | Unit::Minutes | Unit::Hours);
        if !(self.right(end) || exact && t.free_right(end)) {
            return None;
        }
        let n = i64::from(count);
        let today = now.date_naive();
        let found = match unit {
            Unit::Seconds => Relative::Moment(before(now, Duration::seconds(n))?),
            Unit::Minutes => Relative::Moment(before(now, Duration::minutes(n))?),
            Unit::Hours => Relative::Moment(before(now, Duration::hours(n))?),
            Unit::Days => Relative::Day(today.checked_sub_days(Days::new(u64::from(count)))?),
            Unit::Weeks => Relative::Day(today.checked_sub_days(Days::new(u64::from(count) * 7))?),
            Unit::Months if self.left(i) => {
                Relative::Day(today.checked_sub_months(Months::new(count))?)
            }
            Unit::Years if self.left(i) => {
                Relative::Day(today.checked_sub_months(Months::new(count * 12))?)
            }
            Unit::Months | Unit::Years => return None,
        };
        let year = match &found {
            Relative::Moment(moment) => moment.year(),
            Relative::Day(date) | Relative::Clock(date, _) => date.year(),
        };
        (year >= 1990).then_some((found, end))
    }

    /// 昨天 at `i..end`, with its clock, or with nothing that belongs to it on either side.
    fn with_clock(&self, i: usize, end: usize, date: NaiveDate) -> Option<(Relative, usize)> {
        let t = &self.tokens;
        let mut at = t.skip(end);
        if t.any(at, ",|·") {
            at = t.skip(at + 1);
        }
        match t.clock(at, Default::default()) {
            Read::Got(clock, end) => return Some((Relative::Clock(date, clock), end)),
            Read::Bad => return None,
            Read::No => {}
        }
        let dated = matches!(self.date(at), Read::Got(..));
        (!dated && self.left(i) && self.right(end)).then_some((Relative::Day(date), end))
    }

    fn left(&self, i: usize) -> bool {
        let t = &self.tokens;
        t.free_left(i)
            || t.any(i.wrapping_sub(1), "于於")
            || t.text
                .get(..t.start(i))
                .is_some_and(|before| Facet::AfterMoment.ends(before))
    }

    /// What follows is none of a sentence: 昨天，张三说.
    fn right(&self, end: usize) -> bool {
        let t = &self.tokens;
        end >= t.len()
            || t.space(end) && !t.is(end + 1, '(')
            || t.any(end, ")]|·")
            || t.follows_word(end, Facet::AfterMoment).is_some()
    }
}

fn before(now: DateTime<FixedOffset>, by: Duration) -> Option<DateTime<FixedOffset>> {
    minute(now.checked_sub_signed(by)?)
}

/// To the whole minute.
fn minute(moment: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    moment.with_second(0)?.with_nanosecond(0)
}
