//! What a body begins with that has no value as prose: a list of points, a sub-heading, a quote, a table, an opening set as verse.

use super::run::SiblingRange;
use crate::content::credit_line::is_credit_line;
use crate::content::hint::hints;
use crate::content::opening_list::is_opening;
use crate::content::tuning::roots::{HEAD_BLOCKS, HEAD_LINE_CHARS, HEAD_LINES, STRONG_LINE_MIN};
use crate::content::tuning::{HEADING_MAX, PROSE_WITHOUT_MARKS};
use crate::grammar::boilerplate;
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// A run with the sub-heading, quote or table that its container begins with, or with lines set as its paragraphs are: an opening written as
/// verse is. Only where nothing else stands above the text in the container, which holds neither headline nor info line.
pub(super) fn with_head(dom: &Dom, run: SiblingRange, headline: Option<NodeId>) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    if headline.is_none_or(|headline| headline >= parent) {
        return run;
    }
    let worded = |ix: &NodeId| dom.counts(*ix).chars > 0;
    let above = dom.children(parent).take_while(|ix| *ix < run.from);
    let above: Vec<NodeId> = above.filter(worded).take(HEAD_LINES + 1).collect();
    let Some(&from) = above.first().filter(|_| above.len() <= HEAD_LINES) else {
        return run;
    };
    let heads = above.len() <= HEAD_BLOCKS
        && above
            .iter()
            .all(|&ix| is_head(dom, ix) && is_plain(dom, ix));
    if heads || is_opening_verse(dom, parent, run, &above) {
        return SiblingRange { from, ..run };
    }
    run
}

/// Whether an element is set as one that text follows: a sub-heading, a quote, a table.
fn is_head(dom: &Dom, ix: NodeId) -> bool {
    let tag = dom.tag(ix);
    dom.counts(ix).chars > 1
        && (is_strong_line(dom, ix)
            || tag.heading_level().is_some_and(|level| level > 1)
            || matches!(tag, Tag::Blockquote | Tag::Table))
}

/// Whether lines without marks above a run are set as its first paragraph is, and long enough for an opening.
fn is_opening_verse(dom: &Dom, parent: NodeId, run: SiblingRange, above: &[NodeId]) -> bool {
    let chars: u32 = above.iter().map(|&ix| dom.counts(ix).chars).sum();
    if chars < above.len() as u32 * HEAD_LINE_CHARS {
        return false;
    }
    let mut within = dom.children(parent).filter(|ix| *ix >= run.from);
    let Some(first) = within.find(|&ix| dom.counts(ix).chars > 0) else {
        return false;
    };
    above.iter().all(|&ix| {
        dom.tag(ix) == dom.tag(first)
            && dom.attr(ix, "class") == dom.attr(first, "class")
            && (2..=PROSE_WITHOUT_MARKS).contains(&dom.counts(ix).chars)
            && is_plain(dom, ix)
    })
}

/// Whether an element shows words of the article: no link, time, control or credit.
fn is_plain(dom: &Dom, ix: NodeId) -> bool {
    let text = dom.text(ix);
    !dom.is_hidden(ix)
        && dom.counts(ix).linked == 0
        && hints(dom, ix).noise().is_none()
        && !time::spans::shows(text)
        && boilerplate::act(text).is_none()
        && !is_credit_line(dom, text)
}

/// A run with the lists of points right above it, and the line that announces one: 要点：
pub(super) fn with_points(dom: &Dom, run: SiblingRange, headline: Option<NodeId>) -> SiblingRange {
    let (Some(headline), Some(parent)) = (headline, dom.parent(run.from)) else {
        return run;
    };
    let children: Vec<NodeId> = dom.children(parent).collect();
    let first = children.partition_point(|c| *c < run.from);
    let worded = children[..first].iter().rev().copied();
    let above = worded.filter(|&ix| dom.counts(ix).chars > 0 && ix > headline);
    let mut run = run;
    let mut listed = false;
    for ix in above {
        let list = is_opening(dom, ix);
        let text = dom.text(ix);
        let announces = listed
            && dom.counts(ix).linked == 0
            && dom.lines_in(ix).len() == 1
            && text.ends_with(['：', ':'])
            && boilerplate::act(text).is_none();
        if !list && !announces {
            break;
        }
        run.from = ix;
        listed = list;
    }
    run
}

/// Whether a line is set in bold as a whole: a sub-heading of pages that have no elements for them.
fn is_strong_line(dom: &Dom, ix: NodeId) -> bool {
    let chars = dom.counts(ix).chars;
    matches!(dom.tag(ix), Tag::P | Tag::Div)
        && (STRONG_LINE_MIN..=HEADING_MAX as u32).contains(&chars)
        && dom.lines_in(ix).len() == 1
        && dom.children(ix).any(|inner| {
            matches!(dom.tag(inner), Tag::B | Tag::Strong) && dom.counts(inner).chars == chars
        })
}
