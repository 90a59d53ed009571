//! Lists of other articles beside this one: those a rule names, else those under a label. Navigation, topics and ads are left out.

mod headed;
mod items;
mod judge;
mod labelled;
mod line_items;
mod lines;
mod named;
mod neighbours;
mod record;
#[cfg(test)]
mod tests;
mod tuning;

use std::collections::HashSet;

use crate::article::{RelatedItem, RelatedKind, RelatedList};
use crate::field::context::Context;
use crate::field::related::record::{NO_ITEMS, note};
use crate::grammar::address;
use crate::grammar::list_label::{self, Strength};
use crate::page::dom::NodeId;
use crate::reason::Refusal;
use crate::trace::{Origin, Tracer};

/// All lists, in document order.
pub(crate) fn find(cx: &Context<'_>, tags: &[String], tracer: &mut Tracer) -> Vec<RelatedList> {
    if cx.dom().is_text() {
        return match cx.subject.is_generic() {
            true => lines::find(cx, tracer),
            false => Vec::new(),
        };
    }
    let mut lists = by_rule(cx, tracer);
    let generic = match cx.subject.is_generic() {
        true => labelled::find(cx, tags, tracer),
        false => Vec::new(),
    };
    let known: HashSet<String> = lists
        .iter()
        .flat_map(|l| l.items.iter().map(|i| i.address().to_string()))
        .collect();
    for labelled::Found { mut list, holds } in generic {
        // A rule that knows where a list stands need not know its label.
        let same = lists
            .iter_mut()
            .find(|l| l.label.is_none() && l.items.iter().any(|i| i.url == list.items[0].url));
        if let Some(same) = same {
            same.label.clone_from(&list.label);
        }
        if !holds {
            continue;
        }
        // A rule may know some of the page's lists only.
        list.items.retain(|item| !known.contains(item.address()));
        if !list.items.is_empty() {
            lists.push(list);
        }
    }
    if cx.subject.is_generic() {
        let known: HashSet<String> = lists
            .iter()
            .flat_map(|l| l.items.iter().map(|i| i.address().to_string()))
            .collect();
        lists.extend(named::find(cx, &known, tracer));
        let known = |url: &str| {
            let mut all = lists.iter().flat_map(|l| &l.items);
            all.any(|item| item.address() == url)
        };
        let headed = headed::find(cx, &known, tracer);
        lists.extend(headed);
    }
    if cx.subject.is_generic() {
        let known = |url: &str| {
            let mut all = lists.iter().flat_map(|l| &l.items);
            all.any(|item| item.address() == url)
        };
        lists.extend(neighbours::find(cx, &known, tracer));
    }
    dedup(cx, &mut lists);
    judge::join_cards(&mut lists);
    lists.truncate(cx.subject.limits.related_lists);
    lists
}

fn by_rule(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let dom = cx.dom();
    let mut out = Vec::new();
    for step in cx.subject.template.into_iter().flat_map(|t| &t.related) {
        let elements: Vec<NodeId> = dom
            .select(&step.list)
            .filter(|&ix| !dom.is_hidden(ix))
            .collect();
        let entries = items::of_elements(cx, &elements);
        let entries = judge::sift(cx, entries, Some(Strength::Sure));
        let mut items: Vec<RelatedItem> = entries.into_iter().map(|entry| entry.item).collect();
        // `<a><span>上篇文章：</span>城东公园今起开放</a>`
        items.iter_mut().for_each(labelled::strip_neighbour);
        let label = step.label.clone().or_else(|| {
            let heading = step.heading.as_ref()?;
            let text = dom
                .select(heading)
                .map(|ix| dom.text(ix))
                .find(|t| !t.is_empty())?;
            Some(list_label::trim(text).to_string())
        });
        let nothing = if elements.is_empty() {
            Refusal::MatchedNothing
        } else {
            NO_ITEMS
        };
        let (origin, at) = (Origin::Rule(step.id.clone()), elements.first().copied());
        note(tracer, origin, items.len(), nothing, at);
        if !items.is_empty() {
            let kind = step
                .kind
                .or_else(|| list_label::kind(label.as_deref()?))
                .unwrap_or(RelatedKind::Related);
            out.push(RelatedList::new(label, kind, items));
        }
    }
    out
}

/// Drops lists that repeat another and the article's own link.
fn dedup(cx: &Context<'_>, lists: &mut Vec<RelatedList>) {
    let own = cx.page.base.page().map(|u| u.as_str().to_string());
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    lists.retain_mut(|list| {
        list.items.retain(|i| {
            own.as_ref()
                .is_none_or(|own| !address::same_page(own, i.address()))
        });
        let urls: Vec<String> = list.items.iter().map(|i| i.address().to_string()).collect();
        !urls.is_empty() && seen.insert(urls)
    });
}
