//! Names without a label that stand beside the article's time: the outlet, the account, the writer. Where they stand; values are `byline`'s and `outlet`'s.
//!
//! `2024-05-10 06:58 · 橙橘报道` has neither label nor telling class. What tells a name from the channel and from the page's controls:
//! it is a text of its own right beside the time, and the page does not link it as a channel; accounts are linked as users.

use crate::content::labelled::{LabelledValue, Region};
use crate::field::context::Context;
use crate::field::tuning::adjacent::{
    CHANNEL_MAX, CHANNEL_MIN, DIGITS_MAX, FOLLOW_MAX, LINES, MAX, TEXTS_MAX, TIME_LINE_MAX,
};
use crate::grammar::boilerplate;
use crate::grammar::label::{self, Label};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::names::is_person;
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::time::TimeContext;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::Line;

/// What stands between names in one text.
const BARS: [char; 3] = ['|', '｜', '丨'];

/// A text beside the time.
#[derive(Debug, Clone)]
pub(super) struct AdjacentText {
    pub(super) text: String,
    /// The text node it stands in.
    pub(super) node: NodeId,
    /// Whether it stands in the time's own line.
    pub(super) same_line: bool,
    /// Whether it is all that stands between headline and time.
    pub(super) alone: bool,
    /// Whether the page links it as a user, an author or an account.
    pub(super) user: bool,
    /// Whether a control to follow it stands right behind it, or words that say it is an account: also an outlet may have one.
    pub(super) followed: bool,
    /// Whether the account stands behind it: 原创 张三 橙橘社 昨天. Or the page links it as one of the site's writers.
    pub(super) writer: bool,
}

/// Texts beside the first time between headline and body, the nearest first. No channels, no links to lists.
pub(super) fn texts(cx: &Context<'_>) -> Vec<AdjacentText> {
    let mut out = followed(cx);
    out.extend(beside_time(cx));
    out
}

/// Whether a name stands below the headline in a line with the article's time, as a word of its own: `2024年05月10日06:58 橙橘科技 我有话说(12)`.
pub(super) fn is_beside_time(cx: &Context<'_>, name: &str) -> bool {
    let dom = cx.dom();
    let headline = cx.layout.headline();
    let below = cx.layout.info().filter(|&i| headline.is_none_or(|h| i > h));
    let lines = below.filter_map(|i| dom.lines().get(i));
    lines
        .filter(|l| l.counts.chars <= TIME_LINE_MAX)
        .any(|line| {
            let text = dom.line_text(line);
            let whole = text.match_indices(name).any(|(at, _)| {
                let (before, behind) = (&text[..at], &text[at + name.len()..]);
                let letter = |c: char| c.is_alphabetic();
                !before.ends_with(letter) && !behind.starts_with(letter)
            });
            whole && time::find(text, &cx.times).is_some()
        })
}

/// Names of accounts: lines of their own between headline and body with a control to follow them below, or a picture of theirs above and
/// the time below.
fn followed(cx: &Context<'_>) -> Vec<AdjacentText> {
    let dom = cx.dom();
    let Some(headline) = cx.layout.headline() else {
        return Vec::new();
    };
    let is_text = dom.is_text();
    let info = cx.layout.info().filter(|&i| i > headline);
    info.filter_map(|i| dom.lines().get(i).map(|line| (i, dom.line_text(line))))
        .filter(|&(i, name)| {
            (if is_text { 2 } else { 3 }..=MAX).contains(&name.chars().count())
                && (is_text && is_followed(dom, i, name)
                    || !is_text
                        && i == headline + 1
                        && (is_followed_below(dom, i) || is_pictured(cx, i, headline))
                        && !is_no_name(name)
                        && linked_as(cx, name, NodeId(dom.lines()[i].node)) != Linked::Channel)
                && label::by_name(name).is_none()
                && boilerplate::act(name).is_none()
        })
        .map(|(i, name)| AdjacentText {
            text: name.to_string(),
            node: NodeId(dom.lines()[i].node),
            same_line: false,
            alone: false,
            user: true,
            followed: is_text,
            writer: false,
        })
        .collect()
}

/// Whether the line below is nothing but a control to follow an account, or the one below what the account says of itself.
fn is_followed_below(dom: &Dom, line: usize) -> bool {
    let follows = |line: usize| {
        dom.lines().get(line).is_some_and(|next| {
            let text = dom.line_text(next);
            let blank = |c: char| c.is_whitespace() || c == '\u{200b}';
            next.counts.chars <= FOLLOW_MAX && Facet::FollowControl.is(text.trim_matches(blank))
        })
    };
    let next = dom.lines().get(line + 1);
    follows(line + 1)
        || follows(line + 2) && next.is_some_and(|next| next.counts.chars as usize <= MAX)
}

/// Whether a line stands alone between headline and time, and a picture before its name: an account's face.
fn is_pictured(cx: &Context<'_>, line: usize, headline: usize) -> bool {
    let dom = cx.dom();
    let lines = dom.lines();
    let Some(next) = lines.get(line + 1) else {
        return false;
    };
    let (from, to) = (lines[headline].node, lines[line].node);
    let between = dom
        .seen
        .images
        .iter()
        .filter(|image| (from..to).contains(&image.0));
    next.counts.chars <= TIME_LINE_MAX
        && between.count() == 1
        && !label::has_function_words(dom.line_text(&lines[line]))
        // 2024-05-10 and 06:58 in elements of their own are glued in the line.
        && text_nodes(dom, line + 1)
            .iter()
            .any(|&node| !time::spans(dom.text(node)).is_empty())
}

fn beside_time(cx: &Context<'_>) -> Vec<AdjacentText> {
    let dom = cx.dom();
    let lines = dom.lines();
    let headline = cx.layout.headline();
    let info = cx.layout.info();
    let below = info.clone().filter(|&i| headline.is_none_or(|h| i > h));
    let above = info.filter(|&i| headline.is_some_and(|h| i < h));
    let timed = |l: &Line| {
        let text = dom.line_text(l);
        time::find(text, &cx.times).is_some()
            || time::spans::shows(text)
            // A day without its year, which names stand beside all the same.
            || dom.is_text() && !time::spans(text).is_empty()
    };
    let Some(at) = below.chain(above).find(|&i| {
        lines
            .get(i)
            .is_some_and(|l| l.counts.chars <= TIME_LINE_MAX && timed(l))
    }) else {
        return Vec::new();
    };
    let around = (1..=LINES).flat_map(|d| [at.checked_sub(d), Some(at + d)]);
    let mut out = Vec::new();
    if dom.is_text() {
        out.extend(signed(dom, at));
        // 橙橘時報 and 張三 in lines of their own.
        let below = |d: usize| lines.get(at + d).map_or("", |l| dom.line_text(l));
        if below(1).chars().count() <= MAX && is_person(below(2)) {
            out.push(AdjacentText {
                text: below(2).to_string(),
                node: NodeId(lines[at + 2].node),
                same_line: false,
                alone: false,
                user: false,
                followed: false,
                writer: true,
            });
        }
    }
    for (n, i) in [Some(at)].into_iter().chain(around).enumerate() {
        let Some(i) = i.filter(|&i| headline != Some(i) && i < lines.len()) else {
            continue;
        };
        if n > 0 && lines[i].counts.chars as usize > MAX {
            continue;
        }
        if cx.layout.body().contains(&i) && n > 0 {
            continue;
        }
        // 橙橘網 > 社會 2024年05月10日
        if dom.is_text() && dom.line_text(&lines[i]).contains(['>', '＞', '›']) {
            continue;
        }
        let nodes = text_nodes(dom, i);
        // `来源：文学副刊 | 张三`: a bar parts what elements do elsewhere.
        // 橙橘网 · 张三 | 2024-05-10
        let texts = nodes.iter().flat_map(|&node| {
            let parts = dom
                .text(node)
                .split(BARS)
                .flat_map(|text| text.split(" · "));
            parts.map(move |text| (node, text))
        });
        for (node, text) in texts.take(TEXTS_MAX) {
            let text = match dom.is_text() {
                true => first_name(without_time(text, cx)),
                false => without_time(text, cx),
            };
            let followed = dom.is_text() && is_followed(dom, i, text);
            let chars = text.chars().count();
            if !(2..=MAX).contains(&chars) || is_no_name(text) {
                continue;
            }
            // What stands behind a label is that label's.
            let near = |s: &&LabelledValue| !dom.is_text() || s.region != Region::Other;
            let said = cx.said.iter().filter(near).any(|s| match s.label {
                Label::Source => s.value.split(BARS).next().is_some_and(|v| v.contains(text)),
                _ => s.value.contains(text),
            });
            if said {
                continue;
            }
            let linked = match dom.is_text() {
                true if followed => Linked::User,
                true => repeated_as(dom, text, i),
                false => linked_as(cx, text, node),
            };
            match linked {
                Linked::Channel => {}
                linked => out.push(AdjacentText {
                    text: text.to_string(),
                    node,
                    same_line: n == 0,
                    alone: i + 1 == at
                        && headline.is_some_and(|h| h + 1 == i)
                        && dom.line_text(&lines[i]).trim() == text
                        // A heading there names a list.
                        && dom.ancestors(node).take(3).all(|ix| dom.tag(ix).heading_level().is_none()),
                    user: linked == Linked::User
                        || dom.is_text() && is_account(cx, text, i, at, headline),
                    followed: followed || dom.is_text() && linked == Linked::User,
                    writer: linked == Linked::Writer,
                }),
            }
        }
    }
    out
}

/// Whether a text without label is the account or writer an article is by: alone between headline and time, or before the time in its
/// line. What stands behind the time is the outlet or a channel.
fn is_account(
    cx: &Context<'_>,
    name: &str,
    line: usize,
    time: usize,
    headline: Option<usize>,
) -> bool {
    let dom = cx.dom();
    let text = dom.line_text(&dom.lines()[line]);
    if line != time {
        return line + 1 == time && headline.is_some_and(|h| h + 1 == line) && text == name;
    }
    let found = time::spans(text);
    found
        .first()
        .is_some_and(|range| text.find(name).is_some_and(|at| at < range.start))
}

/// Writer and account behind 原创 in the time's line: `原创 张三 橙橘社 昨天`.
fn signed(dom: &Dom, line: usize) -> Vec<AdjacentText> {
    let text = dom.line_text(&dom.lines()[line]);
    let end = time::spans(text).first().map_or(0, |place| place.start);
    let words: Vec<&str> = text[..end].split_whitespace().collect();
    let [mark, writer, account] = words[..] else {
        return Vec::new();
    };
    if !Facet::OriginalMark.is(mark) {
        return Vec::new();
    }
    let named = |text: &str, writer| AdjacentText {
        text: text.to_string(),
        node: NodeId(dom.lines()[line].node),
        same_line: true,
        alone: false,
        user: true,
        followed: false,
        writer,
    };
    vec![named(writer, true), named(account, false)]
}

/// Whether a control to follow it stands behind a name, in its line or the next: accounts have one.
fn is_followed(dom: &Dom, line: usize, name: &str) -> bool {
    let lines = dom.lines();
    let own = dom.line_text(&lines[line]);
    let behind = own.find(name).map_or("", |at| &own[at + name.len()..]);
    let next = |i: usize| lines.get(i).map_or("", |l| dom.line_text(l));
    own == name && Facet::FollowControl.is(next(line + 1))
        || Facet::OfficialAccount.starts(behind)
        || Facet::OfficialAccount.within(next(line + 1))
}

/// What other lines of a text say of a name: a word of the menu above the headline, or one that stands beside other articles too, is a channel.
fn repeated_as(dom: &Dom, name: &str, line: usize) -> Linked {
    let lines = dom.lines().iter().enumerate();
    let found = lines
        .filter(|&(i, l)| {
            l.counts.chars as usize <= MAX && i.abs_diff(line) > 1 && dom.line_text(l) == name
        })
        .map(|(i, _)| i);
    let (mut above, mut all) = (0, 0);
    for i in found {
        if is_followed(dom, i, name) {
            return Linked::User;
        }
        all += 1;
        above += usize::from(i < line);
    }
    let short = name.chars().count() <= CHANNEL_MAX;
    match short && (above > 0 || all >= 2) || all >= CHANNEL_MIN {
        true => Linked::Channel,
        false => Linked::Not,
    }
}

/// The first of several words beside a time in a line of text: controls and counters follow. 原创 is a remark. A name with its host is
/// the site's.
fn first_name(text: &str) -> &str {
    let text = Facet::OriginalMark
        .strip_start(text)
        .unwrap_or(text)
        .trim_start();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '·' | '|'));
    let text = outlet::without_controls(text);
    if text.contains("www.") || text.contains("://") {
        return "";
    }
    match text.chars().count() > MAX {
        true => text.split_whitespace().next().unwrap_or(text),
        false => text,
    }
}

/// The text nodes of a line.
fn text_nodes(dom: &Dom, line: usize) -> Vec<NodeId> {
    let lines = dom.lines();
    let from = lines[line].node;
    let to = lines
        .get(line + 1)
        .map_or(from + 60, |l| l.node)
        .min(from + 60);
    (from..to.min(dom.len() as u32))
        .map(NodeId)
        .filter(|&ix| dom.tag(ix) == Tag::Text && dom.counts(ix).chars > 0 && !dom.is_hidden(ix))
        .collect()
}

/// `2019-09-05 11:10 橙橘网[整理]` without the time.
fn without_time<'t>(text: &'t str, cx: &Context<'_>) -> &'t str {
    let mut rest = text.trim();
    let times = match cx.dom().is_text() {
        true => time::spans(rest),
        false => time::find_all(rest, &cx.times)
            .into_iter()
            .map(|(range, _)| range)
            .collect(),
    };
    if let Some(range) = times.first() {
        let (before, behind) = (rest[..range.start].trim(), rest[range.end..].trim());
        // http://www.chengju.example 2024-05-10 橙橘娱乐
        let address = cx.dom().is_text() || before.starts_with("http://www.");
        let site = address && before.is_ascii() && before.contains('.');
        rest = if before.is_empty() || site {
            behind
        } else {
            before
        };
    }
    rest.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '·' | '•' | '|' | '｜' | '/' | '／' | '-' | '—' | ',' | '，'
            )
    })
}

/// `上報快訊 2024年05月10日 06:58` up to the time.
pub(super) fn before_time(text: &str) -> &str {
    match time::find_all(text, &TimeContext::default()).first() {
        Some((range, _)) => text[..range.start].trim(),
        None => text.trim(),
    }
}

/// Words that stand beside times and name nobody: weekdays, zones, remarks, channels every site has.
pub(super) fn is_no_name(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or_default();
    Facet::BesideTime.starts(text)
        || Facet::BesideTime.ends(text)
        || !first.is_alphabetic() && !first.is_ascii_digit()
        || matches!(
            text,
            "PRINT"
                | "SHARE"
                | "EMAIL"
                | "SAVE"
                | "AM"
                | "PM"
                | "am"
                | "pm"
                | "HKT"
                | "CST"
                | "GMT"
                | "UTC"
        )
        || text.contains([
            '“', '”', '「', '」', '?', '？', '!', '！', '。', '，', '；', '：', ':', '(', ')',
            '（', '）', '#', '@',
        ])
        // 第02版, 第二版; 第一财经 is an outlet.
        || text.strip_prefix('第').is_some_and(|rest| rest.ends_with('版') || rest.starts_with(|c: char| c.is_ascii_digit()))
        || text.chars().filter(char::is_ascii_digit).count() > DIGITS_MAX
        || text.is_ascii() && (text.contains(' ') || chars.count() < 2)
        || text.ends_with(['了', '吗', '嗎', '的', '于', '於'])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Linked {
    Not,
    User,
    /// As somebody who writes there, which is no account of its own.
    Writer,
    Channel,
}

/// What the page's links with this very text lead to. A channel stands in menus too: what is linked once, and is a person's or an outlet's
/// name, is none. Nor is the site's own name, which leads to its front page elsewhere.
fn linked_as(cx: &Context<'_>, text: &str, node: NodeId) -> Linked {
    let dom = cx.dom();
    let (mut others, mut searched) = (0, false);
    for &anchor in &dom.seen.anchors {
        if dom.counts(anchor).chars as usize > MAX || dom.text(anchor) != text {
            continue;
        }
        let href = dom.attr(anchor, "href").unwrap_or_default();
        if is_user_page(href) {
            let writer = is_writer_page(href) && !outlet::is_outlet(text);
            return if writer { Linked::Writer } else { Linked::User };
        }
        match is_front_page(href) {
            // 橙橘电子报 > 社会 2024-05-10
            true if dom.contains(anchor, node) => return Linked::Channel,
            true => {}
            false => others += 1,
        }
        searched |= href.contains("search");
    }
    let person = is_person(text) && (searched || text.chars().count() >= 3);
    match others {
        0 => Linked::Not,
        1 if person || outlet::is_outlet(text) => Linked::Not,
        _ => Linked::Channel,
    }
}

/// Whether an address is a host alone.
fn is_front_page(href: &str) -> bool {
    let path = match href.split_once("//") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => href,
    };
    href.starts_with(['h', '/']) && matches!(path, "" | "/")
}

/// Whether an address is that of a writer's articles on the site.
fn is_writer_page(href: &str) -> bool {
    let path = href.find("//").map_or(href, |at| &href[at + 2..]);
    let path = path.find('/').map_or("", |at| &path[at..]);
    ["/author/", "/writer/", "/reporter/", "/columnist/"]
        .iter()
        .any(|folder| path.starts_with(folder))
}

/// Whether an address is that of a user, an author or an account.
fn is_user_page(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    [
        "/user/",
        "/users/",
        "/u/",
        "/author/",
        "/authors/",
        "/media/",
        "/member/",
        "/account/",
        "/people/",
        "/profile/",
        "/writer/",
        "/reporter/",
        "/reporters/",
        "/columnist/",
        "/home/",
        "/space/",
        "/mp/",
        "/source/",
        "user_id=",
        "userid=",
        "uid=",
        "author=",
        "mid=",
        "gov_",
        "user_",
        "author_id=",
    ]
    .iter()
    .any(|word| href.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::Article;

    #[test]
    fn names_beside_the_time() {
        let body = "<div class=text><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
            <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p></div>";
        // Info line | source | author
        let rows: &[(&str, Option<&str>, Option<&str>)] = &[
            (
                "<p><span>2024-05-10</span> <span>·</span> <span>橙橘在线生活</span></p>",
                Some("橙橘在线生活"),
                None,
            ),
            (
                "<div><span>原创</span> <span>青果文化</span> <span>2024-05-10 06:58:01</span></div>",
                Some("青果文化"),
                None,
            ),
            (
                "<span>2024-05-10 06:58 橙橘游戏[整理]</span>",
                Some("橙橘游戏[整理]"),
                None,
            ),
            (
                "<div><i>2024-05-10 06:58</i> <a href='/user/index.html?id=2'>城东</a></div>",
                Some("城东"),
                Some("城东"),
            ),
            // One of the site's writers, and what stands behind the site's address.
            (
                "<div><i>2024-05-10 06:58</i> <a href=/author/he>河边人</a></div>",
                None,
                Some("河边人"),
            ),
            (
                "<div>http://www.chengju.example 2024年05月10日 06:58 橙橘网</div>",
                Some("橙橘网"),
                None,
            ),
            // A channel is linked in the menu; controls are no names.
            (
                "<p><span>时事热话</span> <span>2024-05-10 06:58</span> <span>分享</span></p>",
                None,
                None,
            ),
            (
                "<p><span>2024-05-10 06:58</span> <span>张三</span></p>",
                None,
                Some("张三"),
            ),
            (
                "<p><span>2024-05-10 06:58</span> <span>评论 12</span></p>",
                None,
                None,
            ),
            (
                "<p><span>橙橘汽车原创&nbsp;张三</span> <span>2024-05-10 06:58</span></p>",
                Some("橙橘汽车原创"),
                Some("张三"),
            ),
            (
                "<p>来源：橙橘副刊 | 张三 <i>2024年05月10日06:58</i></p>",
                Some("橙橘副刊"),
                Some("张三"),
            ),
            // Linked here and nowhere else; channels stand in the menu too.
            (
                "<p><a href='/search.php?q=王五'>王五</a> 2024-05-10 06:58</p>",
                None,
                Some("王五"),
            ),
            (
                "<p><a href='/x/12'>城东日报</a> 2024-05-10 06:58</p>",
                Some("城东日报"),
                None,
            ),
            (
                "<p><a href='/'>城东日报</a> &gt; <a href='/ty/'>体育</a> 2024-05-10 06:58</p>",
                None,
                None,
            ),
            // What a meta says and the info line shows.
            (
                "<meta name=mediaid content=橙橘科技><p>2024-05-10 06:58 橙橘科技 我有话说(12)</p>",
                Some("橙橘科技"),
                None,
            ),
            (
                "<meta name=mediaid content=橙橘科技><p>2024-05-10 06:58</p>",
                None,
                None,
            ),
            (
                "<meta name=author content=nanshanke><p>nanshanke • 2024年5月10日 06:58 • 随笔</p>",
                None,
                Some("nanshanke"),
            ),
            (
                "<meta name=author content=nanshanke><p>2024年5月10日 06:58</p>",
                None,
                None,
            ),
            // Of three words one may look like a name.
            (
                "<p><span>2024-05-10</span></p><p>夯基础 严标准 求实效</p>",
                None,
                None,
            ),
        ];
        for (info, source, author) in rows {
            let html = format!(
                "<title>城东公园今起开放_橙橘科技</title><body><ul><li><a href=/rehua/>时事热话</a></li><li><a href=/ty/>体育</a></li></ul><h1>城东公园今起开放</h1>{info}{body}"
            );
            let meta = Article::parse(&html).unwrap().metadata;
            assert_eq!(
                meta.source.as_ref().map(|s| s.name.as_str()),
                *source,
                "{info}"
            );
            assert_eq!(meta.authors.first().map(String::as_str), *author, "{info}");
        }
    }
}
