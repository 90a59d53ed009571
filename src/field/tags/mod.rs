//! Tags shown with the article, and the keywords of its metas: how such lists are split and which words are dropped.

use crate::article::field::Field;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::field::tags::tuning::found::KEYWORD_MAX;
use crate::field::title::site_names;
use crate::grammar::tags::{TAGS_MAX, listed, split};
use crate::grammar::title::key::compare_key;
use crate::reason::Refusal;
use crate::trace::{Origin, Tracer};

mod found;
mod lines;
mod shown;
mod tuning;

/// Tags shown with the article. Several lists may look like them; the one whose words the article uses most is believed.
pub(crate) fn tags(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let candidates = cx.rule_list(Field::Tags, "\n").chain(shown::lists(cx));
    // A field of keywords into which the headline was copied says nothing.
    let title = cx.title.map(compare_key).unwrap_or_default();
    let is_title = |tags: &[String]| compare_key(&tags.concat()) == title;
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let tags = match &candidate.value {
            Some(tags) => listed(tags),
            None => split(&candidate.shown),
        };
        (!tags.is_empty() && !is_title(&tags)).then_some(tags)
    });
    let tags = choice.value_with(Field::Tags, tracer, |_| Refusal::NoWords);
    tags.unwrap_or_default()
}

/// Words of `<meta name=keywords>`, `news_keywords` and the like; none if they only repeat the title or name the site.
pub(crate) fn keywords(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let many: Vec<String> = cx
        .page
        .metas("article:tag")
        .take(TAGS_MAX)
        .map(String::from)
        .collect();
    let tags = (!many.is_empty())
        .then(|| Candidate::text(Origin::Meta("article:tag".into()), many.join("\n"), None));
    let linked: Vec<Candidate<'_, Vec<String>>> = cx.linked(&["keywords"]);
    let linked = (!linked.is_empty()).then(|| {
        let all: Vec<&str> = linked.iter().map(|word| &*word.shown).collect();
        Candidate::text(Origin::JsonLd("keywords".into()), all.join("\n"), None)
    });
    let candidates = tags
        .into_iter()
        .chain(cx.metas(&["keywords", "news_keywords", "tags"]))
        .chain(linked);
    let title = cx.title.map(compare_key).unwrap_or_default();
    let names: Vec<String> = site_names(cx.page).iter().map(|n| compare_key(n)).collect();
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let words: Vec<String> = split(&candidate.shown)
            .into_iter()
            .filter(|w| {
                let w = compare_key(w);
                !w.is_empty()
                    && !names.contains(&w)
                    && w != title
                    && w.chars().count() <= KEYWORD_MAX
            })
            .collect();
        (!words.is_empty()).then_some(words)
    });
    let words = choice.value_with(Field::Keywords, tracer, |_| Refusal::NoWords);
    words.unwrap_or_default()
}
