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
        (f.chars >= 150, Article, w::TEXT, Witness::Text),
        (f.chars >= 500, Article, w::LONG_TEXT, Witness::LongText),
        (f.share > 0.5, Article, w::MOST, Witness::MostOfPage),
        (f.share < 0.1 && f.chars < 400, Article, w::LITTLE, Witness::LittleOfPage),
        (f.numbered, Article, w::NUMBERED, Witness::ArticleAddress),
        (f.sentences == 0, Article, w::NO_SENTENCE, Witness::NoSentence),
        (nameless && f.links < 20 && f.share > 0.5 && f.sentences >= 2, Article, w::PLAIN, Witness::TextAndFewLinks),
        (!f.legible || f.mojibake, Article, w::ILLEGIBLE, Witness::Unreadable),
        (f.text_page && f.headline && unsaid && f.chars >= t::TEXT_MIN, Article, w::TEXT_PAGE, Witness::TextPage),
        (f.text_page && !f.headline && unsaid && f.sentences >= 2, Article, w::PLAIN, Witness::TextSentences),
        (f.chars < 50, Article, w::SHORT, Witness::FewWords),
        // A notice in place of one.
        (notice(Missing), Missing, w::NOTICE, Witness::SaysGone),
        (notice(Blocked), Blocked, w::NOTICE, Witness::SaysNotShown),
        (f.bare_notice == Some(Missing), Missing, w::BARE_NOTICE, Witness::WordOfGone),
        (f.bare_notice == Some(Blocked), Blocked, w::BARE_NOTICE, Witness::WordOfNotShown),
        (f.password && nameless, Blocked, w::PASSWORD, Witness::AsksForPassword),
        (named(Blocked) && f.chars < 300, Blocked, w::NAMED_SHORT, Witness::LoginAddress),
        // A list.
        (f.front && f.links > 30 && !(f.credited && f.dated && f.chars >= 500), List, w::FRONT, Witness::FrontAddress),
        (named(List) && !(f.credited && f.dated), List, w::NAMED, Witness::NamedList),
        (declared(List), List, w::DECLARED_LIST, Witness::DeclaresList),
        (hinted(List) && !f.surely_credited, List, w::HINTED, Witness::AddressWord),
        (empty && f.links >= 20, List, w::EMPTY, Witness::LinksNoBody),
        (sparse && !(f.dated && f.sentences > 0), List, w::SPARSE, Witness::LinksLittleText),
        (sparse && f.dated && f.sentences > 0, List, w::SPARSE_DATED, Witness::LinksLittleDatedText),
        (f.links > 100 && f.share < 0.3, List, w::LINKS, Witness::HundredLinks),
        (f.teasers >= 2 && f.teasers * 4 >= f.lines, List, w::TEASERS, Witness::Teasers),
        (f.channel && !f.surely_credited, List, w::CHANNEL, Witness::ChannelTitle),
        (f.linked_headings >= t::HEADINGS && !f.surely_credited && f.share < 0.5, List, w::HEADINGS, Witness::LinkedHeadings),
        // Pictures, films, live texts.
        (named(Gallery), Gallery, w::NAMED_SURE, Witness::NamedGallery),
        (declared(Gallery), Gallery, w::DECLARED_SURE, Witness::DeclaresGallery),
        (pictures && !f.credited && !f.template, Gallery, w::PICTURES, Witness::Pictures),
        (f.images >= 1 && f.sentences == 0, Gallery, w::ONLY_PICTURES, Witness::OnlyPictures),
        (named(Video) && f.chars < 800, Video, w::NAMED_SURE, Witness::NamedVideo),
        (declared(Video), Video, w::DECLARED_SURE, Witness::DeclaresVideo),
        (f.film && f.chars < t::FILM_BODY, Video, w::FILM_TITLE, Witness::VideoTitle),
        (f.videos >= 1 && f.chars < t::FILM_LINE, Video, w::PLAYER, Witness::PlayerAndLine),
        (f.videos >= 1 && f.chars < 50, Video, w::PLAYER, Witness::PlayerAndWords),
        (f.videos >= 1 && f.sentences == 0, Video, w::ONLY_PLAYER, Witness::OnlyPlayer),
        (named(Live) && f.lines > 20, Live, w::NAMED_SURE, Witness::NamedLive),
        (declared(Live), Live, w::DECLARED_SURE, Witness::DeclaresLive),
        (f.clocked >= 8 && f.clocked * 8 >= f.lines, Live, w::CLOCKED, Witness::ClockedLines),
        (f.growing && f.lines >= 30, Live, w::CLOCKED, Witness::Growing),
        // Anything else.
        (f.no_news && !f.template && !f.declares_news, Other, w::NO_NEWS, Witness::NoNewsTitle),
        (f.mojibake, Other, w::MOJIBAKE, Witness::Mojibake),
        (named(Other) && !(f.credited && f.dated), Other, w::NAMED, Witness::NamedOther),
        (declared(Other), Other, w::DECLARED_SURE, Witness::DeclaresOther),
        (hinted(Other) && !f.surely_credited, Other, w::HINTED, Witness::AddressWord),
        (empty && f.links < 20, Other, w::EMPTY, Witness::NeitherBodyNorLinks),
        (f.chars > 100 && f.chinese < 0.2, Other, w::FOREIGN, Witness::NotChinese),
        (f.chapter && f.signs(Sign::Chapter) >= 1, Other, w::CHAPTER, Witness::Chapter),
        (f.chapter && unsigned, Other, w::UNSIGNED_CHAPTER, Witness::ChapterTitle),
        (poem, Other, w::POEM, Witness::Poems),
        (f.signs(Sign::Floor) >= 2 && unsaid, Other, w::UNDATED_THREAD, Witness::UndatedAnswers),
        (surely_thread && !f.declares_article, Other, w::THREAD, Witness::ThreadControls),
        (thread && unsigned, Other, w::UNSIGNED_THREAD, Witness::Answers),
        (f.signs(Sign::Shop) >= 2, Other, w::SHOP, Witness::ShopWords),
        (f.signs(Sign::Shop) >= 4, Other, w::SHOP, Witness::ManyShopWords),
        (f.signs(Sign::Firm) >= 3 && !f.credited, Other, w::FIRM, Witness::CompanyMenu),
        (f.sells && !f.surely_credited, Other, w::SELLS, Witness::SaleTitle),
        (f.signs(Sign::Company) >= 3, Other, w::COMPANY, Witness::CompanyCard),
        (f.signs(Sign::Software) >= 3, Other, w::SOFTWARE, Witness::SoftwareCard),
        (f.signs(Sign::Profile) >= 3, Other, w::PROFILE, Witness::Profile),
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
