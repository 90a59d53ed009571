//! What kind of page it is, and how sure that is. Looks at what the other fields found, at the address, and at what the page declares.

use crate::article::{Metadata, PageKind};
use crate::body::{Block, Body};
use crate::content::body::BodyLocation;
use crate::field::context::Context;
use crate::grammar::outlet::is_outlet;
use crate::grammar::{legible, page_kind};
use crate::page::Page;

/// Characters of a text below a headline that are an article.
const TEXT_MIN: usize = 80;

/// What the body holds.
#[derive(Debug, Default)]
struct Shape {
    /// Characters outside links.
    chars: usize,
    images: usize,
    videos: usize,
    lines: usize,
    /// Lines that start with a clock, as entries of a live blog do.
    clocked: usize,
    /// Share of Chinese characters among the body's.
    chinese: f32,
}

impl Shape {
    fn new(cx: &Context<'_>, body: &Body, text: &str) -> Self {
        let mut shape = Self::default();
        for block in &body.blocks {
            match block {
                Block::Image(_) => shape.images += 1,
                Block::Video(_) => shape.videos += 1,
                _ => {}
            }
        }
        let (mut all, mut chinese) = (0usize, 0usize);
        for line in text.lines() {
            shape.lines += 1;
            let start: String = line.chars().take(5).collect();
            shape.clocked += usize::from(
                start.len() == 5
                    && start.as_bytes()[2] == b':'
                    && start.bytes().filter(u8::is_ascii_digit).count() == 4,
            );
            for c in line.chars().filter(|c| !c.is_whitespace()) {
                all += 1;
                chinese += usize::from(c >= '\u{2e80}');
            }
        }
        shape.chinese = chinese as f32 / all.max(1) as f32;
        shape.chars = match cx.place {
            BodyLocation::Source(_) => all,
            _ => all.min(cx.place.first().map_or(0, |run| {
                let end = cx.place.end().unwrap_or(run.to);
                cx.dom().counts_between(run.from, end).plain() as usize
            })),
        };
        shape
    }
}

/// The page's kind with a confidence from 0 to 1.
///
/// The confidences were set by the corpus so that answers of 0.9 and more are right about 9 times in 10: an article is sure
/// only if it has a time and names an outlet, a writer or an editor, or declares itself one.
pub(crate) fn find(
    cx: &Context<'_>,
    metadata: &Metadata,
    body: &Body,
    text: &str,
) -> (PageKind, f32) {
    match judge(cx, metadata, body, text) {
        (PageKind::Article, _) if !is_legible(cx.title, body, text) => (PageKind::Other, 0.8),
        found => found,
    }
}

/// Whether somebody can read the article: one sentence at least, and no mojibake.
fn is_legible(title: Option<&str>, body: &Body, text: &str) -> bool {
    let captions = body.images().filter_map(|i| i.caption.as_deref());
    let mut all = title.into_iter().chain([text]).chain(captions);
    !legible::is_mojibake(text) && all.any(legible::has_sentence)
}

fn judge(cx: &Context<'_>, metadata: &Metadata, body: &Body, text: &str) -> (PageKind, f32) {
    let page = cx.page;
    let shape = Shape::new(cx, body, text);
    let title = page.meta.title.as_deref().unwrap_or("");
    let all = page.dom.counts(page.dom.body());
    let links = page.dom.seen.anchors.len();
    let credited =
        metadata.source.is_some() || !metadata.authors.is_empty() || !metadata.editors.is_empty();
    let dated = metadata.published.is_some();

    if shape.chars < 300
        && let Some(kind) = notice(cx, metadata, title)
    {
        return (kind, 0.9);
    }
    let address = page.base.page();
    if let Some(url) = address
        && page_kind::is_front(url)
        && links > 30
        && !(credited && dated && shape.chars >= 500)
    {
        return (PageKind::List, 0.95);
    }
    if !credited && !dated && is_login(page, &shape) {
        return (PageKind::Blocked, 0.8);
    }
    let article_declared = declares_article(page);
    // A rule knows the site's articles, also where the site calls itself a forum.
    if cx.subject.template.is_none()
        && page_kind::is_no_news(title)
        && !declares(page, &["NewsArticle", "ReportageNewsArticle"])
    {
        return (PageKind::Other, 0.85);
    }
    let named = address
        .and_then(page_kind::by_address)
        .or_else(|| page_kind::by_title(title));
    match named {
        Some(PageKind::Video) if shape.chars < 800 => return (PageKind::Video, 0.85),
        Some(PageKind::Gallery) => return (PageKind::Gallery, 0.8),
        Some(PageKind::Live) if shape.lines > 20 => return (PageKind::Live, 0.8),
        Some(kind @ (PageKind::Other | PageKind::List)) if !(credited && dated) => {
            return (kind, 0.85);
        }
        Some(PageKind::Blocked) if shape.chars < 300 => return (PageKind::Blocked, 0.8),
        _ => {}
    }
    if let Some(kind) = declared(page, &shape) {
        return kind;
    }
    if body.is_empty() || shape.chars < 15 && shape.images == 0 {
        return if links >= 20 {
            (PageKind::List, 0.8)
        } else {
            (PageKind::Other, 0.7)
        };
    }
    if shape.chars > 100 && shape.chinese < 0.2 {
        // Not Chinese: none of this crate's articles.
        return (PageKind::Other, 0.85);
    }
    if shape.clocked >= 8 && shape.clocked * 8 >= shape.lines {
        return (PageKind::Live, 0.8);
    }
    if page_kind::is_growing(title) && shape.lines >= 30 {
        return (PageKind::Live, 0.8);
    }
    if is_chapter_page(page, title) || is_poem(page) {
        return (PageKind::Other, 0.85);
    }
    if !article_declared && is_sure_thread(page) {
        return (PageKind::Other, 0.8);
    }
    if !credited
        && !article_declared
        && (page_kind::is_chapter(title) || !page.dom.is_text() && is_thread(page))
    {
        return (PageKind::Other, 0.75);
    }
    if !credited && !article_declared {
        let sparse = shape.lines >= 30 && shape.chars < shape.lines * 30 && shape.images >= 8;
        if sparse || shape.chars < 80 && links >= 15 || !dated && shape.chars < 400 && links > 40 {
            return (PageKind::List, 0.75);
        }
    }
    // A long text among many pictures is a report with a picture page in it; so is what a rule takes for an article.
    let few = shape.chars < 600 && shape.chars < shape.images * 40;
    if shape.images >= 6 && few && !credited && cx.subject.template.is_none() {
        return (PageKind::Gallery, 0.6);
    }
    // Menus and lists are lines of text like others there: what counts is that an article was found below a headline.
    if page.dom.is_text() && cx.headline.is_some() && shape.chars >= TEXT_MIN && !dated {
        return (PageKind::Article, if credited { 0.8 } else { 0.7 });
    }
    if !dated {
        let share = shape.chars as f32 / all.plain().max(1) as f32;
        return if credited || article_declared || shape.chars > 250 && share > 0.5 && links < 60 {
            (PageKind::Article, 0.6)
        } else if links > 100 && share < 0.3 {
            (PageKind::List, 0.6)
        } else {
            (PageKind::Other, 0.6)
        };
    }
    // A name beside a time is what threads and diaries have too; a few words are a caption or a notice.
    let outlet = metadata.source.as_ref().is_some_and(|s| is_outlet(&s.name));
    let weak = !outlet && metadata.authors.is_empty() && metadata.editors.is_empty();
    if shape.chars < 50 && shape.images == 0 || credited && weak && !article_declared {
        return (PageKind::Article, 0.75);
    }
    let confidence = match (credited, article_declared) {
        (true, _) if cx.headline.is_some() => 0.97,
        (true, _) => 0.9,
        (false, true) => 0.92,
        (false, false) if shape.chars >= 150 => 0.75,
        (false, false) => 0.6,
    };
    (PageKind::Article, confidence)
}

/// Whether the page is a notice in place of the article: gone, or not shown.
fn notice(cx: &Context<'_>, metadata: &Metadata, title: &str) -> Option<PageKind> {
    let page = cx.page;
    let chars = page.dom.counts(page.dom.body()).chars;
    let heading = metadata.title.as_deref().unwrap_or("");
    if chars > 2500 {
        return None;
    }
    // A page with many links is a page of the site, whatever its footer says.
    let bare = chars < 600 && page.dom.seen.anchors.len() < 20;
    let says = |words: &[&str]| {
        words.iter().any(|w| {
            title.contains(w) || heading.contains(w) || bare && page.dom.page_text().contains(w)
        })
    };
    if page.dom.seen.anchors.len() < 60 && says(page_kind::BLOCKED) {
        Some(PageKind::Blocked)
    } else if says(page_kind::MISSING) {
        Some(PageKind::Missing)
    } else {
        None
    }
}

/// What the page declares in JSON-LD and OpenGraph, where that is no article.
fn declared(page: &Page, shape: &Shape) -> Option<(PageKind, f32)> {
    if declares(page, &["LiveBlogPosting"]) {
        return Some((PageKind::Live, 0.9));
    }
    let kind = page.meta("og:type").unwrap_or("");
    if (declares(page, &["VideoObject"]) || kind.starts_with("video")) && shape.chars < 250 {
        return Some((PageKind::Video, 0.8));
    }
    if declares(page, &["ImageGallery"]) && shape.images >= 3 {
        return Some((PageKind::Gallery, 0.8));
    }
    let other = ["product", "book", "novel", "profile", "music"]
        .iter()
        .any(|w| kind.starts_with(w));
    if other
        || declares(
            page,
            &[
                "DiscussionForumPosting",
                "SocialMediaPosting",
                "QAPage",
                "Product",
            ],
        )
    {
        return Some((PageKind::Other, 0.85));
    }
    if page
        .meta("generator")
        .is_some_and(|g| g.starts_with("Discuz"))
        && page.dom.page_text().contains("只看该作者")
    {
        return Some((PageKind::Other, 0.85));
    }
    None
}

/// Whether people answer each other on the page: a thread of a forum, a question with answers.
fn is_thread(page: &Page) -> bool {
    let text = page.dom.page_text();
    let count = |word: &str| text.matches(word).take(6).count();
    count("楼主") >= 2 || count("回复") >= 5 || count("回覆") >= 5 || has_floors(page)
}

/// Whether answers are numbered. So may comments below an article be.
fn has_floors(page: &Page) -> bool {
    let dom = &page.dom;
    let lines = dom.lines().iter().map(|line| dom.line_text(line));
    lines
        .filter(|line| page_kind::is_floor(line))
        .take(2)
        .count()
        >= 2
}

/// The same, told by words that news pages with comments do not have.
fn is_sure_thread(page: &Page) -> bool {
    let text = page.dom.page_text();
    page_kind::THREAD.iter().any(|word| text.contains(word))
        || text.matches("楼主").take(3).count() >= 3
}

/// A page of poems: every neighbour is called so.
fn is_poem(page: &Page) -> bool {
    let text = page.dom.page_text();
    let often = |word: &str| text.matches(word).take(5).count() >= 5;
    often("诗词") && often("赏析")
}

/// A chapter of a book, with ways to the next ones.
fn is_chapter_page(page: &Page, title: &str) -> bool {
    let text = page.dom.page_text();
    page_kind::is_chapter(title) && (text.contains("下一章") || text.contains("上一章"))
}

/// A page that asks for a password and has next to no text.
fn is_login(page: &Page, shape: &Shape) -> bool {
    let dom = &page.dom;
    shape.chars < 150
        && dom.counts(dom.body()).chars < 1500
        && dom
            .subtree(dom.body())
            .any(|ix| dom.name(ix) == "input" && dom.attr(ix, "type") == Some("password"))
}

fn declares_article(page: &Page) -> bool {
    page.meta("og:type")
        .is_some_and(|t| t.eq_ignore_ascii_case("article") || t.eq_ignore_ascii_case("news"))
        || declares(page, &["NewsArticle", "Article", "ReportageNewsArticle"])
}

fn declares(page: &Page, kinds: &[&str]) -> bool {
    page.linked().iter().any(|v| {
        v.get("@type")
            .and_then(|t| t.as_str())
            .is_some_and(|t| kinds.contains(&t))
    })
}
