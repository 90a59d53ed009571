//! What the page's lines say after labels (来源, 作者, 责编 …), and where each stands: above the body, in it, below it. No grammar of values.

use crate::content::credit_line::is_credit_line;
use crate::content::roots::SiblingRange;
use crate::content::tuning::PROSE_WITH_MARKS;
use crate::content::tuning::labelled::{
    ABOVE, AFTER, BETWEEN, CREDIT_MAX, ELEMENTS_MAX, ELEMENTS_NODES, FAR_MAX, HEAD, HEADED_MAX,
    INFO_MAX, INFO_WITHIN, LINE_MAX, LONE_MAX, OUTLET_MAX, TAIL, TIME_MAX, VALUE_CHARS,
};
use crate::grammar::boilerplate;
use crate::grammar::label::{self, Label, values};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::names::is_person;
use crate::grammar::outlet;
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::{Line, is_longer};

/// Where a line stands, in the order labels are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Region {
    /// Between the headline and the body, or right around the headline.
    Info,
    /// The first lines of the body.
    Head,
    /// The last lines of the body.
    Tail,
    /// Right below the body.
    After,
    /// Elsewhere.
    Other,
}

/// A labelled value.
#[derive(Debug, Clone)]
pub(crate) struct LabelledValue {
    pub(crate) label: Label,
    /// The label as shown.
    pub(crate) name: String,
    /// The value as shown; never empty.
    pub(crate) value: String,
    pub(crate) region: Region,
    /// The text node the line starts in.
    pub(crate) node: NodeId,
    /// Whether that is a node of the page, not of a body that the page's state holds.
    pub(crate) on_page: bool,
}

impl LabelledValue {
    /// The node of the page it stands in.
    pub(crate) fn on_page(&self) -> Option<NodeId> {
        self.on_page.then_some(self.node)
    }
}

/// Lines of the page around headline and body, as index ranges of `Dom::lines`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Layout {
    headline: Option<usize>,
    body: Option<(usize, usize)>,
}

impl Layout {
    pub(crate) fn new(
        dom: &Dom,
        headline: Option<NodeId>,
        runs: Option<(SiblingRange, NodeId)>,
    ) -> Self {
        let at = |ix: NodeId| dom.line_from(ix);
        let headline_line = headline.map(at).filter(|&l| l < dom.lines().len());
        let body = runs.map(|(first, end)| {
            let mut start = at(first.from);
            let end = at(end);
            // A body's container often holds the info line too, and sometimes the headline: the body starts with its first prose.
            if let Some(h) = headline_line.filter(|&h| h >= start && h < end) {
                start = h + 1;
            }
            (first_prose(dom, start, end), end.max(start))
        });
        Self {
            headline: headline_line,
            body,
        }
    }

    pub(crate) fn region(&self, line: usize) -> Region {
        if let Some((start, end)) = self.body {
            if line >= start && line < end {
                return if line < start + HEAD && line + TAIL >= end {
                    // A short body is all edge; its end is where credits stand.
                    if line == start {
                        Region::Head
                    } else {
                        Region::Tail
                    }
                } else if line < start + HEAD {
                    Region::Head
                } else if line + TAIL >= end {
                    Region::Tail
                } else {
                    Region::Other
                };
            }
            if line >= end && line < end + AFTER {
                return Region::After;
            }
            if line < start {
                return match self.headline {
                    Some(h) if h <= start => {
                        if line + ABOVE >= h && line < h + BETWEEN {
                            Region::Info
                        } else {
                            Region::Other
                        }
                    }
                    _ if line + BETWEEN / 2 >= start => Region::Info,
                    _ => Region::Other,
                };
            }
            return Region::Other;
        }
        match self.headline {
            Some(h) if line + ABOVE >= h && line < h + BETWEEN => Region::Info,
            _ => Region::Other,
        }
    }

    /// Indexes of the lines of the info region.
    pub(crate) fn info(&self) -> std::ops::Range<usize> {
        let (start, end) = match (self.headline, self.body) {
            (Some(h), Some((b, _))) if h <= b => (h.saturating_sub(ABOVE), b.min(h + BETWEEN)),
            (_, Some((b, _))) => (b.saturating_sub(BETWEEN / 2), b),
            (Some(h), None) => (h.saturating_sub(ABOVE), h + BETWEEN),
            (None, None) => (0, 0),
        };
        start..end
    }

    /// Indexes of the body's lines.
    pub(crate) fn body(&self) -> std::ops::Range<usize> {
        self.body.map_or(0..0, |(start, end)| start..end)
    }

    /// The text node the body's first line starts in.
    pub(crate) fn body_start(&self, dom: &Dom) -> Option<NodeId> {
        let (start, _) = self.body?;
        dom.lines().get(start).map(|l| NodeId(l.node))
    }

    /// The line of the headline.
    pub(crate) fn headline(&self) -> Option<usize> {
        self.headline
    }
}

/// The first line of prose in a body's container. What stands above an info line with a time is none, however long.
fn first_prose(dom: &Dom, start: usize, end: usize) -> usize {
    let lines = dom.lines();
    let is_info = |i: usize| {
        let text = dom.line_text(&lines[i]);
        let chars = lines[i].counts.chars;
        // `城东公园湖区。王小明摄` is a caption inside the body, not the line above it.
        chars < CREDIT_MAX && !text.contains('。') && is_credit_line(dom, text)
            || chars < TIME_MAX && !text.contains(['。', '，']) && time::spans::shows(text)
    };
    let prose_from = |from: usize| {
        (from..end).take(INFO_MAX).find(|&i| {
            let counts = lines[i].counts;
            counts.marks > 0
                && counts.plain() >= PROSE_WITH_MARKS
                && !is_info(i)
                && boilerplate::act(dom.line_text(&lines[i])).is_none()
        })
    };
    // The larger part of an article stands below its info line: a date further down (5月10日, 《…日报》2024年5月10日04版) is none.
    let prose = |range: std::ops::Range<usize>| -> u32 {
        range
            .filter(|&i| lines[i].counts.marks > 0)
            .map(|i| lines[i].counts.plain())
            .sum()
    };
    let all = prose(start..end);
    // The last info line that prose follows: of a short item, the 责任编辑 below it is within reach too.
    (start..end.min(start + INFO_WITHIN))
        .rev()
        .filter(|&i| is_info(i) && prose(start..i) * 2 <= all)
        .find_map(|i| prose_from(i + 1))
        .or_else(|| prose_from(start))
        // A table and nothing else, below its info line.
        .unwrap_or_else(|| {
            let below = (start..end).take(INFO_WITHIN).find(|&i| !is_info(i));
            below.unwrap_or(start)
        })
}

/// What labels say on a page.
#[derive(Debug)]
pub(crate) struct Said {
    /// In document order.
    pub(crate) values: Vec<LabelledValue>,
    /// Which lines are known to have no label.
    pub(crate) bare: Vec<bool>,
}

/// All labelled values of the page.
pub(crate) fn gather(dom: &Dom, layout: &Layout) -> Said {
    let mut out = Vec::new();
    let mut bare = vec![false; dom.lines().len()];
    let mut far = FAR_MAX;
    let lines = dom.lines();
    for (i, line) in lines.iter().enumerate() {
        let text = dom.line_text(line);
        if text.len() > LINE_MAX {
            continue;
        }
        let region = layout.region(i);
        if region == Region::Other {
            // Reading labels is slow next to the rest: a flood of them must not take seconds.
            if far < text.len() {
                continue;
            }
            far -= text.len();
        }
        if region == Region::Info && !dom.is_text() {
            out.extend(in_elements(dom, i, region));
        }
        let found = label::scan(text);
        if found.is_empty() {
            bare[i] = true;
            if region != Region::Other && !dom.is_text() {
                out.extend(in_next_line(dom, i, region));
            }
            continue;
        }
        // `<a>城东公园今起开放 记者：张三</a>` tells of the article that it leads to.
        let headed = || !is_longer(&text[..found[0].range.start], HEADED_MAX);
        if line.counts.linked == line.counts.chars && !headed() {
            continue;
        }
        let following = || lines.get(i + 1).map(|l| dom.line_text(l));
        let values = values::of_line(found, |_| true, following).into_iter();
        out.extend(values.map(|(label, name, value)| LabelledValue {
            label,
            name,
            value,
            region,
            node: NodeId(line.node),
            on_page: true,
        }));
    }
    Said { values: out, bare }
}

/// Whether a text is a link that says it leads to the writer.
fn is_writers_link(dom: &Dom, text: NodeId) -> bool {
    let link = dom
        .ancestors(text)
        .take(2)
        .find(|&ix| dom.tag(ix) == Tag::A);
    link.is_some_and(|link| {
        dom.attr(link, "rel")
            .is_some_and(|rel| rel.contains("author"))
    })
}

/// A label alone in its line, and the person or outlet in the next: `作者` above `张三`, `来源` above `城东日报`, in cells or lists.
fn in_next_line(dom: &Dom, line: usize, region: Region) -> Option<LabelledValue> {
    let lines = dom.lines();
    let is_short = |l: &Line, most: u32| (2..=most).contains(&l.counts.chars);
    let (own, next) = (lines.get(line)?, lines.get(line + 1)?);
    if !is_short(own, LONE_MAX) || own.counts.linked > 0 || !is_short(next, OUTLET_MAX) {
        return None;
    }
    let (name, value) = (dom.line_text(own).trim(), dom.line_text(next).trim());
    let label = label::by_name(name)?;
    let fits = match label {
        Label::Author | Label::Editor => !Facet::OriginalMark.is(name) && is_person(value),
        Label::Source => name.ends_with('源') && outlet::is_outlet(value),
        _ => false,
    };
    fits.then(|| LabelledValue {
        label,
        name: name.to_string(),
        value: value.to_string(),
        region,
        node: NodeId(own.node),
        on_page: true,
    })
}

/// Labels of an info line that elements alone tell from their values: `<span>来源</span><span>橙橘网</span>`.
fn in_elements(dom: &Dom, line: usize, region: Region) -> Vec<LabelledValue> {
    let lines = dom.lines();
    let from = lines[line].node;
    let to = lines
        .get(line + 1)
        .map_or(dom.len() as u32, |next| next.node);
    let short = lines[line].counts.chars <= ELEMENTS_MAX && to - from <= ELEMENTS_NODES;
    let nodes = (from..if short { to } else { from }).map(NodeId);
    let texts: Vec<NodeId> = nodes
        .filter(|&ix| dom.tag(ix) == Tag::Text && dom.counts(ix).chars > 0 && !dom.is_hidden(ix))
        .collect();
    let named = |ix: NodeId| {
        let text = dom.text(ix).trim();
        let known = label::by_name(text)
            .filter(|_| text.chars().count() >= 2 && dom.counts(ix).linked == 0);
        // 原创 is a remark as well.
        known.filter(|label| {
            matches!(label, Label::Source | Label::Author | Label::Editor)
                && !Facet::OriginalMark.is(text)
        })
    };
    texts
        .windows(2)
        .filter_map(|pair| {
            let (name, value) = (dom.text(pair[0]).trim(), dom.text(pair[1]).trim());
            let label = named(pair[0])?;
            // 编辑 | 讨论 are controls, 来自 Android客户端 is a counter's.
            let fits = match label {
                Label::Source => name.ends_with('源'),
                _ => is_person(value) || label == Label::Author && is_writers_link(dom, pair[1]),
            };
            let is_value = fits
                && label::by_name(value).is_none()
                && !value.contains(['：', ':'])
                && !name.ends_with(['：', ':'])
                && VALUE_CHARS.contains(&value.chars().count());
            is_value.then(|| LabelledValue {
                label,
                name: name.to_string(),
                value: value.to_string(),
                region,
                node: NodeId(lines[line].node),
                on_page: true,
            })
        })
        .collect()
}
