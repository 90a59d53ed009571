//! Running one step of a rule against a page: what it hits. What the hit means is the field's business.

use crate::page::Page;
use crate::page::dom::Ix;
use crate::page::json;
use crate::rule::compile::{Look, Step};
use crate::rule::labels;
use crate::text::clean;

/// Something a step found.
#[derive(Debug, Clone)]
pub(crate) struct StepMatch {
    pub(crate) text: String,
    /// The element it came from, if it came from one.
    pub(crate) node: Option<Ix>,
}

impl StepMatch {
    fn of(text: impl Into<String>, node: Option<Ix>) -> Self {
        Self {
            text: text.into(),
            node,
        }
    }
}

impl Step {
    /// Everything the step finds, in document order; empty texts are left out.
    pub(crate) fn hits(&self, page: &Page) -> Vec<StepMatch> {
        let mut left = labels::STEP_MAX;
        let mut hits = match &self.look {
            Look::Css { selector, attr } => page
                .dom
                .select(selector)
                .map(|ix| match attr {
                    Some(attr) => {
                        StepMatch::of(page.dom.attr(ix, attr).unwrap_or("").trim(), Some(ix))
                    }
                    None if self.html => StepMatch::of(page.dom.raw_text(ix), Some(ix)),
                    None if page.dom.is_hidden(ix) => {
                        StepMatch::of(clean(&page.dom.raw_text(ix)), Some(ix))
                    }
                    None => StepMatch::of(page.dom.text(ix), Some(ix)),
                })
                .collect(),
            Look::Meta(name) => page.metas(name).map(|v| StepMatch::of(v, None)).collect(),
            Look::Ld(path) => page
                .linked()
                .iter()
                .flat_map(|object| json::at(object, path))
                .flat_map(json::texts)
                .map(|v| StepMatch::of(v, None))
                .collect(),
            Look::State { blob, path } => match page.state(blob) {
                Some(value) => json::at(&value, path)
                    .into_iter()
                    .flat_map(json::texts)
                    .map(|v| StepMatch::of(v, None))
                    .collect(),
                None => Vec::new(),
            },
            Look::Label { label, within } => match within {
                Some(selector) => page
                    .dom
                    .select(selector)
                    .flat_map(|ix| labels::values_in(&page.dom, ix, *label, &mut left))
                    .map(|v| StepMatch::of(v, None))
                    .collect(),
                None => labels::values_in(&page.dom, page.dom.root(), *label, &mut left)
                    .into_iter()
                    .map(|v| StepMatch::of(v, None))
                    .collect(),
            },
            Look::Url(pattern) => page
                .base
                .page()
                .and_then(|url| pattern.captures(url.path()))
                .map(|found| {
                    let groups: Vec<&str> =
                        found.iter().skip(1).flatten().map(|g| g.as_str()).collect();
                    let text = match groups.is_empty() {
                        true => found[0].to_string(),
                        false => groups.join("-"),
                    };
                    StepMatch::of(text, None)
                })
                .into_iter()
                .collect(),
            Look::Text(text) => vec![StepMatch::of(text.as_str(), None)],
        };
        if let Some(pattern) = &self.pattern {
            hits = hits
                .into_iter()
                .filter_map(|hit| {
                    let found = pattern.captures(&hit.text)?;
                    let group = found.get(1).or_else(|| found.get(0))?;
                    Some(StepMatch::of(group.as_str().trim(), hit.node))
                })
                .collect();
        }
        hits.retain(|hit| !hit.text.is_empty());
        hits
    }

    /// The elements the step points at; for bodies.
    pub(crate) fn elements(&self, page: &Page) -> Vec<Ix> {
        match &self.look {
            Look::Css {
                selector,
                attr: None,
            } if !self.html => {
                let mut found: Vec<Ix> = Vec::new();
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
        self.html || !matches!(self.look, Look::Css { attr: None, .. })
    }
}
