//! One item of a related list: headline, link, and the summary, time and picture shown with it.

use std::collections::HashSet;

use crate::article::RelatedItem;
use crate::content::images;
use crate::field::context::Context;
use crate::grammar::address;
use crate::grammar::time;
use crate::grammar::title::key::same_headline;
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;

/// Shorter link texts are channels, names, controls.
pub(crate) const TITLE_MIN: u32 = 6;
/// More links than this behind one label are not looked at.
const MAX_LINKS: usize = 2000;
/// Lines that own up to an item being advertised.
const PAID: [&str; 10] = [
    "广告",
    "廣告",
    "推广",
    "推廣",
    "赞助",
    "贊助",
    "AD",
    "Ad",
    "Sponsored",
    "Promoted",
];
/// Link texts that are controls.
const CONTROLS: [&str; 4] = ["查看更多", "点击查看更多", "阅读全文", "查看详情"];
/// From this length on, text beside a headline is its summary.
const SUMMARY_MIN: usize = 12;
/// Marks set before a headline.
const BULLETS: [char; 24] = [
    '·', '•', '●', '■', '▪', '▸', '►', '-', ' ', '|', '◆', '\u{3000}', '．', '‧', '・', '◎', '○',
    '□', '▲', '★', '☆', '※', '›', '»',
];

/// Items of the elements a rule names: each holds one item, or is the link itself, or holds the whole list.
pub(crate) fn of_elements(cx: &Context<'_>, elements: &[Ix]) -> Vec<RelatedItem> {
    let dom = cx.dom();
    let mut out: Vec<RelatedItem> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    // A selector that hits nested elements would read the inner ones again and again.
    for &element in elements.iter().take(cx.subject.limits.related_items * 10) {
        let found = of_range(cx, element, dom.end(element));
        let found = if found.is_empty() {
            // The element may stand inside its link.
            let outer = dom
                .ancestors(element)
                .take(2)
                .find(|&a| dom.tag(a) == Tag::A);
            outer
                .and_then(|anchor| item(cx, anchor, anchor))
                .into_iter()
                .collect()
        } else {
            found
        };
        for item in found {
            if out.len() < cx.subject.limits.related_items
                && known.insert(item.address().to_string())
            {
                out.push(item);
            }
        }
        if out.len() >= cx.subject.limits.related_items {
            break;
        }
    }
    out
}

/// Items of the links between two nodes.
pub(crate) fn of_range(cx: &Context<'_>, from: Ix, to: Ix) -> Vec<RelatedItem> {
    let dom = cx.dom();
    let anchors: Vec<(Ix, &str)> = dom
        .anchors_between(from, to)
        .iter()
        .take(MAX_LINKS)
        .filter_map(|&a| Some((a, dom.attr(a, "href")?)))
        // 12跟贴, 分享: links to nowhere beside an item are no items of their own.
        .filter(|(_, href)| leads_away(href))
        .collect();
    let mut out: Vec<RelatedItem> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut i = 0;
    while i < anchors.len() && out.len() < cx.subject.limits.related_items {
        // Picture, headline and summary of one item often are links of their own to the same page.
        let mut j = i + 1;
        while j < anchors.len() && anchors[j].1 == anchors[i].1 {
            j += 1;
        }
        let group = &anchors[i..j];
        let before = i.checked_sub(1).map(|k| anchors[k].0);
        let after = anchors.get(j).map(|a| a.0);
        i = j;
        let best = group
            .iter()
            .filter(|(a, _)| is_titled(dom, *a))
            .min_by_key(|(a, _)| {
                // The headline: a heading, else the first with text.
                let heading = dom
                    .ancestors(*a)
                    .take(2)
                    .any(|p| dom.tag(p).heading_level().is_some());
                (dom.counts(*a).chars == 0, !heading, *a)
            });
        let Some(&(anchor, _)) = best else { continue };
        let element = around(dom, anchor, from, to, before, after);
        if let Some(item) = item(cx, anchor, element)
            && known.insert(item.address().to_string())
        {
            out.push(item);
        }
    }
    out
}

/// Whether a link has a text, or without any a title attribute, that may be a headline.
pub(super) fn is_titled(dom: &Dom, anchor: Ix) -> bool {
    let chars = dom.counts(anchor).chars;
    chars >= TITLE_MIN
        || chars == 0
            && dom
                .attr(anchor, "title")
                .is_some_and(|t| t.trim().chars().count() >= TITLE_MIN as usize)
}

/// Whether an address is another page's, not a fragment or a script.
fn leads_away(href: &str) -> bool {
    !href.starts_with('#')
        && !href
            .get(..11)
            .is_some_and(|start| start.eq_ignore_ascii_case("javascript:"))
}

/// The largest element around a link that holds no other item's link.
fn around(dom: &Dom, anchor: Ix, from: Ix, to: Ix, before: Option<Ix>, after: Option<Ix>) -> Ix {
    let mut element = anchor;
    for outer in dom.ancestors(anchor).take(5) {
        let others = [before, after]
            .into_iter()
            .flatten()
            .any(|a| dom.contains(outer, a));
        if others || outer < from || dom.end(outer) > to {
            break;
        }
        element = outer;
    }
    element
}

/// Whether a line is the headline again, with a rank or mark before it.
fn repeats(title: &str, line: &str) -> bool {
    same_headline(title, line) || line.ends_with(title) && line.len() <= title.len() + 8
}

fn headline(dom: &Dom, anchor: Ix) -> &str {
    let text = dom.text(anchor);
    let title = dom.attr(anchor, "title").map(str::trim).unwrap_or("");
    // A headline cut short for display stands whole in the title attribute.
    let cut = text.ends_with('…') || text.ends_with("...");
    if text.is_empty() || cut && title.len() > text.len() {
        title
    } else {
        text
    }
}

fn item(cx: &Context<'_>, anchor: Ix, element: Ix) -> Option<RelatedItem> {
    let dom = cx.dom();
    let url = cx.page.base.resolve(dom.attr(anchor, "href")?)?;
    if !address::may_be_article(&url) {
        return None;
    }
    let whole = headline(dom, anchor);
    // A link around a whole card: its heading is the headline.
    let heading = dom
        .subtree(anchor)
        .find(|&ix| dom.tag(ix).heading_level().is_some() && dom.counts(ix).chars >= TITLE_MIN)
        .map(|ix| dom.text(ix));
    let shown = heading.unwrap_or_else(|| {
        whole
            .lines()
            .find(|l| l.chars().count() >= TITLE_MIN as usize)
            .unwrap_or(whole)
    });
    let title = shown.trim_start_matches(BULLETS).replace('\n', " ");
    let paid = dom
        .text(element)
        .lines()
        .any(|line| PAID.contains(&line.trim()));
    if title.chars().count() < 4 || CONTROLS.contains(&title.as_str()) || paid {
        return None;
    }
    let mut out = RelatedItem::new(title.as_str(), url);
    let mut rest = Vec::new();
    for line in dom.text(element).lines() {
        let line = line.trim_start_matches(BULLETS).trim();
        if line.is_empty() || repeats(&title, line) {
            continue;
        }
        // 城东公园今起开放 05-10 10:00: what stands behind the headline in its line.
        let line = line.strip_prefix(title.as_str()).unwrap_or(line).trim();
        if out.published.is_none()
            && line.len() <= 90
            && let Some(time) = time::find(line, &cx.times)
        {
            out.published = Some(time);
            continue;
        }
        if line.chars().count() >= SUMMARY_MIN {
            rest.push(line);
        }
    }
    out.summary = rest.into_iter().next().map(String::from);
    out.image = dom
        .subtree(element)
        .filter(|&ix| dom.tag(ix) == Tag::Img)
        .find_map(|ix| images::read(dom, &cx.page.base, ix))
        .map(|image| image.url);
    Some(out)
}
