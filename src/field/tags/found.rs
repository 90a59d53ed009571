//! Lists of tags as they are gathered, and what the article is about, by which they are judged. Where lists stand is not asked here.

use crate::field::context::Context;
use crate::field::tags::tuning::found::{BODY_MAX, LIST_MAX, METAS_MAX, SPLIT_MIN, START_MAX};
use crate::page::dom::NodeId;
use crate::trace::Origin;

/// A list and how much speaks for it.
pub(super) struct Shown {
    pub(super) origin: Origin,
    pub(super) node: Option<NodeId>,
    pub(super) tags: Vec<String>,
    pub(super) score: f32,
}

/// Adds a list, unless it is none or a site's list of topics.
pub(super) fn push(
    found: &mut Vec<Shown>,
    origin: Origin,
    node: Option<NodeId>,
    tags: Vec<String>,
    score: f32,
) {
    if !tags.is_empty() && tags.len() <= LIST_MAX {
        found.push(Shown {
            origin,
            node,
            tags,
            score,
        });
    }
}

/// What the article is about: where its tags occur.
pub(super) struct About<'a> {
    texts: Vec<&'a str>,
    /// How many of these, from the first on, are metas.
    metas: usize,
    is_text: bool,
}

impl<'a> About<'a> {
    pub(super) fn new(cx: &Context<'a>) -> Self {
        let body = cx.place.first().map_or("", |run| {
            crate::text::start(cx.dom().text_between(run.from, run.to), BODY_MAX)
        });
        let metas = ["keywords", "news_keywords", "article:tag"];
        let metas = metas
            .iter()
            .flat_map(|name| cx.page.metas(name).take(METAS_MAX));
        let mut texts: Vec<&str> = metas.collect();
        let metas = texts.len();
        // A page kept as text has no metas; its first line may be the page's title, keywords and all.
        let page_title = cx.page.meta.title.as_deref().filter(|_| cx.dom().is_text());
        texts.extend(page_title.into_iter().chain(cx.title).chain([body]));
        Self {
            texts,
            metas,
            is_text: cx.dom().is_text(),
        }
    }

    /// Whether the page's metas have words at all.
    pub(super) fn has_metas(&self) -> bool {
        self.metas > 0
    }

    /// Whether the page's metas have a word.
    pub(super) fn in_metas(&self, word: &str) -> bool {
        self.texts[..self.metas]
            .iter()
            .any(|text| text.contains(word))
    }

    pub(super) fn has(&self, tag: &str) -> bool {
        self.texts.iter().any(|text| text.contains(tag))
    }

    /// The same in the article's first paragraphs, for many words one after the other.
    pub(super) fn begins_with(&self, word: &str) -> bool {
        let texts = self
            .texts
            .iter()
            .map(|text| crate::text::start(text, START_MAX));
        texts.into_iter().any(|text| text.contains(word))
    }

    /// How often the article has a word.
    pub(super) fn count(&self, word: &str) -> usize {
        self.texts
            .iter()
            .map(|text| text.matches(word).count())
            .sum()
    }

    /// How much of a tag the article has: all of it, or in text most of its pairs of characters, which a menu's words have not.
    pub(super) fn share(&self, tag: &str) -> f32 {
        if self.has(tag) {
            return 1.0;
        }
        let chars: Vec<char> = tag.chars().collect();
        if !self.is_text || chars.len() < SPLIT_MIN {
            return 0.0;
        }
        let pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
        let had = pairs.filter(|pair| self.has(pair)).count();
        if had * 2 >= chars.len() - 1 { 0.5 } else { 0.0 }
    }
}
