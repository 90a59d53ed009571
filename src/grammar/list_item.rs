//! What the texts of a list's items are: headlines, with marks, ranks and times off them; counters, controls, notes of advertising. Strings only.

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time::spans;

/// Marks set before a headline.
const BULLETS: &[char] = &[
    '←', '→', '«', '‹', '👉', '👈', '·', '•', '●', '■', '▪', '▸', '►', '-', ' ', '|', '◆',
    '\u{3000}', '．', '‧', '・', '◎', '○', '□', '▲', '★', '☆', '※', '›', '»',
];

/// Arrows behind the headline of a neighbour.
const ARROWS: [char; 5] = ['→', '»', '›', '⟩', '👈'];

/// What stands between a headline and its time.
const BETWEEN: [char; 7] = [' ', '\u{3000}', '-', '|', '｜', '·', '—'];

/// A text without the marks before it and the white space around it.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_start_matches(|c| BULLETS.contains(&c)).trim()
}

/// A headline in one line, and the time that stood before it: `2024/05/10 16:05城东公园今起开放`, `[05-10] 城东公园今起开放`.
pub(crate) fn headline(text: &str) -> (String, Option<&str>) {
    let text = trim(text);
    // `暴雨→` is how some outlets end a headline.
    let arrowless = text.trim_end_matches(ARROWS);
    let text = match arrowless.ends_with(char::is_whitespace) {
        true => arrowless.trim_end(),
        false => text,
    };
    let long = |rest: &&str| rest.chars().count() >= 4;
    let (time, rest) = if let Some(rest) = behind_time(text).filter(long) {
        (Some(text[..text.len() - rest.len()].trim()), rest)
    } else if let Some(rest) = before_time(text).filter(long) {
        (Some(text[rest.len()..].trim_start_matches(BETWEEN)), rest)
    } else {
        (None, text)
    };
    let mut out = String::with_capacity(rest.len());
    if !rest
        .bytes()
        .any(|b| matches!(b, b'\n' | b'\r' | b'\t' | b' '))
    {
        out.push_str(rest.trim_end());
        return (out, time);
    }
    for c in rest.chars() {
        // Of white space that breaks lines one blank is left; a wide blank parts the halves of a headline.
        if matches!(c, '\n' | '\r' | '\t' | ' ') {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    (out, time)
}

/// What follows a time in figures that a text begins with, in brackets or not.
fn behind_time(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['[', '【', '(', '（']).unwrap_or(text);
    if !inner.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end = spans::at_start(inner)?;
    let rest = inner[end..].trim_start_matches([']', '】', ')', '）', ' ', '\u{3000}']);
    is_in_figures(&inner[..end], inner.len() < text.len()).then_some(rest)
}

/// What stands before a time in figures that a text ends with, or before an age: `城东公园今起开放 2024-05-10 10:00`, `城東公園今起開放31分鐘前`.
fn before_time(text: &str) -> Option<&str> {
    let start = spans::at_end(text)?;
    let rest = text[..start].trim_end();
    let age = Facet::Ago.ends(text);
    // `橙橘科技2 2024-05-10`: a time of figures begins behind a blank.
    let apart = rest.len() < start && is_in_figures(&text[start..], false);
    let rest = rest.trim_end_matches(BETWEEN);
    (age || apart).then_some(rest)
}

/// Whether a time is a day in figures, with its year or its clock: a headline may well begin with 5月9日 or with 2024年. In brackets
/// the day needs neither.
fn is_in_figures(time: &str, bracketed: bool) -> bool {
    let groups = time.split(|c: char| !c.is_ascii_digit());
    let groups = groups.filter(|group| !group.is_empty()).count();
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' ');
    time.chars().all(figures) && (groups >= 3 || bracketed && groups == 2 && !time.contains(':'))
}

/// Bytes of a line that names who advertises.
const ADVERTISER_MAX: usize = 60;

/// Whether a line says that an item is advertised: `广告`, `橙橘乳业-PR`.
pub(crate) fn is_paid(line: &str) -> bool {
    let line = line.trim();
    let by = || {
        let (_, mark) = line.rsplit_once(['-', '－', '–', '|', '｜', '·', '•'])?;
        Some(mark.trim())
    };
    line.len() <= ADVERTISER_MAX
        && Facet::Paid.ends(line)
        && (Facet::Paid.is(line) || by().is_some_and(|mark| Facet::Paid.is(mark)))
}

/// Whether a line only counts, or tells a length or what is left: `12:30`, `已有2306人评价`, `剩餘時間: 0天8小時`.
pub(crate) fn is_counter(line: &str) -> bool {
    let mut rest = line.trim();
    if rest.len() > 60 || !rest.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    while let Some(c) = rest.chars().next() {
        if !c.is_alphabetic() {
            rest = &rest[c.len_utf8()..];
            continue;
        }
        match Facet::Counted.strip_start(rest) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    true
}

/// Whether the text of a link only leads on to what stands beside it: `【详细】`, `阅读全文>>`.
pub(crate) fn leads_on(text: &str) -> bool {
    // Nearly every other text is refused by its length or its first mark.
    let marks = ['【', '[', '［', '阅', '閱', '查', '继', '繼', 'R', 'r'];
    let short = text.len() <= LEADS_ON_MAX && text.trim_start().starts_with(marks);
    short && Facet::LeadsOn.is(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A summary without the control at its end: `园方说，步道免费。阅读全文>>`.
pub(crate) fn without_leading_on(summary: &str) -> &str {
    let text = summary.trim_end_matches(|c: char| !c.is_alphanumeric());
    let Some(rest) = Facet::LeadsOn.strip_end(text) else {
        return summary;
    };
    // 详细 may end a sentence; behind a mark, and before its like, it does not.
    let apart = rest.ends_with(|c: char| !c.is_alphanumeric());
    let rest = rest.trim_end_matches([' ', '\u{3000}', '\n', '[', '【', '(', '（', '［', '>', '|']);
    if apart && !rest.is_empty() {
        rest
    } else {
        summary
    }
}

/// Bytes of such a text.
const LEADS_ON_MAX: usize = 24;

/// Longer texts that begin like a control are headlines: 更多市民走进城东公园, 关于开放城东公园的通知.
const CONTROL_MAX: usize = 9;

/// Whether a text may be a headline: no control, no counter, and words in it.
pub(crate) fn is_headline(title: &str) -> bool {
    let letters = title.chars().filter(|c| c.is_alphabetic()).take(3).count();
    let short = title.chars().count() <= CONTROL_MAX;
    let leads_on = Facet::More.starts(title) || Facet::About.starts(title);
    let control = Facet::LinkControl.is(title) || short && leads_on;
    let no_headline =
        Facet::NoHeadlineStart.starts(title) || title.contains("ICP") || Facet::Feedback.is(title);
    letters >= 3 && !control && !is_counter(title) && !no_headline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advertised_and_leading_on() {
        for line in ["广告", "PR", "橙橘乳业-PR", "橙橘乳業 | 廣告"] {
            assert!(is_paid(line), "{line}");
        }
        for line in ["城东公园-本地", "PR值一百分的公园", "城东公园今起开放"] {
            assert!(!is_paid(line), "{line}");
        }
        for text in ["【详细】", "[詳情]", "阅读全文>>", "Read more"] {
            assert!(leads_on(text), "{text}");
        }
        assert!(!leads_on("详细了解城东公园"));
        for (summary, expected) in [
            ("园方说，步道免费。阅读全文>>", "园方说，步道免费。"),
            ("园方说，步道免费…… 【详细】", "园方说，步道免费……"),
            ("园方的介绍很详细", "园方的介绍很详细"),
            ("园方说，步道免费。", "园方说，步道免费。"),
        ] {
            assert_eq!(without_leading_on(summary), expected, "{summary}");
        }
    }

    #[test]
    fn headlines() {
        for (text, title, time) in [
            ("· 城东公园今起开放 ", "城东公园今起开放", None),
            ("← 城东公园今起开放", "城东公园今起开放", None),
            ("城东公园今起开放 →", "城东公园今起开放", None),
            ("城东公园今起开放→", "城东公园今起开放→", None),
            ("城东公园\n今起开放", "城东公园 今起开放", None),
            ("城東公園　今起開放", "城東公園　今起開放", None),
            (
                "2024/05/10 16:05城东公园今起开放",
                "城东公园今起开放",
                Some("2024/05/10 16:05"),
            ),
            (
                "[05-10] 城东公园今起开放",
                "城东公园今起开放",
                Some("[05-10]"),
            ),
            (
                "城東公園今起開放31分鐘前",
                "城東公園今起開放",
                Some("31分鐘前"),
            ),
            (
                "城东公园今起开放 2024-05-10 10:00",
                "城东公园今起开放",
                Some("2024-05-10 10:00"),
            ),
            ("城东公园3 2024-05-10", "城东公园3", Some("2024-05-10")),
            ("城东公园开放到 2024", "城东公园开放到 2024", None),
            ("2024年城东公园今起开放", "2024年城东公园今起开放", None),
            ("5.10城东公园今起开放", "5.10城东公园今起开放", None),
            ("2024-05-10", "2024-05-10", None),
            (
                "05-10 06:58 城东公园今起开放",
                "城东公园今起开放",
                Some("05-10 06:58"),
            ),
            ("城东公园开放2小时前", "城东公园开放", Some("2小时前")),
            (
                "城东公园今起开放 - 2周前",
                "城东公园今起开放",
                Some("2周前"),
            ),
            ("6:1大胜城西队", "6:1大胜城西队", None),
        ] {
            assert_eq!(headline(text), (title.to_string(), time), "{text}");
        }
    }

    #[test]
    fn counters() {
        for (line, expected) in [
            ("剩餘時間: 0天8小時", true),
            ("(已有2306人评价)", true),
            ("12:30", true),
            ("阅读 1.2万", true),
            ("3人被困电梯", false),
            ("城东公园", false),
            ("24小时", true),
        ] {
            assert_eq!(is_counter(line), expected, "{line}");
        }
    }

    #[test]
    fn no_headlines() {
        for (title, expected) in [
            ("城东公园今起开放", true),
            ("志愿，支援", true),
            ("查看更多", false),
            ("www.chengju.example", false),
            ("1 2 3 4", false),
            ("更多热门排行", false),
            ("关于橙橘网", false),
            ("4小时前", false),
        ] {
            assert_eq!(is_headline(title), expected, "{title}");
        }
    }
}
