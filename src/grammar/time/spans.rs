//! Where dates and clocks stand among other words, such as names. Not what they mean.

use crate::grammar::lexicon::{is_bar, is_slash, is_space};
use crate::grammar::time::token::is_han_number;

/// Where the first date or clock in `text` starts.
pub(crate) fn time_at(text: &str) -> Option<usize> {
    text.char_indices()
        .find(|&(at, c)| {
            is_digit(c) && starts_with_time(&text[at..])
                || is_han_number(c) && starts_with_han_year(&text[at..])
        })
        .map(|(at, _)| at)
}

/// `二〇二四年五月十日`: four figures and 年.
fn starts_with_han_year(text: &str) -> bool {
    let mut chars = text.chars();
    chars.by_ref().take(4).filter(|&c| is_han_number(c)).count() == 4 && chars.next() == Some('年')
}

/// Whether a text starts with what dates and clocks are known by: `2024-0`, `10:23`, `5月9日`, `9日`, `10.5.2024`, `05-10`.
fn starts_with_time(text: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(|&c| is_digit(c)).count();
    let behind = |n: usize| text.char_indices().nth(n).map_or("", |(at, _)| &text[at..]);
    let n = digits(text);
    if n >= 4 && text.starts_with(['1', '2']) {
        let rest = behind(4).trim_start();
        return rest
            .strip_prefix(['-', '/', '.', '年', '|'])
            .is_some_and(|rest| rest.trim_start().starts_with(is_digit));
    }
    if !(1..=2).contains(&n) {
        return false;
    }
    let rest = behind(n);
    if let Some(minutes) = rest.strip_prefix([':', '：']) {
        return digits(minutes) >= 2;
    }
    if let Some(day) = rest.strip_prefix('月') {
        let day = day.trim_start();
        return (1..=2).contains(&digits(day))
            && day.trim_start_matches(is_digit).starts_with('日');
    }
    if rest.starts_with('日') {
        return true;
    }
    // `10.5.2024`, `10/05/2024`
    for mark in ['.', '/'] {
        if let Some(month) = rest.strip_prefix(mark)
            && (1..=2).contains(&digits(month))
            && let Some(year) = month.trim_start_matches(is_digit).strip_prefix(mark)
            && digits(year) == 4
        {
            return true;
        }
    }
    // `05-10`, but not a number in the middle of a word.
    let month = n == 1 || text.starts_with(['0', '1']);
    rest.strip_prefix('-').is_some_and(|day| {
        let behind = day.trim_start_matches(is_digit);
        month
            && (1..=2).contains(&digits(day))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

/// What follows a written time that `text` starts with: its figures, marks and units are gone, the name behind them is whole.
/// `06:58 时代周报` gives `时代周报`, for 时 counts a figure only where it stands right behind one.
pub(crate) fn behind_time(text: &str) -> &str {
    let mut before = ' ';
    let mut clock = false;
    // The numerals of a date in Chinese are letters that names have too: only such a date may go on with them.
    let han = text.starts_with(is_han_number) && starts_with_han_year(text);
    let end = text.char_indices().find(|&(_, c)| {
        let unit = matches!(c, '年' | '月' | '日' | '时' | '時' | '分' | '秒');
        let part = c.is_numeric()
            || han && is_han_number(c)
            || is_space(c)
            || is_bar(c)
            || is_slash(c)
            || matches!(c, ':' | '：' | '-' | '.')
            || unit && (before.is_numeric() || han && is_han_number(before)) && !clock;
        clock |= matches!(c, ':' | '：') && before.is_numeric();
        before = c;
        !part
    });
    end.map_or("", |(at, _)| &text[at..])
}

/// `text` without the dates and clocks in it.
pub(crate) fn without_times(text: &str) -> String {
    if !text.contains(|c: char| is_digit(c) || is_han_number(c)) {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = time_at(rest) {
        out.push_str(&rest[..start]);
        out.push(' ');
        rest = behind_time(&rest[start..]);
    }
    out.push_str(rest);
    out
}

pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}
