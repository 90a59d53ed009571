//! What is read and by which rule: the page, its template, and what the page's data says of its article. Nothing is decided here.

use std::cell::OnceCell;

use serde_json::Value;

use super::story;
use crate::limits::Limits;
use crate::page::Page;
use crate::rule::{Rule, Template};
use crate::trace::Origin;

/// A page with less plain text than this may wait for its scripts to show the article.
const SHELL_MAX: u32 = 500;

/// A page and the rule it is read by: all that is known before anything is found.
#[derive(Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) page: &'a Page,
    pub(crate) rule: Option<&'a Rule>,
    pub(crate) template: Option<&'a Template>,
    pub(crate) limits: &'a Limits,
    /// The article found in a state blob, once it was asked for.
    story: OnceCell<Option<Value>>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(
        page: &'a Page,
        rule: Option<&'a Rule>,
        template: Option<&'a Template>,
        limits: &'a Limits,
    ) -> Self {
        Self {
            page,
            rule,
            template,
            limits,
            story: OnceCell::new(),
        }
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
