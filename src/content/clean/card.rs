//! The card of another article between the paragraphs of a body: its picture and its headline, both of which lead there.

use crate::content::images;
use crate::content::tuning::card::{CHARS_MAX, LINES_MAX, OWN_ARTICLE_MAX, UNLINKED_MAX};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// Whether an element is such a card.
pub(super) fn is_card(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.linked == 0 || counts.chars > OWN_ARTICLE_MAX {
        return false;
    }
    let &[image] = dom.images_in(ix) else {
        return false;
    };
    // An article in an article, with a picture and the way to it.
    if dom.tag(ix) == Tag::Article {
        return leads_to_one_page(dom, ix);
    }
    let linked = |link: NodeId| dom.contains(link, image);
    counts.chars <= CHARS_MAX
        && counts.plain() <= UNLINKED_MAX
        && dom.lines_in(ix).len() <= LINES_MAX
        && images::leads_away(dom, image)
        && leads_to_one_page(dom, ix)
        && dom.anchors_in(ix).iter().any(|&link| linked(link))
}

/// Whether all links of an element lead to the same address, but for its controls.
fn leads_to_one_page(dom: &Dom, ix: NodeId) -> bool {
    let links = dom
        .anchors_in(ix)
        .iter()
        .filter_map(|&link| dom.attr(link, "href"));
    let mut pages = links
        .filter(|href| href.len() > 1 && !href.starts_with('#') && !href.starts_with("javascript"));
    let Some(first) = pages.next() else {
        return false;
    };
    pages.all(|other| other == first)
}
