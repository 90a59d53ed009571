//! A headline's text without what stands in its element besides: info lines, times, separators, escapes. Not where it is found.

use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time;
use crate::grammar::time::TimeContext;
use crate::text::clean;

/// A headline's text: one line, 2 to 150 characters, no template left over.
pub(crate) fn accept(text: &str) -> Option<String> {
    let text = match text.contains('\n') {
        true => clean(&text.lines().collect::<Vec<_>>().join(" ")),
        false => clean(text),
    };
    let chars = text.chars().count();
    let template = text.contains("{{") || text.contains("${") || text.contains("undefined");
    let written = (2..=150).contains(&chars)
        && !template
        && !Facet::BlankTitle.is(&text)
        && !counts_comments(&text);
    written.then(|| unescape(without_clock(without_day(without_info(text)))))
}

/// The heading of comments, as blogs have it: `《城东公园今起开放》有4个想法`, `“城东公园今起开放”上的 2 条评论`.
fn counts_comments(text: &str) -> bool {
    let tail = text
        .rsplit_once(['》', '”', '」'])
        .map_or("", |(_, tail)| tail);
    let count = tail.trim_start_matches(['有', '上', '的', ' ']);
    text.starts_with(['《', '“', '「'])
        && count.len() <= 24
        && count.starts_with(|c: char| c.is_ascii_digit())
}

/// Some set the day before the headline: `2024-05-10 城东公园今起开放`.
fn without_day(text: String) -> String {
    match text.split_once(' ') {
        Some((day, headline))
            if day.len() >= 8
                && day
                    .bytes()
                    .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'))
                && headline.chars().filter(|c| c.is_alphabetic()).count() > 6
                && time::find(day, &TimeContext::default()).is_some() =>
        {
            headline.trim_start().to_string()
        }
        _ => text,
    }
}

/// What may hang behind a headline: the separator before a suffix that is gone.
const HANGING: [char; 6] = [' ', '-', '_', '|', '–', '｜'];

/// Some systems set the whole info line inside the heading: `城东公园今起开放 2024-05-10 06:58 来源：橙橘网 点击：1`.
pub(crate) fn without_info(mut text: String) -> String {
    if text.contains(' ')
        && let Some((range, _)) = time::find_all(&text, &TimeContext::default()).first()
        && text[..range.start].ends_with(' ')
        && text[..range.start].chars().count() > 6
        && !label::scan(&text[range.end..]).is_empty()
    {
        text.truncate(text[..range.start].trim_end().len());
    }
    text
}

/// Some sites set the time behind the headline: `城东公园今起开放 (14:05)`, `城东公园今起开放 2024-05-10 06:58`.
pub(crate) fn without_clock(mut text: String) -> String {
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' ');
    let kept = text.trim_end_matches(is_time).len();
    let tail = &text[kept..];
    // Glued to it, the day has its separators: 城东公园今起开放2024-05-10.
    let glued = tail.len() >= 10 && tail[..5].ends_with(['-', '/', '.']);
    let dated = (tail.starts_with(' ') || glued)
        && tail.chars().filter(char::is_ascii_digit).count() >= 7
        && time::find(tail, &TimeContext::default()).is_some();
    text.truncate(if dated { kept } else { text.len() });
    text.truncate(text.trim_end_matches(HANGING).len());
    if let Some(open) = text.rfind(['(', '（', '【', '['])
        && open > 0
    {
        let tail = text[open..].trim_matches(['(', '（', '【', '[', ')', '）', '】', ']', ' ']);
        let clock = tail.len() <= 8
            && tail.contains([':', '：'])
            && tail
                .chars()
                .all(|c| c.is_ascii_digit() || c == ':' || c == '：');
        // The day, as notices of offices have it, and the page of a series: (2024-05-10), (1/9).
        let dated = tail.len() >= 8
            && tail.trim_end_matches(is_time).is_empty()
            && time::find(tail, &TimeContext::default()).is_some();
        let page = tail.split_once('/').is_some_and(|(at, all)| {
            let number = |n: &str| n.len() <= 2 && n.parse::<u8>().is_ok_and(|n| n > 0);
            number(at) && number(all) && text[open..].starts_with(['(', '（'])
        });
        if clock || dated || page {
            text.truncate(open);
            text.truncate(text.trim_end().len());
        }
    }
    text
}

/// Entities escaped twice by the page's own template.
pub(crate) fn unescape(text: String) -> String {
    if !text.contains('&') {
        return text;
    }
    text.replace("&quot;", "\"")
        .replace("&ldquo;", "“")
        .replace("&rdquo;", "”")
        .replace("&mdash;", "—")
        .replace("&hellip;", "…")
        .replace("&middot;", "·")
        .replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
