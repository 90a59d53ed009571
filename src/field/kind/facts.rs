//! What is looked at to tell a page's kind: shape of the body, what other fields found, words of title, address and page, what the page declares.
//! What each fact weighs is decided in `witness`.

use crate::article::{Metadata, PageKind};
use crate::body::{Block, Body};
use crate::content::location::BodyLocation;
use crate::field::context::Context;
use crate::field::kind::tuning as t;
use crate::grammar::address::{self, Sort};
use crate::grammar::legible;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::outlet::is_outlet;
use crate::grammar::page_kind::{self, Sign};
use crate::grammar::title::key::chinese_run;
use crate::page::Page;

/// Facts of one page.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Characters of the body outside links.
    pub(super) chars: usize,
    pub(super) images: usize,
    pub(super) videos: usize,
    /// Cells of the body's tables.
    pub(super) cells: usize,
    pub(super) lines: usize,
    /// Lines of the body that are sentences somebody can read.
    pub(super) sentences: usize,
    /// Lines of the body that start with a clock, as entries of a live blog do.
    pub(super) clocked: usize,
    /// Lines between the headline and the end of the body that start with a clock: one alone in its line is none of the body's.
    pub(super) entries: usize,
    /// Lines of the body that are cut short with dots, or end with an age: 1小時前.
    pub(super) teasers: usize,
    /// Share of Chinese characters among the body's letters.
    pub(super) chinese: f32,
    /// Share of the page's plain text that is the body's.
    pub(super) share: f32,
    /// Characters of the whole page.
    pub(super) page_chars: usize,
    pub(super) links: usize,
    /// Headings that are links to articles.
    pub(super) linked_headings: usize,
    /// Those of them with a text right below.
    pub(super) posts: usize,
    pub(super) dated: bool,
    /// An outlet, a writer or an editor is named.
    pub(super) credited: bool,
    /// A known sort of outlet is named, or a writer, or an editor.
    pub(super) surely_credited: bool,
    pub(super) headline: bool,
    pub(super) template: bool,
    pub(super) declares_article: bool,
    pub(super) declares_news: bool,
    /// What the page declares itself to be, where that is no article.
    pub(super) declared: Option<PageKind>,
    /// What address or title name.
    pub(super) named: Option<PageKind>,
    /// A weaker word of the address.
    pub(super) hinted: Option<PageKind>,
    pub(super) numbered: bool,
    pub(super) front: bool,
    pub(super) no_news: bool,
    pub(super) growing: bool,
    /// Title or heading say that it grows, or begin with 直播.
    pub(super) live_title: bool,
    pub(super) chapter: bool,
    /// The headline is that of an introduction: 学校简介.
    pub(super) introduces: bool,
    /// The headline is the name of a house, school or firm.
    pub(super) house: bool,
    /// The title names a channel: 港聞, 政治新聞.
    pub(super) channel: bool,
    /// The title says 视频.
    pub(super) film: bool,
    /// Text without markup: lists and menus are lines like others there.
    pub(super) text_page: bool,
    /// A sentence in title, body or captions.
    pub(super) legible: bool,
    /// It was decoded with the wrong charset.
    pub(super) mojibake: bool,
    /// A form that asks for a password.
    pub(super) password: bool,
    /// The page says in title or heading that it is gone or not shown.
    pub(super) notice: Option<PageKind>,
    /// The same by a word anywhere on a page that has little else.
    pub(super) bare_notice: Option<PageKind>,
    /// The title is of something for sale: …价格, …厂家.
    pub(super) sells: bool,
    /// How many different words of each sort the page has; of answers, how many there are.
    signs: [usize; Sign::COUNT],
}

impl Facts {
    pub(super) fn new(cx: &Context<'_>, metadata: &Metadata, body: &Body, text: &str) -> Self {
        let page = cx.page;
        let dom = &page.dom;
        let title = page.meta.title.as_deref().unwrap_or("");
        let heading = metadata.title.as_deref().unwrap_or("");
        let url = page.base.page();
        let outlet = metadata.source.as_ref().is_some_and(|s| is_outlet(&s.name));
        let named = !metadata.authors.is_empty() || !metadata.editors.is_empty();
        let mut facts = Self {
            page_chars: dom.counts(dom.body()).chars as usize,
            links: dom.seen.anchors.len(),
            dated: metadata.published.is_some(),
            credited: named || metadata.source.is_some(),
            surely_credited: named || outlet,
            text_page: dom.is_text(),
            legible: is_legible(cx.title, body, text),
            mojibake: legible::is_mojibake(text),
            headline: cx.headline.is_some(),
            template: cx.subject.template.is_some(),
            declares_article: declares_article(page),
            declares_news: declares(page, &["NewsArticle", "ReportageNewsArticle"]),
            named: url
                .and_then(page_kind::by_address)
                .or_else(|| page_kind::by_title(title)),
            hinted: url.and_then(page_kind::by_word),
            numbered: url.is_some_and(|url| address::sort(url.as_str()) == Sort::Article),
            front: url.is_some_and(page_kind::is_front),
            no_news: page_kind::is_no_news(title),
            growing: page_kind::is_growing(title),
            live_title: [title, heading].into_iter().any(page_kind::is_live),
            chapter: page_kind::is_chapter(title),
            introduces: page_kind::is_introduction(heading),
            house: page_kind::is_house(heading),
            channel: [title, heading]
                .into_iter()
                .any(|title| page_kind::is_channel(title) || page_kind::is_topic(title)),
            sells: page_kind::is_for_sale(title),
            film: page_kind::is_film(title) || page_kind::is_film(heading),
            ..Self::default()
        };
        facts.read_body(cx, body, text);
        facts.entries = match facts.live_title {
            true => entries(cx),
            false => 0,
        };
        let all = dom.counts(dom.body()).plain().max(1) as f32;
        facts.share = (facts.chars as f32 / all).min(1.0);
        facts.declared = declared(page, &facts);
        facts.signs = signs(page);
        (facts.linked_headings, facts.posts) = linked_headings(page);
        facts.password = facts.page_chars < t::NOTICE_PAGE
            && facts.chars < t::FORM_BODY
            && dom
                .subtree(dom.body())
                .any(|ix| dom.name(ix) == "input" && dom.attr(ix, "type") == Some("password"));
        if facts.chars < t::NOTICE_BODY && facts.page_chars <= t::NOTICE_PAGE_MAX {
            facts.notice = notice(&facts, &[title, heading]);
            // A page with many links is a page of the site, whatever its footer says.
            if facts.page_chars < t::BARE_PAGE && facts.links < t::BARE_LINKS {
                facts.bare_notice = notice(&facts, &[dom.page_text()]);
            }
        }
        facts
    }

    /// How many signs of this sort the page has.
    pub(super) fn signs(&self, sign: Sign) -> usize {
        self.signs[sign as usize]
    }

    fn read_body(&mut self, cx: &Context<'_>, body: &Body, text: &str) {
        for block in &body.blocks {
            match block {
                Block::Image(_) => self.images += 1,
                Block::Video(_) => self.videos += 1,
                Block::Table(table) => {
                    self.cells += table.rows.iter().map(Vec::len).sum::<usize>();
                }
                _ => {}
            }
        }
        let (mut all, mut chinese, mut foreign) = (0usize, 0usize, 0usize);
        for line in text.lines() {
            self.lines += 1;
            self.clocked += usize::from(page_kind::is_clocked(line));
            self.sentences += usize::from(page_kind::is_sentence(line));
            self.teasers += usize::from(page_kind::is_teaser(line));
            let mut rest = line;
            loop {
                let run = chinese_run(rest.as_bytes());
                all += run / 3;
                chinese += run / 3;
                let mut chars = rest[run..].chars();
                let Some(c) = chars.next() else { break };
                if !c.is_whitespace() {
                    all += 1;
                    chinese += usize::from(c >= '\u{2e80}');
                    // The figures of a table are of no language.
                    foreign += usize::from(c < '\u{2e80}' && c.is_alphabetic());
                }
                rest = chars.as_str();
            }
        }
        self.chinese = chinese as f32 / (chinese + foreign).max(1) as f32;
        self.chars = match cx.place {
            BodyLocation::Source(_) => all,
            _ => all.min(cx.place.first().map_or(0, |run| {
                let end = cx.place.end().unwrap_or(run.to);
                cx.dom().counts_between(run.from, end).plain() as usize
            })),
        };
    }
}

/// Lines of the text and its headline's surroundings that start with a clock.
fn entries(cx: &Context<'_>) -> usize {
    let (dom, body) = (cx.dom(), cx.layout.body());
    let lines = dom.lines();
    let end = body.end.min(lines.len());
    let from = cx.layout.headline().unwrap_or(body.start).min(end);
    let clocked = |line: &&crate::text::Line| page_kind::is_clocked(dom.line_text(line));
    lines[from..end].iter().filter(clocked).count()
}

/// Whether there is something to read: one sentence at least.
fn is_legible(title: Option<&str>, body: &Body, text: &str) -> bool {
    let captions = body.images().filter_map(|i| i.caption.as_deref());
    let mut all = title.into_iter().chain([text]).chain(captions);
    all.any(legible::has_sentence)
}

/// Different words of each sort on the page, in one pass. Words that must come often are counted each time.
fn signs(page: &Page) -> [usize; Sign::COUNT] {
    let mut out = [0; Sign::COUNT];
    let mut known: Vec<&str> = Vec::new();
    for (_, word, &sign) in page_kind::SIGNS.within(page.dom.page_text()) {
        if sign.is_counted() || !known.contains(&word) {
            out[sign as usize] += 1;
            if !sign.is_counted() {
                known.push(word);
            }
        }
    }
    let dom = &page.dom;
    let lines = dom.lines().iter().map(|line| dom.line_text(line));
    out[Sign::Floor as usize] = lines
        .filter(|line| page_kind::is_floor(line))
        .take(t::FLOORS)
        .count();
    out
}

/// Headings that are links, or hold one, to pages with an article's address; and how many of them have a text right below.
fn linked_headings(page: &Page) -> (usize, usize) {
    let dom = &page.dom;
    let linked = dom.seen.headings.iter().filter(|&&h| {
        let counts = dom.counts(h);
        counts.chars >= t::HEADLINE_MIN && counts.linked == counts.chars
    });
    let (mut all, mut posts) = (0, 0);
    for &heading in linked.take(t::HEADINGS_MAX) {
        all += 1;
        let below = dom.line_from(dom.end(heading));
        let below = dom.lines().get(below..).unwrap_or_default();
        let prose = |line: &crate::text::Line| line.counts.linked == 0 && line.counts.marks > 1;
        posts += usize::from(below.iter().take(t::POST_NEAR).any(prose));
    }
    (all, posts)
}

/// Whether texts are those of a notice in place of the article: gone, or not shown.
fn notice(facts: &Facts, texts: &[&str]) -> Option<PageKind> {
    let says = |words: Facet| texts.iter().any(|text| words.within(text));
    if facts.links < t::NOTICE_LINKS && says(Facet::Blocked) {
        Some(PageKind::Blocked)
    } else if says(Facet::Missing) {
        Some(PageKind::Missing)
    } else {
        None
    }
}

/// What the page declares in JSON-LD and OpenGraph, where that is no article.
fn declared(page: &Page, facts: &Facts) -> Option<PageKind> {
    if declares(page, &["LiveBlogPosting"]) {
        return Some(PageKind::Live);
    }
    let kind = page.meta("og:type").unwrap_or("");
    if (declares(page, &["VideoObject"]) || kind.starts_with("video")) && facts.chars < t::FILM_BODY
    {
        return Some(PageKind::Video);
    }
    if declares(page, &["ImageGallery"]) && facts.images >= t::GALLERY_DECLARED {
        return Some(PageKind::Gallery);
    }
    let other = ["product", "book", "novel", "profile", "music"]
        .iter()
        .any(|w| kind.starts_with(w));
    let things = [
        "DiscussionForumPosting",
        "SocialMediaPosting",
        "QAPage",
        "Product",
        "ProfilePage",
        "AboutPage",
        "VideoGame",
        "MobileApplication",
        "SoftwareApplication",
    ];
    if other || declares(page, &things) {
        return Some(PageKind::Other);
    }
    if declares(page, &["CollectionPage", "SearchResultsPage"]) && !facts.declares_article {
        return Some(PageKind::List);
    }
    let board = page
        .meta("generator")
        .is_some_and(|g| g.starts_with("Discuz"));
    (board && Facet::BoardControl.within(page.dom.page_text())).then_some(PageKind::Other)
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
