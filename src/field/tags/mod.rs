//! Tags shown with the article, and the keywords of its metas: how such lists are split and which words are dropped.

use crate::field::context::Context;
use crate::field::title::site_names;
use crate::grammar::tags::{TAGS_MAX, split};
use crate::grammar::title::key::compare_key;
use crate::trace::{Origin, Tracer};

mod shown;

/// Tags shown with the article. Several lists may look like them; the one whose words the article uses most is believed.
pub(crate) fn tags(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let by_rule = cx
        .rule_list(|t| &t.tags)
        .map(|(o, texts)| (o, texts.join("\n")));
    tracer
        .pick("tags", by_rule.chain(shown::lists(cx)), |_, value| {
            let tags = split(value);
            (!tags.is_empty()).then_some(tags)
        })
        .unwrap_or_default()
}

/// Words of `<meta name=keywords>`, `news_keywords` and the like; none if they only repeat the title or name the site.
pub(crate) fn keywords(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let many: Vec<String> = cx
        .page
        .metas("article:tag")
        .take(TAGS_MAX)
        .map(String::from)
        .collect();
    let tags = (!many.is_empty()).then(|| (Origin::Meta("article:tag".into()), many.join("\n")));
    let linked = cx.linked(&["keywords"]);
    let linked = (!linked.is_empty()).then(|| {
        let all: Vec<String> = linked.into_iter().map(|(_, v)| v).collect();
        (Origin::JsonLd("keywords".into()), all.join("\n"))
    });
    let candidates = tags
        .into_iter()
        .chain(cx.metas(&["keywords", "news_keywords", "tags"]))
        .chain(linked);
    let title = cx.title.map(compare_key).unwrap_or_default();
    let names: Vec<String> = site_names(cx.page).iter().map(|n| compare_key(n)).collect();
    tracer
        .pick("keywords", candidates, |_, value| {
            let words: Vec<String> = split(value)
                .into_iter()
                .filter(|w| {
                    let w = compare_key(w);
                    !w.is_empty() && !names.contains(&w) && w != title && w.chars().count() <= 20
                })
                .collect();
            (!words.is_empty()).then_some(words)
        })
        .unwrap_or_default()
}
