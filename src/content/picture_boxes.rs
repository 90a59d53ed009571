//! Boxes of captioned pictures right below the text's own container: some sites set all pictures there. Not the pictures in the text.

use crate::content::tuning::LINK_LIST_SHARE;
use std::collections::HashSet;

use crate::body::Block;
use crate::content::hint::hints;
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::tuning::picture_boxes::{BELOW, TEXT_MAX, UP};
use crate::content::{blocks, captions};
use crate::grammar::boilerplate;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;

/// The pictures in the boxes that follow a run of the body. Something else between ends them.
pub(crate) fn below(dom: &Dom, base: &Base, run: SiblingRange) -> Vec<PlacedBlock> {
    let mut out = Vec::new();
    let mut at = run.to;
    let mut outer = dom.parent(run.from);
    for _ in 0..UP {
        let Some(parent) = outer else { break };
        if dom.end(parent) > at {
            break;
        }
        (at, outer) = (dom.end(parent), dom.parent(parent));
    }
    let Some(parent) = outer else { return out };
    let mut left_out = false;
    for _ in 0..BELOW {
        if at >= dom.end(parent) || dom.parent(at) != Some(parent) {
            break;
        }
        let (ix, next) = (at, dom.end(at));
        at = next;
        if dom.is_hidden(ix) || dom.counts(ix).chars == 0 && dom.images_in(ix).is_empty() {
            continue;
        }
        match pictures(dom, base, ix) {
            Some(found) => out.extend(found),
            // 相关报道： and one link.
            None if !left_out && is_link_line(dom, ix) => left_out = true,
            None => break,
        }
    }
    out
}

/// Whether an element is one line that leads to another article.
fn is_link_line(dom: &Dom, ix: NodeId) -> bool {
    dom.tag(ix) == Tag::P
        && dom.counts(ix).link_share() > LINK_LIST_SHARE
        && dom.anchors_in(ix).len() == 1
        && dom.images_in(ix).is_empty()
}

/// The pictures of a box that holds nothing but pictures and their captions.
fn pictures(dom: &Dom, base: &Base, ix: NodeId) -> Option<Vec<PlacedBlock>> {
    let images = dom.images_in(ix).len();
    let counts = dom.counts(ix);
    if images == 0
        || counts.linked > 0
        || counts.chars as usize > TEXT_MAX * images
        || matches!(dom.tag(ix), Tag::Aside | Tag::Footer | Tag::Nav)
        || hints(dom, ix).noise().is_some()
    {
        return None;
    }
    let mut found = blocks::build(dom, base, SiblingRange::of(dom, ix), &HashSet::new());
    captions::fold(&mut found);
    let captions = |piece: &PlacedBlock| match &piece.block {
        Block::Image(image) => image.caption.clone(),
        _ => None,
    };
    let all_pictures = found.iter().all(|p| matches!(p.block, Block::Image(_)));
    let mut said = found.iter().filter_map(captions).peekable();
    let captioned = said.peek().is_some();
    let own = said.all(|caption| boilerplate::act(&caption).is_none());
    (all_pictures && captioned && own).then_some(found)
}
