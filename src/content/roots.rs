//! Where the body stands: the run of sibling nodes with the most prose and the least else. Reads lines and hints; cuts nothing.
//!
//! Every line of the page has a value: prose gives its length, links and short furniture cost. A node's value is the sum over its
//! lines, so the best root is the run of siblings with the greatest sum, found for all parents in one pass over the tree
//! (the greatest sum of a run is Kadane's). Paragraphs split over several elements come out joined, a list of links below them left out.

use crate::content::captions;
use crate::content::credit_line::is_credit_line;
use crate::content::hint::hints;
use crate::content::opening_list::is_opening;
use crate::content::tuning::roots::{
    CAPTIONS_MAX, HEAD_LINE_CHARS, HEAD_LINES, REFERENCES_HEAD_MAX, REFERENCES_MAX, SHOWN,
    VERSE_CHARS, VERSE_LINES,
};
use crate::content::tuning::{
    CAPTION_MAX, HEADING_MAX, LINE_COST, NAMED_SHARE, PROSE_WITHOUT_MARKS,
};
use crate::content::values;
use crate::grammar::boilerplate;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label::{self, Announced};
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::trace::node_path::NodePath;
use crate::trace::{RootTrace, Tracer, shorten};

/// A run of sibling nodes: everything from `from` up to `to`, in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SiblingRange {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
}

impl SiblingRange {
    pub(crate) fn of(dom: &Dom, ix: NodeId) -> Self {
        Self {
            from: ix,
            to: dom.end(ix),
        }
    }

    pub(crate) fn contains(&self, ix: NodeId) -> bool {
        self.from <= ix && ix < self.to
    }
}

/// Where the body stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Root {
    pub(crate) run: SiblingRange,
    /// The sum of line values; about the number of characters of prose.
    pub(crate) score: f32,
}

/// The possible roots of a page, the one to take first.
#[derive(Debug, Default)]
pub(crate) struct Roots(Vec<Root>);

impl Roots {
    /// The best root, if any prose is found at all.
    pub(crate) fn best(&self, dom: &Dom) -> Option<Root> {
        let mut root = *self.0.iter().find(|root| root.score > 0.0)?;
        root.run.to = end_of_line(dom, root.run);
        Some(root)
    }

    /// Writes them down, if a trace is kept.
    pub(crate) fn note(&self, dom: &Dom, tracer: &mut Tracer) {
        tracer.note(|t| {
            let traced = self.0.iter().map(|root| RootTrace {
                element: describe(dom, root.run),
                score: root.score,
                start: shorten(dom.text_between(root.run.from, root.run.to), 30),
                at: Some(NodePath::of(root.run.from.0)),
            });
            t.roots = traced.collect();
        });
    }
}

/// Finds the possible roots of a page; `described` is what its description begins with.
pub(crate) fn find(dom: &Dom, headline: Option<NodeId>, described: Option<&str>) -> Roots {
    let values = values::of_lines(dom, headline, described);
    // Sum of values of all lines that start before node i.
    let mut sums = Vec::with_capacity(dom.len() + 1);
    let mut total = 0.0;
    let mut line = 0;
    for node in 0..=dom.len() as u32 {
        while line < dom.lines().len() && dom.lines()[line].node < node {
            total += values[line];
            line += 1;
        }
        sums.push(total);
    }
    let value = |from: NodeId, to: NodeId| sums[to.0 as usize] - sums[from.0 as usize];

    let mut best: Vec<Root> = Vec::new();
    for parent in dom.subtree(dom.body()) {
        if dom.tag(parent) == Tag::Text || dom.is_hidden(parent) || value_bound(dom, parent) < 1.0 {
            continue;
        }
        let Some(root) = best_run(dom, parent, &value) else {
            continue;
        };
        // Of equal ones the innermost, which comes last in document order.
        let last = best.get(SHOWN - 1);
        if last.is_none_or(|last| root.score >= last.score) {
            best.push(root);
            best.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then(b.run.from.cmp(&a.run.from))
            });
            best.truncate(SHOWN);
        }
    }
    for root in &mut best {
        let worded = with_verse(dom, with_short_sentences(dom, root.run));
        root.run = with_pictures(dom, worded, headline, &value);
        root.run = with_head(dom, root.run, headline);
        root.run = with_references(dom, root.run);
    }
    if let Some(first) = best.first().copied()
        && let Some(inner) = named_inside(dom, first, &value)
    {
        best.insert(0, inner);
    }
    Roots(best)
}

/// A line's value is counted where it starts: what follows in the same line, such as a link within the last sentence, belongs to the run too.
fn end_of_line(dom: &Dom, run: SiblingRange) -> NodeId {
    let lines = dom.lines();
    let next = lines
        .get(dom.line_from(run.to))
        .map_or(dom.end(dom.root()), |l| NodeId(l.node));
    let stop = dom
        .parent(run.from)
        .map_or(run.to, |p| dom.end(p))
        .min(next);
    let (mut at, mut to) = (run.to, run.to);
    while at < stop && dom.tag(at) != Tag::Br && !dom.tag(at).is_block() && dom.end(at) <= stop {
        at = dom.end(at);
        if dom.counts_between(to, at).chars > 0 {
            to = at;
        }
    }
    to
}

/// A run with the pictures right before and after it: they have no value as text, and belong to it. So do the captions of those before.
fn with_pictures(
    dom: &Dom,
    run: SiblingRange,
    headline: Option<NodeId>,
    value: &impl Fn(NodeId, NodeId) -> f32,
) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let picture = |ix: NodeId| {
        dom.has_image(ix)
            && dom.counts(ix).chars as usize <= CAPTION_MAX
            && value(ix, dom.end(ix)) > -LINE_COST * 2.0
            && hints(dom, ix).noise().is_none()
    };
    let mut run = run;
    let children: Vec<NodeId> = dom.children(parent).collect();
    let first = children.partition_point(|c| *c < run.from);
    let mut captions = 0;
    for &before in children[..first].iter().rev() {
        if picture(before) {
            run.from = before;
            captions = 0;
        } else if dom.counts(before).chars > 0 {
            captions += 1;
            if captions > CAPTIONS_MAX
                || headline.is_none_or(|headline| headline >= before)
                || !is_caption(dom, before)
            {
                break;
            }
        }
    }
    let end = run.to;
    for &after in children.iter().filter(|c| **c >= end) {
        if picture(after) {
            run.to = dom.end(after);
        } else if dom.counts(after).chars > 0 {
            break;
        }
    }
    run
}

/// Whether an element is set as the caption of a picture above it, or worded so.
fn is_caption(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    let text = dom.text(ix);
    dom.tag(ix).is_block()
        && dom.tag(ix).heading_level().is_none()
        && counts.linked == 0
        && counts.chars as usize <= CAPTION_MAX
        && !dom.is_hidden(ix)
        // ＝＝ 城东公园 ＝＝ heads what follows.
        && (captions::is_worded(text)
            || captions::is_caption_element(dom, ix) && text.starts_with(char::is_alphanumeric))
        && !is_credit_line(dom, text)
        && boilerplate::act(text).is_none()
}

/// A run with the sources named right below it: 参考资料 and the list under it. Its lines are links, and have no value as prose.
fn with_references(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let below = dom.children(parent).filter(|&ix| ix >= run.to);
    let mut below = below.filter(|&ix| dom.counts(ix).chars > 0);
    if !below.next().is_some_and(|ix| is_references_head(dom, ix)) {
        return run;
    }
    let mut to = None;
    for ix in below.take(REFERENCES_MAX) {
        let heading = dom.tag(ix).heading_level().is_some();
        if heading && is_references_head(dom, ix)
            || matches!(dom.tag(ix), Tag::Ul | Tag::Ol) && hints(dom, ix).noise().is_none()
        {
            to = Some(dom.end(ix));
        } else if !(heading && dom.counts(ix).chars as usize <= REFERENCES_HEAD_MAX) {
            break;
        }
    }
    SiblingRange {
        to: to.unwrap_or(run.to),
        ..run
    }
}

fn is_references_head(dom: &Dom, ix: NodeId) -> bool {
    let text = dom.text(ix).trim_end_matches(['：', ':', ' ']);
    Facet::ReferencesHead.is(text)
}

/// A run with the sub-heading, quote or table that its container begins with: none has a value as prose. Only where nothing else stands
/// above the text in the container, which holds neither headline nor info line.
fn with_head(dom: &Dom, run: SiblingRange, headline: Option<NodeId>) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let run = with_points(dom, run, parent, headline);
    let outer = SiblingRange::of(dom, parent);
    let headed = headline.is_some_and(|h| h < outer.from);
    let before: Vec<NodeId> = dom
        .children(parent)
        .take_while(|ix| *ix < run.from)
        .filter(|&ix| dom.counts(ix).chars > 0)
        .collect();
    let belongs = |&ix: &NodeId| {
        let tag = dom.tag(ix);
        let counts = dom.counts(ix);
        let text = dom.text(ix);
        (is_strong_line(dom, ix)
            || tag.heading_level().is_some_and(|level| level > 1)
            || matches!(tag, Tag::Blockquote | Tag::Table))
            && !dom.is_hidden(ix)
            && counts.linked == 0
            && counts.chars > 1
            && hints(dom, ix).noise().is_none()
            && !time::spans::shows(text)
            && boilerplate::act(text).is_none()
            && !is_credit_line(dom, text)
    };
    // Lines without marks, set as the paragraphs below them are: an opening written as verse is.
    let first = dom
        .children(parent)
        .find(|&ix| ix >= run.from && dom.counts(ix).chars > 0);
    let set_alike = |ix: NodeId| {
        first.is_some_and(|first| {
            dom.tag(ix) == dom.tag(first) && dom.attr(ix, "class") == dom.attr(first, "class")
        })
    };
    let is_line = |&ix: &NodeId| {
        let (counts, text) = (dom.counts(ix), dom.text(ix));
        set_alike(ix)
            && !dom.is_hidden(ix)
            && counts.linked == 0
            && (2..=PROSE_WITHOUT_MARKS).contains(&counts.chars)
            && hints(dom, ix).noise().is_none()
            && !time::spans::shows(text)
            && boilerplate::act(text).is_none()
            && !is_credit_line(dom, text)
    };
    let chars: u32 = before.iter().map(|&ix| dom.counts(ix).chars).sum();
    let verse = (1..=HEAD_LINES).contains(&before.len())
        && chars >= before.len() as u32 * HEAD_LINE_CHARS
        && before.iter().all(is_line);
    if headed && (verse || (1..=2).contains(&before.len()) && before.iter().all(belongs)) {
        return SiblingRange {
            from: before[0],
            ..run
        };
    }
    run
}

/// A run with the lists of points right above it, and the line that announces one: 要点：
fn with_points(
    dom: &Dom,
    run: SiblingRange,
    parent: NodeId,
    headline: Option<NodeId>,
) -> SiblingRange {
    let Some(headline) = headline else {
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
        && (4..=HEADING_MAX as u32).contains(&chars)
        && dom.lines_in(ix).len() == 1
        && dom.children(ix).any(|inner| {
            matches!(dom.tag(inner), Tag::B | Tag::Strong) && dom.counts(inner).chars == chars
        })
}

/// The innermost element inside a run that is named as a body and holds most of the run's value: what else the run gained
/// is a promotion above or a disclaimer below.
fn named_inside(dom: &Dom, outer: Root, value: &impl Fn(NodeId, NodeId) -> f32) -> Option<Root> {
    let mut found: Option<Root> = None;
    for ix in (outer.run.from.0..outer.run.to.0).map(NodeId) {
        if dom.tag(ix) == Tag::Text || SiblingRange::of(dom, ix) == outer.run {
            continue;
        }
        let score = value(ix, dom.end(ix));
        if score >= outer.score * NAMED_SHARE
            && hints(dom, ix).is_body()
            && !is_folded(dom, outer.run.from, ix)
        {
            found = Some(Root {
                run: SiblingRange::of(dom, ix),
                score,
            });
        }
    }
    found
}

/// Whether a control between two nodes unfolds the rest of a text: what stands above it is the text's first part.
fn is_folded(dom: &Dom, from: NodeId, to: NodeId) -> bool {
    dom.lines_between(from, to).iter().any(|l| {
        let text = dom.line_text(l);
        l.counts.chars <= 12 && Facet::Unfold.starts(text)
    })
}

/// A run with the short sentences right before and after it: 女士们、先生们： and 谢谢大家！ have no value as prose, nor have the items
/// of a list that a sentence ends in, and all are the article's.
fn with_short_sentences(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let mut run = run;
    let children: Vec<NodeId> = dom.children(parent).collect();
    let within =
        children.partition_point(|c| *c < run.from)..children.partition_point(|c| *c < run.to);
    let worded = |ix: &&NodeId| dom.counts(**ix).chars > 0;
    let Some(&first) = children[within.clone()].iter().find(worded) else {
        return run;
    };
    let before = children[..within.start].iter().rev();
    for &ix in before.filter(worded) {
        if dom.tag(ix) != dom.tag(first) || !is_sentence(dom, ix, &['：', ':']) {
            break;
        }
        run.from = ix;
    }
    let Some(&last) = children[within.clone()].iter().rfind(worded) else {
        return run;
    };
    let listed = dom.text(last).ends_with(['：', ':']);
    for &ix in children[within.end..].iter().filter(worded) {
        let item = listed && dom.text(ix).starts_with(is_bullet);
        if dom.tag(ix) != dom.tag(last) || !item && !is_sentence(dom, ix, &[]) {
            break;
        }
        run.to = dom.end(ix);
    }
    run
}

/// A run with the verse right behind it: lines of a poem or a song have neither marks nor a value as prose. Four at least in a row, set
/// as the run's last paragraph is. In a text without markup all lines are set alike, and tags and menus are as short.
fn with_verse(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from).filter(|_| !dom.is_text()) else {
        return run;
    };
    let worded = |ix: &NodeId| dom.counts(*ix).chars > 0;
    let mut last = None;
    let mut lines = Vec::new();
    for ix in dom.children(parent).filter(worded) {
        if ix < run.to {
            last = (ix >= run.from).then_some(ix);
        } else if last.is_some_and(|last| dom.tag(ix) == dom.tag(last)) && is_verse(dom, ix) {
            lines.push(ix);
        } else {
            break;
        }
    }
    match lines.last() {
        Some(&end) if lines.len() >= VERSE_LINES => SiblingRange {
            to: dom.end(end),
            ..run
        },
        _ => run,
    }
}

/// Whether a paragraph may be a line of a verse: short, without a link, and neither a label with its value nor of the page.
fn is_verse(dom: &Dom, ix: NodeId) -> bool {
    let (counts, text) = (dom.counts(ix), dom.text(ix));
    dom.tag(ix) == Tag::P
        && !dom.is_hidden(ix)
        && (2..=VERSE_CHARS).contains(&counts.chars)
        && counts.linked == 0
        && dom.lines_in(ix).len() == 1
        && !dom.has_image(ix)
        && !text.contains(['：', ':', '@', '|', '/'])
        && text.bytes().filter(u8::is_ascii_digit).count() < 5
        && boilerplate::act(text).is_none()
        && !boilerplate::is_page_furniture(text)
        && !is_credit_line(dom, text)
        && list_label::announced(text) == Announced::Nothing
        && hints(dom, ix).noise().is_none()
}

/// Whether an element holds a short sentence and nothing else: one line, no links, an end mark.
fn is_sentence(dom: &Dom, ix: NodeId, more: &[char]) -> bool {
    let text = dom.text(ix).trim_end_matches(['”', '」', '’', '』']);
    dom.tag(ix).is_block()
        && dom.counts(ix).linked == 0
        && (text.ends_with(['。', '！', '？', '…', '!', '?']) || text.ends_with(more))
        && dom.lines_in(ix).len() == 1
        && boilerplate::act(text).is_none()
        && hints(dom, ix).noise().is_none()
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '·' | '•' | '●' | '‧' | '▪' | '■' | '◆' | '◎' | '－' | '-' | '①'..='⑳'
    )
}

/// No run inside `ix` can be worth more than its prose; cheap to ask.
fn value_bound(dom: &Dom, ix: NodeId) -> f32 {
    dom.counts(ix).plain() as f32
}

/// The run of children with the greatest sum. Text and inline elements beside each other are one unit: a paragraph is never cut at a link.
fn best_run(dom: &Dom, parent: NodeId, value: &impl Fn(NodeId, NodeId) -> f32) -> Option<Root> {
    let tag = dom.tag(parent);
    if matches!(tag, Tag::P | Tag::A | Tag::Span | Tag::Font) || tag.heading_level().is_some() {
        return None;
    }
    let mut best: Option<Root> = None;
    let mut from = None;
    let mut sum = 0.0;
    let mut children = dom.children(parent).peekable();
    while let Some(start) = children.next() {
        let mut end = dom.end(start);
        if is_inline(dom, start) {
            while let Some(&next) = children.peek()
                && is_inline(dom, next)
            {
                end = dom.end(next);
                children.next();
            }
        }
        let gain = value(start, end);
        if sum <= 0.0 {
            sum = 0.0;
            from = None;
        }
        if gain > 0.0 || from.is_some() {
            from = from.or(Some(start));
            sum += gain;
        }
        if let Some(from) = from
            && gain > 0.0
            && best.is_none_or(|b| sum > b.score)
        {
            best = Some(Root {
                run: SiblingRange { from, to: end },
                score: sum,
            });
        }
    }
    best
}

fn is_inline(dom: &Dom, ix: NodeId) -> bool {
    let tag = dom.tag(ix);
    // Elements of unknown name are taken for containers: sites make up their own.
    !tag.is_block() && tag != Tag::Other
}

fn describe(dom: &Dom, run: SiblingRange) -> String {
    let whole = dom.end(run.from) == run.to;
    if whole {
        return dom.describe(run.from);
    }
    let parent = dom.parent(run.from).unwrap_or(NodeId(0));
    format!(
        "{} > (from {})",
        dom.describe(parent),
        dom.describe(run.from)
    )
}
