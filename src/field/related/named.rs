//! Lists without a label that says so, in elements whose class or id does: `related-posts`, `tuijian`. Labels are `labelled`'s business.

use std::collections::HashSet;

use crate::article::{RelatedKind, RelatedList};
use crate::content::hint::hints;
use crate::field::context::Context;
use crate::field::related::items;
use crate::field::related::judge::{self, Announced};
use crate::field::related::record::note_judged;
use crate::field::related::tuning::named::{ANCHORS_MAX, ELEMENTS_MAX};
use crate::grammar::hints::Hint;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Clue;
use crate::trace::{Origin, Tracer};

/// The outermost elements with such names, as lists; none that shares an item with the known lists.
pub(super) fn find(
    cx: &Context<'_>,
    known: &HashSet<String>,
    tracer: &mut Tracer,
) -> Vec<RelatedList> {
    let dom = cx.dom();
    let mut out = Vec::new();
    let mut ix = dom.body();
    let end = dom.end(ix);
    let mut left = ELEMENTS_MAX;
    while ix < end && left > 0 {
        let next = NodeId(ix.0 + 1);
        // Most elements hold no two links; counting them costs less than looking at names.
        let named = match is_box(dom.tag(ix)) && holds_list(dom, ix) {
            true => kind(dom, ix),
            false => None,
        };
        let body = cx
            .place
            .first()
            .is_some_and(|run| dom.contains(ix, run.from));
        let Some(kind) = named.filter(|_| !body && !dom.is_hidden(ix)) else {
            ix = next;
            continue;
        };
        left -= 1;
        let entries = items::of_range(cx, ix, dom.end(ix));
        let announced = Announced {
            strength: None,
            many: true,
            above: cx.headline.is_some_and(|headline| ix < headline),
            in_menu: false,
        };
        let judged = judge::judge(cx, entries, announced);
        let items = &judged.items;
        if items.len() >= 2 && !items.iter().any(|item| known.contains(item.address())) {
            note_judged(tracer, Origin::Generic(Clue::NamedList), &judged, ix);
            if judged.holds() {
                out.push(RelatedList::new(None, kind, judged.items));
            }
        }
        ix = dom.end(ix);
    }
    out
}

fn is_box(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Div | Tag::Ul | Tag::Ol | Tag::Section | Tag::Aside | Tag::Dl
    )
}

fn holds_list(dom: &Dom, ix: NodeId) -> bool {
    (2..=ANCHORS_MAX).contains(&dom.anchors_in(ix).len())
}

/// The kind of list an element's class and id announce.
fn kind(dom: &Dom, ix: NodeId) -> Option<RelatedKind> {
    let found = hints(dom, ix);
    let kind = match () {
        () if found.has(Hint::Related) => RelatedKind::Related,
        () if found.has(Hint::Recommended) => RelatedKind::Recommended,
        () => return None,
    };
    (!found.has(Hint::OtherList)).then_some(kind)
}
