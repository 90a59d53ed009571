//! Lists of other articles beside this one: those a rule names, else those under a label. Navigation, topics and ads are left out.

mod address;
mod items;
mod labels;

use std::collections::HashSet;

use super::Context;
use crate::article::{RelatedItem, RelatedKind, RelatedList};
use crate::page::dom::Ix;
use crate::trace::{Origin, Tracer};

/// More labels than this on a page are not looked behind.
const MAX_LABELS: usize = 400;

/// All lists, in document order.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let mut lists = by_rule(cx, tracer);
    let generic = if tracer.generic() {
        labelled(cx, tracer)
    } else {
        Vec::new()
    };
    let known: HashSet<String> = lists
        .iter()
        .flat_map(|l| l.items.iter().map(|i| i.url.clone()))
        .collect();
    for mut list in generic {
        // A rule that knows where a list stands need not know its label.
        let same = lists
            .iter_mut()
            .find(|l| l.label.is_none() && l.items.iter().any(|i| i.url == list.items[0].url));
        if let Some(same) = same {
            same.label.clone_from(&list.label);
        }
        // One link alone under 热门 is a promotion; one under 相关 or 下一篇 is what the label says.
        let alone = matches!(list.kind, RelatedKind::Hot | RelatedKind::Recommended);
        if alone && list.items.len() < 2 {
            continue;
        }
        // A rule may know some of the page's lists only.
        list.items.retain(|item| !known.contains(&item.url));
        if !list.items.is_empty() {
            lists.push(list);
        }
    }
    dedup(cx, &mut lists);
    lists.truncate(cx.limits.related_lists);
    lists
}

fn by_rule(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let dom = cx.dom();
    let mut out = Vec::new();
    for step in cx.template.into_iter().flat_map(|t| &t.related) {
        let elements: Vec<Ix> = dom
            .select(&step.list)
            .filter(|&ix| !dom.is_hidden(ix))
            .collect();
        let items = items::of_elements(cx, &elements);
        let label = step.label.clone().or_else(|| {
            let heading = step.heading.as_ref()?;
            let text = dom
                .select(heading)
                .map(|ix| dom.text(ix))
                .find(|t| !t.is_empty())?;
            Some(labels::trim(text).to_string())
        });
        let nothing = if elements.is_empty() {
            "matched nothing"
        } else {
            NO_ITEMS
        };
        note(
            tracer,
            Origin::Rule(step.name.clone()),
            items.len(),
            nothing,
        );
        if !items.is_empty() {
            let kind = step
                .kind
                .or_else(|| labels::kind(label.as_deref()?))
                .unwrap_or(RelatedKind::Related);
            out.push(RelatedList::new(label, kind, items));
        }
    }
    out
}

/// Lists under a label such as 相关阅读.
fn labelled(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let dom = cx.dom();
    let lines = dom.lines();
    let marks: Vec<(usize, RelatedKind)> = lines
        .iter()
        .enumerate()
        .filter_map(|(i, line)| {
            // Byte length first: most lines are too long, and cheap to refuse.
            let text = dom.line_text(line);
            (text.len() <= 60)
                .then(|| labels::kind(text))
                .flatten()
                .map(|kind| (i, kind))
        })
        .take(MAX_LABELS)
        .collect();
    let mut out = Vec::new();
    for (n, &(i, kind)) in marks.iter().enumerate() {
        let label = Ix(lines[i].node);
        let stop = marks
            .get(n + 1)
            .map_or(dom.end(dom.root()), |&(j, _)| Ix(lines[j].node));
        let Some(end) = container_end(cx, label, stop) else {
            continue;
        };
        let items = items::of_range(cx, Ix(label.0 + 1), end.min(stop));
        let text = labels::alone(dom.line_text(&lines[i])).to_string();
        let items = of_one_owner(items);
        if !items.is_empty() {
            note(tracer, Origin::Label(text.clone()), items.len(), NO_ITEMS);
            out.push(RelatedList::new(Some(text), kind, items));
        }
    }
    out
}

/// Items without those that lead elsewhere than most: what other sites have in a site's own list is advertised.
fn of_one_owner(mut items: Vec<RelatedItem>) -> Vec<RelatedItem> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for item in &items {
        let owner = address::owner(&item.url);
        match counts.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, count)) => *count += 1,
            None => counts.push((owner, 1)),
        }
    }
    let Some((owner, count)) = counts.iter().max_by_key(|(_, count)| *count) else {
        return items;
    };
    if items.len() >= 3 && count * 5 >= items.len() * 3 {
        let owner = owner.to_string();
        items.retain(|item| address::owner(&item.url) == owner);
    }
    items
}

/// Why a list is not one: it has elements, but no link in them may be another article.
const NO_ITEMS: &str = "no items";

fn note(tracer: &mut Tracer, origin: Origin, items: usize, nothing: &'static str) {
    tracer.note(|t| {
        t.fields.push(crate::trace::FieldTrace {
            field: "related",
            winner: (items > 0).then(|| crate::trace::Candidate {
                confidence: origin.confidence(),
                origin: origin.clone(),
                value: format!("{items} items"),
                reason: None,
            }),
            lost: if items > 0 {
                Vec::new()
            } else {
                vec![crate::trace::Candidate {
                    confidence: origin.confidence(),
                    origin,
                    value: String::new(),
                    reason: Some(nothing),
                }]
            },
        });
    });
}

/// The end of the element that holds a label and its list: the nearest ancestor with headlines linked behind the label.
fn container_end(cx: &Context<'_>, label: Ix, stop: Ix) -> Option<Ix> {
    let dom = cx.dom();
    for outer in dom.ancestors(label).take(7) {
        let end = dom.end(outer);
        let body = cx
            .place
            .first()
            .is_some_and(|run| dom.contains(outer, run.from) && outer < run.from);
        let found = dom
            .anchors_between(Ix(label.0 + 1), end.min(stop))
            .iter()
            .filter(|&&a| items::is_titled(dom, a))
            .take(2)
            .count();
        if found >= 2 || found == 1 && end > stop {
            return Some(end);
        }
        if body || end > stop {
            // Too far out: what follows belongs to something else.
            return (found >= 1).then_some(end);
        }
    }
    None
}

/// Drops lists that repeat another and the article's own link.
fn dedup(cx: &Context<'_>, lists: &mut Vec<RelatedList>) {
    let own = cx.page.base.page().map(|u| u.as_str().to_string());
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    lists.retain_mut(|list| {
        list.items
            .retain(|i| own.as_ref().is_none_or(|o| strip(o) != strip(&i.url)));
        let urls: Vec<String> = list.items.iter().map(|i| i.url.clone()).collect();
        !urls.is_empty() && seen.insert(urls)
    });
}

fn strip(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or(url);
    url.trim_start_matches("https:").trim_start_matches("http:")
}
