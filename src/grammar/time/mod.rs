//! The value grammar of times: what a text says of when. Not where on a page to look, nor which of several times is whose.

mod absolute;
mod clock;
mod compact;
mod context;
mod dated;
mod look;
mod relative;
mod scan;
mod script;
pub(crate) mod spans;
mod spelled;
#[cfg(test)]
mod tests;
mod token;
mod url;

use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;
use std::sync::LazyLock;

use crate::article::{Precision, Time};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;

pub(crate) use crate::grammar::time::context::TimeContext;
pub(crate) use crate::grammar::time::spans::spans;
pub(crate) use crate::grammar::time::url::date_in_url;

use crate::grammar::time::look::may_hold;
use crate::grammar::time::scan::Scan;
use crate::grammar::words::Words;

/// The first time in `text` (an info line, a value, an attribute), with `raw` as it stands there.
///
/// `发布时间：2024年05月10日 06:58　来源：橙橘网` gives 2024-05-10T06:58:00+08:00, to the minute.
/// A number that may be something else (`10-08`, `20241108`) is read only where it stands alone.
pub(crate) fn find(text: &str, cx: &TimeContext) -> Option<Time> {
    if !may_hold(text) {
        return None;
    }
    Scan::new(text, cx, false)
        .run(1)
        .pop()
        .map(|(_, time)| time)
}

/// All times in `text`, in order, each with its byte range: `出版：2024-05-10 06:58 更新：09:30`.
pub(crate) fn find_all(text: &str, cx: &TimeContext) -> Vec<(Range<usize>, Time)> {
    if !may_hold(text) {
        return Vec::new();
    }
    Scan::new(text, cx, false).run(usize::MAX)
}

/// The times that a script gives names of publication: `var ct = "1715295480"`, `publish_time: '2024-05-10 06:58:12'`.
pub(crate) fn in_script(script: &str, cx: &TimeContext) -> Vec<Time> {
    script::assigned(script, |value| find(value, cx).or_else(|| parse(value, cx)))
}

/// The time that `value` is, with at most a label, a weekday, marks or 来自X beside it.
///
/// For meta contents, attributes and JSON values: epochs (`1715295480`, `1715295480000`) and `1130510` are read here too.
pub(crate) fn parse(value: &str, cx: &TimeContext) -> Option<Time> {
    let value = value.trim();
    // No time with a label is as long as this; article text in a wrong attribute is.
    if value.len() > 300 || !may_hold(value) {
        return None;
    }
    let found = Scan::new(value, cx, true).run(4);
    let mut at = 0;
    for (range, _) in &found {
        if !is_label(value.get(at..range.start)?) {
            return None;
        }
        at = range.end;
    }
    let rest = value.get(at..)?;
    let named = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let origin = Facet::FromWord
        .strip_start(named)
        .is_some_and(|name| name.chars().count() <= 20);
    if !origin && !is_label(rest) {
        return None;
    }
    found.into_iter().next().map(|(_, time)| time)
}

/// A day known from elsewhere, an address, in the zone of the site.
pub(crate) fn of_day(day: NaiveDate, cx: &TimeContext) -> Option<Time> {
    let zone = cx.zone.unwrap_or_else(clock::east8);
    let value = day.and_time(NaiveTime::MIN).and_local_timezone(zone);
    Some(Time::new(value.single()?, Precision::Day, day.to_string()))
}

/// The day-only `day` made exact by `other`, if both are the same day: value, precision and raw of `other`, in the zone of `day`.
pub(crate) fn refine(day: &Time, other: &Time) -> Option<Time> {
    if day.precision != Precision::Day || other.precision == Precision::Day {
        return None;
    }
    let moment = other.value.with_timezone(day.value.offset());
    (moment.date_naive() == day.value.date_naive())
        .then(|| Time::new(moment, other.precision, other.raw.as_str()))
}

/// The day-only `day` with a time of day that stands apart: `17:52`, `【17:52】`, or the end of a headline, `……今起开放 (14:05)`.
///
/// `raw` is then what was shown at both places.
pub(crate) fn with_clock(day: &Time, text: &str) -> Option<Time> {
    if day.precision != Precision::Day {
        return None;
    }
    let marks = |c: char| c.is_whitespace() || "()（）[]【】［］".contains(c);
    let shown = text.trim_end_matches(marks);
    let bracketed = shown.len() < text.trim_end().len();
    let from = shown.rfind(['(', '（', '[', '【', '［']);
    let clock = match from {
        Some(from) if bracketed => shown.get(from..)?.trim_start_matches(marks),
        _ => shown.trim_start_matches(marks),
    };
    if clock.len() > 60 {
        return None;
    }
    let (hms, zone) = scan::clock_alone(clock)?;
    let zone = zone.unwrap_or(*day.value.offset());
    let value = day.value.date_naive().and_time(hms.time()?);
    let value = value.and_local_timezone(zone).single()?;
    let raw = format!("{} {clock}", day.raw);
    Some(Time::new(value, hms.precision(), raw))
}

/// The same wall clock at +08:00, for a `Z` that is not meant: `2024-05-10T06:58:00Z` from a site that writes local time so.
pub(crate) fn as_local(time: &Time) -> Time {
    let mut local = time.clone();
    if time.value.offset().local_minus_utc() == 0
        && let Some(value) = time
            .value
            .naive_local()
            .and_local_timezone(clock::east8())
            .single()
    {
        local.value = value;
    }
    local
}

/// Whether what stands before a time says that it is the page's own clock: `今天是：`, `北京时间`.
pub(crate) fn is_clock_of_page(before: &str) -> bool {
    let named = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    Facet::PageClock.ends(named) || is_city_clock(before)
}

/// Whether what stands before a time says whose clock it is told by: 北京时间.
pub(crate) fn is_city_clock(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut beijing = Facet::BeijingClock.words();
    beijing.any(|word| before.ends_with(word))
}

/// Whether a time is written as a distance from now: 3小时前.
pub(crate) fn is_told_from_now(raw: &str) -> bool {
    Facet::Ago.ends(raw.trim_end())
}

/// Whether a line may show the page's own clock; cheap to ask.
pub(crate) fn may_be_clock_of_page(line: &str) -> bool {
    /// Both in one look at the line.
    static CLOCK: LazyLock<Words<()>> = LazyLock::new(|| {
        query::finder([Facet::PageClock, Facet::BeijingClock].map(|facet| (facet, ())))
    });
    // 今天是 without a day is no clock.
    may_hold(line) && CLOCK.within(line).next().is_some()
}

/// Is `text` only marks and words that stand around times?
fn is_label(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    while let Some(c) = rest.chars().next() {
        if !c.is_alphanumeric() {
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        }
        let Some(after) = Facet::TimeWord.strip_start(rest) else {
            return false;
        };
        rest = after;
    }
    true
}
