//! What an element's class and id say about it: body, or one of the things around a body. Words only; nothing is decided here.

use std::sync::LazyLock;

use crate::grammar::words::Words;

/// What a class or id hints at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The article's text: `article-content`, `TRS_Editor`, `endText`.
    Body,
    /// Something else; the reason as the trace shows it.
    Noise(&'static str),
}

/// Words long enough to be looked for inside other words.
const WITHIN: &[(&str, Hint)] = &[
    ("articlebody", Hint::Body),
    ("article-body", Hint::Body),
    ("article_body", Hint::Body),
    ("article-content", Hint::Body),
    ("article_content", Hint::Body),
    ("articlecontent", Hint::Body),
    ("articletext", Hint::Body),
    ("artibody", Hint::Body),
    ("contenttext", Hint::Body),
    ("content-text", Hint::Body),
    ("content_text", Hint::Body),
    ("entry-content", Hint::Body),
    ("post-content", Hint::Body),
    ("post_content", Hint::Body),
    ("post-body", Hint::Body),
    ("post_body", Hint::Body),
    ("post_text", Hint::Body),
    ("news-content", Hint::Body),
    ("news_content", Hint::Body),
    ("newscontent", Hint::Body),
    ("news_txt", Hint::Body),
    ("newstext", Hint::Body),
    ("detail-content", Hint::Body),
    ("detail_content", Hint::Body),
    ("main-text", Hint::Body),
    ("maintext", Hint::Body),
    ("rich_media_content", Hint::Body),
    ("js_content", Hint::Body),
    ("trs_editor", Hint::Body),
    ("trs_ueditor", Hint::Body),
    ("endtext", Hint::Body),
    ("ozoom", Hint::Body),
    ("story-body", Hint::Body),
    ("comment", Hint::Noise("comments")),
    ("pinglun", Hint::Noise("comments")),
    ("gentie", Hint::Noise("comments")),
    ("footer", Hint::Noise("footer")),
    ("copyright", Hint::Noise("copyright")),
    ("disclaim", Hint::Noise("disclaimer")),
    ("shengming", Hint::Noise("disclaimer")),
    ("sidebar", Hint::Noise("side bar")),
    ("breadcrumb", Hint::Noise("breadcrumb")),
    ("related", Hint::Noise("related list")),
    ("relate-", Hint::Noise("related list")),
    ("relation", Hint::Noise("related list")),
    ("recommend", Hint::Noise("related list")),
    ("tuijian", Hint::Noise("related list")),
    ("xiangguan", Hint::Noise("related list")),
    ("hotnews", Hint::Noise("related list")),
    ("ranking", Hint::Noise("related list")),
    ("paihang", Hint::Noise("related list")),
    ("readmore", Hint::Noise("related list")),
    ("read-more", Hint::Noise("related list")),
    ("share", Hint::Noise("share bar")),
    ("fenxiang", Hint::Noise("share bar")),
    ("vjs-", Hint::Noise("player")),
    ("video-js", Hint::Noise("player")),
    ("jwplayer", Hint::Noise("player")),
    ("player-control", Hint::Noise("player")),
    ("modal", Hint::Noise("pop-up")),
    ("qrcode", Hint::Noise("QR code")),
    ("erweima", Hint::Noise("QR code")),
    ("advert", Hint::Noise("advertisement")),
    ("guanggao", Hint::Noise("advertisement")),
    ("sponsor", Hint::Noise("advertisement")),
    ("subscri", Hint::Noise("subscription box")),
    ("newsletter", Hint::Noise("subscription box")),
    ("download", Hint::Noise("app download")),
    ("paginat", Hint::Noise("pagination")),
    ("toolbar", Hint::Noise("tool bar")),
    ("navbar", Hint::Noise("navigation")),
    ("topnav", Hint::Noise("navigation")),
    ("login", Hint::Noise("login box")),
    ("popup", Hint::Noise("pop-up")),
    ("editor-name", Hint::Noise("editor line")),
    ("article-editor", Hint::Noise("editor line")),
    ("prevnext", Hint::Noise("previous and next")),
    ("prev-next", Hint::Noise("previous and next")),
    ("pre-next", Hint::Noise("previous and next")),
];

static FINDER: LazyLock<Words<Hint>> =
    LazyLock::new(|| Words::new(WITHIN.iter().copied()).ignoring_ascii_case());

/// What these class or id names hint at. Noise wins over body: `article-content-share` is a share bar.
pub(crate) fn of(names: &str) -> Option<Hint> {
    if names.is_empty() {
        return None;
    }
    let mut found = None;
    for (_, _, &hint) in FINDER.within(names) {
        match hint {
            Hint::Noise(_) => return Some(hint),
            Hint::Body => found = Some(hint),
        }
    }
    for class in names.split_ascii_whitespace() {
        if let Some(noise) = whole_hint(class) {
            return Some(noise);
        }
        for token in class.split(|c: char| !c.is_ascii_alphanumeric()) {
            match token_hint(token) {
                Some(noise @ Hint::Noise(_)) => return Some(noise),
                Some(body) => found = found.or(Some(body)),
                None => {}
            }
        }
    }
    found
}

/// Words that mean something only as a whole name: `page` is a pager, `page-article` is not.
fn whole_hint(class: &str) -> Option<Hint> {
    Some(match class {
        "hot" | "rank" | "top10" | "likes" | "guess" => Hint::Noise("related list"),
        "aside" | "side" => Hint::Noise("side bar"),
        "location" | "position" => Hint::Noise("breadcrumb"),
        "tag" | "keywords" => Hint::Noise("tags"),
        "page" | "pages" | "pager" | "epages" => Hint::Noise("pagination"),
        "editor" | "edit" | "bianji" | "zebian" => Hint::Noise("editor line"),
        "prev" | "next" | "context" => Hint::Noise("previous and next"),
        _ => return None,
    })
}

/// Words too short to be looked for inside others, but telling as a part of a name: `nav-top`.
fn token_hint(token: &str) -> Option<Hint> {
    if token.len() < 2 || token.len() > 10 {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|w| token.eq_ignore_ascii_case(w));
    if is(&["ad", "ads", "adv", "gg", "banner"]) {
        Some(Hint::Noise("advertisement"))
    } else if is(&["nav", "menu"]) {
        Some(Hint::Noise("navigation"))
    } else if is(&["aside"]) {
        Some(Hint::Noise("side bar"))
    } else if is(&["foot"]) {
        Some(Hint::Noise("footer"))
    } else if is(&["crumb", "crumbs"]) {
        Some(Hint::Noise("breadcrumb"))
    } else if is(&["tags"]) {
        Some(Hint::Noise("tags"))
    } else if is(&["vote", "dianzan", "zan", "digg"]) {
        Some(Hint::Noise("vote"))
    } else if is(&[
        "content", "article", "text", "zoom", "txt", "detail", "main", "entry", "body",
    ]) {
        Some(Hint::Body)
    } else {
        None
    }
}
