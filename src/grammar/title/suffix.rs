//! What sites add to an article's title: their name, channels, the paper's name before it. Not where titles are found.

use crate::grammar::outlet;
use crate::grammar::title::key::{TITLE_MAX, compare_key};
use crate::text::{clean, start};

const SEPARATORS: &[&str] = &[
    "--", "——", "::", "_", "|", "｜", "丨", "-", "–", "—", "－", "«", "»", "<", "·",
];

/// Words that end the names of sites and channels.
const SITE_WORDS: &[&str] = &[
    "网",
    "網",
    "新闻",
    "新聞",
    "频道",
    "頻道",
    "在线",
    "在線",
    "报",
    "報",
    "中心",
    "客户端",
    "门户",
    "社区",
    "论坛",
    "周刊",
    "杂志",
    "日报",
    "晚报",
    "热线",
    "资讯",
    "資訊",
    "电视台",
    "广播",
    "博客",
    "号",
    "传媒",
    "國際",
    "国际",
    "财经",
    "财經",
    "体育",
    "科技",
    "娱乐",
    "社会",
    "要闻",
    "时政",
    "教育",
    "军事",
    "汽车",
    "房产",
    "健康",
    "文化",
    "旅游",
    "综合",
    "首页",
    "Online",
    "News",
    "news",
    ".com",
    ".cn",
    ".net",
    "APP",
    "台",
    "社",
    "NEWS",
    "即時",
    "生活",
    "港聞",
    "两岸",
    "國內",
    "滚动",
    "图片",
    "公司",
    "行业",
    "专题",
    "评论",
    "观点",
    "动态",
    "信息",
    "视频",
    "政府",
    "大学",
    "学院",
    "委员会",
    "部",
    "局",
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
        let channel = tail_chars <= 14 && SITE_WORDS.iter().any(|w| tail.ends_with(w));
        let empty = tail_chars == 0;
        // What stands behind `_` or a spaced dash is the site's, whatever it is called.
        let separator = &kept[head_end..];
        let apart = separator.starts_with('_') || separator.starts_with(" - ");
        let short = apart && tail_chars <= 8 && head_chars >= 10 && !is_said(tail);
        if head_chars >= 4 && (empty || named || short || channel && tail_chars < head_chars) {
            kept = head;
        } else {
            break;
        }
    }
    // Papers set their name before the headline: 城东日报-城东公园今起开放.
    if let Some((head, tail)) = split_first(kept)
        && (outlet::is_outlet(head.trim()) || is_paper(head.trim()))
        && head.chars().count() <= 10
        && tail.trim().chars().count() >= 6
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
    ["--", "_", "-", "|", "｜"]
        .iter()
        .filter_map(|s| title.find(s).map(|at| (at, s.len())))
        .min()
        .map(|(at, len)| (&title[..at], &title[at + len..]))
}

/// Splits at the last separator.
fn split_last(title: &str) -> Option<(&str, &str)> {
    SEPARATORS
        .iter()
        .filter_map(|s| title.rfind(s).map(|at| (at, s.len())))
        .max_by_key(|&(at, len)| (at + len, len))
        .map(|(at, len)| (&title[..at], &title[at + len..]))
}

/// Whether a name is that of a newspaper's pages on the web.
fn is_paper(name: &str) -> bool {
    ["电子版", "电子报", "数字报", "電子報", "数字报刊"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Whether a page's title is the site's name and nothing of the article.
pub(crate) fn names_site_only(title: &str) -> bool {
    let chars = title.chars().count();
    let mut parts = title.split(['_', '-', '|', '！', '!']).map(str::trim);
    let first = parts.next().unwrap_or(title);
    // Behind the paper's name may stand the headline: 城东日报数字报-城东公园今起开放.
    let alone = parts.next().is_none_or(|next| {
        outlet::is_outlet(next) || matches!(next, "" | "内容详情" | "详情" | "正文" | "首页")
    });
    chars < 8
        || alone && first.chars().count() <= 16 && is_paper(first)
        || chars <= 24 && outlet::is_outlet(title.trim())
        || chars <= 24
            && [
                "数字报",
                "电子版",
                "學會",
                "学会",
                "平台",
                "官网",
                "官方网站",
            ]
            .iter()
            .any(|w| title.contains(w))
}

#[cfg(test)]
mod tests {
    use super::strip_suffix;

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
            ("橙橘网", "橙橘网"),
            ("城东日报数字报-城东公园今起开放", "城东公园今起开放"),
            ("城东日报-城东公园今起开放", "城东公园今起开放"),
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
