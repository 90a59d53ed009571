//! What is read and by which rule: the page, its template, and what the page's data says of its article. Nothing is decided here.

use std::cell::OnceCell;

use serde_json::Value;

use super::story;
use crate::article::field::Field;
use crate::content::roots::{self, Root, Roots};
use crate::content::tuning::subject::SHELL_MAX;
use crate::content::values;
use crate::limits::Limits;
use crate::page::Page;
use crate::page::dom::NodeId;
use crate::reason::{Weighed, Witness};
use crate::rule::{Rule, Step, Template};
use crate::trace::Origin;

/// Those of some witnesses that speak, but for one.
pub(crate) fn heard(
    without: Option<Witness>,
    witnesses: impl IntoIterator<Item = (bool, Witness, f32)>,
) -> Vec<Weighed> {
    let spoken = witnesses
        .into_iter()
        .filter(|(speaks, witness, _)| *speaks && Some(*witness) != without);
    spoken
        .map(|(_, witness, weight)| Weighed { witness, weight })
        .collect()
}

/// Whose candidates count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Those of the site's rule and those of the generic extractor.
    All,
    /// Those of the site's rule only.
    RulesOnly,
}

impl Mode {
    /// Whether a candidate of this origin counts.
    pub(crate) fn counts(self, origin: &Origin) -> bool {
        self == Self::All || origin.is_rule()
    }
}

/// A page and the rule it is read by: all that is known before anything is found.
#[derive(Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) page: &'a Page,
    pub(crate) rule: Option<&'a Rule>,
    pub(crate) template: Option<&'a Template>,
    pub(crate) limits: &'a Limits,
    pub(crate) mode: Mode,
    /// Witness that is not heard, for who measures what it is worth.
    pub(crate) without: Option<Witness>,
    /// The article found in a state blob, once it was asked for.
    story: OnceCell<Option<Value>>,
    /// Where a body may stand on the page, with the headline it was looked for by.
    roots: [OnceCell<(Option<NodeId>, Roots)>; 2],
}

impl<'a> Subject<'a> {
    pub(crate) fn new(
        page: &'a Page,
        rule: Option<&'a Rule>,
        template: Option<&'a Template>,
        limits: &'a Limits,
        mode: Mode,
    ) -> Self {
        Self {
            page,
            rule,
            template,
            limits,
            mode,
            without: None,
            story: OnceCell::new(),
            roots: Default::default(),
        }
    }

    /// Whether the generic extractor is asked too.
    pub(crate) fn is_generic(&self) -> bool {
        self.mode == Mode::All
    }

    /// Whether the rule rests on facts that no page has proved: it counts where the generic reading agrees or finds nothing.
    pub(crate) fn is_unproven(&self) -> bool {
        self.is_generic() && self.rule.is_some_and(Rule::is_unproven)
    }

    /// Those of some witnesses that speak, and are heard.
    pub(crate) fn heard(
        &self,
        witnesses: impl IntoIterator<Item = (bool, Witness, f32)>,
    ) -> Vec<Weighed> {
        heard(self.without, witnesses)
    }

    /// The rule's steps for a field.
    pub(crate) fn steps(&self, field: Field) -> &'a [Step] {
        self.template.map_or(&[], |template| template.steps(field))
    }

    /// Where a body may stand on the page, judged with its headline or, for who looks for the headline, without. Found once each.
    pub(crate) fn roots(&self, headline: Option<NodeId>) -> &Roots {
        let cell = &self.roots[usize::from(headline.is_some())];
        let (known, roots) = cell.get_or_init(|| {
            let described = self.described(headline);
            (headline, roots::find(&self.page.dom, headline, described))
        });
        debug_assert_eq!(*known, headline, "a page has one headline");
        roots
    }

    /// The start of the page's description, if it says more than the headline.
    fn described(&self, headline: Option<NodeId>) -> Option<&'a str> {
        let (page, dom) = (self.page, &self.page.dom);
        let titles = [headline, dom.seen.title];
        let starts = ["og:description", "description"].into_iter();
        let mut starts = starts.filter_map(|name| values::described_start(page.meta(name)?));
        starts.find(|start| {
            let mut titles = titles.into_iter().flatten();
            let title = page
                .meta("og:title")
                .is_some_and(|title| title.contains(start));
            !title && !titles.any(|title| dom.raw_text(title).contains(start))
        })
    }

    /// The best of [`Self::roots`].
    pub(crate) fn root(&self, headline: Option<NodeId>) -> Option<Root> {
        self.roots(headline).best(&self.page.dom)
    }

    /// The JSON-LD object that describes the article, else what the page's state holds of it.
    pub(crate) fn linked_article(&self) -> Option<&Value> {
        self.page.linked_article().or_else(|| self.story())
    }

    /// Where a value of [`Self::linked_article`] is from.
    pub(crate) fn linked_origin(&self, key: &str) -> Origin {
        match self.page.linked_article() {
            Some(_) => Origin::JsonLd(key.to_string()),
            None => Origin::State(key.to_string()),
        }
    }

    /// The article in the page's state, in the words of JSON-LD, if the page's elements hold next to no text.
    pub(crate) fn story(&self) -> Option<&Value> {
        let dom = &self.page.dom;
        if dom.counts(dom.body()).plain() >= SHELL_MAX {
            return None;
        }
        let found = self.story.get_or_init(|| story::find(&self.page.blobs()));
        found.as_ref()
    }
}
