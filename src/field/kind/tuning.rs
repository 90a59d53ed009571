//! Every weight and threshold of page kinds, with what it is for. Nothing else.
//!
//! Weights were set by hand on the whole corpus, with pages of both halves in view, and kept where neither half fell
//! (`evaluate --half even`, `--half odd`). The steps of confidence are those at which, on the even half, answers of 0.9 and more are right
//! 98 times in 100 and no band is right less often than it says; `docs/design.md` shows what the odd half makes of them.

/// Texts of a body below which a page may be a notice.
pub(super) const NOTICE_BODY: usize = 300;
/// Text of a body that is a notice and nothing else.
pub(super) const NOTICE_LINES: usize = 80;
/// Text of a page above which it is none.
pub(super) const NOTICE_PAGE_MAX: usize = 2500;
/// Links of a page from which on it is none that blocks.
pub(super) const NOTICE_LINKS: usize = 60;
/// A page with less text and fewer links says what it says with any of its words.
pub(super) const BARE_PAGE: usize = 600;
pub(super) const BARE_LINKS: usize = 20;
/// Text of a page with a form to log in, and of its body.
pub(super) const NOTICE_PAGE: usize = 1500;
pub(super) const FORM_BODY: usize = 150;
/// Characters of a text below a headline that are an article.
pub(super) const TEXT_MIN: usize = 80;
/// A body with fewer characters and no picture is none.
pub(super) const NO_BODY: usize = 15;
/// A film's page has less text.
pub(super) const FILM_BODY: usize = 250;
/// One line below a player.
pub(super) const FILM_LINE: usize = 120;
/// Pictures of a gallery that declares itself one.
pub(super) const GALLERY_DECLARED: usize = 3;
/// Numbers of answers that are looked for.
pub(super) const FLOORS: usize = 2;
/// Headings that are links make a list from this number on; more are not counted.
pub(super) const HEADINGS: usize = 8;
pub(super) const HEADINGS_MAX: usize = 50;
/// Cells of a table that is an article by itself.
pub(super) const CELLS: usize = 6;
/// Headings that lead to the text below them make a list from this number on, where the page has no headline.
pub(super) const POSTS: usize = 3;
/// Lines below such a heading within which its text begins.
pub(super) const POST_NEAR: usize = 3;
/// Characters of a heading that may be a headline.
pub(super) const HEADLINE_MIN: u32 = 8;

/// Characters of a body: a text, a long one, a short one, a few words.
pub(super) const TEXT: usize = 150;
pub(super) const LONG_TEXT: usize = 500;
pub(super) const SHORT_BODY: usize = 400;
pub(super) const WORDS: usize = 50;
/// Sentences that are a text.
pub(super) const SENTENCES: usize = 2;
/// Share of a page's text that is its body: most of it, a part, hardly any.
pub(super) const MOST: f32 = 0.5;
pub(super) const PART: f32 = 0.3;
pub(super) const LITTLE: f32 = 0.1;
/// Links around a short body that make it a list: of any page, of one without a time, of a front page, around little text.
pub(super) const SPARSE_LINKS: usize = 15;
pub(super) const UNDATED_LINKS: usize = 40;
pub(super) const FRONT_LINKS: usize = 30;
pub(super) const MANY_LINKS: usize = 100;
/// Rows of pictures: so many lines, so few characters a line, so many pictures.
pub(super) const ROWS: usize = 30;
pub(super) const ROW_CHARS: usize = 30;
pub(super) const ROW_IMAGES: usize = 8;
/// Texts cut short that make a list: so many, and one line in so many.
pub(super) const TEASERS: usize = 2;
pub(super) const TEASER_LINES: usize = 4;
/// Pictures of a gallery, characters of its text, and characters a picture.
pub(super) const GALLERY: usize = 6;
pub(super) const GALLERY_BODY: usize = 600;
pub(super) const PICTURE_TEXT: usize = 40;
/// Text of a page whose address or title names a film.
pub(super) const FILM_PAGE: usize = 800;
/// Lines of a live text; those that start with a clock, and one line in so many; lines of one that says that it grows.
pub(super) const LIVE_LINES: usize = 20;
pub(super) const CLOCKED: usize = 8;
pub(super) const CLOCKED_LINES: usize = 8;
pub(super) const GROWING_LINES: usize = 30;
/// Entries with a clock of a text that calls itself live, and one line in so many.
pub(super) const ENTRIES: usize = 3;
pub(super) const ENTRIES_LINES: usize = 4;
/// Text that must be Chinese, and the share of it that is.
pub(super) const FOREIGN: usize = 100;
pub(super) const CHINESE: f32 = 0.2;
/// Signs of a thread: names of who posts, answers. One more name is surely one.
pub(super) const POSTERS: usize = 2;
pub(super) const ANSWERS: usize = 5;
/// Signs of poems and of their readings, each.
pub(super) const POEM: usize = 5;
/// Words of a shop; twice as many say it again.
pub(super) const SHOP: usize = 2;
/// Words of a card or menu of a firm, a program, a person.
pub(super) const CARD: usize = 3;

/// Weights of witnesses, about logits: a sure article sums up to 6 or 7.
pub(super) mod weight {
    pub(in super::super) const ARTICLE: f32 = 1.0;
    pub(in super::super) const DATED: f32 = 1.5;
    pub(in super::super) const CREDITED: f32 = 1.2;
    pub(in super::super) const SURELY_CREDITED: f32 = 0.8;
    pub(in super::super) const NAMELESS: f32 = -1.5;
    pub(in super::super) const UNDATED: f32 = -1.0;
    pub(in super::super) const CUT: f32 = -1.5;
    pub(in super::super) const DECLARED: f32 = 1.2;
    pub(in super::super) const TEMPLATE: f32 = 0.5;
    pub(in super::super) const HEADLINE: f32 = 0.4;
    pub(in super::super) const TEXT: f32 = 0.6;
    pub(in super::super) const LONG_TEXT: f32 = 0.3;
    pub(in super::super) const MOST: f32 = 0.5;
    pub(in super::super) const LITTLE: f32 = -1.0;
    pub(in super::super) const NUMBERED: f32 = 0.4;
    pub(in super::super) const NO_SENTENCE: f32 = -4.0;
    pub(in super::super) const ILLEGIBLE: f32 = -8.0;
    pub(in super::super) const TEXT_PAGE: f32 = 3.5;
    pub(in super::super) const PLAIN: f32 = 1.5;
    pub(in super::super) const SHORT: f32 = -1.2;

    pub(in super::super) const NOTICE: f32 = 9.5;
    pub(in super::super) const BARE_NOTICE: f32 = 4.5;
    pub(in super::super) const PASSWORD: f32 = 5.0;
    pub(in super::super) const NAMED_SHORT: f32 = 6.0;

    pub(in super::super) const FRONT: f32 = 7.5;
    pub(in super::super) const NAMED: f32 = 7.0;
    pub(in super::super) const NAMED_SURE: f32 = 7.5;
    pub(in super::super) const HINTED: f32 = 2.0;
    pub(in super::super) const DECLARED_LIST: f32 = 2.0;
    pub(in super::super) const DECLARED_SURE: f32 = 9.0;
    pub(in super::super) const EMPTY: f32 = 3.0;
    pub(in super::super) const SPARSE: f32 = 3.5;
    pub(in super::super) const SPARSE_DATED: f32 = 1.2;
    pub(in super::super) const LINKS: f32 = 1.0;
    pub(in super::super) const TEASERS: f32 = 4.0;
    pub(in super::super) const CHANNEL: f32 = 3.0;
    pub(in super::super) const HEADINGS: f32 = 1.5;

    pub(in super::super) const POSTS: f32 = 4.5;

    pub(in super::super) const PICTURES: f32 = 4.5;
    pub(in super::super) const ONLY_PICTURES: f32 = 1.5;
    pub(in super::super) const FILM_TITLE: f32 = 2.5;
    pub(in super::super) const PLAYER: f32 = 3.0;
    pub(in super::super) const ONLY_PLAYER: f32 = 3.0;
    pub(in super::super) const CLOCKED: f32 = 7.0;

    pub(in super::super) const MOJIBAKE: f32 = 8.0;
    pub(in super::super) const NO_NEWS: f32 = 8.0;
    pub(in super::super) const FOREIGN: f32 = 8.0;
    pub(in super::super) const CHAPTER: f32 = 7.0;
    pub(in super::super) const UNSIGNED_CHAPTER: f32 = 6.0;
    pub(in super::super) const POEM: f32 = 7.0;
    pub(in super::super) const THREAD: f32 = 6.5;
    pub(in super::super) const UNSIGNED_THREAD: f32 = 5.5;
    pub(in super::super) const UNDATED_THREAD: f32 = 3.5;
    pub(in super::super) const FIRM: f32 = 1.5;
    pub(in super::super) const SELLS: f32 = 3.0;
    pub(in super::super) const SHOP: f32 = 2.5;
    pub(in super::super) const COMPANY: f32 = 3.0;
    pub(in super::super) const SOFTWARE: f32 = 3.5;
    pub(in super::super) const JOB: f32 = 6.0;
    pub(in super::super) const PROFILE: f32 = 2.0;
    pub(in super::super) const INTRODUCES: f32 = 2.5;
    pub(in super::super) const HOUSE: f32 = 3.0;
    pub(in super::super) const NAMELESS_OTHER: f32 = 0.8;
}

/// How sure an answer is by its margin over the next kind: the confidence at each margin, straight lines between.
pub(super) const CONFIDENCE: [(f32, f32); 6] = [
    (0.0, 0.5),
    (1.0, 0.65),
    (2.0, 0.75),
    (3.0, 0.83),
    (5.0, 0.92),
    (6.5, 0.97),
];
