//! What speaks for each kind of page: facts, each with a weight. Which facts there are is `facts`' business.

use crate::article::PageKind::{
    self, Article, Blocked, Gallery, List, Live, Missing, Other, Video,
};
use crate::field::kind::facts::Facts;
use crate::field::kind::tuning as t;
use crate::field::kind::tuning::weight as w;
use crate::grammar::page_kind::Sign;

/// Something that speaks for a kind of page, or against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Witness {
    pub(super) kind: PageKind,
    pub(super) weight: f32,
    pub(super) why: &'static str,
}

/// All witnesses that speak on this page.
pub(super) fn all(f: &Facts) -> Vec<Witness> {
    let unsigned = !f.credited && !f.declares_article;
    let nameless = !f.credited && !f.dated;
    let unsaid = !f.dated && !f.declares_article;
    let cut = f.sentences > 0 && f.teasers >= f.sentences;
    let empty = f.chars < t::NO_BODY && f.images == 0;
    let named = |kind| f.named == Some(kind);
    let declared = |kind| f.declared == Some(kind);
    let notice = |kind| f.notice == Some(kind);
    let hinted = |kind| f.hinted == Some(kind);
    let rows_of_pictures = f.lines >= 30 && f.chars < f.lines * 30 && f.images >= 8;
    let sparse = unsigned
        && (rows_of_pictures
            || f.chars < 80 && f.links >= 15
            || !f.dated && f.chars < 400 && f.links > 40);
    let thread = !f.text_page
        && (f.signs(Sign::Poster) >= 2 || f.signs(Sign::Answer) >= 5 || f.signs(Sign::Floor) >= 2);
    let surely_thread = f.signs(Sign::Thread) >= 1 || f.signs(Sign::Poster) >= 3;
    let poem = f.signs(Sign::Poem) >= 5 && f.signs(Sign::Reading) >= 5;
    let pictures = f.images >= 6 && f.chars < 600 && f.chars < f.images * 40;
    #[rustfmt::skip]
    let rows = [
        // An article.
        (true, Article, w::ARTICLE, "most pages are articles"),
        (f.dated, Article, w::DATED, "a time of publication"),
        (f.credited, Article, w::CREDITED, "an outlet, a writer or an editor"),
        (f.surely_credited, Article, w::SURELY_CREDITED, "a known sort of outlet, or a name"),
        (nameless && !f.declares_article, Article, w::NAMELESS, "neither time nor credit"),
        (unsaid, Article, w::UNDATED, "no time of publication"),
        (cut, Article, w::CUT, "only texts cut short"),
        (f.declares_article, Article, w::DECLARED, "declares itself an article"),
        (f.template, Article, w::TEMPLATE, "read by a site's rule"),
        (f.headline, Article, w::HEADLINE, "a headline above the body"),
        (f.chars >= 150, Article, w::TEXT, "150 characters of text"),
        (f.chars >= 500, Article, w::LONG_TEXT, "500 characters of text"),
        (f.share > 0.5, Article, w::MOST, "most of the page's text is the body"),
        (f.share < 0.1 && f.chars < 400, Article, w::LITTLE, "hardly any of the page's text is the body"),
        (f.numbered, Article, w::NUMBERED, "an address like an article's"),
        (f.sentences == 0, Article, w::NO_SENTENCE, "no sentence to read"),
        (nameless && f.links < 20 && f.share > 0.5 && f.sentences >= 2, Article, w::PLAIN, "a text and few links"),
        (!f.legible || f.mojibake, Article, w::ILLEGIBLE, "nothing somebody can read"),
        (f.text_page && f.headline && unsaid && f.chars >= t::TEXT_MIN, Article, w::TEXT_PAGE, "a headline and text without markup"),
        (f.text_page && !f.headline && unsaid && f.sentences >= 2, Article, w::PLAIN, "sentences without markup"),
        (f.chars < 50, Article, w::SHORT, "a few words of text"),
        // A notice in place of one.
        (notice(Missing), Missing, w::NOTICE, "says that the page is gone"),
        (notice(Blocked), Blocked, w::NOTICE, "says that the page is not shown"),
        (f.bare_notice == Some(Missing), Missing, w::BARE_NOTICE, "a word of pages that are gone"),
        (f.bare_notice == Some(Blocked), Blocked, w::BARE_NOTICE, "a word of pages that are not shown"),
        (f.password && nameless, Blocked, w::PASSWORD, "asks for a password"),
        (named(Blocked) && f.chars < 300, Blocked, w::NAMED_SHORT, "address of a way in"),
        // A list.
        (f.front && f.links > 30 && !(f.credited && f.dated && f.chars >= 500), List, w::FRONT, "address of a front page"),
        (named(List) && !(f.credited && f.dated), List, w::NAMED, "address or title of a list"),
        (declared(List), List, w::DECLARED_LIST, "declares itself a list"),
        (hinted(List) && !f.surely_credited, List, w::HINTED, "a word in the address"),
        (empty && f.links >= 20, List, w::EMPTY, "links and no body"),
        (sparse && !(f.dated && f.sentences > 0), List, w::SPARSE, "little text among links"),
        (sparse && f.dated && f.sentences > 0, List, w::SPARSE_DATED, "little text among links, with a time"),
        (f.links > 100 && f.share < 0.3, List, w::LINKS, "a hundred links around little text"),
        (f.teasers >= 2 && f.teasers * 4 >= f.lines, List, w::TEASERS, "texts cut short"),
        (f.channel && !f.surely_credited, List, w::CHANNEL, "title of a channel"),
        (f.linked_headings >= t::HEADINGS && !f.surely_credited && f.share < 0.5, List, w::HEADINGS, "headings that are links"),
        // Pictures, films, live texts.
        (named(Gallery), Gallery, w::NAMED_SURE, "address or title of a gallery"),
        (declared(Gallery), Gallery, w::DECLARED_SURE, "declares itself a gallery"),
        (pictures && !f.credited && !f.template, Gallery, w::PICTURES, "pictures and little text"),
        (f.images >= 1 && f.sentences == 0, Gallery, w::ONLY_PICTURES, "pictures and no sentence"),
        (named(Video) && f.chars < 800, Video, w::NAMED_SURE, "address or title of a film"),
        (declared(Video), Video, w::DECLARED_SURE, "declares itself a film"),
        (f.film && f.chars < t::FILM_BODY, Video, w::FILM_TITLE, "title of a film"),
        (f.videos >= 1 && f.chars < t::FILM_LINE, Video, w::PLAYER, "a player and one line"),
        (f.videos >= 1 && f.chars < 50, Video, w::PLAYER, "a player and a few words"),
        (f.videos >= 1 && f.sentences == 0, Video, w::ONLY_PLAYER, "a player and no sentence"),
        (named(Live) && f.lines > 20, Live, w::NAMED_SURE, "address of a live text"),
        (declared(Live), Live, w::DECLARED_SURE, "declares itself a live text"),
        (f.clocked >= 8 && f.clocked * 8 >= f.lines, Live, w::CLOCKED, "lines that start with a clock"),
        (f.growing && f.lines >= 30, Live, w::CLOCKED, "says that it goes on growing"),
        // Anything else.
        (f.no_news && !f.template && !f.declares_news, Other, w::NO_NEWS, "title of a site without news"),
        (f.mojibake, Other, w::MOJIBAKE, "decoded with the wrong charset"),
        (named(Other) && !(f.credited && f.dated), Other, w::NAMED, "address or title of something else"),
        (declared(Other), Other, w::DECLARED_SURE, "declares itself something else"),
        (hinted(Other) && !f.surely_credited, Other, w::HINTED, "a word in the address"),
        (empty && f.links < 20, Other, w::EMPTY, "neither body nor links"),
        (f.chars > 100 && f.chinese < 0.2, Other, w::FOREIGN, "not Chinese"),
        (f.chapter && f.signs(Sign::Chapter) >= 1, Other, w::CHAPTER, "a chapter with ways to the next"),
        (f.chapter && unsigned, Other, w::UNSIGNED_CHAPTER, "title of a chapter"),
        (poem, Other, w::POEM, "poems"),
        (f.signs(Sign::Floor) >= 2 && unsaid, Other, w::UNDATED_THREAD, "answers and no time of publication"),
        (surely_thread && !f.declares_article, Other, w::THREAD, "controls of a thread"),
        (thread && unsigned, Other, w::UNSIGNED_THREAD, "people answer each other"),
        (f.signs(Sign::Shop) >= 2, Other, w::SHOP, "words of a shop"),
        (f.signs(Sign::Shop) >= 4, Other, w::SHOP, "many words of a shop"),
        (f.signs(Sign::Firm) >= 3 && !f.credited, Other, w::FIRM, "menu of a company"),
        (f.sells && !f.surely_credited, Other, w::SELLS, "title of something for sale"),
        (f.signs(Sign::Company) >= 3, Other, w::COMPANY, "a company's card"),
        (f.signs(Sign::Software) >= 3, Other, w::SOFTWARE, "a game's or program's card"),
        (f.signs(Sign::Profile) >= 3, Other, w::PROFILE, "somebody's page"),
        (f.introduces, Other, w::INTRODUCES, "title of an introduction"),
        (f.introduces && nameless, Other, w::INTRODUCES, "an introduction without time and credit"),
        (nameless && !f.declares_article, Other, w::NAMELESS_OTHER, "neither time nor credit"),
    ];
    rows.into_iter()
        .filter(|(speaks, ..)| *speaks)
        .map(|(_, kind, weight, why)| Witness { kind, weight, why })
        .collect()
}
