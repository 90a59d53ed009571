//! Dates that templates and calligraphers write: a month's name between figures, a year with spaces between its figures.

use crate::grammar::time::clock::Read;
use crate::grammar::time::dated::{Dated, Trust, day};
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::Kind;

impl Scan<'_> {
    /// `11 九月 2020`, `11 9月, 2020`, `九月 11, 2020`, `二 〇 二 二 年九月十七日`, `i` at the first number.
    pub(crate) fn spelled(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let month = |at: usize| {
            let month = t.number(at, 2)?;
            (t.is(at + 1, '月')).then_some(month.value)
        };
        let year = |at: usize| {
            let at = t.skip(at + usize::from(t.is(at, ',')));
            let year = t.digits(at, 4).filter(|year| year.len == 4)?;
            t.free_right(at + 1).then_some((year.value, at + 1))
        };
        let found = |year: u32, month: u32, date: u32, end: usize| {
            let date = i32::try_from(year)
                .ok()
                .and_then(|year| day(year, month, date));
            match date {
                Some(date) => Read::Got(Dated::new(date, Trust::Sure), end),
                None => Read::Bad,
            }
        };
        // The day first, as themes of blogs have it.
        if let Some(date) = t.number(i, 2)
            && t.space(i + 1)
            && let Some(month) = month(i + 2)
            && (t.is(i + 4, ',') || t.space(i + 4))
            && let Some((year, end)) = year(i + 4)
        {
            return found(year, month, date.value, end);
        }
        if let Some(month) = month(i)
            && t.space(i + 2)
            && let Some(date) = t.digits(i + 3, 2)
            // `九月 11th, 2020`
            && let ordinal = matches!(t.word(i + 4), Some("st" | "nd" | "rd" | "th"))
            && let behind = i + 4 + usize::from(ordinal)
            && (t.is(behind, ',') || t.space(behind))
            && let Some((year, end)) = year(behind)
        {
            return found(year, month, date.value, end);
        }
        self.spaced_year(i)
    }

    fn spaced_year(&self, i: usize) -> Read<Dated> {
        let t = &self.tokens;
        let mut year = 0;
        for n in 0..4 {
            match t.kind(i + n * 2) {
                Some(Kind::Han { value, len: 1 }) if value < 10 => year = year * 10 + value,
                _ => return Read::No,
            }
            if n < 3 && !t.space(i + n * 2 + 1) {
                return Read::No;
            }
        }
        let sign = t.skip(i + 7);
        match i32::try_from(year) {
            Ok(year) if t.is(sign, '年') => self.year_month_day(year, sign + 1),
            _ => Read::No,
        }
    }
}
