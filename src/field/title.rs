//! The headline: the heading shown above the article, checked against `<title>`; site and channel suffixes cut. Not the subtitle.

use super::time::{self, TimeContext};
use super::{byline, label, source};
use crate::extract::{roots, values};
use crate::page::Page;
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::page::text::{clean, start};
use crate::rule::Template;
use crate::trace::{Origin, Tracer};

/// A headline and the element that shows it, if one does.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) node: Option<Ix>,
}

/// Finds the headline: the rule's, else the heading that `<title>` repeats, else `og:title`, JSON-LD, `<title>` without suffixes.
pub(crate) fn find(page: &Page, template: Option<&Template>, tracer: &mut Tracer) -> Headline {
    let dom = &page.dom;
    let mut found: Vec<(Origin, String, Option<Ix>)> = Vec::new();
    let names = site_names(page);
    for step in template.map_or(&[][..], |t| &t.title) {
        for hit in step.hits(page) {
            // What comes from a meta carries the suffixes of the site; what is shown does not.
            let text = if hit.node.is_some() {
                hit.text
            } else {
                strip_suffix(&hit.text, &names)
            };
            found.push((Origin::Rule(step.name.clone()), text, hit.node));
        }
    }
    let page_title = page.meta.title.as_deref().unwrap_or("");
    let og = page.meta("og:title").unwrap_or("");
    if let Some(ix) = shown_heading(dom, page_title, og, &names) {
        found.push((
            Origin::Generic("heading that the page's title repeats"),
            dom.text(ix).to_string(),
            Some(ix),
        ));
    }
    if let Some(headline) = page
        .linked_article()
        .and_then(|a| a.get("headline").or_else(|| a.get("title"))?.as_str())
    {
        found.push((
            Origin::JsonLd("headline".into()),
            strip_suffix(headline, &names),
            None,
        ));
    }
    if !og.is_empty() {
        found.push((
            Origin::Meta("og:title".into()),
            strip_suffix(og, &names),
            None,
        ));
    }
    if !page_title.is_empty() {
        found.push((
            Origin::Generic("title element"),
            strip_suffix(page_title, &names),
            None,
        ));
    }
    // A page whose title only names the site shows its headline in an element called so, or in the line above its text.
    let shown = found.iter().any(|f| f.2.is_some());
    if !shown
        && og.is_empty()
        && names_site_only(page_title)
        && let Some(ix) = named_title(dom, &names, page_title).or_else(|| line_above_prose(dom))
    {
        let at = found
            .iter()
            .position(|f| !matches!(f.0, Origin::Rule(_) | Origin::JsonLd(_)))
            .unwrap_or(found.len());
        let what = Origin::Generic("headline of a page whose title names the site");
        let ix = with_broken_lines(dom, ix);
        found.insert(at, (what, dom.text(ix).to_string(), Some(ix)));
    }
    if let Some(ix) = lone_heading(dom) {
        found.push((
            Origin::Generic("largest heading"),
            dom.text(ix).to_string(),
            Some(ix),
        ));
    }

    found.retain(|(origin, ..)| tracer.counts(origin));

    let mut node = None;
    let mut nodes = found.iter().map(|f| f.2).collect::<Vec<_>>().into_iter();
    let candidates = found.into_iter().map(|(origin, text, _)| (origin, text));
    let mut picked = false;
    let text = tracer.pick("title", candidates, |_, text| {
        let at = nodes.next().flatten();
        let text = accept(text)?;
        if !picked {
            picked = true;
            node = at;
        }
        Some(text)
    });
    // A title from elsewhere may still be shown by an element: it tells where the article starts.
    if node.is_none()
        && let Some(text) = &text
    {
        node = shown_line(dom, text);
    }
    Headline { text, node }
}

/// A headline's text: one line, 2 to 150 characters, no template left over.
fn accept(text: &str) -> Option<String> {
    let text = clean(&text.lines().collect::<Vec<_>>().join(" "));
    let chars = text.chars().count();
    let template = text.contains("{{") || text.contains("${") || text.contains("undefined");
    ((2..=150).contains(&chars) && !template).then(|| unescape(without_clock(without_info(text))))
}

/// What may hang behind a headline: the separator before a suffix that is gone.
const HANGING: [char; 6] = [' ', '-', '_', '|', '–', '｜'];

/// Some systems set the whole info line inside the heading: `城东公园今起开放 2024-05-10 06:58 来源：橙橘网 点击：1`.
fn without_info(mut text: String) -> String {
    if let Some((range, _)) = time::find_all(&text, &TimeContext::default()).first()
        && text[..range.start].ends_with(' ')
        && text[..range.start].chars().count() > 6
        && !label::scan(&text[range.end..]).is_empty()
    {
        text.truncate(text[..range.start].trim_end().len());
    }
    text
}

/// Some sites set the time behind the headline: `城东公园今起开放 (14:05)`, `城东公园今起开放 2024-05-10 06:58`.
fn without_clock(mut text: String) -> String {
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' ');
    let kept = text.trim_end_matches(is_time).len();
    let tail = &text[kept..];
    let dated = tail.starts_with(' ')
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
        if clock {
            text.truncate(open);
            text.truncate(text.trim_end().len());
        }
    }
    text
}

/// Entities escaped twice by the page's own template.
fn unescape(text: String) -> String {
    if !text.contains('&') {
        return text;
    }
    text.replace("&quot;", "\"")
        .replace("&ldquo;", "“")
        .replace("&rdquo;", "”")
        .replace("&middot;", "·")
        .replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Bytes of a title that are looked at: no title comes near it.
const TITLE_MAX: usize = 3000;

/// Letters and figures only: what two headlines are compared by.
pub(crate) fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two texts are the same headline, but for marks and white space.
pub(crate) fn same_headline(a: &str, b: &str) -> bool {
    if b.len() > a.len() * 2 + 30 {
        return false;
    }
    let (a, b) = (bare(a), bare(b));
    !a.is_empty() && a == b
}

/// The heading (h1 to h4, or an element named title) whose text `<title>` or `og:title` contains: the longest, then the first.
fn shown_heading(dom: &Dom, title: &str, og: &str, names: &[String]) -> Option<Ix> {
    let whole_title = title;
    let (title, og) = (bare(start(title, TITLE_MAX)), bare(start(og, TITLE_MAX)));
    let short_title = bare(&strip_suffix(whole_title, names));
    let names: Vec<String> = names.iter().map(|n| bare(n)).collect();
    let mut best: Option<(usize, Ix)> = None;
    let mut consider = |ix: Ix| {
        let text = dom.text(ix);
        if text.len() > 600 {
            return;
        }
        let own = bare(&without_clock(without_info(text.replace('\n', " "))));
        let chars = own.chars().count();
        let repeated = !title.is_empty() && (title.starts_with(&own) || title.contains(&own))
            || !og.is_empty() && og.contains(&own);
        // A page's title may be cut short: 「标题很长的一篇文…」.
        let cut = chars > 12 && !title.is_empty() && own.starts_with(prefix(&title, 12))
            // 护林员的一天 in the title, 护林员的一天：三十公里山路走了二十年 in the heading.
            || dom.tag(ix) == Tag::H1
                && short_title.chars().count() >= 5
                && own.starts_with(&short_title);
        if chars >= 4 && (repeated || cut) && !names.contains(&own) {
            // Of equal ones the first: sites repeat the headline below the article, for sharing and printing.
            if best.is_none_or(|(b, _)| chars > b) {
                best = Some((chars, ix));
            }
        }
    };
    for &ix in &dom.seen.headings {
        consider(ix);
    }
    if best.is_none() {
        // No heading element: a line that is the title, or one of the parts the title is made of.
        let mut longest: Option<(usize, Ix)> = None;
        for line in dom.lines() {
            if (5..=80).contains(&line.counts.chars) && line.counts.link_share() < 0.5 {
                let own = bare(dom.line_text(line));
                let chars = own.chars().count();
                let part = chars >= 5
                    && (own == og
                        || title.starts_with(&own)
                            && (chars >= WHOLE || own.len() * 10 >= title.len() * 4)
                        || title.ends_with(&own) && chars >= 6);
                if part
                    && longest.is_none_or(|(l, _)| chars > l)
                    && !names.iter().any(|n| bare(n) == own)
                {
                    longest = Some((chars, Ix(line.node)));
                }
            }
        }
        return longest.map(|(_, ix)| ix);
    }
    best.map(|(_, ix)| ix)
}

/// Whether a name is that of a newspaper's pages on the web.
fn is_paper(name: &str) -> bool {
    ["电子版", "电子报", "数字报", "電子報", "数字报刊"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// A line of so many letters with which the page's title starts is the headline; what follows there may be a list of keywords.
const WHOLE: usize = 12;

/// The first `n` characters.
pub(crate) fn prefix(text: &str, n: usize) -> &str {
    text.char_indices().nth(n).map_or(text, |(i, _)| &text[..i])
}

/// Whether a page's title is the site's name and nothing of the article.
fn names_site_only(title: &str) -> bool {
    let chars = title.chars().count();
    let mut parts = title.split(['_', '-', '|', '！', '!']).map(str::trim);
    let first = parts.next().unwrap_or(title);
    // Behind the paper's name may stand the headline: 城东日报数字报-城东公园今起开放.
    let alone = parts.next().is_none_or(|next| {
        source::is_outlet(next) || matches!(next, "" | "内容详情" | "详情" | "正文" | "首页")
    });
    chars < 8
        || alone && first.chars().count() <= 16 && is_paper(first)
        || chars <= 24 && source::is_outlet(title.trim())
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

/// The line above the page's text that reads like a headline: none of its lists, labels and times.
fn line_above_prose(dom: &Dom) -> Option<Ix> {
    let root = roots::find(dom, None, &mut Tracer::off())?;
    let lines = dom.lines();
    let start = lines.partition_point(|l| l.node < root.run.from.0);
    let first = (start..lines.len())
        .find(|&i| values::is_prose(&lines[i]) && lines[i].counts.chars > 40)?;
    lines[first.saturating_sub(12)..first]
        .iter()
        .rev()
        .find(|line| {
            let text = dom.line_text(line);
            (8..=60).contains(&line.counts.chars)
                && line.counts.link_share() < 0.3
                && !byline::is_credit_line(text)
                && label::scan(text).is_empty()
                && time::find(text, &TimeContext::default()).is_none()
                && !text.ends_with(['。', '：', ':'])
                && !text.contains(['>', '|', '/', '：', ':', '（'])
        })
        .map(|line| Ix(line.node))
}

/// The element around a headline that is set in lines: `江边新公园<br>今起全天开放`.
fn with_broken_lines(dom: &Dom, ix: Ix) -> Ix {
    let outer = match dom.tag(ix) {
        Tag::Text => dom.parent(ix),
        _ => None,
    };
    outer
        .filter(|&outer| {
            dom.counts(outer).chars <= 60
                && dom.text(outer).lines().count() <= 3
                && dom
                    .children(outer)
                    .all(|c| matches!(dom.tag(c), Tag::Text | Tag::Br))
        })
        .unwrap_or(ix)
}

/// The first element whose class or id calls it a title and whose text is one.
fn named_title(dom: &Dom, names: &[String], page_title: &str) -> Option<Ix> {
    dom.subtree(dom.body()).find(|&ix| {
        let counts = dom.counts(ix);
        dom.tag(ix) != Tag::Text
            && (8..=70).contains(&counts.chars)
            && counts.link_share() < 0.3
            && dom.attrs(ix).any(|(name, value)| {
                matches!(name, "class" | "id") && {
                    let value = value.to_ascii_lowercase();
                    ["title", "headline", "biaoti", "articletit"]
                        .iter()
                        .any(|w| value.contains(w))
                }
            })
            && {
                let text = dom.text(ix);
                !text.contains('\n')
                    && !same_headline(page_title, text)
                    && !names.iter().any(|n| same_headline(n, text))
            }
    })
}

/// The only `h1` of a page that has no usable title.
fn lone_heading(dom: &Dom) -> Option<Ix> {
    let good = |ix: &&Ix| {
        let chars = dom.counts(**ix).chars;
        (5..=100).contains(&chars)
    };
    let h1 = dom
        .seen
        .headings
        .iter()
        .filter(|ix| dom.tag(**ix) == Tag::H1)
        .find(good);
    // A sub-heading within the text is no headline.
    let prose = dom
        .lines()
        .iter()
        .find(|l| values::is_prose(l))
        .map_or(u32::MAX, |l| l.node);
    let above = |ix: &&Ix| ix.0 < prose && good(ix);
    h1.or_else(|| dom.seen.headings.iter().find(above)).copied()
}

/// The line that shows a title found elsewhere.
fn shown_line(dom: &Dom, title: &str) -> Option<Ix> {
    let title = bare(title);
    if title.chars().count() < 4 {
        return None;
    }
    let line = dom.lines().iter().find(|l| {
        let text = dom.line_text(l);
        text.len() < title.len() * 2 + 60 && bare(text) == title
    })?;
    Some(Ix(line.node))
}

/// What the site calls itself, in any of the places it may say so.
pub(crate) fn site_names(page: &Page) -> Vec<String> {
    let mut names: Vec<String> = [
        "og:site_name",
        "application-name",
        "sitename",
        "apple-mobile-web-app-title",
    ]
    .iter()
    .filter_map(|n| page.meta(n))
    .filter(|name| name.len() <= 300)
    .map(String::from)
    .collect();
    if let Some(url) = page.base.page()
        && let Some(host) = url.host_str()
    {
        names.extend(host.split('.').filter(|p| p.len() > 3).map(String::from));
    }
    names
}

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
    "頻道",
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
        let bare_tail = bare(tail);
        let named = names.iter().any(|n| {
            let n = bare(n);
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
        && (source::is_outlet(head.trim()) || is_paper(head.trim()))
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

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn headlines_of_pages() {
        let text =
            "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p>
            <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p>";
        let rows = [
            // The time stands in the heading.
            (
                "城东公园今起开放 - 绿地总动员",
                "<h1>城东公园今起开放 <span>2024-05-10 06:58</span></h1>",
                "城东公园今起开放",
            ),
            // The page's title is the paper's name, the headline is set in two lines.
            (
                "橙橘日报数字报刊平台",
                "<table><tr><td>城东新建三座公园<br>今天起全部开放</td></tr></table>",
                "城东新建三座公园 今天起全部开放",
            ),
            (
                "电子报_内容详情",
                "<h3 class=sub></h3><h2 class=news_title>城东公园今天上午正式开放</h2>",
                "城东公园今天上午正式开放",
            ),
            (
                "城东公园今起开放 - 城东网",
                "<h1>城东公园今起开放 <span>2024-05-10 06:58:00 来源：城东晚报 评论：0 点击：</span></h1>",
                "城东公园今起开放",
            ),
            (
                "城东公园的一天",
                "<h3>走进基层</h3><h1>城东公园的一天：三十公顷走了两万步</h1>",
                "城东公园的一天：三十公顷走了两万步",
            ),
            // Keywords behind the headline.
            (
                "城东公园今天上午正式向市民开放-公园,湖区,步道,水塔,铁轨,市民,免费,绿地,城东,改造",
                "<div>城东公园今天上午正式向市民开放</div>",
                "城东公园今天上午正式向市民开放",
            ),
        ];
        for (title, heading, expected) in rows {
            let html = format!("<title>{title}</title>{heading}<div class=content>{text}</div>");
            let article = crate::Article::parse(&html).unwrap();
            assert_eq!(article.metadata.title.as_deref(), Some(expected), "{title}");
        }
    }
}
