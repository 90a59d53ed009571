//! Lists without a label that says so, in elements whose class or id does: `related-posts`, `tuijian`. Labels are `labelled`'s business.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::article::{RelatedKind, RelatedList};
use crate::field::context::Context;
use crate::field::related::items;
use crate::field::related::judge::{self, Announced};
use crate::field::related::record::note_judged;
use crate::grammar::words::Words;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Clue;
use crate::trace::{Origin, Tracer};

/// Parts of class names and ids of such elements.
const NAMES: &[(&str, RelatedKind)] = &[
    ("related", RelatedKind::Related),
    ("relate-", RelatedKind::Related),
    ("relnews", RelatedKind::Related),
    ("relevant", RelatedKind::Related),
    ("xiangguan", RelatedKind::Related),
    ("yarpp", RelatedKind::Related),
    ("recommend", RelatedKind::Recommended),
    ("tuijian", RelatedKind::Recommended),
    ("guess", RelatedKind::Recommended),
];

/// Parts of names of elements that hold something else, whatever they are related to.
const OTHER_NAMES: &[&str] = &[
    "tag", "topic", "keyword", "video", "nav", "menu", "share", "author", "user", "comment", "app",
    "-ad", "ad-", "product", "goods", "search", "link",
];

/// Links of one list; an element with more holds half the page.
const ANCHORS_MAX: usize = 60;
/// Elements with such names that are looked at.
const ELEMENTS_MAX: usize = 100;

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
    // By its place in `NAMES`: the first of them says what sort of list it is.
    static FINDER: LazyLock<Words<usize>> = LazyLock::new(|| {
        let names = NAMES.iter().enumerate();
        Words::new(names.map(|(place, (part, _))| (*part, place))).ignoring_ascii_case()
    });
    ["class", "id"].iter().find_map(|name| {
        let name = dom.attr(ix, name)?;
        let place = FINDER.within(name).map(|(_, _, place)| *place).min()?;
        let name = name.to_ascii_lowercase();
        let other = OTHER_NAMES.iter().any(|other| name.contains(other));
        (!other).then_some(NAMES[place].1)
    })
}
