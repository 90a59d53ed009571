//! What an element's class and id say about it: body, or one of the things around a body. Words only; nothing is decided here.

use std::sync::LazyLock;

use crate::grammar::words::Words;
use crate::reason::Noise;

/// What a class or id hints at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The article's text: `article-content`, `TRS_Editor`, `endText`.
    Body,
    /// Something else.
    Noise(Noise),
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
    ("comment", Hint::Noise(Noise::Comments)),
    ("pinglun", Hint::Noise(Noise::Comments)),
    ("gentie", Hint::Noise(Noise::Comments)),
    ("footer", Hint::Noise(Noise::Footer)),
    ("copyright", Hint::Noise(Noise::Copyright)),
    ("disclaim", Hint::Noise(Noise::Disclaimer)),
    ("shengming", Hint::Noise(Noise::Disclaimer)),
    ("sidebar", Hint::Noise(Noise::SideBar)),
    ("breadcrumb", Hint::Noise(Noise::Breadcrumb)),
    ("related", Hint::Noise(Noise::RelatedList)),
    ("relate-", Hint::Noise(Noise::RelatedList)),
    ("relation", Hint::Noise(Noise::RelatedList)),
    ("recommend", Hint::Noise(Noise::RelatedList)),
    ("tuijian", Hint::Noise(Noise::RelatedList)),
    ("xiangguan", Hint::Noise(Noise::RelatedList)),
    ("hotnews", Hint::Noise(Noise::RelatedList)),
    ("ranking", Hint::Noise(Noise::RelatedList)),
    ("paihang", Hint::Noise(Noise::RelatedList)),
    ("readmore", Hint::Noise(Noise::RelatedList)),
    ("read-more", Hint::Noise(Noise::RelatedList)),
    ("share", Hint::Noise(Noise::ShareBar)),
    ("fenxiang", Hint::Noise(Noise::ShareBar)),
    ("vjs-", Hint::Noise(Noise::Player)),
    ("video-js", Hint::Noise(Noise::Player)),
    ("jwplayer", Hint::Noise(Noise::Player)),
    ("player-control", Hint::Noise(Noise::Player)),
    ("modal", Hint::Noise(Noise::PopUp)),
    ("qrcode", Hint::Noise(Noise::QrCode)),
    ("erweima", Hint::Noise(Noise::QrCode)),
    ("advert", Hint::Noise(Noise::Advertisement)),
    ("guanggao", Hint::Noise(Noise::Advertisement)),
    ("sponsor", Hint::Noise(Noise::Advertisement)),
    ("subscri", Hint::Noise(Noise::SubscriptionBox)),
    ("newsletter", Hint::Noise(Noise::SubscriptionBox)),
    ("download", Hint::Noise(Noise::AppDownload)),
    ("paginat", Hint::Noise(Noise::Pagination)),
    ("toolbar", Hint::Noise(Noise::ToolBar)),
    ("navbar", Hint::Noise(Noise::Navigation)),
    ("topnav", Hint::Noise(Noise::Navigation)),
    ("login", Hint::Noise(Noise::LoginBox)),
    ("popup", Hint::Noise(Noise::PopUp)),
    ("editor-name", Hint::Noise(Noise::EditorLine)),
    ("article-editor", Hint::Noise(Noise::EditorLine)),
    ("prevnext", Hint::Noise(Noise::PreviousNext)),
    ("prev-next", Hint::Noise(Noise::PreviousNext)),
    ("pre-next", Hint::Noise(Noise::PreviousNext)),
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
        "hot" | "rank" | "top10" | "likes" | "guess" => Hint::Noise(Noise::RelatedList),
        "aside" | "side" => Hint::Noise(Noise::SideBar),
        "location" | "position" => Hint::Noise(Noise::Breadcrumb),
        "tag" | "keywords" => Hint::Noise(Noise::Tags),
        "page" | "pages" | "pager" | "epages" => Hint::Noise(Noise::Pagination),
        "editor" | "edit" | "bianji" | "zebian" => Hint::Noise(Noise::EditorLine),
        "prev" | "next" | "context" => Hint::Noise(Noise::PreviousNext),
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
        Some(Hint::Noise(Noise::Advertisement))
    } else if is(&["nav", "menu"]) {
        Some(Hint::Noise(Noise::Navigation))
    } else if is(&["aside"]) {
        Some(Hint::Noise(Noise::SideBar))
    } else if is(&["foot"]) {
        Some(Hint::Noise(Noise::Footer))
    } else if is(&["crumb", "crumbs"]) {
        Some(Hint::Noise(Noise::Breadcrumb))
    } else if is(&["tags"]) {
        Some(Hint::Noise(Noise::Tags))
    } else if is(&["vote", "dianzan", "zan", "digg"]) {
        Some(Hint::Noise(Noise::Vote))
    } else if is(&[
        "content", "article", "text", "zoom", "txt", "detail", "main", "entry", "body",
    ]) {
        Some(Hint::Body)
    } else {
        None
    }
}
