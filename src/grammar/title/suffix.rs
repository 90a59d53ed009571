//! What sites add to an article's title: their name, channels, the paper's name before it. Not where titles are found.

use memchr::memrchr_iter;

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::outlet;
use crate::grammar::title::key::{TITLE_MAX, compare_key};
use crate::text::{clean, start};

const SEPARATORS: &[&str] = &[
    "--", "——", "::", "_", "|", "｜", "丨", "-", "–", "—", "－", "«", "»", "<", "·",
];

/// A title without what the site adds: `城东公园今起开放_本地新闻_橙橘网` reads `城东公园今起开放`.
///
/// A part after a separator goes if it names the site or ends as sites and channels do, and is shorter than what stays.
pub(crate) fn strip_suffix(title: &str, names: &[String]) -> String {
    let title = clean(start(title, TITLE_MAX));
    let mut kept = title.as_str();
    while let Some((head, tail)) = split_last(kept) {
        let head_end = head.trim_end().len();
        let (head, tail) = (head.trim(), tail.trim());
        let tail_chars = tail.chars().count();
        let head_chars = head.chars().count();
        let bare_tail = compare_key(tail);
        let named = names.iter().any(|n| {
            let n = compare_key(n);
            !n.is_empty()
                && (n == bare_tail || (n.chars().count() >= 2 && bare_tail.starts_with(&n)))
        });
        // 橙橘网(chengju.example)
        let bare =
            tail.split_once(['(', '（']).map_or(
                tail,
                |(name, rest)| if rest.is_ascii() { name } else { tail },
            );
        let channel = bare.chars().count() <= 14 && Facet::SiteEnd.ends(bare.trim_end());
        let empty = tail_chars == 0;
        // What stands behind `_` or a spaced dash is the site's, whatever it is called.
        let separator = &kept[head_end..];
        let apart = separator.starts_with('_') || separator.starts_with(" - ");
        // Behind a channel's name there are more of them, also where the headline is short: 公园开放__商贸_产业资讯_橙橘网.
        let long = head_chars >= 10 || kept.len() < title.len() && head_chars >= 5;
        let short = apart && tail_chars <= 8 && long && !is_said(tail);
        if head_chars >= 4
            && (empty || named || short || channel && bare.chars().count() < head_chars)
        {
            kept = head;
        } else {
            break;
        }
    }
    // Papers set their name before the headline: 城东日报-城东公园今起开放.
    if let Some((head, tail)) = split_first(kept)
        && (outlet::is_outlet(head.trim()) || is_paper(head.trim()) || is_office(head.trim()))
        && head.chars().count() <= 10
        && tail.trim().chars().count() >= 6
        && !is_name(tail)
    {
        kept = tail;
    }
    kept.trim().to_string()
}

/// Whether a part of a title says something, and is no name: it has marks or figures.
fn is_said(part: &str) -> bool {
    part.contains(|c: char| !c.is_alphabetic())
}

/// Splits at the first separator that stands for nothing else.
fn split_first(title: &str) -> Option<(&str, &str)> {
    title.split_once(['_', '-', '|', '｜'])
}

/// Splits at the last separator.
fn split_last(title: &str) -> Option<(&str, &str)> {
    SEPARATORS
        .iter()
        .filter_map(|s| last(title, s).map(|at| (at, s.len())))
        .max_by_key(|&(at, len)| (at + len, len))
        .map(|(at, len)| (&title[..at], &title[at + len..]))
}

/// Whether a name is that of an authority: 城东区人民政府.
fn is_office(name: &str) -> bool {
    Facet::AuthorityEnd.ends(name)
}

/// Where a separator stands last; it is not empty.
fn last(title: &str, separator: &str) -> Option<usize> {
    let (title, separator) = (title.as_bytes(), separator.as_bytes());
    memrchr_iter(separator[0], title).find(|&at| title[at..].starts_with(separator))
}

/// Whether a name is that of a newspaper's pages on the web.
fn is_paper(name: &str) -> bool {
    Facet::PaperEnd.ends(name)
}

/// Whether a page's title is the site's name and nothing of the article.
fn names_site_only(title: &str) -> bool {
    let chars = title.chars().count();
    let mut parts = title.split(['_', '-', '|', '！', '!']).map(str::trim);
    let first = parts.next().unwrap_or(title);
    // Behind the paper's name may stand the headline: 城东日报数字报-城东公园今起开放.
    let alone = parts
        .next()
        .is_none_or(|next| next.is_empty() || outlet::is_outlet(next) || Facet::PageWord.is(next));
    alone && first.chars().count() <= 16 && is_paper(first)
        || chars <= 24 && !title.contains(['_', '-', '|', ' ']) && outlet::is_outlet(title.trim())
        || chars <= 24 && Facet::SiteSort.within(title)
}

/// Whether a title or heading only names a site, an office or a channel: 橙橘网_(新闻), 城东区人民政府, 首页 - 新闻动态.
pub(crate) fn is_name(title: &str) -> bool {
    names_site_only(title)
        || title.chars().count() <= 40
            && title
                .split(['_', '-', '|', '｜', '–', '—', '>', '»', '·', ' '])
                .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
                .all(is_name_part)
}

fn is_name_part(part: &str) -> bool {
    let chars = part.chars().count();
    let plain = !part.contains(|c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '，' | '。' | '！' | '？' | '：' | '；' | '、' | '“' | '”' | '《' | '》'
            )
    });
    plain
        && (chars == 0
            || chars <= 6 && Facet::ChannelWord.within(part)
            || chars <= 18 && (Facet::OfficeEnd.ends(part) || outlet::is_outlet(part)))
}

#[cfg(test)]
mod tests {
    use super::{is_name, strip_suffix};

    #[test]
    fn names_of_sites_and_offices() {
        let rows = [
            ("橙橘网_(新闻)", true),
            ("城东区人民政府", true),
            ("首页 - 新闻动态", true),
            ("城东区重大项目建设指挥办公室", true),
            ("城东公园今天上午正式开放", false),
            ("城东区政府：公园今起全天开放", false),
            ("城东公园今起开放_橙橘网", false),
        ];
        for (title, expected) in rows {
            assert_eq!(is_name(title), expected, "{title}");
        }
    }

    #[test]
    fn suffixes() {
        let names = vec!["橙橘网".to_string()];
        let rows = [
            ("城东公园今起开放_本地新闻_橙橘网", "城东公园今起开放"),
            ("城东公园今起开放--橙橘网", "城东公园今起开放"),
            ("城东公园今起开放 - 橙橘网", "城东公园今起开放"),
            (
                "城东公园今起开放|市民：盼了三年",
                "城东公园今起开放|市民：盼了三年",
            ),
            ("一图读懂｜城东公园怎么逛", "一图读懂｜城东公园怎么逛"),
            (
                "G20-城东公园国际论坛开幕_新闻频道_城东在线",
                "G20-城东公园国际论坛开幕",
            ),
            ("城东公园开放__商贸_产业资讯_橙橘网", "城东公园开放"),
            (
                "城东小学有了天文社_新闻频道_橙丝网(chengsi.example)",
                "城东小学有了天文社",
            ),
            ("橙橘网", "橙橘网"),
            ("城东日报数字报-城东公园今起开放", "城东公园今起开放"),
            ("城东日报-城东公园今起开放", "城东公园今起开放"),
            ("城东区人民政府- 城东公园开放方案", "城东公园开放方案"),
            ("公园报告-三年建成记", "公园报告-三年建成记"),
            (
                "城东公园今天上午正式开放 - 橙丝路",
                "城东公园今天上午正式开放",
            ),
            (
                "城东公园今天上午正式开放 - 附地图1",
                "城东公园今天上午正式开放 - 附地图1",
            ),
        ];
        for (title, expected) in rows {
            assert_eq!(strip_suffix(title, &names), expected, "{title}");
        }
    }
}
