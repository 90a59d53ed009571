//! Every weight and threshold of related lists, with what it is for. Nothing else.
//!
//! Set by hand on the whole corpus, with pages of both halves in view, and kept where neither half fell with or without site rules
//! (`evaluate --half even`, `--half odd`). What each witness is worth on both halves stands in `docs/design.md`.

/// Shorter link texts are channels, names, controls.
pub(crate) const TITLE_MIN: u32 = 6;
/// How far out a card is from the link that lies over it, and its characters.
pub(super) const CARD_LEVELS: usize = 2;
pub(super) const CARD_MAX: u32 = 120;
/// Characters of a badge before a headline: 视频.
pub(super) const BADGE_MAX: u32 = 4;
/// Links to neighbours by what the page tells machines; a page with more is a list that goes on.
pub(super) const NEIGHBOURS_MAX: usize = 4;
/// Items of a list whose other titles are longer may be this short: 志愿，支援.
pub(super) const SHORT_MIN: u32 = 4;
/// From this length on a title reads like a headline.
pub(super) const HEADLINE_MIN: usize = 10;
/// Longer titles are a headline and its summary in one link.
pub(super) const TITLE_MAX: usize = 120;
/// From this length on, text beside a headline is its summary.
pub(super) const SUMMARY_MIN: usize = 12;
/// More links than this behind one label are not looked at.
pub(super) const MAX_LINKS: usize = 2000;
/// More labels than this on a page are not looked behind.
pub(super) const MAX_LABELS: usize = 400;
/// A label in its own line, in bytes.
pub(super) const LABEL_MAX: usize = 60;
/// A label and a linked headline in one line, in bytes.
pub(super) const LED_MAX: usize = 500;
/// Lines behind a label and its first headline that may hold further ones.
pub(super) const LED_LINES: usize = 20;
/// Lines behind 上一篇 within which its headline stands, for each neighbour announced.
pub(super) const NEIGHBOUR_LINES: usize = 2;
/// How far out from a label its list may end.
pub(super) const LEVELS: usize = 7;
/// The same for labels that stand right beside their links.
pub(super) const LEVELS_NEAR: usize = 3;
/// Links among which headlines are looked for, before an element counts as one without.
pub(super) const TITLED_MAX: usize = 200;
/// How far out from a label names of classes are asked for menus and footers.
pub(super) const PLACE_LEVELS: usize = 6;
/// Mean length of the texts in a list, in characters: shorter ones are names of channels, games, cinemas.
pub(super) const NAMES_MAX: usize = 8;
/// The same where no label says that they are articles.
pub(super) const TOPICS_MAX: usize = 11;
/// One item of so many links under a label is an address that happens to look like an article's.
pub(super) const ALONE_AMONG: usize = 5;
/// A label of more articles that says of what: 更多体育新闻.
pub(super) const MORE_OF_MIN: usize = 5;
/// Entries of a menu have at most this many characters.
pub(super) const MENU_ENTRY: u32 = 8;

/// An item stays in its list from this sum of its witnesses on.
pub(super) const ITEM_MIN: f32 = 1.5;
/// A list stays from this sum of its witnesses on.
pub(super) const LIST_MIN: f32 = 1.0;

/// What speaks for an item, or against it.
pub(super) mod item {
    /// Its address is built like an article's.
    pub(in super::super) const ARTICLE: f32 = 2.0;
    /// Its address is one of tags, topics, shops.
    pub(in super::super) const BESIDE: f32 = -2.5;
    /// Its address is one of comments, people, advertisements.
    pub(in super::super) const APART: f32 = -6.0;
    /// Its address is no article's, while most others are.
    pub(in super::super) const AMONG_ARTICLES: f32 = -2.0;
    /// At least half of the list's addresses are built as its own.
    pub(in super::super) const ALIKE: f32 = 1.5;
    /// Its address is built as the page's own.
    pub(in super::super) const LIKE_PAGE: f32 = 1.5;
    /// It leads to the page's own site.
    pub(in super::super) const OWN_SITE: f32 = 0.5;
    /// It leads elsewhere than most items.
    pub(in super::super) const ELSEWHERE: f32 = -4.0;
    /// It has a summary or a time of its own.
    pub(in super::super) const FURNISHED: f32 = 1.0;
    /// Its title is as long as a headline.
    pub(in super::super) const HEADLINE: f32 = 0.5;
    /// Its title is short.
    pub(in super::super) const SHORT: f32 = -2.5;
    /// The label says what it is.
    pub(in super::super) const SURE_LABEL: f32 = 0.5;
}

/// What speaks for a whole list, or against it.
pub(super) mod list {
    /// A label about this article or for this reader.
    pub(in super::super) const SURE: f32 = 2.0;
    /// Another label of articles.
    pub(in super::super) const USUAL: f32 = 1.0;
    /// A label that menus have too.
    pub(in super::super) const MENU: f32 = -0.5;
    /// No label: a tag of the article, or an element named like a list.
    pub(in super::super) const UNLABELLED: f32 = 0.5;
    /// Hardly any link under the label was no item.
    pub(in super::super) const WHOLE: f32 = 0.5;
    /// The items' addresses are built alike.
    pub(in super::super) const ALIKE: f32 = 0.5;
    /// They are built as the page's own.
    pub(in super::super) const LIKE_PAGE: f32 = 1.0;
    /// The titles are as long as headlines.
    pub(in super::super) const HEADLINES: f32 = 1.0;
    /// The titles are names.
    pub(in super::super) const NAMES: f32 = -2.0;
    /// Items have summaries, times or pictures.
    pub(in super::super) const FURNISHED: f32 = 0.5;
    /// One item alone, under a label that promises more.
    pub(in super::super) const ALONE: f32 = -4.0;
    /// The label stands above the headline.
    pub(in super::super) const ABOVE: f32 = -1.0;
    /// The label stands in a menu or footer.
    pub(in super::super) const IN_MENU: f32 = -1.5;
    /// None of the items leads to the page's own site.
    pub(in super::super) const ELSEWHERE: f32 = -1.0;
    /// The same without a label: what others pay to have shown.
    pub(in super::super) const PAID: f32 = -2.0;
    /// The titles are words of a menu.
    pub(in super::super) const WORDS: f32 = -1.5;
}

/// Lists in text without markup. Set on the even half of the pages kept as text, and kept where the other half rose too.
pub(super) mod text {
    /// Longer lines are summaries, or a headline with one.
    pub(in super::super) const TITLE_MAX: usize = 60;
    /// From this length on a line that ends as a sentence is a summary.
    pub(in super::super) const SENTENCE_MIN: usize = 36;
    /// From this length on a line may be a headline with its summary behind it.
    pub(in super::super) const BOTH_MIN: usize = 45;
    /// Short lines that come again and again beside items are none: shorter than this.
    pub(in super::super) const AGAIN_MAX: usize = 12;
    /// Shortest headline behind some lines that are none.
    pub(in super::super) const FAR_MIN: usize = 12;
    /// Shortest headline where each item has a time in a line of its own.
    pub(in super::super) const TIMED_MIN: usize = 4;
    /// Chinese characters of a headline.
    pub(in super::super) const HAN_MIN: usize = 4;
    /// Lines that are no headline, one after the other, behind which only longer ones are believed.
    pub(in super::super) const NEAR: usize = 2;
    /// Such lines that end a list, and how many may stand between its label and its first item: channels to choose from.
    pub(in super::super) const STRAYS_MAX: usize = 8;
    pub(in super::super) const STRAYS_BEFORE: usize = 16;
    /// Lines that are looked at behind one label.
    pub(in super::super) const LINES_MAX: usize = 600;
    /// Letters that stand beside a time in a line about an item: outlet, channel, number of comments.
    pub(in super::super) const BESIDE_TIME: usize = 10;
    /// Lines on either side of an item among which what is glued to its headline stands.
    pub(in super::super) const BESIDE: usize = 2;
    /// What stands below the outlet of each item, a counter or a control, is no longer than this.
    pub(in super::super) const BELOW_MAX: usize = 6;
    /// So often it comes in a list whose every item has it.
    pub(in super::super) const ROWS_MIN: usize = 5;
    /// A label and a headline in one line, in bytes.
    pub(in super::super) const LED_MAX: usize = 300;
    /// Characters of a label that no link confirms.
    pub(in super::super) const LABEL_MAX: usize = 12;
}

/// Elements around a link that are looked at for its card.
pub(super) const CARD_AROUND: usize = 5;
/// Bytes behind a headline in its line that tell the time.
pub(super) const TIMED_MAX: usize = 90;
/// Characters of a headline behind its rank.
pub(super) const RANKED_MIN: usize = 4;
/// Characters of a headline in a text without markup.
pub(super) const LINE_ITEM_MIN: usize = 4;
/// Digits of a time with its year, or of a day and a clock.
pub(super) const TIME_DIGITS: usize = 6;
/// Bytes of a line that tells an item's time.
pub(super) const TIME_LINE_MAX: usize = 100;

/// Of `headed.rs`.
pub(in crate::field::related) mod headed {
    /// Lines below the text among which such a heading stands.
    pub(in crate::field::related) const LINES: usize = 60;
    /// Its characters.
    pub(in crate::field::related) const CHARS: std::ops::RangeInclusive<u32> = 2..=12;
    /// Headlines of its list at least.
    pub(in crate::field::related) const ITEMS_MIN: usize = 3;
    /// The sum of the list's witnesses: without a label that says so, all but one must speak for it.
    pub(in crate::field::related) const SCORE_MIN: f32 = 3.0;
}

/// Of `named.rs`.
pub(in crate::field::related) mod named {
    /// Links of one list; an element with more holds half the page.
    pub(in crate::field::related) const ANCHORS_MAX: usize = 60;
    /// Elements with such names that are looked at.
    pub(in crate::field::related) const ELEMENTS_MAX: usize = 100;
}
