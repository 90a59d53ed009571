//! Channels in badges of their own beside the headline, without separators and label. Trails are the parent's business.

use crate::content::hint::hints;
use crate::field::context::Context;
use crate::field::tuning::badges::{ABOVE, MAX, PLAIN_MAX, UP};
use crate::field::tuning::breadcrumb::BADGE_CHARS;
use crate::grammar::hints::Hint;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Noise;
use crate::text::Line;

/// The channels in the box of the headline, right above it.
pub(super) fn find<'a>(cx: &Context<'a>) -> Option<(NodeId, Vec<&'a str>)> {
    let dom = cx.dom();
    let headline = cx.headline.filter(|_| !dom.is_text())?;
    let end = dom.line_from(headline);
    let lines = &dom.lines()[end.saturating_sub(ABOVE)..end];
    let in_box = |node: NodeId| {
        let mut around = dom.ancestors(headline).take(UP);
        let outer = around.find(|&outer| dom.contains(outer, node));
        outer.is_some_and(|outer| dom.tag(outer) != Tag::Body && !is_menu(dom, node, outer))
    };
    // One line of badges, or a badge a line.
    let from = lines
        .iter()
        .map(|line| NodeId(line.node))
        .find(|&node| in_box(node))?;
    // A longer row of links in the same box is the article's tags, or a menu.
    let linked = |line: &Line| line.counts.linked > 0 && line.counts.plain() == 0;
    let row = dom.lines()[..end].iter().rev();
    let row = row.take_while(|l| linked(l) && in_box(NodeId(l.node)));
    // Of a badge a line all are seen; 热搜： announces something else.
    let from_line = &dom.lines()[dom.line_from(from)];
    let names = |line: &Line| dom.line_text(line).contains('：');
    if row.take(lines.len() + 1).count() > lines.len() || names(from_line) {
        return None;
    }
    let links = dom.anchors_between(NodeId(from.0.saturating_sub(1)), headline);
    let links: Vec<NodeId> = links
        .iter()
        .copied()
        .filter(|&link| !dom.is_hidden(link) && dom.counts(link).chars > 0)
        .collect();
    let all =
        !links.is_empty() && links.len() <= MAX && links.iter().all(|&link| is_channel(dom, link));
    // Beside them at most the time.
    let plain = dom.counts_between(from, headline).plain() <= PLAIN_MAX;
    let first = links.first().copied()?;
    let names = links.iter().map(|&link| dom.text(link).trim()).collect();
    (all && plain).then_some((first, names))
}

/// Whether a line stands in a menu or in the site's own head, inside `outer`.
fn is_menu(dom: &Dom, node: NodeId, outer: NodeId) -> bool {
    let mut around = dom.ancestors(node).take_while(|&a| a != outer);
    around.any(|a| {
        matches!(dom.tag(a), Tag::Nav | Tag::Header)
            || hints(dom, a).has(Hint::SiteHead)
            || hints(dom, a).has(Hint::Noise(Noise::ToolBar))
    })
}

/// Whether a link may be that of a channel: a name of two to six characters, to a page that is no person's and no script.
fn is_channel(dom: &Dom, link: NodeId) -> bool {
    let text = dom.text(link).trim();
    let href = dom.attr(link, "href").unwrap_or_default();
    BADGE_CHARS.contains(&text.chars().count())
        && text.chars().all(is_han)
        && href.len() > 1
        && !href.starts_with('#')
        && !is_home(href)
        && !href.starts_with("javascript")
        && !["author", "user", "reporter", "writer"]
            .iter()
            .any(|person| href.contains(person))
        && !Facet::NoBadge.within(text)
}

/// Whether an address is that of a whole site: no channel of this one.
fn is_home(href: &str) -> bool {
    href.split_once("//")
        .is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains('/'))
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn badges_above_the_headline() {
        let rows: &[(&str, &[&str])] = &[
            (
                "<div class=tag><a href='list.php?t=3'>本地</a> <a href='list.php?t=118'>时事</a></div>",
                &["本地", "时事"],
            ),
            (
                "<p class=info><span>今日 09:18</span> <span class=cate><a href=/now/>时事脉搏</a></span></p>",
                &["时事脉搏"],
            ),
            // The end of a menu; what is searched for most.
            (
                "<ul><li><a href=/a/>社会</a></li><li><a href=/b/>民生</a></li><li><a href=/c/>交通</a></li></ul>",
                &[],
            ),
            (
                "<p>热搜：<a href=/a/>台风</a> <a href=/b/>夜市</a></p>",
                &[],
            ),
            // Controls, a writer and a sentence are none.
            ("<p><a href=/home>返回列表</a></p>", &[]),
            ("<p><a href=/author/1>张三</a></p>", &[]),
            (
                "<p><a href=//news.chengju.example>新闻</a><a href=//ba.chengju.example/>社区</a></p>",
                &[],
            ),
            ("<p><a href=/pc>切换到桌面</a></p>", &[]),
            ("<p><a href=/picks>推荐新闻</a></p>", &[]),
            ("<header><a href=/now/>新闻</a></header>", &[]),
            ("<ul class=top-nav><li><a href=/now/>新闻</a></ul>", &[]),
            (
                "<p>本报综合多方消息，记者从市府获悉：<a href=/now/>公园</a></p>",
                &[],
            ),
        ];
        for (above, expected) in rows {
            let html = format!(
                "<title>城东公园今起开放</title><div class=title>{above}<h1>城东公园今起开放</h1></div><p>2024-05-10 06:58</p><div class=content>{PARAGRAPHS}</div>"
            );
            let found = Article::parse(&html).unwrap().metadata.breadcrumb;
            assert_eq!(found, *expected, "{above}");
        }
    }
}
