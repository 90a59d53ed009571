//! Lists of links in a body, and those a sentence announces, which stay.

use crate::content::images;
use crate::content::tuning::LINK_LIST_SHARE;
use crate::content::tuning::clean::{ANNOUNCED_MIN, LIST_LINKED};
use crate::content::tuning::roots::REFERENCES_HEAD_MAX;
use crate::content::values;
use crate::grammar::boilerplate;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// Two or more links and next to nothing else.
pub(crate) fn is_link_list(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.linked < LIST_LINKED || counts.link_share() < LINK_LIST_SHARE {
        return false;
    }
    let lines = dom.lines_in(ix);
    let linked = lines
        .iter()
        .filter(|l| l.counts.link_share() > LINK_LIST_SHARE)
        .count();
    linked >= 2 && linked * 3 >= lines.len() * 2 && !leads_to_pictures(dom, ix)
}

/// Whether all links lead to pictures: the slides of a gallery with their captions.
fn leads_to_pictures(dom: &Dom, ix: NodeId) -> bool {
    dom.has_image(ix)
        && dom
            .anchors_in(ix)
            .iter()
            .all(|&link| dom.attr(link, "href").is_some_and(images::is_picture_file))
}

/// Whether the sentence above a list announces what it holds: 预约入口如下： and the addresses, or the works an article is based on. Lists of
/// other articles are announced by labels.
pub(super) fn is_announced(dom: &Dom, ix: NodeId) -> bool {
    let listed = matches!(dom.tag(ix), Tag::Ul | Tag::Ol);
    // Links between line breaks: within the text, not below it.
    let set_in = || {
        dom.tag(ix) == Tag::Div
            && dom.lines()[dom.line_from(dom.end(ix))..]
                .first()
                .is_some_and(|line| {
                    let parent = dom.parent(ix);
                    values::is_prose(line)
                        && parent.is_some_and(|p| dom.contains(p, NodeId(line.node)))
                })
    };
    if !listed && !set_in() {
        return false;
    }
    let Some(above) = dom.line_from(ix).checked_sub(1) else {
        return false;
    };
    let line = &dom.lines()[above];
    let text = dom.line_text(line).trim_end();
    let parent = dom.parent(ix);
    let beside = parent.is_some_and(|p| dom.contains(p, NodeId(line.node)));
    let is_head =
        |text: &str| Facet::ReferencesHead.is(text.trim_end().trim_end_matches(['：', ':']));
    // 参考资料, 书籍： and the list
    let outer_head = || {
        let outer = above.checked_sub(1).map(|at| &dom.lines()[at]);
        text.chars().count() <= REFERENCES_HEAD_MAX
            && outer.is_some_and(|line| is_head(dom.line_text(line)))
    };
    let sources = is_head(text) || outer_head();
    let announces = line.counts.linked == 0
        && line.counts.chars as usize >= ANNOUNCED_MIN
        && boilerplate::act(text).is_none()
        && (text.ends_with(['：', ':']) || Facet::ListAnnounced.within(text));
    beside && (sources || announces)
}
