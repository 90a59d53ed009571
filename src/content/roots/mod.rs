//! Where the body stands: the run of sibling nodes with the most prose and the least else. Reads lines and hints; cuts nothing. What a run
//! takes in that has no value as prose is in `head` and `ends`.
//!
//! Every line of the page has a value: prose gives its length, links and short furniture cost. A node's value is the sum over its
//! lines, so the best root is the run of siblings with the greatest sum, found for all parents in one pass over the tree
//! (the greatest sum of a run is Kadane's). Paragraphs split over several elements come out joined, a list of links below them left out.

mod ends;
mod head;
mod run;

use crate::content::hint::hints;
pub(crate) use crate::content::roots::run::SiblingRange;
use crate::content::tuning::NAMED_SHARE;
use crate::content::tuning::roots::{SHOWN, UNFOLD_MAX};
use crate::content::values;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::trace::node_path::NodePath;
use crate::trace::{RootTrace, Tracer, shorten};

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
    // The others are shown by a trace, and no body.
    if let Some(first) = best.first_mut() {
        first.run = ends::with_sentences(dom, first.run);
        first.run = ends::with_verse(dom, first.run);
        first.run = ends::with_pictures(dom, first.run, headline, &value);
        first.run = head::with_points(dom, first.run, headline);
        first.run = head::with_head(dom, first.run, headline);
        first.run = ends::with_references(dom, first.run);
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
        l.counts.chars <= UNFOLD_MAX && Facet::Unfold.starts(text)
    })
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
