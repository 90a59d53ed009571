//! What all fields look at: the page, its rule, what was found before them; and the candidates that several of them ask for.

use crate::content::body::BodyLocation;
use crate::content::labelled::{LabelledValue, Layout, Region};
use crate::content::subject::Subject;
use crate::grammar::time::TimeContext;
use crate::page::Page;
use crate::page::dom::{Dom, Ix};
use crate::rule::{Rule, Step, StepMatch, Template};
use crate::text::start;
use crate::trace::Origin;

/// What all fields look at: the page, its rule, and what was found before them.
pub(crate) struct Context<'a> {
    pub(crate) subject: &'a Subject<'a>,
    pub(crate) page: &'a Page,
    pub(crate) times: TimeContext,
    pub(crate) title: Option<&'a str>,
    pub(crate) headline: Option<Ix>,
    pub(crate) place: &'a BodyLocation,
    /// Where the headline of another article stands that a rule's title finds on the same page: what is below it is that one's.
    pub(crate) next_article: Option<Ix>,
    pub(crate) layout: Layout,
    /// Labelled values of the page and, if the body came from state, of the body.
    pub(crate) said: Vec<LabelledValue>,
}

/// Bytes of a field's value that are looked at. No label, byline or list of tags comes near it; grammars need not be linear then.
const VALUE_MAX: usize = 6000;
/// Values of one meta name that are looked at.
const METAS_MAX: usize = 20;

/// The start of a value.
fn cut(mut text: String) -> String {
    text.truncate(start(&text, VALUE_MAX).len());
    text
}

/// The first values, as many as are worth looking at.
fn first(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut left = VALUE_MAX;
    texts
        .map(cut)
        .take_while(|text| {
            let some = left > 0;
            left = left.saturating_sub(text.len() + 1);
            some
        })
        .collect()
}

/// Whether a hit stands above a node, or nowhere on the page.
fn is_above(hit: &StepMatch, end: Option<Ix>) -> bool {
    match (hit.node, end) {
        (Some(node), Some(end)) => node < end,
        _ => true,
    }
}

impl<'a> Context<'a> {
    pub(crate) fn dom(&self) -> &'a Dom {
        &self.page.dom
    }

    /// Whether the page is one of a self-media platform, whose source is the account.
    pub(crate) fn is_account(&self) -> bool {
        self.subject
            .template
            .and_then(|t| t.account)
            .unwrap_or_else(|| self.subject.rule.is_some_and(Rule::account))
    }

    /// Whether a node stands in the article or right around it.
    pub(crate) fn is_near(&self, ix: Ix) -> bool {
        let lines = self.dom().lines();
        let line = lines
            .partition_point(|l| l.node <= ix.0 + 1)
            .saturating_sub(1);
        self.layout.region(line) != Region::Other || self.layout.body().contains(&line)
    }

    /// What the rule's steps hit, each hit a candidate.
    pub(crate) fn rule_candidates(
        &self,
        steps: fn(&Template) -> &[Step],
    ) -> impl Iterator<Item = (Origin, String)> + use<'a> {
        let (page, end) = (self.page, self.next_article);
        self.subject
            .template
            .into_iter()
            .flat_map(steps)
            .flat_map(move |step| {
                step.hits(page)
                    .into_iter()
                    .filter(move |hit| is_above(hit, end))
                    .take(METAS_MAX * 5)
                    .map(|hit| (Origin::Rule(step.name.clone()), cut(hit.text)))
            })
    }

    /// What the first of the rule's steps that hits anything finds; for lists, where a step gives all items.
    pub(crate) fn rule_list(
        &self,
        steps: fn(&Template) -> &[Step],
    ) -> impl Iterator<Item = (Origin, Vec<String>)> + use<'a> {
        let (page, end) = (self.page, self.next_article);
        self.subject
            .template
            .into_iter()
            .flat_map(steps)
            .filter_map(move |step| {
                let hits = step.hits(page).into_iter();
                let texts = first(hits.filter(|hit| is_above(hit, end)).map(|h| h.text));
                (!texts.is_empty()).then(|| (Origin::Rule(step.name.clone()), texts))
            })
    }

    /// Values after labels for which `want` is true, best region first.
    pub(crate) fn labelled(
        &self,
        want: impl Fn(&LabelledValue) -> bool,
        regions: &[Region],
    ) -> Vec<(Origin, String)> {
        let mut found: Vec<&LabelledValue> = self
            .said
            .iter()
            .filter(|s| want(s) && regions.contains(&s.region))
            .collect();
        found.sort_by_key(|s| s.region);
        found
            .into_iter()
            .map(|s| (Origin::Label(s.name.clone()), s.value.clone()))
            .collect()
    }

    /// Contents of the meta elements of these names, in that order.
    pub(crate) fn metas(
        &self,
        names: &'static [&'static str],
    ) -> impl Iterator<Item = (Origin, String)> + use<'a> {
        let page = self.page;
        names.iter().flat_map(move |name| {
            page.metas(name).take(METAS_MAX).map(|v| {
                let v = start(v, VALUE_MAX);
                (Origin::Meta((*name).to_string()), v.to_string())
            })
        })
    }

    /// Texts at these keys of the article's JSON-LD.
    pub(crate) fn linked(&self, keys: &'static [&'static str]) -> Vec<(Origin, String)> {
        let Some(article) = self.subject.linked_article() else {
            return Vec::new();
        };
        keys.iter()
            .flat_map(|key| {
                let texts = crate::page::json::at(article, key)
                    .into_iter()
                    .flat_map(crate::page::json::texts);
                first(texts)
                    .into_iter()
                    .map(|v| (self.subject.linked_origin(key), v))
            })
            .collect()
    }
}
