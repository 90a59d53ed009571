//! Times written as one number: `20241108`, `20261002194600`, epochs, `1130513`. Not numbers with marks between.

use chrono::{DateTime, Datelike};

use crate::grammar::time::clock::{Clock, Read};
use crate::grammar::time::dated::{Dated, Trust, YEARS, day};
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::Kind;

impl Scan<'_> {
    /// One number: `20241108`, `20261002194600`; where only a time may stand also epochs and `1130513`.
    pub(crate) fn compact(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let Some(Kind::Digits { value, len }) = t.kind(i) else {
            return Read::No;
        };
        let parts = |date: u64| {
            day(
                i32::try_from(date / 10000).ok()?,
                u32::try_from(date / 100 % 100).ok()?,
                u32::try_from(date % 100).ok()?,
            )
        };
        let two = |unit: u64| u32::try_from(value / unit % 100).unwrap_or(99);
        let end = i + 1;
        let joined = t.word(end).is_some_and(|w| w.eq_ignore_ascii_case("t"))
            && matches!(t.kind(end + 1), Some(Kind::Digits { len: 4 | 6, .. }));
        let hyphened = t.is(end, '-') && t.digits(end + 1, 6).is_some_and(|n| n.len == 6);
        if !t.free_left(i) || !(t.free_right(end) || joined || hyphened || self.strict) {
            return Read::No;
        }
        let (date, clock) = match len {
            8 => (parts(value), None),
            12 => (parts(value / 10_000), Some((two(100), two(1), None))),
            14 => (
                parts(value / 1_000_000),
                Some((two(10_000), two(100), Some(two(1)))),
            ),
            17 if self.strict => (
                parts(value / 1_000_000_000),
                Some((two(10_000_000), two(100_000), Some(two(1000)))),
            ),
            7 if self.strict => (parts(value + 19_110_000), None),
            10 if self.strict => return self.epoch(value, end),
            13 if self.strict => return self.epoch(value / 1000, end),
            _ => (None, None),
        };
        let Some(date) = date else {
            return Read::No;
        };
        if !self.strict && self.is_an_id(i) {
            return Read::No;
        }
        let mut dated = Dated::new(date, Trust::Sure);
        dated.compact = true;
        if let Some((hour, minute, second)) = clock {
            if hour > 23 || minute > 59 || second.is_some_and(|s| s > 59) {
                return Read::No;
            }
            dated.clock = Some(Clock {
                hour,
                minute,
                second,
            });
        }
        Read::Got(dated, end)
    }

    /// Does a label before token `i` say that the number is none of a time?
    fn is_an_id(&self, i: usize) -> bool {
        const LABELS: &[&str] = &[
            "号", "號", "话", "話", "线", "線", "证", "證", "码", "碼", "真", "机", "機", "QQ",
            "No", "NO", "ID", "id", "Tel", "TEL",
        ];
        let before = self.tokens.text.get(..self.tokens.start(i)).unwrap_or("");
        let before = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '：' | '.' | '(' | '（')
        });
        LABELS.iter().any(|label| before.ends_with(label))
    }

    fn epoch(&self, seconds: u64, end: usize) -> Read<Dated> {
        let t = &self.tokens;
        let moment = i64::try_from(seconds)
            .ok()
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
            .map(|moment| moment.with_timezone(&self.zone));
        let Some(moment) = moment.filter(|m| YEARS.contains(&m.year())) else {
            return Read::No;
        };
        let mut dated = Dated::new(moment.date_naive(), Trust::Sure);
        dated.instant = Some(moment);
        let fraction = t.is(end, '.') && t.digits(end + 1, 9).is_some();
        Read::Got(dated, end + 2 * usize::from(fraction))
    }
}
