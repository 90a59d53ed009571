//! Times of day, what stands around them (上午, 星期六, HKT, +08:00), and nothing of dates.

use std::sync::LazyLock;

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveTime, Weekday};

use crate::article::Precision;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;

use crate::grammar::time::token::Tokens;

/// A time of day as shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub second: Option<u32>,
}

impl Clock {
    pub(crate) fn time(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour, self.minute, self.second.unwrap_or(0))
    }

    pub(crate) fn precision(self) -> Precision {
        match self.second {
            Some(_) => Precision::Second,
            None => Precision::Minute,
        }
    }
}

/// What a reader of a part found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Read<T> {
    /// Nothing of the kind.
    No,
    /// It has the form but not the range (hour 25, month 13): the whole is no time.
    Bad,
    /// A value, and the token after it.
    Got(T, usize),
}

/// Which unusual forms of a clock are allowed where it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Style {
    /// `09-16-00`
    pub dashed: bool,
    /// `194600`, `1946`
    pub compact: bool,
    /// `9:5`
    pub sloppy: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
    Evening,
    /// 深夜, 半夜: on either side of midnight.
    Night,
}

static HALVES: LazyLock<Words<Half>> = LazyLock::new(|| {
    query::finder([
        (Facet::MorningWord, Half::Morning),
        (Facet::AfternoonWord, Half::Afternoon),
        (Facet::NoonWord, Half::Noon),
        (Facet::EveningWord, Half::Evening),
        (Facet::NightWord, Half::Night),
    ])
});

/// Offsets in minutes. CST is China's here, never America's.
const ZONES: &[(&str, i32)] = &[
    ("HKT", 480),
    ("CST", 480),
    ("BJT", 480),
    ("SGT", 480),
    ("MYT", 480),
    ("GMT", 0),
    ("UTC", 0),
    ("JST", 540),
    ("KST", 540),
    ("CET", 60),
    ("CEST", 120),
    ("EST", -300),
    ("EDT", -240),
    ("PST", -480),
    ("PDT", -420),
    // By season: see `by_season`.
    ("ET", -300),
    ("PT", -480),
];

pub(crate) fn offset(minutes: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(minutes * 60)
}

/// +08:00, what a page means that names no zone.
pub(crate) fn east8() -> FixedOffset {
    // 8 hours are always in range; UTC stands for the case that cannot be.
    FixedOffset::east_opt(8 * 3600).unwrap_or(chrono::offset::Offset::fix(&chrono::Utc))
}

/// Does the text before a time say that it is China's: `北京时间2024年5月10日`?
pub(crate) fn says_east8(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ':', '：', '\u{3000}']);
    Facet::East8.ends(before)
}

impl Tokens<'_> {
    /// A time of day at token `i`, without its zone.
    pub(crate) fn clock(&self, i: usize, style: Style) -> Read<Clock> {
        let (mut half, i) = match self.half(i) {
            Some((half, end)) => (Some(half), self.skip(end)),
            None => (None, i),
        };
        let Some(hour) = self.number(i, 6) else {
            return Read::No;
        };
        let after = i + 1;
        let mut clock = Clock {
            hour: hour.value,
            minute: 0,
            second: None,
        };
        let mut end;
        if style.compact && !hour.han && half.is_none() && matches!(hour.len, 4 | 6) {
            let v = hour.value;
            (clock.hour, clock.minute, clock.second) = match hour.len {
                4 => (v / 100, v % 100, None),
                _ => (v / 10000, v / 100 % 100, Some(v % 100)),
            };
            end = after;
        } else if hour.len > 2 {
            return Read::No;
        } else if let Some((minute, after)) = self.part(after, ':') {
            if minute.len == 1 && !style.sloppy {
                return Read::No;
            }
            clock.minute = minute.value;
            end = after;
            if let Some((second, after)) = self.part(end, ':') {
                clock.second = Some(second.value);
                end = after;
                if self.is(end, '.') && self.digits(end + 1, 9).is_some()
                    || self.is(end, ',') && self.digits(end + 1, 3).is_some_and(|n| n.len == 3)
                {
                    end += 2;
                }
            }
        } else if style.dashed && self.is(after, '-') {
            let two = |i| self.digits(i, 2).filter(|n| n.len == 2);
            let (Some(minute), true, Some(second)) =
                (two(after + 1), self.is(after + 2, '-'), two(after + 3))
            else {
                return Read::No;
            };
            clock.minute = minute.value;
            clock.second = Some(second.value);
            end = after + 4;
        } else if self.any(self.skip(after), "时時点點") {
            let unit = self.skip(after);
            let points = self.any(unit, "点點");
            end = unit + 1;
            let at = self.skip(end);
            if let Some(minute) = self.number(at, 2) {
                let fen = self.skip(at + 1);
                if self.is(fen, '分') {
                    clock.minute = minute.value;
                    end = fen + 1;
                    let at = self.skip(end);
                    if let Some(second) = self.number(at, 2)
                        && self.is(self.skip(at + 1), '秒')
                    {
                        clock.second = Some(second.value);
                        end = self.skip(at + 1) + 1;
                    }
                } else if self.is(fen, '刻') && (1..=3).contains(&minute.value) {
                    clock.minute = minute.value * 15;
                    end = fen + 1;
                } else if minute.len == 2 && !minute.han && at == end {
                    clock.minute = minute.value;
                    end = at + 1;
                } else if points && half.is_none() {
                    return Read::No;
                }
            } else if self.is(end, '半') {
                clock.minute = 30;
                end += 1;
            } else if self.any(end, "整许許") {
                end += 1;
            } else if self.any(end, "间間段") || points && half.is_none() {
                // 时间, 时段; and 三点 as in 三点建议.
                return Read::No;
            }
        } else {
            return Read::No;
        }
        if half.is_none()
            && let Some((named, after)) = self.half_after(end)
        {
            half = Some(named);
            end = after;
        }
        if clock.hour > 23 || clock.minute > 59 || clock.second.is_some_and(|s| s > 59) {
            return Read::Bad;
        }
        if let Some(half) = half {
            clock.hour = match (half, clock.hour) {
                (Half::Morning, 12) => 0,
                (Half::Morning, 13..) => return Read::Bad,
                (Half::Noon, h @ 1..=4) => h + 12,
                (Half::Afternoon, 0) => 12,
                (Half::Afternoon, h @ 1..=11) => h + 12,
                (Half::Evening, h @ 5..=11) => h + 12,
                (Half::Night, h @ 8..=11) => h + 12,
                // Which of two days 晚上12点 belongs to is not said.
                (Half::Evening | Half::Night, 12) => return Read::No,
                (Half::Evening, 0..=4) => return Read::No,
                (_, h) => h,
            };
        }
        Read::Got(clock, end)
    }

    /// `:58`, or ` : 58`.
    fn part(&self, i: usize, mark: char) -> Option<(crate::grammar::time::token::Number, usize)> {
        let at = if self.is(i, mark) {
            i + 1
        } else if self.space(i) && self.is(i + 1, mark) && self.space(i + 2) {
            i + 3
        } else {
            return None;
        };
        self.digits(at, 2).map(|number| (number, at + 1))
    }

    fn half(&self, i: usize) -> Option<(Half, usize)> {
        if let Some(found) = self.latin_half(i) {
            return Some(found);
        }
        self.follows_meaning(i, &HALVES)
    }

    fn latin_half(&self, i: usize) -> Option<(Half, usize)> {
        let word = self.word(i)?;
        if word.eq_ignore_ascii_case("am") {
            return Some((Half::Morning, i + 1));
        }
        if word.eq_ignore_ascii_case("pm") {
            return Some((Half::Afternoon, i + 1));
        }
        let half = match word {
            "a" | "A" => Half::Morning,
            "p" | "P" => Half::Afternoon,
            _ => return None,
        };
        let m = self.word(i + 2)?;
        if !self.is(i + 1, '.') || !m.eq_ignore_ascii_case("m") {
            return None;
        }
        Some((half, i + 3 + usize::from(self.is(i + 3, '.'))))
    }

    /// `6:41AM`, `08:21 下午`
    fn half_after(&self, i: usize) -> Option<(Half, usize)> {
        let i = self.skip(i);
        if let Some(found) = self.latin_half(i) {
            return Some(found);
        }
        let halves = [
            (Facet::ForenoonBehind, Half::Morning),
            (Facet::AfternoonBehind, Half::Afternoon),
        ];
        let (half, end) = halves
            .iter()
            .find_map(|(words, half)| self.follows_word(i, *words).map(|end| (*half, end)))?;
        self.free_right(end).then_some((half, end))
    }

    /// 星期六, 週三, (四), （周五）, Sat, Saturday, at token `i`.
    pub(crate) fn weekday(&self, i: usize) -> Option<(Weekday, usize)> {
        let open = self.any(i, "([");
        let at = if open { self.skip(i + 1) } else { i };
        let (day, end) = self.weekday_bare(at, open)?;
        if !open {
            return Some((day, end));
        }
        let close = self.skip(end);
        self.any(close, ")]").then_some((day, close + 1))
    }

    fn weekday_bare(&self, i: usize, short: bool) -> Option<(Weekday, usize)> {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        const DAYS: [Weekday; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];
        if let Some(word) = self.word(i) {
            let end = i + 1 + usize::from(self.is(i + 1, '.'));
            return word.parse::<Weekday>().ok().map(|day| (day, end));
        }
        let after = self.follows_word(i, Facet::WeekWord);
        let i = match after {
            Some(after) => after,
            None if short => i,
            None => return None,
        };
        if self.any(i, "日天") {
            return Some((Sun, i + 1));
        }
        let number = self.number(i, 1).filter(|number| number.han)?;
        let day = usize::try_from(number.value).ok()?.checked_sub(1)?;
        DAYS.get(day).filter(|_| day < 6).map(|day| (*day, i + 1))
    }

    /// HKT, GMT+8, (北京时间) at token `i`: a zone with a name.
    pub(crate) fn named_zone(&self, i: usize) -> Option<(FixedOffset, usize)> {
        if self.is(i, '(') {
            let at = self.skip(i + 1);
            let (zone, end) = self.named_zone_bare(at)?;
            let close = self.skip(end);
            return self.is(close, ')').then_some((zone, close + 1));
        }
        self.named_zone_bare(i)
    }

    fn named_zone_bare(&self, i: usize) -> Option<(FixedOffset, usize)> {
        if let Some(end) = self.follows_word(i, Facet::East8) {
            return Some((east8(), end));
        }
        let word = self.word(i)?;
        let (name, minutes) = ZONES
            .iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name))?;
        if matches!(*name, "GMT" | "UTC")
            && let Some(found) = self.signed(i + 1, true)
        {
            return Some(found);
        }
        Some((offset(*minutes)?, i + 1))
    }

    /// The zone that ended before token `end`, an hour ahead where it is ET or PT and America has summer time on that day:
    /// from the second Sunday of March to the first of November.
    pub(crate) fn by_season(&self, zone: FixedOffset, end: usize, date: NaiveDate) -> FixedOffset {
        let last = if self.is(end - 1, ')') {
            end - 2
        } else {
            end - 1
        };
        let varies = self
            .word(last)
            .is_some_and(|word| ["ET", "PT"].iter().any(|w| word.eq_ignore_ascii_case(w)));
        let sunday =
            |month, n| NaiveDate::from_weekday_of_month_opt(date.year(), month, Weekday::Sun, n);
        let summer = sunday(3, 2).is_some_and(|start| date >= start)
            && sunday(11, 1).is_some_and(|end| date < end);
        match offset(zone.local_minus_utc() / 60 + 60) {
            Some(ahead) if varies && summer => ahead,
            _ => zone,
        }
    }

    /// A zone after a clock that ends before token `i`. `iso`: the clock followed a `T` or had seconds.
    pub(crate) fn zone(&self, i: usize, iso: bool) -> Option<(FixedOffset, usize)> {
        if self.word(i).is_some_and(|w| w.eq_ignore_ascii_case("z")) {
            return Some((offset(0)?, i + 1));
        }
        // `09:16-10:30` is a stretch of time, `09:16:00-05:00` has an offset.
        if self.is(i, '+') || iso && self.is(i, '-') {
            return self.signed(i, false);
        }
        let at = self.skip(i);
        if self.is(at, '+')
            || self.is(at, '-') && self.digits(at + 1, 4).is_some_and(|n| n.len == 4)
        {
            return self.signed(at, false);
        }
        self.named_zone(at)
    }

    /// `+08:00`, `+0800`, and, if `short`, `+8`.
    pub(crate) fn signed(&self, i: usize, short: bool) -> Option<(FixedOffset, usize)> {
        let sign = match () {
            () if self.is(i, '+') => 1,
            () if self.is(i, '-') => -1,
            () => return None,
        };
        let number = self.digits(i + 1, 4)?;
        let (hours, minutes, end) = match number.len {
            4 => (number.value / 100, number.value % 100, i + 2),
            1 | 2 => match self.part(i + 2, ':') {
                Some((minutes, end)) if minutes.len == 2 => (number.value, minutes.value, end),
                _ if short || number.len == 2 && sign > 0 => (number.value, 0, i + 2),
                _ => return None,
            },
            _ => return None,
        };
        if hours > 14 || minutes > 59 || self.is(end, ':') {
            return None;
        }
        let minutes = i32::try_from(hours * 60 + minutes).ok()?;
        Some((offset(sign * minutes)?, end))
    }
}
