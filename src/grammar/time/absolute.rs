//! Dates that name their day: 年月日, separated, day first, 民國, English. Not one-number forms (see `compact`), clocks, nor 昨天.

use chrono::{Datelike, Days, FixedOffset, Month, NaiveDate};

use crate::grammar::time::clock::Read;
use crate::grammar::time::dated::{Dated, Trust, day};
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::Kind;

/// `day`, or out of range.
fn read(year: i32, month: u32, date: u32, trust: Trust, end: usize) -> Read<Dated> {
    match day(year, month, date) {
        Some(date) => Read::Got(Dated::new(date, trust), end),
        None => Read::Bad,
    }
}

fn signed(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

impl Scan<'_> {
    /// A date that starts with the number at token `i`.
    pub(crate) fn date(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let Some(kind) = t.kind(i) else {
            return Read::No;
        };
        let digits = match kind {
            Kind::Digits { len, .. } => len,
            Kind::Han { .. } => 0,
            _ => return Read::No,
        };
        if t.tail_of_number(i) {
            return Read::No;
        }
        if digits > 4 {
            return self.compact(i);
        }
        match self.spelled(i) {
            Read::No => {}
            found => return found,
        }
        let Some(first) = t.number(i, 4) else {
            return Read::No;
        };
        let next = t.skip(i + 1);
        if t.is(next, '年') {
            let year = match first.len {
                4 => signed(first.value),
                3 if (100..=150).contains(&first.value) => signed(first.value) + 1911,
                // Before 2000 and after it alike, as 79年 and more may be of the Republic too.
                2 if !first.han && first.value <= 60 => signed(first.value) + 2000,
                _ => return Read::No,
            };
            return self.year_month_day(year, next + 1);
        }
        if t.is(next, '月') && first.len <= 2 {
            return self.month_day(i, first.value, next + 1);
        }
        if first.han {
            return Read::No;
        }
        match first.len {
            4 => self.year_first(i, signed(first.value)),
            3 => self.minguo_slashed(i, signed(first.value)),
            _ => self.short(i, first.value),
        }
    }

    /// `5月10日` after `2024年`, the year's own sign being before token `i`.
    pub(crate) fn year_month_day(&self, year: i32, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let at = t.skip(i);
        let Some(month) = t.number(at, 2) else {
            return Read::No;
        };
        let sign = t.skip(at + 1);
        if t.any(sign, "/-.") {
            let Some(date) = t.digits(t.skip(sign + 1), 2) else {
                return Read::No;
            };
            let end = t.skip(sign + 1) + 1;
            // 2018年1.1%, 2018年3-5月: only two digits each, or the sign 日, make it a date.
            let signed = t.is(end, '日');
            let two = month.len == 2 && date.len == 2 && !t.is(sign, '.') && t.free_right(end);
            if t.is(t.skip(end), '月') || !(signed || two) {
                return Read::No;
            }
            let end = end + usize::from(signed);
            return read(year, month.value, date.value, Trust::Sure, end);
        }
        if !t.is(sign, '月') {
            return Read::No;
        }
        match self.day_of_month(sign + 1) {
            Some((date, end)) => read(year, month.value, date, Trust::Sure, end),
            None => Read::No,
        }
    }

    /// `10日`; without the sign only before a space and a clock, or at the end.
    fn day_of_month(&self, i: usize) -> Option<(u32, usize)> {
        let t = &self.tokens;
        let at = t.skip(i);
        let date = t.number(at, 2)?;
        let sign = t.skip(at + 1);
        if t.any(sign, "日号號") {
            return Some((date.value, sign + 1));
        }
        let bare = at + 1 == t.len()
            || t.is(at + 1, ')')
            || t.space(at + 1)
                && (matches!(t.clock(at + 2, Default::default()), Read::Got(..))
                    || t.weekday(at + 2).is_some());
        (bare && !date.han).then_some((date.value, at + 1))
    }

    /// `5月10日` with no year, `i` its month, `after` the token after 月.
    fn month_day(&self, i: usize, month: u32, after: usize) -> Read<Dated> {
        let t = &self.tokens;
        let left = match i.checked_sub(1) {
            Some(l) if t.space(l) => l.checked_sub(1),
            l => l,
        };
        // A year that was not read (1945年8月15日, 每年5月10日), and the lunar calendar.
        if left.is_some_and(|l| t.any(l, "年历曆")) || matches!(t.before(i), Some(Kind::Word)) {
            return Read::No;
        }
        match self.day_of_month(after) {
            Some((date, end)) => self.without_year(month, date, Trust::Partial, end),
            None => Read::No,
        }
    }

    /// `2024-05-13`, `2024/5/13`, `2024 | 05/13`, `2024 05/13`.
    fn year_first(&self, i: usize, year: i32) -> Read<Dated> {
        let t = &self.tokens;
        if let Some(Kind::Word) = t.before(i)
            && t.word(i - 1)
                .is_some_and(|w| w.eq_ignore_ascii_case("v") || w.eq_ignore_ascii_case("ver"))
        {
            return Read::No;
        }
        let two = |i| t.digits(i, 2).filter(|n| n.len == 2);
        let sep = t.skip(i + 1);
        if t.any(sep, "-/.|") {
            let piped = t.is(sep, '|');
            let at = t.skip(sep + 1);
            let Some(month) = t.digits(at, 2) else {
                return Read::No;
            };
            let second = t.skip(at + 1);
            let mixed = piped || !t.is(sep, '.') && t.any(second, "-/");
            if !(t.any(second, "-/.|") && (mixed || t.kind(second) == t.kind(sep))) {
                return Read::No;
            }
            let at = t.skip(second + 1);
            let Some(date) = t.digits(at, 2) else {
                return Read::No;
            };
            let end = at + 1;
            if t.any(t.skip(end), "年月") || self.goes_on(end) || self.in_path(i, end) {
                return Read::Bad;
            }
            let end = end + usize::from(t.is(end, '日'));
            return read(year, month.value, date.value, Trust::Sure, end);
        }
        if !t.space(i + 1) {
            return Read::No;
        }
        let (Some(month), Some(date)) = (two(i + 2), two(i + 4)) else {
            return Read::No;
        };
        if self.goes_on(i + 5) || t.any(i + 5, "年月") {
            return Read::No;
        }
        if t.any(i + 3, "-/") || t.space(i + 3) {
            return match day(year, month.value, date.value) {
                Some(date) => Read::Got(Dated::new(date, Trust::Clocked), i + 5),
                None => Read::No,
            };
        }
        Read::No
    }

    /// Does a number go on after what looks like a date: `2024.05.10.3`? A clock after `-` is no such thing.
    fn goes_on(&self, end: usize) -> bool {
        let t = &self.tokens;
        let Some(Kind::Digits { len, .. }) = t.kind(end + 1) else {
            return false;
        };
        let clock = len <= 2
            && (t.is(end + 2, ':')
                || t.is(end, '-')
                    && t.is(end + 2, '-')
                    && t.digits(end + 3, 2).is_some()
                    && t.is(end + 4, '-'));
        t.any(end, "-/.") && !clock && !(len == 4 && t.is(end, '-'))
    }

    /// Is the date a part of a path: `a.example/news/2024-05/13/`?
    fn in_path(&self, i: usize, end: usize) -> bool {
        let t = &self.tokens;
        let latin = |k| matches!(t.kind(k), Some(Kind::Word | Kind::Digits { .. }));
        i >= 2 && t.any(i - 1, "/=_") && latin(i - 2)
            || t.any(end, "/_") && t.word(end + 1).is_some()
    }

    /// `06-10-2026`, `20 05 2024`, `13 May 2024`, `05-13`, `24-05-13 09:16`.
    fn short(&self, i: usize, first: u32) -> Read<Dated> {
        let t = &self.tokens;
        if matches!(t.before(i), Some(Kind::Word)) {
            return Read::No;
        }
        let len = |i| match t.kind(i) {
            Some(Kind::Digits { len, .. }) => len,
            _ => 0,
        };
        let sep = i + 1;
        if (t.space(sep) || t.is(sep, '-'))
            && let Some(month) = t.word(sep + 1).and_then(month_name)
        {
            let year = match t.kind(sep + 2) {
                Some(Kind::Space) => sep + 3,
                Some(Kind::Mark('-' | ',')) => t.skip(sep + 3),
                _ => return Read::No,
            };
            return match t.digits(year, 4) {
                Some(y) if y.len == 4 => read(signed(y.value), month, first, Trust::Sure, year + 1),
                _ => Read::No,
            };
        }
        let Some(second) = t.digits(sep + 1, 2) else {
            return Read::No;
        };
        let both_two = len(i) == 2 && second.len == 2;
        let spaced = t.space(sep);
        if !spaced && !t.any(sep, "-/.") {
            return Read::No;
        }
        if t.kind(sep + 2) == t.kind(sep) {
            let Some(third) = t.digits(sep + 3, 4) else {
                return Read::No;
            };
            let end = sep + 4;
            if !(both_two || t.is(sep, '/')) || self.goes_on(end) || t.is(end, '年') {
                return Read::No;
            }
            if third.len == 4 {
                let trust = if spaced { Trust::Clocked } else { Trust::Sure };
                return self.day_first(first, second.value, signed(third.value), trust, end);
            }
            if third.len == 2 && !spaced && both_two && first <= 60 {
                // Two digits of a year are too little to go by, unless a clock follows.
                return match day(signed(first) + 2000, second.value, third.value) {
                    Some(date) => Read::Got(Dated::new(date, Trust::Clocked), end),
                    None => Read::No,
                };
            }
            return Read::No;
        }
        let end = sep + 2;
        // 05/10 2024, the day and the year in boxes of their own.
        if both_two
            && t.is(sep, '/')
            && t.space(end)
            && let Some(year) = t.digits(end + 1, 4).filter(|year| year.len == 4)
            && t.free_right(end + 2)
            && let Some(date) = day(signed(year.value), first, second.value)
        {
            return Read::Got(Dated::new(date, Trust::Sure), end + 2);
        }
        if spaced
            || self.goes_on(end)
            || t.any(end, "-/.%％‰年月")
            || t.is(t.skip(end), '月')
            || matches!(t.before(i), Some(Kind::Mark(c)) if matches!(c, '-' | '+' | '/' | '.' | '$' | '¥' | '￥' | '€' | '#' | '@' | '_' | '=' | '第' | '約' | '约'))
        {
            return Read::No;
        }
        let trust = if both_two && !t.is(sep, '.') {
            Trust::Alone
        } else if both_two || t.free_left(i) && !t.is(sep, '.') {
            Trust::Clocked
        } else {
            return Read::No;
        };
        match self.without_year(first, second.value, trust, end) {
            Read::Bad => Read::No,
            found => found,
        }
    }

    /// Day first, unless only the other order is a date or the day is known to be the other.
    fn day_first(&self, a: u32, b: u32, year: i32, trust: Trust, end: usize) -> Read<Dated> {
        let known = self.known_day();
        let date = match (day(year, b, a), day(year, a, b)) {
            (_, Some(other)) if Some(other) == known => other,
            (Some(date), _) | (None, Some(date)) => date,
            (None, None) => return Read::No,
        };
        Read::Got(Dated::new(date, trust), end)
    }

    /// `115/10/08`
    fn minguo_slashed(&self, i: usize, year: i32) -> Read<Dated> {
        let t = &self.tokens;
        if !(90..=150).contains(&year) || !t.any(i + 1, "/-.") || !t.free_left(i) {
            return Read::No;
        }
        let (Some(month), true, Some(date)) = (
            t.digits(i + 2, 2),
            t.kind(i + 3) == t.kind(i + 1),
            t.digits(i + 4, 2),
        ) else {
            return Read::No;
        };
        let end = i + 5;
        let slashed = t.is(i + 1, '/') && month.len == 2 && date.len == 2;
        if !(slashed || self.strict) || !t.free_right(end) {
            return Read::No;
        }
        match day(year + 1911, month.value, date.value) {
            Some(date) => Read::Got(Dated::new(date, Trust::Sure), end),
            None => Read::No,
        }
    }

    /// 民國115年10月8日, `i` at 民.
    pub(crate) fn minguo(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let Some(at) = t.follows_any(i, &["民國", "民国"]) else {
            return Read::No;
        };
        let at = t.skip(at);
        let Some(year) = t.number(at, 3) else {
            return Read::No;
        };
        let year_value = signed(year.value) + 1911;
        let sign = t.skip(at + 1);
        if t.is(sign, '年') {
            return self.year_month_day(year_value, sign + 1);
        }
        match (t.digits(at + 2, 2), t.digits(at + 4, 2)) {
            (Some(month), Some(date))
                if t.any(at + 1, "/-.") && t.kind(at + 3) == t.kind(at + 1) =>
            {
                read(year_value, month.value, date.value, Trust::Sure, at + 5)
            }
            _ => Read::No,
        }
    }

    /// `Oct 3, 2026`, `Oct 03 07:23:11 HKT 2026`; `i` at the month. The clock between is read here.
    pub(crate) fn month_first(&self, i: usize) -> Read<(Dated, Option<FixedOffset>)> {
        let t = &self.tokens;
        let Some(month) = t.word(i).and_then(month_name) else {
            return Read::No;
        };
        let at = t.skip(i + 1 + usize::from(t.is(i + 1, '.')));
        let Some(date) = t.digits(at, 2) else {
            return Read::No;
        };
        let mut next = at + 1;
        if t.is(next, ',') {
            next += 1;
        }
        next = t.skip(next);
        let mut clock = None;
        let mut zone = None;
        if let Read::Got(read, end) = t.clock(next, Default::default()) {
            clock = Some(read);
            next = end;
            if let Some((named, end)) = t.zone(next, false) {
                zone = Some(named);
                next = end;
            }
            next = t.skip(next);
        }
        let Some(year) = t.digits(next, 4).filter(|year| year.len == 4) else {
            return Read::No;
        };
        match day(signed(year.value), month, date.value) {
            Some(date) => {
                let mut dated = Dated::new(date, Trust::Sure);
                dated.clock = clock;
                Read::Got((dated, zone), next + 1)
            }
            None => Read::Bad,
        }
    }

    /// The day that the page is known to be of: the last one read in this text, else the hint.
    fn known_day(&self) -> Option<NaiveDate> {
        self.last.map(|last| last.date).or(self.context.date_hint)
    }

    fn without_year(&self, month: u32, date: u32, trust: Trust, end: usize) -> Read<Dated> {
        // 2月29日 may be; 2月30日 and 13月 may not.
        if NaiveDate::from_ymd_opt(2024, month, date).is_none() {
            return Read::Bad;
        }
        let found = if let Some(near) = self.known_day() {
            (-1..=1)
                .filter_map(|years| day(near.year() + years, month, date))
                .min_by_key(|date| date.signed_duration_since(near).num_days().abs())
        } else if let Some(now) = self.now {
            let latest = now.date_naive().checked_add_days(Days::new(1));
            (0..9)
                .filter_map(|back| day(now.year() + 1 - back, month, date))
                .find(|date| latest.is_some_and(|latest| *date <= latest))
        } else {
            None
        };
        match found {
            Some(date) => Read::Got(Dated::new(date, trust), end),
            None => Read::Bad,
        }
    }

    /// 今年5月10日, 去年5月10日, `i` at 今 or 去.
    pub(crate) fn this_year(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let (after, back) = match (t.follows(i, "今年"), t.follows(i, "去年")) {
            (Some(after), _) => (after, 0),
            (_, Some(after)) => (after, 1),
            _ => return Read::No,
        };
        let year = match (self.context.date_hint, self.now) {
            (Some(hint), _) => hint.year(),
            (None, Some(now)) => now.year(),
            (None, None) => return Read::No,
        };
        self.year_month_day(year - back, after)
    }
}

fn month_name(word: &str) -> Option<u32> {
    if word.eq_ignore_ascii_case("sept") {
        return Some(9);
    }
    word.parse::<Month>().ok().map(|m| m.number_from_month())
}
