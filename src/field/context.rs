//! What all fields look at: the page, its rule, what was found before them; and the candidates that several of them ask for.

use chrono::{DateTime, FixedOffset};

use crate::article::field::Field;
use crate::content::labelled::{LabelledValue, Layout, Region};
use crate::content::located::Located;
use crate::content::location::BodyLocation;
use crate::content::page_clock;
use crate::content::subject::{Mode, Subject};
use crate::field::choose::Candidate;
use crate::field::read_items::ReadItems;
use crate::field::tuning::context::{METAS_MAX, VALUE_MAX};
use crate::grammar::byline::{self, Credits};
use crate::grammar::time::{self, TimeContext};
use crate::page::Page;
use crate::page::dom::{Dom, NodeId};
use crate::rule::{Rule, StepMatch};
use crate::text::start;
use crate::trace::Origin;

/// What all fields look at: the page, its rule, and what was found before them.
pub(crate) struct Context<'a> {
    pub(crate) subject: &'a Subject<'a>,
    pub(crate) page: &'a Page,
    pub(crate) times: TimeContext,
    pub(crate) title: Option<&'a str>,
    pub(crate) headline: Option<NodeId>,
    pub(crate) place: &'a BodyLocation,
    /// Where the headline of another article stands that a rule's title finds on the same page: what is below it is that one's.
    pub(crate) next_article: Option<NodeId>,
    pub(crate) layout: Layout,
    /// Labelled values of the page and, if the body came from state, of the body.
    pub(crate) said: &'a [LabelledValue],
    /// Which lines of the page are known to have no label.
    bare: &'a [bool],
    /// The URL that came with the page.
    pub(crate) given: Option<&'a str>,
    /// Items of related lists that were read already.
    pub(crate) read_items: ReadItems,
}

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
fn is_above(hit: &StepMatch, end: Option<NodeId>) -> bool {
    match (hit.node, end) {
        (Some(node), Some(end)) => node < end,
        _ => true,
    }
}

impl<'a> Context<'a> {
    /// What is to be looked at of a page that came from `given` and was saved at `now`, if either is known.
    pub(crate) fn new(
        located: &'a Located<'a>,
        given: Option<&'a str>,
        now: Option<DateTime<FixedOffset>>,
    ) -> Self {
        let subject = located.subject;
        let page = subject.page;
        Self {
            subject,
            page,
            times: TimeContext {
                now,
                date_hint: page
                    .base
                    .page()
                    .and_then(|u| time::date_in_url(u.path()))
                    .or_else(|| page_clock::find(&page.dom).map(|clock| clock.date_naive())),
                zone: subject.rule.and_then(Rule::zone),
            },
            title: located.headline.text.as_deref(),
            headline: located.headline.node,
            place: &located.body,
            next_article: located.next_article,
            layout: located.layout,
            said: &located.labels,
            bare: &located.bare,
            given,
            read_items: ReadItems::default(),
        }
    }

    pub(crate) fn dom(&self) -> &'a Dom {
        &self.page.dom
    }

    /// What a line of the page says as a line of credits. Of most it is known that they have no label.
    pub(crate) fn credits_of_line(&self, line: usize) -> Credits {
        let dom = self.dom();
        let text = dom.lines().get(line).map_or("", |l| dom.line_text(l));
        match self.bare.get(line) {
            Some(true) => byline::unlabelled_line(text),
            _ => byline::line(text),
        }
    }

    /// Whose candidates count.
    pub(crate) fn mode(&self) -> Mode {
        self.subject.mode
    }

    /// Whether the page is one of a self-media platform, whose source is the account.
    pub(crate) fn is_account(&self) -> bool {
        self.subject
            .template
            .and_then(|t| t.account)
            .unwrap_or_else(|| self.subject.rule.is_some_and(Rule::account))
    }

    /// Whether a node stands in the article or right around it.
    pub(crate) fn is_near(&self, ix: NodeId) -> bool {
        let line = self.dom().line_of(ix);
        self.layout.region(line) != Region::Other || self.layout.body().contains(&line)
    }

    /// What the rule's steps hit, each hit a candidate.
    pub(crate) fn rule_candidates<T>(
        &self,
        field: Field,
    ) -> impl Iterator<Item = Candidate<'a, T>> + use<'a, T> {
        let (page, end) = (self.page, self.next_article);
        self.subject
            .template
            .into_iter()
            .flat_map(move |t| t.steps(field))
            .flat_map(move |step| {
                step.hits(page)
                    .into_iter()
                    .filter(move |hit| is_above(hit, end))
                    .take(METAS_MAX * 5)
                    .map(|hit| {
                        let at = hit.at();
                        Candidate::text(Origin::Rule(step.id.clone()), cut(hit.text), at)
                    })
            })
    }

    /// All that a step of the rule hits as one candidate, with `between` its texts; for lists, where a step gives all items.
    pub(crate) fn rule_list<T>(
        &self,
        field: Field,
        between: &'static str,
    ) -> impl Iterator<Item = Candidate<'a, T>> + use<'a, T> {
        let (page, end) = (self.page, self.next_article);
        self.subject
            .template
            .into_iter()
            .flat_map(move |t| t.steps(field))
            .filter_map(move |step| {
                let hits = step.hits(page).into_iter();
                let mut hits = hits.filter(|hit| is_above(hit, end)).peekable();
                let at = hits.peek().and_then(StepMatch::at);
                let node = hits.peek().and_then(|hit| hit.node);
                // The tags of one list: those of other articles on the page have the same class.
                let dom = &page.dom;
                let home = node.and_then(|node| dom.parent(node));
                let outer = home.and_then(|home| dom.parent(home));
                let beside = |node: NodeId| {
                    let parent = dom.parent(node);
                    parent == home || outer.is_some() && parent.and_then(|p| dom.parent(p)) == outer
                };
                let hits = hits.filter(|hit| field != Field::Tags || hit.node.is_none_or(beside));
                let texts = first(hits.map(|hit| hit.text));
                let origin = || Origin::Rule(step.id.clone());
                (!texts.is_empty()).then(|| Candidate::text(origin(), texts.join(between), at))
            })
    }

    /// Values after labels for which `want` is true, best region first.
    pub(crate) fn labelled<T>(
        &self,
        want: impl Fn(&LabelledValue) -> bool,
        regions: &[Region],
    ) -> Vec<Candidate<'_, T>> {
        let mut found: Vec<&LabelledValue> = self
            .said
            .iter()
            .filter(|s| want(s) && regions.contains(&s.region))
            .collect();
        found.sort_by_key(|s| s.region);
        found
            .into_iter()
            .map(|s| Candidate::text(Origin::Label(s.name.clone()), s.value.as_str(), s.on_page()))
            .collect()
    }

    /// Contents of the meta elements of these names, in that order.
    pub(crate) fn metas<T>(
        &self,
        names: &'static [&'static str],
    ) -> impl Iterator<Item = Candidate<'a, T>> + use<'a, T> {
        let page = self.page;
        names.iter().flat_map(move |name| {
            page.metas(name).take(METAS_MAX).map(|v| {
                Candidate::text(Origin::Meta((*name).to_string()), start(v, VALUE_MAX), None)
            })
        })
    }

    /// Texts at these keys of the article's JSON-LD.
    pub(crate) fn linked<T>(&self, keys: &'static [&'static str]) -> Vec<Candidate<'static, T>> {
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
                    .map(|v| Candidate::text(self.subject.linked_origin(key), v, None))
            })
            .collect()
    }
}
