//! The subtrees of a run that are no part of the article: by a rule, by their names, by what they hold. Not lines (see `lines`).

use crate::content::captions;
use crate::content::clean::card;
use crate::content::clean::link_list::{is_announced, is_link_list};
use crate::content::clean::subscription_box::is_subscription_box;
use crate::content::forms::Forms;
use crate::content::hint::hints;
use crate::content::roots::SiblingRange;
use crate::content::tuning::clean::{AUTHOR_BOX_BELOW, AUTHOR_BOX_MAX, PLAIN_PICTURE_MIN};
use crate::content::tuning::{CAPTION_MAX, NAMED_MAX_SHARE, NOISE_MAX_SHARE};
use crate::content::values;
use crate::grammar::boilerplate;
use crate::grammar::hints::Hint;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Cut, Noise, Removal};
use crate::trace::Tracer;
use std::collections::HashSet;

/// The subtrees of a run that are no part of the article. `named` are those a rule names.
pub(crate) fn subtrees(
    dom: &Dom,
    run: SiblingRange,
    named: &[NodeId],
    tracer: &mut Tracer,
) -> HashSet<NodeId> {
    let mut cut: HashSet<NodeId> = HashSet::new();
    let total = dom.counts_between(run.from, run.to).plain().max(1) as f32;
    for &ix in named {
        if !run.contains(ix) {
            continue;
        }
        if !is_small(dom, ix, total) {
            continue;
        }
        tracer.removed(dom.text(ix), ix.0, Cut::NamedByRule);
        cut.insert(ix);
    }
    let forms = Forms::of(dom, run, total);
    for &ix in &forms.elements {
        tracer.removed(dom.text(ix), ix.0, Noise::Controls);
        cut.insert(ix);
    }
    let mut at = run.from;
    while at < run.to {
        if forms.end.is_some_and(|end| at >= end) {
            tracer.removed(dom.text(at), at.0, Noise::Comments);
            cut.insert(at);
            at = dom.end(at);
            continue;
        }
        if cut.contains(&at) {
            at = dom.end(at);
            continue;
        }
        // What highlights the words of code is none of the page's furniture: span.comment.
        if dom.tag(at) == Tag::Pre {
            at = dom.end(at);
            continue;
        }
        let found = reason(dom, at, total);
        let author = || is_author_box(dom, run, at, total).then_some(Noise::SideBar.into());
        if let Some(reason) = found.or_else(author) {
            tracer.removed(dom.text(at), at.0, reason);
            cut.insert(at);
            at = dom.end(at);
            continue;
        }
        at = NodeId(at.0 + 1);
    }
    cut
}

/// Whether a rule may cut an element from a run.
pub(crate) fn may_cut(dom: &Dom, run: SiblingRange, ix: NodeId) -> bool {
    let total = dom.counts_between(run.from, run.to).plain().max(1) as f32;
    is_small(dom, ix, total)
}

/// A rule cannot cut the article itself: sites reuse class names.
fn is_small(dom: &Dom, ix: NodeId, total: f32) -> bool {
    dom.counts(ix).plain() as f32 <= total * NAMED_MAX_SHARE
}

fn reason(dom: &Dom, ix: NodeId, total: f32) -> Option<Removal> {
    let tag = dom.tag(ix);
    match tag {
        Tag::Text => return None,
        Tag::Nav => return Some(Noise::Navigation.into()),
        Tag::Footer if dom.counts(ix).marks < 3 => return Some(Noise::Footer.into()),
        Tag::Button => return Some(Noise::Control.into()),
        _ => {}
    }
    let counts = dom.counts(ix);
    if tag == Tag::Span && boilerplate::is_stock_quote(dom.text(ix)) {
        return Some(Noise::StockQuote.into());
    }
    let small = (counts.plain() as f32) < total * NOISE_MAX_SHARE;
    if small && (tag.is_block() || matches!(tag, Tag::Span | Tag::A | Tag::Other)) {
        match hints(dom, ix).noise() {
            // `img_comment` and `popupbox` are words for captions and enlargements too.
            Some(Noise::Comments | Noise::PopUp)
                if is_picture(dom, ix) || tag == Tag::Figcaption => {}
            // And `ad` one for the box of a picture that leads nowhere.
            Some(Noise::Advertisement) if is_plain_picture(dom, ix) => {}
            // A word of a sentence that leads to a tag's page.
            Some(Noise::Tags) if !tag.is_block() && is_in_sentence(dom, ix) => {}
            Some(noise) => return Some(noise.into()),
            _ if tag == Tag::Aside => return Some(Noise::SideBar.into()),
            _ => {}
        }
    }
    // Comments on a flash may be longer than it.
    if !small
        && tag.is_block()
        && hints(dom, ix).noise() == Some(Noise::Comments)
        && values::follows_prose(dom, ix)
    {
        return Some(Noise::Comments.into());
    }
    if tag.is_block() && small && is_link_list(dom, ix) && !is_announced(dom, ix) {
        return Some(Cut::LinkList.into());
    }
    if tag.is_block() && small && is_subscription_box(dom, ix) {
        return Some(Noise::SubscriptionBox.into());
    }
    if tag.is_block() && small && card::is_card(dom, ix) {
        return Some(Noise::RelatedList.into());
    }
    None
}

/// Whether an element is part of a line that is a sentence without it too.
fn is_in_sentence(dom: &Dom, ix: NodeId) -> bool {
    let line = dom.lines().get(dom.line_of(ix));
    line.is_some_and(|line| values::is_prose(line) && line.counts.chars >= dom.counts(ix).chars * 2)
}

/// A picture with at most a caption.
fn is_picture(dom: &Dom, ix: NodeId) -> bool {
    dom.counts(ix).chars as usize <= CAPTION_MAX && dom.has_image(ix)
}

/// Whether a box below the text tells who wrote it, with a portrait: its name says so, and it holds a few words.
fn is_author_box(dom: &Dom, run: SiblingRange, ix: NodeId, total: f32) -> bool {
    let chars = dom.counts(ix).chars;
    dom.tag(ix).is_block()
        && (1..=AUTHOR_BOX_MAX).contains(&chars)
        && hints(dom, ix).has(Hint::Author)
        && dom.images_in(ix).len() == 1
        && dom.counts_between(run.from, ix).plain() as f32 >= total * AUTHOR_BOX_BELOW
        && !captions::is_worded(dom.text(ix))
}

/// One large picture without link and text.
fn is_plain_picture(dom: &Dom, ix: NodeId) -> bool {
    let wide = |img: NodeId| {
        dom.attr(img, "width")
            .and_then(|w| w.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|w| w >= PLAIN_PICTURE_MIN)
    };
    dom.counts(ix).chars == 0
        && dom.anchors_in(ix).is_empty()
        && matches!(dom.images_in(ix), [img] if wide(*img))
        && dom.ancestors(ix).take(2).all(|a| dom.tag(a) != Tag::A)
}
