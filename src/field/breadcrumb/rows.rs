//! A row of channels right above the headline that begins with the front page, whatever parts its names: items of a list, dashes, gaps.
//! No class and no label says that it is a trail; how short it is, where it stands and how it ends do.

use crate::field::choose::Candidate;
use crate::field::context::Context;
use crate::field::tuning::rows::{ABOVE, HOME_MAX, HOMES, NAME_MAX, NAMES, OPEN_MAX, UP};
use crate::grammar::boilerplate;
use crate::grammar::label::{self, Label};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::title::key::same_headline;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Clue;
use crate::trace::Origin;

/// The row that ends nearest above the headline.
pub(super) fn find<'a>(cx: &Context<'a>) -> Option<Candidate<'a, Vec<String>>> {
    let dom = cx.dom();
    let headline = cx.headline.filter(|_| !dom.is_text())?;
    let at = dom.line_from(headline);
    let anchors = dom.anchors_between(NodeId(0), headline);
    let homes: Vec<NodeId> = anchors
        .iter()
        .rev()
        .copied()
        .filter(|&a| is_home(dom, a))
        .take(HOMES)
        .collect();
    let linked = || {
        homes
            .iter()
            .find_map(|&home| Some((home, row(cx, home, headline, at, homes.len() > 1)?)))
    };
    let (node, names) = linked().or_else(|| unlinked(dom, at))?;
    let origin = Origin::Generic(Clue::ChannelLines);
    let names: Vec<String> = names.into_iter().map(String::from).collect();
    Some(Candidate::read(origin, names.join("\n"), Some(node), names))
}

/// Names in elements of their own, none a link, in the line above the headline: `<span>首页</span><i></i><span>新闻</span>`.
fn unlinked(dom: &Dom, headline: usize) -> Option<(NodeId, Vec<&str>)> {
    let line = &dom.lines()[headline.checked_sub(1)?];
    let node = NodeId(line.node);
    if line.counts.linked > 0 || !Facet::FrontPage.starts(dom.line_text(line)) {
        return None;
    }
    let holder = dom
        .ancestors(node)
        .find(|&outer| dom.tag(outer).is_block())?;
    let names = texts(dom, holder);
    let first = names.first()?;
    let short = names
        .iter()
        .all(|name| name.chars().count() <= NAME_MAX && boilerplate::act(name).is_none());
    (dom.lines_in(holder).len() == 1
        && NAMES.contains(&names.len())
        && Facet::FrontPage.is(first)
        && short)
        .then_some((node, names))
}

/// Whether a link leads to the front page, by its text: 首页, 主頁.
fn is_home(dom: &Dom, link: NodeId) -> bool {
    let text = dom.text(link).trim();
    text.chars().count() <= HOME_MAX && Facet::Home.ends(text) && !dom.is_hidden(link)
}

/// The names in the box around a link to the front page, if it is a row that ends right above the headline.
///
/// A row that nothing ends is one only if the site's menu stands `elsewhere`, with a link of its own to the front page.
fn row<'a>(
    cx: &Context<'a>,
    home: NodeId,
    headline: NodeId,
    at: usize,
    elsewhere: bool,
) -> Option<Vec<&'a str>> {
    let dom = cx.dom();
    let holder = dom.ancestors(home).take(UP).find(|&outer| {
        dom.tag(outer).is_block() && dom.counts(outer).chars > dom.counts(home).chars
    })?;
    if dom.contains(holder, headline) || dom.tag(holder) == Tag::Body {
        return None;
    }
    let lines = dom.lines_in(holder);
    let end = dom.line_from(NodeId(dom.end(holder).0));
    if at.saturating_sub(end) > ABOVE {
        return None;
    }
    let names: Vec<&str> = match lines.len() {
        0 => return None,
        1 => texts(dom, holder),
        _ => lines
            .iter()
            .map(|line| dom.line_text(line).trim())
            .collect(),
    };
    // `<li>您所在的位置</li><li>首页</li>`
    let labelled = names.len() > 2 && label::by_name(names[0]) == Some(Label::Breadcrumb);
    let names = if labelled { names[1..].to_vec() } else { names };
    let first = names.first()?;
    let (last, channels) = names.split_last()?;
    let title = cx.title.is_some_and(|title| same_headline(title, last));
    let closed = title || Facet::TrailLast.is(last) || Facet::ArticleEnd.ends(last);
    let near = (elsewhere || labelled) && at.saturating_sub(end) <= 1 && names.len() <= OPEN_MAX;
    let control = |name: &str| boilerplate::act(name).is_some() || Facet::NoBadge.within(name);
    let short = channels.iter().chain((!title).then_some(last)).all(|name| {
        name.split(" (")
            .next()
            .unwrap_or(name)
            .trim()
            .chars()
            .count()
            <= NAME_MAX
    });
    let fits = NAMES.contains(&names.len())
        && (closed || near)
        && !channels[1..].iter().any(|name| control(name))
        && (closed || !control(last));
    (fits && short && dom.text(home).trim() == *first).then_some(names)
}

/// The texts of a line's elements, without the marks between them.
fn texts(dom: &Dom, holder: NodeId) -> Vec<&str> {
    let leaves = dom.subtree(holder).filter(|&ix| dom.tag(ix) == Tag::Text);
    let mark = |c: char| !c.is_alphanumeric() && !matches!(c, '“' | '”' | '《' | '》' | ')' | '）');
    leaves
        .map(|ix| dom.text(ix).trim_matches(mark))
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn rows_above_the_headline() {
        let rows: &[(&str, &[&str])] = &[
            (
                "<ol><li><a href=/>首页</a></li><li><a href=/n/>资讯</a></li><li>资讯正文</li></ol>",
                &["首页", "资讯"],
            ),
            (
                "<ul><li><a href=/>首页</a></li><li><a href=/a/>新闻</a></li><li><a href=/b/>体育</a></li><li><a href=/c/>财经</a></li></ul>
                <ul><li><a href=/>首页</a></li><li><a href=/n/>要闻动态</a></li></ul>",
                &["首页", "要闻动态"],
            ),
            (
                "<ul><li><a href=/>首页</a></li><li><a href=/a/>关于</a></li></ul>",
                &[],
            ),
            (
                "<div><a href=/>首页</a> - <a href=/n/>新闻</a> - 正文</div>",
                &["首页", "新闻"],
            ),
            (
                "<div><a href=/>首页</a> | <a href=/n/>新闻</a> | 城东公园今起开放</div>",
                &["首页", "新闻"],
            ),
            (
                "<nav aria-label=Breadcrumb><a href=/>首页</a><a href=/n/>新闻</a></nav>",
                &["首页", "新闻"],
            ),
            // A label in an item of its own; names without a link.
            (
                "<ul><li>您所在的位置</li><li><a href=/>首页</a></li><li><a href=/n/>新闻</a></li></ul>",
                &["首页", "新闻"],
            ),
            (
                "<div><span>首页</span><i></i><span>新闻</span><i></i><span>本地</span></div>",
                &["首页", "新闻", "本地"],
            ),
            (
                "<table><tr><td>位置：</td><td><a href=/>首页</a></td><td><a href=/n/>新闻</a></td><td>内容</td></tr></table>",
                &["首页", "新闻"],
            ),
            // A menu: five links and nothing that ends it.
            (
                "<ul><li><a href=/>首页</a></li><li><a href=/a/>新闻</a></li><li><a href=/b/>体育</a></li><li><a href=/c/>财经</a></li><li><a href=/d/>娱乐</a></li></ul>",
                &[],
            ),
            // Far above the headline.
            (
                "<div><a href=/>首页</a> <a href=/n/>新闻</a></div><p>搜索</p><p>热词</p><p>湖区</p><p>步道</p><p>水塔</p>",
                &[],
            ),
        ];
        for (above, expected) in rows {
            let html = format!(
                "<title>城东公园今起开放</title>{above}<h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div>{PARAGRAPHS}</div>"
            );
            let found = Article::parse(&html).unwrap().metadata.breadcrumb;
            assert_eq!(found, *expected, "{above}");
        }
    }
}
