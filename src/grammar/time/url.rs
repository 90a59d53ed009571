//! The day named in the path of a URL. Not times in text.

use chrono::NaiveDate;

use crate::grammar::time::dated::day;

/// A run of digits in the path.
struct Run<'a> {
    digits: &'a str,
    /// The character before and after; `/` at the ends.
    before: char,
    after: char,
}

impl Run<'_> {
    fn number(&self, from: usize, to: usize) -> Option<u32> {
        self.digits.get(from..to)?.parse().ok()
    }

    /// The digits from `from` on as yyyymmdd.
    fn ymd(&self) -> Option<NaiveDate> {
        date(self.number(0, 4)?, self.number(4, 6)?, self.number(6, 8)?)
    }
}

fn date(year: u32, month: u32, date: u32) -> Option<NaiveDate> {
    day(i32::try_from(year).ok()?, month, date)
}

/// The day named in a URL path: `/2024-05-13/`, `/2024/0513/`, `/202405/13/`, `t20240513_123.html`, `/24/0513/09/`.
///
/// The most explicit form wins, whatever its place. A number that could be an id is read only if all of it fits.
pub(crate) fn date_in_url(url: &str) -> Option<NaiveDate> {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => match path.strip_prefix("//") {
            Some(rest) => rest.split_once('/').map_or("", |(_, path)| path),
            None => path,
        },
    };
    let runs = runs(path);
    separated(&runs)
        .or_else(|| {
            runs.iter()
                .filter(|r| r.digits.len() == 8)
                .find_map(Run::ymd)
        })
        .or_else(|| two_digit_year(&runs))
        .or_else(|| runs.iter().find_map(prefixed))
}

fn runs(path: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = path;
    let mut before = '/';
    // `%20240513` has an escape before its digits.
    let escape = |c: char, tail: &str| {
        c == '%' && tail.len() >= 2 && tail.bytes().take(2).all(|byte| byte.is_ascii_hexdigit())
    };
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        before = rest
            .get(..start)
            .and_then(|skipped| skipped.chars().next_back())
            .unwrap_or(before);
        let mut tail = rest.get(start..).unwrap_or("");
        if escape(before, tail) {
            tail = tail.get(2..).unwrap_or("");
            before = '/';
        }
        let len = tail
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(tail.len());
        let (digits, tail) = tail.split_at(len);
        let mut chars = tail.chars();
        let after = chars.next().unwrap_or('/');
        runs.push(Run {
            digits,
            before,
            after,
        });
        before = after;
        rest = chars.as_str();
    }
    runs
}

/// Year, month and day with marks between, in two or three parts.
fn separated(runs: &[Run<'_>]) -> Option<NaiveDate> {
    for (i, first) in runs.iter().enumerate() {
        // Runs joined by one mark alone follow each other in the list.
        let joined = |k: usize| {
            let (a, b) = (runs.get(i + k)?, runs.get(i + k + 1)?);
            ("-/_.".contains(a.after) && a.after == b.before).then_some(b)
        };
        if !"/-_.".contains(first.before) && !first.before.is_ascii_alphabetic() {
            continue;
        }
        let Some(second) = joined(0) else { continue };
        let found = match (first.digits.len(), second.digits.len()) {
            (4, 4) => second
                .number(0, 2)
                .zip(second.number(2, 4))
                .zip(first.number(0, 4))
                .and_then(|((m, d), y)| date(y, m, d)),
            (6, 2) => first
                .number(0, 4)
                .zip(first.number(4, 6))
                .zip(second.number(0, 2))
                .and_then(|((y, m), d)| date(y, m, d)),
            (4, 1 | 2) => joined(1)
                .filter(|third| third.digits.len() <= 2)
                .and_then(|third| {
                    date(
                        first.digits.parse().ok()?,
                        second.digits.parse().ok()?,
                        third.digits.parse().ok()?,
                    )
                }),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// `/24/0513/09/`: year, month and day, hour.
fn two_digit_year(runs: &[Run<'_>]) -> Option<NaiveDate> {
    runs.windows(3).find_map(|three| {
        let [year, month_day, hour] = three else {
            return None;
        };
        let slashed = [year, month_day, hour].iter().all(|r| r.before == '/')
            && [year, month_day, hour].iter().all(|r| r.after == '/');
        if !slashed || year.digits.len() != 2 || month_day.digits.len() != 4 {
            return None;
        }
        if hour.digits.len() != 2 || hour.number(0, 2)? > 23 {
            return None;
        }
        date(
            2000 + year.number(0, 2)?,
            month_day.number(0, 2)?,
            month_day.number(2, 4)?,
        )
    })
}

/// A long number that begins with a day, and is likely made from it: `202405130916123`, `240513091604123`.
fn prefixed(run: &Run<'_>) -> Option<NaiveDate> {
    let len = run.digits.len();
    if (9..=24).contains(&len)
        && (2000..2040).contains(&run.number(0, 4)?)
        && let Some(date) = run.ymd()
    {
        return Some(date);
    }
    if len != 12 && len != 15 {
        return None;
    }
    let clock = run.number(6, 8)? < 24 && run.number(8, 10)? < 60 && run.number(10, 12)? < 60;
    if !clock || run.number(0, 2)? > 39 {
        return None;
    }
    date(
        2000 + run.number(0, 2)?,
        run.number(2, 4)?,
        run.number(4, 6)?,
    )
}
