//! The articles before and behind this one, where no label says so but the links do: `<a rel=prev>`. Labels are `labelled`'s business.

use crate::article::{RelatedKind, RelatedList};
use crate::field::context::Context;
use crate::field::read_items::Entry;
use crate::field::related::items;
use crate::field::related::judge::Judged;
use crate::field::related::record::note_judged;
use crate::field::related::tuning::{NEIGHBOURS_MAX, TITLE_MIN};
use crate::grammar::address::Sort;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::NodeId;
use crate::reason::{Clue, Witness};
use crate::trace::{Origin, Tracer};

/// The links below the text that call themselves so, if a headline stands in each; none that is `known`.
pub(super) fn find(
    cx: &Context<'_>,
    known: &dyn Fn(&str) -> bool,
    tracer: &mut Tracer,
) -> Option<RelatedList> {
    let dom = cx.dom();
    let from = cx.place.first()?.from;
    let is_neighbour = |a: NodeId| {
        let rel = dom.attr(a, "rel")?;
        let mut words = rel.split_ascii_whitespace();
        words.find(|word| matches!(*word, "prev" | "next"))
    };
    let below = dom.anchors_between(from, dom.end(dom.root()));
    let links = below
        .iter()
        .filter(|&&a| is_neighbour(a).is_some() && !dom.is_hidden(a));
    let links: Vec<NodeId> = links.take(NEIGHBOURS_MAX + 1).copied().collect();
    let (first, more) = (*links.first()?, links.len() > NEIGHBOURS_MAX);
    let entries: Vec<Entry> = links
        .iter()
        .flat_map(|&a| items::of_range(cx, a, dom.end(a)))
        .filter(|entry| {
            let title = entry.item.title.as_str();
            let long = title.chars().count() >= TITLE_MIN as usize;
            // 下一页 leads on within the article, or within a list.
            long && entry.sort > Sort::Beside && !Facet::PagerWord.within(title)
        })
        .collect();
    if more || entries.is_empty() || entries.iter().any(|e| known(e.item.address())) {
        return None;
    }
    let judged = Judged::said(entries, Witness::PreviousNext);
    note_judged(tracer, Origin::Generic(Clue::NamedList), &judged, first);
    let mut items = judged.items;
    items.iter_mut().for_each(super::labelled::strip_neighbour);
    Some(RelatedList::new(None, RelatedKind::Latest, items))
}
