//! What speaks for each kind of page: facts, each with a weight. Which facts there are is `facts`' business.

use crate::article::PageKind::{
    self, Article, Blocked, Gallery, List, Live, Missing, Other, Video,
};
use crate::field::kind::facts::Facts;
use crate::field::kind::tuning as t;
use crate::field::kind::tuning::weight as w;
use crate::grammar::page_kind::Sign;
use crate::reason::Witness;

/// Something that speaks for a kind of page, or against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    pub(super) kind: PageKind,
    pub(super) weight: f32,
    pub(super) why: Witness,
}

/// All witnesses that speak on this page.
pub(super) fn all(f: &Facts, without: Option<Witness>) -> Vec<Spoken> {
    let unsigned = !f.credited && !f.declares_article;
    let nameless = !f.credited && !f.dated;
    let unsaid = !f.dated && !f.declares_article;
    let cut = f.sentences > 0 && f.teasers >= f.sentences;
    let empty = f.chars < t::NO_BODY && f.images == 0;
    let named = |kind| f.named == Some(kind);
    let declared = |kind| f.declared == Some(kind);
    let notice = |kind| f.notice == Some(kind);
    let hinted = |kind| f.hinted == Some(kind);
    let rows_of_pictures =
        f.lines >= t::ROWS && f.chars < f.lines * t::ROW_CHARS && f.images >= t::ROW_IMAGES;
    let sparse = unsigned
        && (rows_of_pictures
            || f.chars < t::TEXT_MIN && f.links >= t::SPARSE_LINKS
            || !f.dated && f.chars < t::SHORT_BODY && f.links > t::UNDATED_LINKS);
    let thread = !f.text_page
        && (f.signs(Sign::Poster) >= t::POSTERS
            || f.signs(Sign::Answer) >= t::ANSWERS
            || f.signs(Sign::Floor) >= t::FLOORS);
    let surely_thread = f.signs(Sign::Thread) >= 1 || f.signs(Sign::Poster) > t::POSTERS;
    let poem = f.signs(Sign::Poem) >= t::POEM && f.signs(Sign::Reading) >= t::POEM;
    let pictures =
        f.images >= t::GALLERY && f.chars < t::GALLERY_BODY && f.chars < f.images * t::PICTURE_TEXT;
    // A text that says that it is live needs fewer entries with a clock.
    let entries = f.entries >= t::ENTRIES && f.entries * t::ENTRIES_LINES >= f.lines;
    // What the rest of the site is says nothing of a notice in place of a text.
    let told = f.notice.or(f.bare_notice).is_some() && f.chars < t::NOTICE_LINES;
    // A list of names or figures below its headline.
    let tabled = f.cells >= t::CELLS && f.headline && f.dated && f.credited;
    #[rustfmt::skip]
    let rows = [
        // An article.
        (true, Article, w::ARTICLE, Witness::MostPages),
        (f.dated, Article, w::DATED, Witness::Dated),
        (f.credited, Article, w::CREDITED, Witness::Credited),
        (f.surely_credited, Article, w::SURELY_CREDITED, Witness::SurelyCredited),
        (nameless && !f.declares_article, Article, w::NAMELESS, Witness::Nameless),
        (unsaid, Article, w::UNDATED, Witness::Undated),
        (cut, Article, w::CUT, Witness::OnlyTeasers),
        (f.declares_article, Article, w::DECLARED, Witness::DeclaresArticle),
        (f.template, Article, w::TEMPLATE, Witness::RuleTemplate),
        (f.headline, Article, w::HEADLINE, Witness::HeadlineAbove),
        (f.chars >= t::TEXT, Article, w::TEXT, Witness::Text),
        (f.chars >= t::LONG_TEXT, Article, w::LONG_TEXT, Witness::LongText),
        (f.share > t::MOST, Article, w::MOST, Witness::MostOfPage),
        (f.share < t::LITTLE && f.chars < t::SHORT_BODY, Article, w::LITTLE, Witness::LittleOfPage),
        (f.numbered, Article, w::NUMBERED, Witness::ArticleAddress),
        (f.sentences == 0 && !tabled, Article, w::NO_SENTENCE, Witness::NoSentence),
        (nameless && f.links < t::BARE_LINKS && f.share > t::MOST && f.sentences >= t::SENTENCES, Article, w::PLAIN, Witness::TextAndFewLinks),
        (!f.legible || f.mojibake, Article, w::ILLEGIBLE, Witness::Unreadable),
        (f.text_page && f.headline && unsaid && f.chars >= t::TEXT_MIN, Article, w::TEXT_PAGE, Witness::TextPage),
        (f.text_page && !f.headline && unsaid && f.sentences >= t::SENTENCES, Article, w::PLAIN, Witness::TextSentences),
        (f.chars < t::WORDS, Article, w::SHORT, Witness::FewWords),
        // A notice in place of one.
        (notice(Missing), Missing, w::NOTICE, Witness::SaysGone),
        (notice(Blocked), Blocked, w::NOTICE, Witness::SaysNotShown),
        (f.bare_notice == Some(Missing), Missing, w::BARE_NOTICE, Witness::WordOfGone),
        (f.bare_notice == Some(Blocked), Blocked, w::BARE_NOTICE, Witness::WordOfNotShown),
        (f.password && nameless, Blocked, w::PASSWORD, Witness::AsksForPassword),
        (named(Blocked) && f.chars < t::NOTICE_BODY, Blocked, w::NAMED_SHORT, Witness::LoginAddress),
        // A list.
        (f.front && f.links > t::FRONT_LINKS && !(f.credited && f.dated && f.chars >= t::LONG_TEXT), List, w::FRONT, Witness::FrontAddress),
        (named(List) && !(f.credited && f.dated), List, w::NAMED, Witness::NamedList),
        (declared(List), List, w::DECLARED_LIST, Witness::DeclaresList),
        (hinted(List) && !f.surely_credited, List, w::HINTED, Witness::AddressWord),
        (empty && f.links >= t::BARE_LINKS, List, w::EMPTY, Witness::LinksNoBody),
        (sparse && !(f.dated && f.sentences > 0), List, w::SPARSE, Witness::LinksLittleText),
        (sparse && f.dated && f.sentences > 0, List, w::SPARSE_DATED, Witness::LinksLittleDatedText),
        (f.links > t::MANY_LINKS && f.share < t::PART, List, w::LINKS, Witness::HundredLinks),
        (f.teasers >= t::TEASERS && f.teasers * t::TEASER_LINES >= f.lines, List, w::TEASERS, Witness::Teasers),
        (f.channel && !f.surely_credited, List, w::CHANNEL, Witness::ChannelTitle),
        (f.linked_headings >= t::HEADINGS && !f.surely_credited && f.share < t::MOST, List, w::HEADINGS, Witness::LinkedHeadings),
        (f.posts >= t::POSTS && !f.headline && !f.surely_credited, List, w::POSTS, Witness::Posts),
        // Pictures, films, live texts.
        (named(Gallery), Gallery, w::NAMED_SURE, Witness::NamedGallery),
        (declared(Gallery), Gallery, w::DECLARED_SURE, Witness::DeclaresGallery),
        (pictures && !f.credited && !f.template, Gallery, w::PICTURES, Witness::Pictures),
        (f.images >= 1 && f.sentences == 0, Gallery, w::ONLY_PICTURES, Witness::OnlyPictures),
        (named(Video) && f.chars < t::FILM_PAGE, Video, w::NAMED_SURE, Witness::NamedVideo),
        (declared(Video), Video, w::DECLARED_SURE, Witness::DeclaresVideo),
        (f.film && f.chars < t::FILM_BODY, Video, w::FILM_TITLE, Witness::VideoTitle),
        (f.videos >= 1 && f.chars < t::FILM_LINE, Video, w::PLAYER, Witness::PlayerAndLine),
        (f.videos >= 1 && f.chars < t::WORDS, Video, w::PLAYER, Witness::PlayerAndWords),
        (f.videos >= 1 && f.sentences == 0, Video, w::ONLY_PLAYER, Witness::OnlyPlayer),
        (named(Live) && f.lines > t::LIVE_LINES, Live, w::NAMED_SURE, Witness::NamedLive),
        (declared(Live), Live, w::DECLARED_SURE, Witness::DeclaresLive),
        (f.clocked >= t::CLOCKED && f.clocked * t::CLOCKED_LINES >= f.lines, Live, w::CLOCKED, Witness::ClockedLines),
        (f.growing && f.lines >= t::GROWING_LINES || entries && f.live_title, Live, w::CLOCKED, Witness::Growing),
        // Anything else.
        (f.no_news && !told && !f.template && !f.declares_news, Other, w::NO_NEWS, Witness::NoNewsTitle),
        (f.mojibake, Other, w::MOJIBAKE, Witness::Mojibake),
        (named(Other) && !told && !(f.credited && f.dated), Other, w::NAMED, Witness::NamedOther),
        (declared(Other), Other, w::DECLARED_SURE, Witness::DeclaresOther),
        (hinted(Other) && !f.surely_credited, Other, w::HINTED, Witness::AddressWord),
        (empty && f.links < t::BARE_LINKS, Other, w::EMPTY, Witness::NeitherBodyNorLinks),
        (f.chars > t::FOREIGN && f.chinese < t::CHINESE, Other, w::FOREIGN, Witness::NotChinese),
        (f.chapter && f.signs(Sign::Chapter) >= 1, Other, w::CHAPTER, Witness::Chapter),
        (f.chapter && unsigned, Other, w::UNSIGNED_CHAPTER, Witness::ChapterTitle),
        (poem, Other, w::POEM, Witness::Poems),
        (f.signs(Sign::Floor) >= t::FLOORS && unsaid, Other, w::UNDATED_THREAD, Witness::UndatedAnswers),
        (surely_thread && !f.declares_article, Other, w::THREAD, Witness::ThreadControls),
        (thread && unsigned, Other, w::UNSIGNED_THREAD, Witness::Answers),
        (f.signs(Sign::Shop) >= t::SHOP, Other, w::SHOP, Witness::ShopWords),
        (f.signs(Sign::Shop) >= t::SHOP * 2, Other, w::SHOP, Witness::ManyShopWords),
        (f.signs(Sign::Firm) >= t::CARD && !f.credited, Other, w::FIRM, Witness::CompanyMenu),
        (f.sells && !f.surely_credited, Other, w::SELLS, Witness::SaleTitle),
        (f.signs(Sign::Company) >= t::CARD, Other, w::COMPANY, Witness::CompanyCard),
        (f.signs(Sign::Software) >= t::CARD, Other, w::SOFTWARE, Witness::SoftwareCard),
        (f.signs(Sign::Job) >= t::CARD && !f.surely_credited, Other, w::JOB, Witness::JobCard),
        (f.signs(Sign::Profile) >= t::CARD, Other, w::PROFILE, Witness::Profile),
        (f.introduces, Other, w::INTRODUCES, Witness::IntroductionTitle),
        (f.introduces && nameless, Other, w::INTRODUCES, Witness::NamelessIntroduction),
        (f.house && nameless, Other, w::HOUSE, Witness::HouseTitle),
        (nameless && !f.declares_article, Other, w::NAMELESS_OTHER, Witness::Nameless),
    ];
    rows.into_iter()
        .filter(|(speaks, _, _, why)| *speaks && Some(*why) != without)
        .map(|(_, kind, weight, why)| Spoken { kind, weight, why })
        .collect()
}
