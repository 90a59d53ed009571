//! Tags shown with the article, and the keywords of its metas: how such lists are split and which words are dropped.

use super::Context;
use super::label::Label;
use super::labelled::Region;
use super::title::{bare, site_names};
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::trace::{Origin, Tracer};

/// More tags than these are not looked at.
const TAGS_MAX: usize = 200;

const AROUND: &[Region] = &[Region::Info, Region::Head, Region::Tail, Region::After];

/// Tags shown with the article.
pub(crate) fn tags(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let by_rule = cx
        .rule_list(|t| &t.tags)
        .map(|(o, texts)| (o, texts.join("\n")));
    let labelled = cx
        .said
        .iter()
        .filter(|s| s.label == Label::Tags && AROUND.contains(&s.region))
        .map(|s| {
            // Tags are links as a rule; the links beside the label tell where each one ends.
            let linked = linked_after(cx, s.node);
            let value = if linked.is_empty() {
                s.value.clone()
            } else {
                linked.join("\n")
            };
            (Origin::Label(s.name.clone()), value)
        })
        .collect::<Vec<_>>();
    let candidates = by_rule.chain(labelled).chain(named(cx));
    tracer
        .pick("tags", candidates, |_, value| {
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
    let title = cx.title.map(bare).unwrap_or_default();
    let names: Vec<String> = site_names(cx.page).iter().map(|n| bare(n)).collect();
    tracer
        .pick("keywords", candidates, |_, value| {
            let words: Vec<String> = split(value)
                .into_iter()
                .filter(|w| {
                    let w = bare(w);
                    !w.is_empty() && !names.contains(&w) && w != title && w.chars().count() <= 20
                })
                .collect();
            (!words.is_empty()).then_some(words)
        })
        .unwrap_or_default()
}

/// The links in the nearest element around a label, if they are its tags.
fn linked_after(cx: &Context<'_>, node: Ix) -> Vec<String> {
    let dom = cx.dom();
    for outer in dom.ancestors(node).take(4) {
        let counts = dom.counts(outer);
        if counts.chars > 200 {
            break;
        }
        if counts.linked > 0 {
            return link_texts(dom, outer, node);
        }
    }
    Vec::new()
}

/// Texts of the links in `outer` from `from` on; none if one is too long to be a tag.
fn link_texts(dom: &Dom, outer: Ix, from: Ix) -> Vec<String> {
    let texts: Vec<String> = dom
        .anchors_in(outer)
        .iter()
        .filter(|&&a| a.0 + 1 >= from.0)
        .map(|&a| dom.text(a).replace('\n', " "))
        .filter(|t| !t.is_empty())
        .collect();
    if texts.iter().any(|t| t.chars().count() > TAG_MAX) {
        Vec::new()
    } else {
        texts
    }
}

/// A longer link is no tag.
const TAG_MAX: usize = 20;
/// More links than this in one element are a site's list of topics.
const LINKS_MAX: usize = 25;

/// Links in an element named for tags (`.tags`, `#keywords`), or to pages of tags, in or right below the article.
fn named(cx: &Context<'_>) -> Vec<(Origin, String)> {
    let dom = cx.dom();
    let mut out = Vec::new();
    let mut done = Ix(0);
    for &anchor in &dom.seen.anchors {
        if anchor < done || !cx.is_near(anchor) {
            continue;
        }
        let to_tag = dom.attr(anchor, "rel").is_some_and(|r| r.contains("tag"))
            || dom.attr(anchor, "href").is_some_and(is_tag_page);
        let holder = dom
            .ancestors(anchor)
            .take(4)
            .find(|&outer| dom.tag(outer) != Tag::Body && is_tag_box(dom, outer));
        let holder = match holder {
            Some(holder) => holder,
            // Links to tag pages without a box of their own: those beside each other.
            None if to_tag => dom
                .ancestors(anchor)
                .find(|&p| dom.tag(p).is_block())
                .unwrap_or(anchor),
            None => continue,
        };
        let texts = link_texts(dom, holder, holder);
        done = dom.end(holder);
        if !texts.is_empty() && texts.len() <= LINKS_MAX && dom.counts(holder).link_share() > 0.5 {
            out.push((Origin::Generic("links named as tags"), texts.join("\n")));
        }
    }
    out
}

fn is_tag_page(href: &str) -> bool {
    [
        "/tag/",
        "/tags/",
        "tag=",
        "/tag_",
        "/tag-",
        "keyword=",
        "/keyword/",
        "/hashtag/",
        "/topic/",
        "/topics/",
        "tagname=",
    ]
    .iter()
    .any(|w| href.contains(w))
}

/// Whether an element's class or id names it as holding tags.
fn is_tag_box(dom: &Dom, ix: Ix) -> bool {
    dom.attrs(ix).any(|(name, value)| {
        matches!(name, "class" | "id")
            && value
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| {
                    let word = word.to_ascii_lowercase();
                    let ends = ["tag", "tags", "keyword", "keywords"]
                        .iter()
                        .any(|w| word.ends_with(w));
                    ends && word != "hottags" && word != "hashtag"
                })
    })
}

/// A list of tags as shown: separated by marks or spaces, with or without `#`.
pub(crate) fn split(value: &str) -> Vec<String> {
    let mut value = value.trim();
    for label in [
        "本文标签",
        "文章标签",
        "文章关键词",
        "标签",
        "標籤",
        "關鍵字",
        "关键词",
        "關鍵詞",
        "Tags",
        "TAG",
    ] {
        if let Some(rest) = value.strip_prefix(label) {
            value = rest.trim_start_matches([':', '：', ' ', '\n', '>']);
            break;
        }
    }
    let strong = [
        '\n', '\t', ',', '，', '、', ';', '；', '|', '｜', '#', '＃', '/', '／', '\u{3000}',
    ];
    let parts: Vec<&str> = if value.contains(&strong[..]) {
        value.split(&strong[..]).collect()
    } else {
        value.split(char::is_whitespace).collect()
    };
    let mut out: Vec<String> = Vec::new();
    for part in parts {
        if out.len() == TAGS_MAX {
            break;
        }
        let part = part
            .trim()
            .trim_matches(['[', ']', '【', '】', '·', ':', '：', '"', '“', '”'])
            .trim();
        let chars = part.chars().count();
        if (1..=30).contains(&chars) && !out.iter().any(|t| t == part) {
            out.push(part.to_string());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn split() {
        let rows: &[(&str, &[&str])] = &[
            ("公园  绿地  市民", &["公园", "绿地", "市民"]),
            ("公园，绿地、市民", &["公园", "绿地", "市民"]),
            ("#公园 #绿地", &["公园", "绿地"]),
            ("标签：公园|绿地|公园", &["公园", "绿地"]),
            ("open day,公园", &["open day", "公园"]),
            ("", &[]),
        ];
        for (value, expected) in rows {
            assert_eq!(super::split(value), *expected, "{value}");
        }
    }
}
