//! Running one step of a rule against a page: what it hits. What the hit means is the field's business.

use crate::page::Page;
use crate::page::dom::NodeId;
use crate::page::json;
use crate::rule::compile::{Look, Step};
use crate::rule::labels;
use crate::text::clean;

/// Something a step found.
#[derive(Debug, Clone)]
pub(crate) struct StepMatch {
    pub(crate) text: String,
    /// The element it came from, if it came from one.
    pub(crate) node: Option<NodeId>,
    /// For what stands after a label: the node that its line starts with.
    line: Option<NodeId>,
}

impl StepMatch {
    /// Where on the page it stands, if it stands on it: its element, or the start of its line.
    pub(crate) fn at(&self) -> Option<NodeId> {
        self.node.or(self.line)
    }
}

/// Bytes of text that a step may look at, besides twice those of the page.
const LOOKED_MAX: usize = 2 << 20;

/// What a step has found so far.
struct Hits<'a> {
    step: &'a Step,
    found: Vec<StepMatch>,
    /// Bytes it may still look at.
    left: usize,
}

impl<'a> Hits<'a> {
    fn new(step: &'a Step, page: &Page) -> Self {
        Self {
            step,
            found: Vec::new(),
            left: LOOKED_MAX + page.dom.allowance.source() * 2,
        }
    }

    /// Whether so much more may be looked at.
    fn look(&mut self, cost: usize) -> bool {
        let rest = self.left.checked_sub(cost);
        self.left = rest.unwrap_or(0);
        rest.is_some()
    }

    /// Takes in a text, if the step's pattern finds something in it. False when enough has been looked at.
    fn add(&mut self, text: &str, node: Option<NodeId>) -> bool {
        if !self.look(text.len()) {
            return false;
        }
        let text = match &self.step.pattern {
            None => text,
            Some(pattern) => pattern
                .captures(text)
                .and_then(|found| found.get(1).or_else(|| found.get(0)))
                .map_or("", |group| group.as_str().trim()),
        };
        if !text.is_empty() {
            let text = text.to_string();
            let line = None;
            self.found.push(StepMatch { text, node, line });
        }
        true
    }

    /// Takes in what stands after a label, with the starts of its lines.
    fn add_labelled(&mut self, values: impl IntoIterator<Item = (String, NodeId)>) {
        for (text, line) in values {
            let known = self.found.len();
            if !self.add(&text, None) {
                break;
            }
            if let Some(new) = self.found.get_mut(known) {
                new.line = Some(line);
            }
        }
    }

    fn add_all<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) {
        for text in texts {
            if !self.add(text.as_ref(), None) {
                break;
            }
        }
    }
}

impl Step {
    /// Everything the step finds, in document order; empty texts are left out. Elements inside each other have their text once each, so
    /// what is looked at is bounded: beyond [`LOOKED_MAX`] nothing is found.
    pub(crate) fn hits(&self, page: &Page) -> Vec<StepMatch> {
        let mut left = labels::STEP_MAX;
        let mut hits = Hits::new(self, page);
        match &self.look {
            Look::Css { selector, attr } => {
                let dom = &page.dom;
                for ix in dom.select(selector) {
                    let goes_on = match attr {
                        Some(attr) => hits.add(dom.attr(ix, attr).unwrap_or("").trim(), Some(ix)),
                        None if self.html || dom.is_hidden(ix) => {
                            // Its nodes are visited, whether or not they have text.
                            if !hits.look((dom.end(ix).0 - ix.0) as usize) {
                                break;
                            }
                            let raw = dom.raw_text(ix);
                            let text = if self.html { raw } else { clean(&raw) };
                            hits.add(&text, Some(ix))
                        }
                        None => hits.add(dom.text(ix), Some(ix)),
                    };
                    if !goes_on {
                        break;
                    }
                }
            }
            Look::Meta(name) => hits.add_all(page.metas(name)),
            Look::Ld(path) => {
                let values = page.linked().iter();
                let values = values.flat_map(|object| json::at(object, path));
                hits.add_all(values.flat_map(json::texts));
            }
            Look::State { blob, path } => {
                if let Some(value) = page.state(blob) {
                    hits.add_all(json::at(&value, path).into_iter().flat_map(json::texts));
                }
            }
            Look::Label { label, within } => match within {
                Some(selector) => {
                    let scopes = page.dom.select(selector);
                    hits.add_labelled(
                        scopes.flat_map(|ix| labels::values_in(&page.dom, ix, *label, &mut left)),
                    );
                }
                None => hits.add_labelled(labels::values_in(
                    &page.dom,
                    page.dom.root(),
                    *label,
                    &mut left,
                )),
            },
            Look::Url(pattern) => {
                let found = page
                    .base
                    .page()
                    .and_then(|url| pattern.captures(url.path()));
                if let Some(found) = found {
                    let groups: Vec<&str> =
                        found.iter().skip(1).flatten().map(|g| g.as_str()).collect();
                    match groups.is_empty() {
                        true => hits.add(&found[0], None),
                        false => hits.add(&groups.join("-"), None),
                    };
                }
            }
            Look::Text(text) => drop(hits.add(text, None)),
        }
        hits.found
    }

    /// The elements the step points at; for bodies.
    pub(crate) fn elements(&self, page: &Page) -> Vec<NodeId> {
        match &self.look {
            Look::Css {
                selector,
                attr: None,
            } if !self.html => {
                let mut found: Vec<NodeId> = Vec::new();
                for ix in page.dom.select(selector) {
                    // An element inside one already taken is part of it.
                    if !found
                        .last()
                        .is_some_and(|&outer| page.dom.contains(outer, ix))
                    {
                        found.push(ix);
                    }
                }
                found
            }
            _ => Vec::new(),
        }
    }

    /// Whether the step gives HTML source, not elements.
    pub(crate) fn is_source(&self) -> bool {
        self.html || self.pictures || !matches!(self.look, Look::Css { attr: None, .. })
    }
}
