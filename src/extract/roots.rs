//! Where the body stands: the run of sibling nodes with the most prose and the least else. Reads lines and hints; cuts nothing.
//!
//! Every line of the page has a value: prose gives its length, links and short furniture cost. A node's value is the sum over its
//! lines, so the best root is the run of siblings with the greatest sum, found for all parents in one pass over the tree
//! (the greatest sum of a run is Kadane's). Paragraphs split over several elements come out joined, a list of links below them left out.

use super::furniture;
use super::hints::{self, Hint};
use super::tuning::*;
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::trace::{RootTrace, Tracer, shorten};

/// A run of sibling nodes: everything from `from` up to `to`, in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) from: Ix,
    pub(crate) to: Ix,
}

impl Run {
    pub(crate) fn of(dom: &Dom, ix: Ix) -> Self {
        Self {
            from: ix,
            to: dom.end(ix),
        }
    }

    pub(crate) fn contains(&self, ix: Ix) -> bool {
        self.from <= ix && ix < self.to
    }
}

/// Where the body stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Root {
    pub(crate) run: Run,
    /// The sum of line values; about the number of characters of prose.
    pub(crate) score: f32,
}

/// The best root of the page, if any prose is found at all.
pub(crate) fn find(dom: &Dom, headline: Option<Ix>, tracer: &mut Tracer) -> Option<Root> {
    let values = line_values(dom, headline);
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
    let value = |from: Ix, to: Ix| sums[to.0 as usize] - sums[from.0 as usize];

    let mut best: Vec<Root> = Vec::new();
    for parent in dom.subtree(dom.body()) {
        if dom.tag(parent) == Tag::Text || dom.is_hidden(parent) || value_bound(dom, parent) < 1.0 {
            continue;
        }
        let Some(root) = best_run(dom, parent, &value) else {
            continue;
        };
        // Of equal ones the innermost, which comes last in document order.
        if tracer.is_on() || best.first().is_none_or(|b| root.score >= b.score - 0.01) {
            best.push(root);
            best.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then(b.run.from.cmp(&a.run.from))
            });
            best.truncate(5);
        }
    }
    tracer.note(|t| {
        t.roots = best
            .iter()
            .map(|root| RootTrace {
                element: describe(dom, root.run),
                score: root.score,
                start: shorten(dom.text_between(root.run.from, root.run.to), 30),
            })
            .collect();
    });
    let mut root = best.into_iter().find(|root| root.score > 0.0)?;
    root.run.to = end_of_line(dom, root.run);
    Some(root)
}

/// A line's value is counted where it starts: what follows in the same line, such as a link within the last sentence, belongs to the run too.
fn end_of_line(dom: &Dom, run: Run) -> Ix {
    let lines = dom.lines();
    let next = lines.partition_point(|l| l.node < run.to.0);
    let next = lines.get(next).map_or(dom.end(dom.root()), |l| Ix(l.node));
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

/// No run inside `ix` can be worth more than its prose; cheap to ask.
fn value_bound(dom: &Dom, ix: Ix) -> f32 {
    dom.counts(ix).plain() as f32
}

fn best_run(dom: &Dom, parent: Ix, value: &impl Fn(Ix, Ix) -> f32) -> Option<Root> {
    let mut best: Option<Root> = None;
    let mut from = None;
    let mut sum = 0.0;
    for child in dom.children(parent) {
        let gain = value(child, dom.end(child));
        if sum <= 0.0 {
            sum = 0.0;
            from = None;
        }
        if gain > 0.0 || from.is_some() {
            from = from.or(Some(child));
            sum += gain;
        }
        if let Some(from) = from
            && gain > 0.0
            && best.is_none_or(|b| sum > b.score)
        {
            best = Some(Root {
                run: Run {
                    from,
                    to: dom.end(child),
                },
                score: sum,
            });
        }
    }
    best
}

/// The value of every line of the page.
fn line_values(dom: &Dom, headline: Option<Ix>) -> Vec<f32> {
    let factors = Factors::new(dom);
    let mut at = 0;
    dom.lines()
        .iter()
        .map(|line| {
            let counts = line.counts;
            let text = dom.line_text(line);
            let share = counts.link_share();
            let prose = share <= PROSE_LINK_SHARE
                && (counts.chars >= PROSE_WITHOUT_MARKS
                    || counts.marks > 0 && counts.chars >= PROSE_WITH_MARKS)
                && !furniture::is_page_furniture(text);
            let factor = factors.at(Ix(line.node), &mut at);
            if prose {
                let place = match headline {
                    Some(h) if line.node < h.0 => BEFORE_HEADLINE_FACTOR,
                    _ => 1.0,
                };
                counts.plain() as f32 * factor * place
            } else if share > PROSE_LINK_SHARE {
                -(counts.linked as f32 * LINK_COST + LINE_COST)
            } else if counts.chars <= 3 {
                // A lone figure or mark between paragraphs.
                -1.0
            } else if furniture::is_page_furniture(text) {
                -(counts.chars as f32 * 0.5 + LINE_COST)
            } else {
                -LINE_COST * 0.25
            }
        })
        .collect()
}

/// Stretches of the page with a class hint, as factors on prose.
struct Factors(Vec<(Ix, Ix, f32)>);

impl Factors {
    fn new(dom: &Dom) -> Self {
        let mut out: Vec<(Ix, Ix, f32)> = Vec::new();
        let mut skip = Ix(0);
        for ix in dom.subtree(dom.body()) {
            if ix < skip || dom.tag(ix) == Tag::Text {
                continue;
            }
            let factor = match dom.tag(ix) {
                Tag::Footer | Tag::Nav | Tag::Aside => NOISE_FACTOR,
                tag if tag.is_block() || tag == Tag::Other => match hint(dom, ix) {
                    Some(Hint::Noise(_)) => NOISE_FACTOR,
                    Some(Hint::Body) => BODY_FACTOR,
                    None => continue,
                },
                _ => continue,
            };
            // A noise class on something that holds most of the page's prose says nothing.
            if factor < 1.0 {
                let all = dom.counts(dom.body()).plain().max(1) as f32;
                if dom.counts(ix).plain() as f32 > all * NOISE_MAX_SHARE_OF_PAGE {
                    continue;
                }
                skip = dom.end(ix);
            }
            out.push((ix, dom.end(ix), factor));
        }
        Self(out)
    }

    /// The factor at a node: noise where there is some, else body. `hint` moves forward with the nodes asked for.
    fn at(&self, ix: Ix, hint: &mut usize) -> f32 {
        while *hint < self.0.len() && self.0[*hint].0 <= ix {
            *hint += 1;
        }
        let mut factor = 1.0;
        // Look back over the few stretches that may still be open.
        for (_, end, f) in self.0[..*hint].iter().rev().take(24) {
            if *end > ix {
                if *f < 1.0 {
                    return *f;
                }
                factor = *f;
            }
        }
        factor
    }
}

/// What the class and id of an element hint at.
pub(crate) fn hint(dom: &Dom, ix: Ix) -> Option<Hint> {
    let mut found = None;
    for (name, value) in dom.attrs(ix) {
        if matches!(name, "class" | "id") {
            match hints::of(value) {
                Some(noise @ Hint::Noise(_)) => return Some(noise),
                Some(body) => found = Some(body),
                None => {}
            }
        } else if name == "itemprop" && value.contains("articleBody") {
            found = Some(Hint::Body);
        }
    }
    found
}

fn describe(dom: &Dom, run: Run) -> String {
    let whole = dom.end(run.from) == run.to;
    if whole {
        return dom.describe(run.from);
    }
    let parent = dom.parent(run.from).unwrap_or(Ix(0));
    format!(
        "{} > (from {})",
        dom.describe(parent),
        dom.describe(run.from)
    )
}
