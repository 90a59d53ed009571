//! One item of a related list: headline, link, and the summary, time and picture shown with it. Whether it belongs there is `judge`'s business.

use std::collections::HashSet;

use crate::article::RelatedItem;
use crate::content::hint::hints;
use crate::content::images;
use crate::field::context::Context;
use crate::field::read_items::Entry;
use crate::field::related::tuning::{
    BADGE_MAX, CARD_AROUND, CARD_LEVELS, CARD_MAX, MAX_LINKS, SHORT_MIN, SUMMARY_MIN, TIMED_MAX,
    TITLE_MAX, TITLE_MIN,
};
use crate::grammar::address::{self, Sort};
use crate::grammar::hints::Hint;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_item;
use crate::grammar::time;
use crate::grammar::title::key::same_headline;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// Entries of the elements a rule names: each holds one item, or is the link itself, or holds the whole list.
pub(super) fn of_elements(cx: &Context<'_>, elements: &[NodeId]) -> Vec<Entry> {
    let dom = cx.dom();
    let mut out = Entries::new(cx);
    // A selector that hits nested elements would read the inner ones again and again.
    for &element in elements.iter().take(cx.subject.limits.related_items * 10) {
        let found = read_range(cx, element, dom.end(element), true);
        if found.is_empty() {
            // The element may stand inside its link.
            let outer = dom
                .ancestors(element)
                .take(2)
                .find(|&a| dom.tag(a) == Tag::A);
            if let Some(entry) = outer.and_then(|anchor| entry(cx, anchor, anchor)) {
                out.push(entry);
            }
        }
        for entry in found {
            out.push(entry);
        }
        if out.is_full() {
            break;
        }
    }
    out.entries
}

/// Entries of the links between two nodes.
pub(super) fn of_range(cx: &Context<'_>, from: NodeId, to: NodeId) -> Vec<Entry> {
    read_range(cx, from, to, false)
}

/// The same; `keep` says whether they will be asked for again.
fn read_range(cx: &Context<'_>, from: NodeId, to: NodeId, keep: bool) -> Vec<Entry> {
    let dom = cx.dom();
    let anchors: Vec<(NodeId, &str)> = dom
        .anchors_between(from, to)
        .iter()
        .take(MAX_LINKS)
        .filter_map(|&a| Some((a, dom.attr(a, "href")?)))
        // 12跟贴, 分享: links to nowhere beside an item are no items of their own.
        .filter(|(_, href)| leads_away(href))
        .collect();
    let mut out = Entries::new(cx);
    let mut i = 0;
    while i < anchors.len() && !out.is_full() {
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
            .filter(|(a, _)| has_text(dom, *a, SHORT_MIN))
            .min_by_key(|(a, _)| {
                // The headline: a heading, else the first with text.
                let heading = dom
                    .ancestors(*a)
                    .take(2)
                    .any(|p| dom.tag(p).heading_level().is_some());
                let text = dom.text(*a);
                let no_text = text.is_empty() || list_item::is_counter(text);
                (no_text, !heading, *a)
            });
        let Some(&(anchor, _)) = best else { continue };
        let element = around(dom, anchor, from, to, before, after);
        let known = cx.read_items.get(anchor, element);
        let entry = known.unwrap_or_else(|| entry(cx, anchor, element));
        if keep {
            cx.read_items.keep(anchor, element, entry.clone());
        }
        if let Some(entry) = entry {
            out.push(entry);
        }
    }
    out.entries
}

/// Entries so far: no address twice, and no headline under two addresses.
struct Entries {
    entries: Vec<Entry>,
    urls: HashSet<String>,
    most: usize,
}

impl Entries {
    fn new(cx: &Context<'_>) -> Self {
        Self {
            entries: Vec::new(),
            urls: HashSet::new(),
            most: cx.subject.limits.related_items,
        }
    }

    fn is_full(&self) -> bool {
        self.entries.len() >= self.most
    }

    fn push(&mut self, entry: Entry) {
        if self.is_full() || !self.urls.insert(entry.item.address().to_string()) {
            return;
        }
        let known = self.entries.iter_mut();
        let same = known.rev().find(|k| k.item.title == entry.item.title);
        match same {
            // A picture and a headline with addresses of their own: what one lacks the other may have.
            Some(same) => {
                if same.sort < entry.sort {
                    same.item.url = entry.item.url;
                    same.sort = entry.sort;
                    same.skeleton = entry.skeleton;
                }
                let item = &mut same.item;
                item.summary = item.summary.take().or(entry.item.summary);
                item.published = item.published.take().or(entry.item.published);
                item.image = item.image.take().or(entry.item.image);
            }
            None => self.entries.push(entry),
        }
    }
}

/// Whether a link has a text, or without any a title attribute, that may be a headline.
pub(super) fn is_titled(dom: &Dom, anchor: NodeId) -> bool {
    // What only leads on has its headline beside it.
    let leads_on = || {
        let marked = dom.counts(anchor).chars >= SHORT_MIN;
        marked && list_item::leads_on(dom.text(anchor))
    };
    has_text(dom, anchor, TITLE_MIN) || leads_on()
}

fn has_text(dom: &Dom, anchor: NodeId, min: u32) -> bool {
    let chars = dom.counts(anchor).chars;
    chars >= min || chars == 0 && unshown(dom, anchor).is_some()
}

/// The headline of a link without text: its title attribute, else the first line beside it in a small element that holds no other link, as
/// where the link lies over a whole card.
fn unshown(dom: &Dom, anchor: NodeId) -> Option<&str> {
    let long = |text: &&str| text.chars().count() >= TITLE_MIN as usize;
    let title = dom.attr(anchor, "title").map(str::trim).filter(long);
    title.or_else(|| {
        let mut around = dom.ancestors(anchor).take(CARD_LEVELS);
        let card = around.find(|&outer| dom.counts(outer).chars > 0)?;
        let counts = dom.counts(card);
        let alone = counts.linked == 0
            && (TITLE_MIN..=CARD_MAX).contains(&counts.chars)
            && dom.anchors_in(card).len() == 1;
        let line = dom.lines_in(card).first().filter(|_| alone)?;
        Some(dom.line_text(line)).filter(long)
    })
}

/// Whether an address is another page's, not a fragment or a script.
fn leads_away(href: &str) -> bool {
    const SCRIPT: &str = "javascript:";
    !href.starts_with('#')
        && !href
            .get(..SCRIPT.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(SCRIPT))
}

/// The largest element around a link that holds no other item's link.
fn around(
    dom: &Dom,
    anchor: NodeId,
    from: NodeId,
    to: NodeId,
    before: Option<NodeId>,
    after: Option<NodeId>,
) -> NodeId {
    let mut element = anchor;
    for outer in dom.ancestors(anchor).take(CARD_AROUND) {
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

/// The headline of a link, and the summary where one stands in the same line of the link.
fn headline(dom: &Dom, anchor: NodeId) -> (&str, Option<&str>) {
    let text = dom.text(anchor);
    let title = dom.attr(anchor, "title").map(str::trim).unwrap_or("");
    if text.is_empty() {
        return (unshown(dom, anchor).unwrap_or(title), None);
    }
    // A link around a whole card: its heading, or the element named so, is the headline.
    let min = TITLE_MIN as usize;
    let inner = |is: &dyn Fn(NodeId) -> bool| {
        dom.subtree(anchor)
            .skip(1)
            .find(|&ix| dom.tag(ix) != Tag::Text && dom.counts(ix).chars >= TITLE_MIN && is(ix))
    };
    if let Some(heading) = inner(&|ix| dom.tag(ix).heading_level().is_some()) {
        return (dom.text(heading), None);
    }
    let named = |ix: NodeId, hint: Hint| hints(dom, ix).has(hint);
    let whole = dom.counts(anchor).chars;
    let part = inner(&|ix| dom.counts(ix).chars < whole && named(ix, Hint::ItemTitle));
    if let Some(part) = part.filter(|&ix| !named(ix, Hint::Summary)) {
        let summary = inner(&|ix| ix >= dom.end(part) && named(ix, Hint::Summary));
        return (dom.text(part), summary.map(|ix| dom.text(ix)));
    }
    let line = text
        .lines()
        .find(|l| l.chars().count() >= min && !list_item::is_counter(l))
        .or_else(|| text.lines().find(|l| !list_item::is_counter(l)))
        .unwrap_or("");
    // A headline cut short for display stands whole in the title attribute; a longer text has the summary behind it.
    let cut = line.trim_end_matches(['…', '.']);
    if cut.len() < line.len() && title.len() > line.len() && title.starts_with(cut) {
        return (title, None);
    }
    if title.chars().count() >= min
        && let Some(rest) = line.strip_prefix(title)
        && rest.chars().count() >= SUMMARY_MIN
    {
        return (title, Some(rest));
    }
    (without_badge(dom, anchor, line), None)
}

/// A headline without the badge set before it in an element of its own: `<i>视频</i>城东公园今起开放`.
fn without_badge<'d>(dom: &'d Dom, anchor: NodeId, line: &'d str) -> &'d str {
    let mut inside = dom.subtree(anchor).skip(1);
    let small = |ix: NodeId| dom.counts(ix).chars <= BADGE_MAX || dom.tag(ix) == Tag::Text;
    let first = inside.find(|&ix| dom.counts(ix).chars > 0 && small(ix));
    let badge = first
        .filter(|&ix| dom.tag(ix) != Tag::Text)
        .map(|ix| dom.text(ix).trim());
    badge
        .filter(|badge| Facet::ItemBadge.is(badge))
        .and_then(|badge| line.strip_prefix(badge))
        .map(str::trim_start)
        .filter(|rest| rest.chars().count() >= SHORT_MIN as usize)
        .unwrap_or(line)
}

/// 更多阅览 城东公园今起开放 right below the heading 城东公园今起开放: words for those who only hear the link.
fn without_lead_in<'d>(dom: &'d Dom, anchor: NodeId, shown: &'d str) -> &'d str {
    let above = dom.lines()[..dom.line_from(anchor)].last();
    let Some(above) = above.filter(|line| shown.ends_with(dom.line_text(line))) else {
        return shown;
    };
    let text = dom.line_text(above);
    let heading = |a: NodeId| dom.tag(a).heading_level().is_some();
    match text.chars().count() >= TITLE_MIN as usize
        && dom.ancestors(NodeId(above.node)).take(3).any(heading)
    {
        true => text,
        false => shown,
    }
}

/// The headline beside a link that only leads on: `<p><strong>城东公园今起开放</strong> …… <a>【详细】</a></p>`.
fn beside(dom: &Dom, element: NodeId) -> Option<&str> {
    let set_off = |ix: NodeId| {
        let tag = dom.tag(ix);
        tag == Tag::Strong || tag == Tag::B || tag.heading_level().is_some()
    };
    let mut inside = dom.subtree(element);
    let found = inside.find(|&ix| set_off(ix) && dom.counts(ix).chars >= TITLE_MIN)?;
    (dom.counts(found).linked == 0).then(|| dom.text(found))
}

/// The item of a link; `element` holds what belongs to it.
fn entry(cx: &Context<'_>, anchor: NodeId, element: NodeId) -> Option<Entry> {
    let dom = cx.dom();
    let url = cx.page.base.resolve(dom.attr(anchor, "href")?)?;
    let sort = address::sort(&url);
    if sort == Sort::NoPage {
        return None;
    }
    let (shown, summary) = match list_item::leads_on(dom.text(anchor)) {
        true => (beside(dom, element)?, None),
        false => headline(dom, anchor),
    };
    let (title, when) = list_item::headline(without_lead_in(dom, anchor, shown));
    let chars = title.chars().count();
    let paid = dom.text(element).lines().any(list_item::is_paid);
    if !(SHORT_MIN as usize..=TITLE_MAX * 2).contains(&chars)
        || !list_item::is_headline(&title)
        || paid
    {
        return None;
    }
    let mut item = RelatedItem::new(title.as_str(), url);
    item.published = when.and_then(|when| time::find(when, &cx.times));
    let mut rest = Vec::new();
    for line in dom.text(element).lines() {
        let line = list_item::trim(line);
        if line.is_empty() || repeats(&title, line) {
            continue;
        }
        // 城东公园今起开放 05-10 10:00: what stands behind the headline in its line.
        let line = line.strip_prefix(title.as_str()).unwrap_or(line).trim();
        if item.published.is_none()
            && line.len() <= TIMED_MAX
            && let Some(time) = time::find(line, &cx.times)
        {
            item.published = Some(time);
            continue;
        }
        if line.chars().count() >= SUMMARY_MIN && line != shown && !list_item::is_counter(line) {
            rest.push(line);
        }
    }
    let summary = summary.map(str::trim).filter(|s| !s.is_empty());
    let summary = summary.or_else(|| rest.first().copied());
    item.summary = summary.map(|text| list_item::without_leading_on(text).to_string());
    item.image = dom
        .subtree(element)
        .filter(|&ix| dom.tag(ix) == Tag::Img)
        .find_map(|ix| images::url(dom, &cx.page.base, ix));
    let skeleton = address::skeleton(item.address());
    Some(Entry {
        item,
        sort,
        skeleton,
    })
}
