//! Where times stand among other words, such as names: the walk of `scan`, asked for places. Not what they mean.

use std::borrow::Cow;
use std::ops::Range;

use chrono::DateTime;

use crate::article::Precision;
use crate::grammar::lexicon::{first_chars, is_bar, is_slash, is_space};
use crate::grammar::time::context::TimeContext;
use crate::grammar::time::look::may_hold;
use crate::grammar::time::scan::Scan;
use crate::grammar::time::token::is_han_number;

/// More characters than any time has, with label, weekday and zone.
const LONGEST: usize = 60;

/// What times open with that are told from now, or by a year's name: 昨天, 周五, 民國.
const RELATIVE: [char; 12] = [
    '今', '昨', '前', '刚', '剛', '去', '半', '周', '週', '星', '礼', '民',
];

/// Where times stand in `text`, in order: all that `find_all` reads, those that do not say which day they mean (`昨天 06:58`, `05-10 06:58`), and
/// parts of times (`9日`, `2024年5月`, `06:58`).
pub(crate) fn spans(text: &str) -> Vec<Range<usize>> {
    up_to(text, usize::MAX)
}

/// Where the first time in `text` stands.
pub(crate) fn first(text: &str) -> Option<Range<usize>> {
    up_to(text, 1).pop()
}

fn up_to(text: &str, max: usize) -> Vec<Range<usize>> {
    if !may_hold(text) {
        return Vec::new();
    }
    Scan::new(text, &any_day(), false).spans(max)
}

/// Where the time ends that `text` starts with.
pub(crate) fn at_start(text: &str) -> Option<usize> {
    let opens = |c: char| c.is_numeric() || is_han_number(c) || RELATIVE.contains(&c);
    let text = first_chars(text, LONGEST).unwrap_or(text);
    if !text.starts_with(opens) || !may_hold(text) {
        return None;
    }
    Scan::new(text, &any_day(), false).span_at_start()
}

/// Where the time starts that `text` ends with.
pub(crate) fn at_end(text: &str) -> Option<usize> {
    let closes = |c: char| c.is_numeric() || matches!(c, '日' | '前');
    if !text.ends_with(closes) {
        return None;
    }
    let last = spans(text).pop()?;
    (last.end == text.len()).then_some(last.start)
}

/// What follows `time` in `text`, without the marks between: `06:58 时代周报` gives `时代周报`.
pub(crate) fn behind<'a>(text: &'a str, time: &Range<usize>) -> &'a str {
    text[time.end..].trim_start_matches(|c| {
        is_space(c) || is_bar(c) || is_slash(c) || matches!(c, ':' | '：' | '-' | '.')
    })
}

/// `text` with a space for each of its times.
pub(crate) fn without_times(text: &str) -> Cow<'_, str> {
    let found = spans(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in found {
        out.push_str(&text[at..span.start]);
        out.push(' ');
        at = span.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// Whether a text shows a time, be it one that only says how long ago: `2024-05-10`, `昨天 06:58`, `3小时前`; 昨天 alone opens a sentence as often.
pub(crate) fn shows(text: &str) -> bool {
    if !may_hold(text) {
        return false;
    }
    // Whatever is read without a day to count from is read with one too.
    let times = Scan::new(text, &any_day(), false).run(2);
    let told = times
        .iter()
        .any(|(_, time)| time.precision != Precision::Day);
    let dated = || {
        !Scan::new(text, &TimeContext::default(), false)
            .run(1)
            .is_empty()
    };
    !times.is_empty() && (told || dated())
}

/// Any day will do, to know where 昨天 stands.
fn any_day() -> TimeContext {
    TimeContext {
        now: DateTime::from_timestamp(1_700_000_000, 0).map(|day| day.fixed_offset()),
        ..TimeContext::default()
    }
}
