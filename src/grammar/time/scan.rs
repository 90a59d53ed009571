//! The walk over a text's tokens that finds its times, and joins date, weekday, clock and zone. Not what may stand around a time.

use std::ops::Range;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};

use crate::article::{Precision, Time};
use crate::grammar::lexicon::facet::Facet;

use crate::grammar::time::clock::{Clock, Read, Style, east8, says_east8};
use crate::grammar::time::context::TimeContext;
use crate::grammar::time::dated::{Dated, Relative, Trust};
use crate::grammar::time::token::{Kind, Tokens};

/// The last time read in the same text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Last {
    pub date: NaiveDate,
    /// The token after it.
    end: usize,
    clocked: bool,
    zone: FixedOffset,
}

pub(crate) struct Scan<'a> {
    pub tokens: Tokens<'a>,
    pub context: &'a TimeContext,
    /// The text is a time and little else: a meta content, an attribute.
    pub strict: bool,
    /// What a time without a zone is in.
    pub zone: FixedOffset,
    /// The reference time, in that zone.
    pub now: Option<DateTime<FixedOffset>>,
    pub last: Option<Last>,
}

/// A time at some token.
struct Hit {
    value: DateTime<FixedOffset>,
    precision: Precision,
    /// The token after it.
    end: usize,
    /// Where to go on: past a weekday that belongs to it.
    resume: usize,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str, context: &'a TimeContext, strict: bool) -> Self {
        let zone = context.zone.unwrap_or_else(east8);
        Self {
            tokens: Tokens::new(text),
            context,
            strict,
            zone,
            // A reference at the ends of the calendar could not be counted from.
            now: context
                .now
                .filter(|now| (1990..=2200).contains(&now.naive_utc().year()))
                .map(|now| now.with_timezone(&zone)),
            last: None,
        }
    }

    /// Up to `max` times, in order.
    pub(crate) fn run(&mut self, max: usize) -> Vec<(Range<usize>, Time)> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.tokens.len() && found.len() < max {
            let hit = match self.at(i) {
                Read::Got(hit, _) => hit,
                Read::Bad => {
                    i = self.past(i);
                    continue;
                }
                Read::No => {
                    i += 1;
                    continue;
                }
            };
            let range = self.tokens.start(i)..self.tokens.end_before(hit.end);
            if let Some(raw) = self.tokens.text.get(range.clone()) {
                found.push((range, Time::new(hit.value, hit.precision, raw)));
            }
            self.last = Some(Last {
                date: hit.value.date_naive(),
                end: hit.end,
                clocked: hit.precision != Precision::Day,
                zone: *hit.value.offset(),
            });
            i = hit.resume.max(i + 1);
        }
        found
    }

    /// Up to `max` places where a time stands, or a part of one, in order.
    pub(crate) fn spans(&self, max: usize) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.tokens.len() && found.len() < max {
            match self.span(i) {
                Some(end) => {
                    found.push(self.tokens.start(i)..self.tokens.end_before(end));
                    i = end.max(i + 1);
                }
                None => i += 1,
            }
        }
        found
    }

    /// Where the time ends, or the part of one, that the text starts with.
    pub(crate) fn span_at_start(&self) -> Option<usize> {
        Some(self.tokens.end_before(self.span(0)?))
    }

    /// The token after the time that stands at token `i`, be it one that no calendar has: where it stands is plain.
    fn span(&self, i: usize) -> Option<usize> {
        match self.at(i) {
            // 周六 alone may be a day as well as a person.
            Read::Got(hit, _)
                if hit.precision == Precision::Day
                    && matches!(self.tokens.kind(i), Some(Kind::Mark('周' | '週'))) =>
            {
                None
            }
            Read::Got(hit, _) => Some(hit.resume.max(hit.end)),
            Read::Bad => Some(self.past(i)),
            Read::No => self.part(i),
        }
    }

    /// The token after a part of a time at token `i`: `2024年5月`, `2024-05`, `2024年` apart, `06:58`, `9日`, `10.5.2024`, `05-10`.
    fn part(&self, i: usize) -> Option<usize> {
        let t = &self.tokens;
        let number = t.number(i, 4).filter(|_| !t.tail_of_number(i))?;
        if number.len == 4 {
            let sign = t.skip(i + 1);
            let at = t.skip(sign + 1);
            let year = (1000..3000).contains(&number.value) && t.any(sign, "年-/.|");
            let month = t
                .number(at, 2)
                .filter(|month| (1..=12).contains(&month.value));
            if year && month.is_some() {
                return Some(at + 1 + usize::from(t.is(at + 1, '月')));
            }
            // A year in a word of its own: 橙橘日报 2024年 报纸.
            let apart = t.is(sign, '年') && t.free_left(i) && t.free_right(sign + 1);
            return (year && apart).then_some(sign + 1);
        }
        let behind = i + 1;
        if number.han || number.len > 2 {
            return None;
        }
        if t.is(behind, '日') {
            return Some(behind + 1);
        }
        let second = t.digits(behind + 1, 2)?;
        let end = behind + 2;
        if t.is(behind, ':') {
            let clock = match t.clock(i, Style::default()) {
                Read::Got(_, end) => end,
                Read::Bad => self.past(i),
                Read::No => return None,
            };
            return Some(t.zone(clock, false).map_or(clock, |(_, end)| end));
        }
        if t.any(behind, "./") {
            let year = t.digits(end + 1, 4).is_some_and(|year| year.len == 4);
            return (year && t.kind(end) == t.kind(behind)).then_some(end + 2);
        }
        // Not a number in the middle of a word.
        let month = (number.len == 1 || number.value < 20) && second.len <= 2;
        (t.is(behind, '-') && month && t.free_right(end)).then_some(end)
    }

    /// Past the rest of what has the form of a time but is none, so that its tail is not read as one.
    fn past(&self, i: usize) -> usize {
        let part = |k: Option<Kind>| match k {
            Some(Kind::Digits { .. } | Kind::Han { .. }) => true,
            Some(Kind::Mark(c)) => matches!(
                c,
                '-' | '/'
                    | '.'
                    | ':'
                    | '年'
                    | '月'
                    | '日'
                    | '号'
                    | '號'
                    | '时'
                    | '時'
                    | '分'
                    | '秒'
                    | '点'
                    | '點'
            ),
            _ => false,
        };
        let mut j = i + 1;
        while part(self.tokens.kind(j)) || self.tokens.space(j) && part(self.tokens.kind(j + 1)) {
            j += 1;
        }
        j
    }

    fn at(&self, i: usize) -> Read<Hit> {
        let t = &self.tokens;
        let Some(kind) = t.kind(i) else {
            return Read::No;
        };
        match kind {
            Kind::Digits { .. } | Kind::Han { .. } => {}
            Kind::Word => return self.english(i),
            Kind::Mark('民') => return self.finish(self.minguo(i), i),
            Kind::Mark('今' | '去') => match self.this_year(i) {
                Read::No => {}
                date => return self.finish(date, i),
            },
            Kind::Mark('昨' | '前' | '刚' | '剛' | '半' | '周' | '週' | '星' | '礼' | '禮') =>
                {}
            _ => return Read::No,
        }
        if let Some((relative, end)) = self.relative(i) {
            return self.relative_hit(relative, end);
        }
        match self.date(i) {
            Read::No => self.clock_first(i),
            date => self.finish(date, i),
        }
    }

    fn relative_hit(&self, relative: Relative, end: usize) -> Read<Hit> {
        let (date, clock) = match relative {
            Relative::Moment(value) => {
                return Read::Got(
                    Hit {
                        value,
                        precision: Precision::Minute,
                        end,
                        resume: end,
                    },
                    end,
                );
            }
            Relative::Day(date) => (date, None),
            Relative::Clock(date, clock) => (date, Some(clock)),
        };
        let zone = clock.and_then(|_| self.tokens.zone(end, false));
        let (zone, end) = zone.map_or((self.zone, end), |(zone, end)| (zone, end));
        hit(date, clock, zone, end, end)
    }

    /// The date just read, with the weekday, clock and zone after it.
    fn finish(&self, dated: Read<Dated>, i: usize) -> Read<Hit> {
        let (dated, end) = match dated {
            Read::Got(dated, end) => (dated, end),
            Read::Bad => return Read::Bad,
            Read::No => return Read::No,
        };
        let t = &self.tokens;
        if let Some(value) = dated.instant {
            let precision = Precision::Second;
            return Read::Got(
                Hit {
                    value,
                    precision,
                    end,
                    resume: end,
                },
                end,
            );
        }
        let local = self.local_zone(i);
        if dated.clock.is_some() {
            let zone = t.zone(end, true);
            let (zone, end) = zone.unwrap_or((local, end));
            return hit(dated.date, dated.clock, zone, end, end);
        }
        let mut at = end;
        let mut zone = None;
        let mut resume = end;
        let (mut iso, mut dashed, mut joined) = (false, false, false);
        for _ in 0..8 {
            if t.space(at) || t.any(at, ",|·") {
                at += 1;
            } else if let Some((_, after)) = t.weekday(at) {
                at = after;
                resume = after;
            } else if let Some((named, after)) = t.named_zone(at).filter(|_| zone.is_none()) {
                zone = Some(named);
                at = after;
            } else if at == end && t.word(at).is_some_and(|w| w.eq_ignore_ascii_case("t")) {
                iso = true;
                at += 1;
            } else if !dashed && t.any(at, "-/_+") {
                dashed = true;
                joined = t.is(at, '-') && at == end;
                at += 1;
            } else if let Some(after) = t.follows_word(at, Facet::TimeNoun) {
                at = t.skip(after + usize::from(t.is(after, ':')));
            } else {
                break;
            }
        }
        let style = Style {
            dashed: iso || joined,
            compact: dated.compact && (iso || joined || t.space(end)),
            sloppy: dated.trust == Trust::Sure,
        };
        let zoned = if at == end || t.is(end, '+') {
            t.zone(end, false).filter(|_| t.is(end, '+'))
        } else {
            None
        };
        match t.clock(at, style) {
            _ if zoned.is_some() => {}
            // A false clock does not lose the day: 2024-05-10 25:00.
            Read::Bad if dated.trust == Trust::Sure && at > end => {
                return hit(dated.date, None, local, end, self.past(at));
            }
            Read::Bad => return Read::Bad,
            Read::Got(clock, end) => {
                let (named, end) = match t.zone(end, iso || clock.second.is_some()) {
                    Some((named, end)) => (Some(t.by_season(named, end, dated.date)), end),
                    None => match self.lost_plus(end, iso) {
                        Some((named, end)) => (Some(named), end),
                        None => (None, end),
                    },
                };
                let zone = named.or(zone).unwrap_or(local);
                return hit(dated.date, Some(clock), zone, end, end);
            }
            Read::No => {}
        }
        let believed = match dated.trust {
            Trust::Sure | Trust::Partial => true,
            Trust::Alone => self.strict || t.alone(i, end),
            Trust::Clocked => self.strict,
        };
        if !believed {
            return Read::No;
        }
        let (zone, end) = zoned.unwrap_or((local, end));
        hit(dated.date, None, zone, end, resume.max(end))
    }

    /// `2024-05-10T06:58:00 08:00`: the plus was lost as a space on its way through a URL.
    fn lost_plus(&self, i: usize, iso: bool) -> Option<(FixedOffset, usize)> {
        let t = &self.tokens;
        if !(iso && self.strict && t.space(i) && t.is(i + 2, ':') && i + 4 == t.len()) {
            return None;
        }
        let hours = t.digits(i + 1, 2).filter(|n| n.len == 2 && n.value <= 14)?;
        let minutes = t.digits(i + 3, 2).filter(|n| n.len == 2 && n.value <= 59)?;
        let minutes = i32::try_from(hours.value * 60 + minutes.value).ok()?;
        Some((crate::grammar::time::clock::offset(minutes)?, i + 4))
    }

    fn local_zone(&self, i: usize) -> FixedOffset {
        let before = self.tokens.text.get(..self.tokens.start(i)).unwrap_or("");
        if says_east8(before) {
            east8()
        } else {
            self.zone
        }
    }

    /// `Sat Oct 03 07:23:11 HKT 2026`, `Mon, 13 May 2024 09:16:04 +0800`, `Oct 3, 2026 7:23 AM`.
    fn english(&self, i: usize) -> Read<Hit> {
        let t = &self.tokens;
        let mut at = i;
        if let Some((_, after)) = t.weekday(i) {
            at = t.skip(after + usize::from(t.is(after, ',')));
            if at == i || matches!(t.kind(at), Some(Kind::Digits { .. })) {
                // Only where the month is a word; `Sat 05-13` has its date read by itself.
                if !matches!(t.kind(t.skip(at + 1)), Some(Kind::Word)) {
                    return Read::No;
                }
                return self.finish(self.date(at), at);
            }
        }
        match self.month_first(at) {
            Read::Got((dated, zone), end) => match (dated.clock, zone) {
                (Some(_), Some(zone)) => hit(dated.date, dated.clock, zone, end, end),
                _ => self.finish(Read::Got(dated, end), i),
            },
            Read::Bad => Read::Bad,
            Read::No => Read::No,
        }
    }

    /// `04:24 2025-11-29 HKT`; or a labelled clock after a date.
    fn clock_first(&self, i: usize) -> Read<Hit> {
        let t = &self.tokens;
        if !t.is(i + 1, ':') || t.tail_of_number(i) || matches!(t.before(i), Some(Kind::Word)) {
            return Read::No;
        }
        let Read::Got(clock, end) = t.clock(i, Style::default()) else {
            return Read::No;
        };
        if let Some(last) = self.last
            && last.clocked
            && i <= last.end + 8
            && self.labelled(i, end)
        {
            return hit(last.date, Some(clock), last.zone, end, end);
        }
        let before = t.text.get(..t.start(i)).unwrap_or("");
        let before = before.trim_end_matches([' ', ':', '：']);
        if before.ends_with(['长', '長']) {
            // 时长 04:24, the length of a video.
            return Read::No;
        }
        let mut at = end;
        let mut zone = None;
        for _ in 0..4 {
            if t.space(at) || t.any(at, ",|·") {
                at += 1;
            } else if let Some((named, after)) = t.named_zone(at).filter(|_| zone.is_none()) {
                zone = Some(named);
                at = after;
            } else {
                break;
            }
        }
        if at == end {
            return Read::No;
        }
        let Read::Got(dated, end) = self.date(at) else {
            return Read::No;
        };
        let own_clock = matches!(
            t.clock(t.skip(end), Style::default()),
            Read::Got(..) | Read::Bad
        );
        if dated.instant.is_some() || dated.clock.is_some() || own_clock {
            return Read::No;
        }
        let (named, end) = match t.named_zone(t.skip(end)) {
            Some((named, end)) => (Some(named), end),
            None => (None, end),
        };
        let zone = named.or(zone).unwrap_or_else(|| self.local_zone(i));
        hit(dated.date, Some(clock), zone, end, end)
    }

    fn labelled(&self, i: usize, end: usize) -> bool {
        let t = &self.tokens;
        let before = t.text.get(..t.start(i)).unwrap_or("");
        let before = before.trim_end_matches([' ', ':', '：', '于', '於', '\u{a0}', '\u{3000}']);
        t.follows_word(t.skip(end), Facet::ClockLabel).is_some() || Facet::ClockLabel.ends(before)
    }
}

fn hit(
    date: NaiveDate,
    clock: Option<Clock>,
    zone: FixedOffset,
    end: usize,
    resume: usize,
) -> Read<Hit> {
    let (time, precision) = match clock {
        None => (Some(NaiveTime::MIN), Precision::Day),
        Some(clock) => (clock.time(), clock.precision()),
    };
    let value = time.and_then(|time| date.and_time(time).and_local_timezone(zone).single());
    match value {
        Some(value) => Read::Got(
            Hit {
                value,
                precision,
                end,
                resume,
            },
            end,
        ),
        None => Read::Bad,
    }
}

/// The clock that is all of `text`, with its zone if it has one.
pub(crate) fn clock_alone(text: &str) -> Option<(Clock, Option<FixedOffset>)> {
    let tokens = Tokens::new(text);
    let Read::Got(clock, end) = tokens.clock(0, Style::default()) else {
        return None;
    };
    let (zone, end) = match tokens.zone(end, false) {
        Some((zone, end)) => (Some(zone), end),
        None => (None, end),
    };
    (tokens.skip(end) >= tokens.len()).then_some((clock, zone))
}
