//! Times told from now: 刚刚, 3小时前, 昨天 10:23, 周三 10:23. Nothing here is read without a time of reference.

use chrono::{DateTime, Datelike, Days, Duration, FixedOffset, Months, NaiveDate, Timelike};

use crate::grammar::time::clock::Read;
use crate::grammar::time::dated::Relative;
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::Kind;

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

const UNITS: &[(&str, Unit)] = &[
    ("秒钟", Unit::Seconds),
    ("秒鐘", Unit::Seconds),
    ("秒", Unit::Seconds),
    ("分钟", Unit::Minutes),
    ("分鐘", Unit::Minutes),
    ("分鍾", Unit::Minutes),
    ("分", Unit::Minutes),
    ("个小时", Unit::Hours),
    ("個小時", Unit::Hours),
    ("小时", Unit::Hours),
    ("小時", Unit::Hours),
    ("钟头", Unit::Hours),
    ("鐘頭", Unit::Hours),
    ("天", Unit::Days),
    ("日", Unit::Days),
    ("个星期", Unit::Weeks),
    ("個星期", Unit::Weeks),
    ("星期", Unit::Weeks),
    ("周", Unit::Weeks),
    ("週", Unit::Weeks),
    ("个月", Unit::Months),
    ("個月", Unit::Months),
    ("月", Unit::Months),
    ("年", Unit::Years),
];

const DAYS: &[(&str, u64)] = &[
    ("今天", 0),
    ("今日", 0),
    ("昨天", 1),
    ("昨日", 1),
    ("前天", 2),
    ("前日", 2),
];

/// What may stand right after 昨天 or 刚刚 in an info line.
const AFTER: &[&str] = &[
    "更新", "发布", "發布", "發佈", "发表", "發表", "来自", "來自", "来源", "來源",
];

impl Scan<'_> {
    /// A relative time at token `i`.
    pub(crate) fn relative(&self, i: usize) -> Option<(Relative, usize)> {
        let now = self.now?;
        let t = &self.tokens;
        match t.kind(i)? {
            Kind::Digits { len, .. } if len <= 4 => self.ago(i, now),
            Kind::Han { .. } => self.ago(i, now),
            Kind::Mark('半') => {
                let end =
                    t.follows_any(i, &["半小时前", "半小時前", "半个小时前", "半個小時前"])?;
                Some((Relative::Moment(before(now, Duration::minutes(30))?), end))
            }
            Kind::Mark('刚' | '剛') => {
                let end = t.follows_any(i, &["刚刚", "剛剛", "刚才", "剛才"])?;
                (self.left(i) && self.right(end)).then_some((Relative::Moment(minute(now)?), end))
            }
            Kind::Mark('今' | '昨' | '前') => {
                let (end, back) = DAYS
                    .iter()
                    .find_map(|(word, back)| t.follows(i, word).map(|end| (end, *back)))?;
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
        let (unit, after) = UNITS
            .iter()
            .find_map(|(word, unit)| t.follows(at, word).map(|end| (*unit, end)))?;
        let end = t.follows_any(t.skip(after), &["前", "之前", "以前"])?;
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
                .is_some_and(|before| AFTER.iter().any(|word| before.ends_with(word)))
    }

    /// What follows is none of a sentence: 昨天，张三说.
    fn right(&self, end: usize) -> bool {
        let t = &self.tokens;
        end >= t.len()
            || t.space(end) && !t.is(end + 1, '(')
            || t.any(end, ")]|·")
            || t.follows_any(end, AFTER).is_some()
    }
}

fn before(now: DateTime<FixedOffset>, by: Duration) -> Option<DateTime<FixedOffset>> {
    minute(now.checked_sub_signed(by)?)
}

/// To the whole minute.
fn minute(moment: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    moment.with_second(0)?.with_nanosecond(0)
}
