//! Every constant of the generic extractor, with what it is for and how it was found. Nothing else.
//!
//! Found means: set by looking at pages of the corpus that failed, and kept if `evaluate` on the whole corpus got better. Choosing them on
//! one half (`evaluate --half even`) and reporting the other is still to be done.

/// A line counts as prose if at most this share of it is linked. News paragraphs with links rarely pass a third.
pub(crate) const PROSE_LINK_SHARE: f32 = 0.35;
/// A line without any sentence mark counts as prose from this length on; shorter ones are headings, captions, menu entries.
pub(crate) const PROSE_WITHOUT_MARKS: u32 = 40;
/// A line with a sentence mark counts as prose from this length on: a flash of one sentence has about 20 characters.
pub(crate) const PROSE_WITH_MARKS: u32 = 14;
/// What a linked character costs, where a prose character gives one.
pub(crate) const LINK_COST: f32 = 0.8;
/// What any line that is no prose costs besides, so that menus of short words count.
pub(crate) const LINE_COST: f32 = 4.0;
/// What is left of a line's prose value inside an element whose class says it is something else.
pub(crate) const NOISE_FACTOR: f32 = 0.1;
/// The gain in value of prose inside an element whose class says body.
pub(crate) const BODY_FACTOR: f32 = 1.3;
/// What a line is worth, in characters of prose, that the page's description begins with: terms of use below a flash are longer than it.
pub(crate) const DESCRIBED: f32 = 200.0;
/// What is left of the value of prose that stands before the headline.
pub(crate) const BEFORE_HEADLINE_FACTOR: f32 = 0.3;
/// An element with a noise class is cut from the body only if it holds less than this share of the body's plain text:
/// some sites call the whole article `recommend-detail`.
pub(crate) const NOISE_MAX_SHARE: f32 = 0.35;
/// A group of lines with more than this share of linked text, and no prose, is a list of links.
pub(crate) const LINK_LIST_SHARE: f32 = 0.6;
/// A bold paragraph of at most this many characters is a sub-heading.
pub(crate) const HEADING_MAX: usize = 34;
/// A sub-heading of a text without markup has at least so many characters, ….
pub(crate) const TEXT_HEADING_MIN: usize = 2;
/// … stands above a paragraph of at least so many, …
pub(crate) const TEXT_HEADING_BELOW: usize = 24;
/// … and there are at most so many, for each paragraph, that no number tells. Set on the even half of the pages kept as text, against the
/// headings of the same pages with their markup.
pub(crate) const TEXT_HEADING_SHARE: f32 = 0.5;
/// A paragraph right after a picture is its caption if it looks like one and is at most this long.
pub(crate) const CAPTION_MAX: usize = 90;
/// Pictures stated smaller than this on either side are icons.
pub(crate) const ICON_MAX: u32 = 60;
/// A noise class on an element with more than this share of the page's plain text says nothing about it.
pub(crate) const NOISE_MAX_SHARE_OF_PAGE: f32 = 0.8;
/// An element named as a body is the root if it has at least this share of the best run's value. Below it, a body is split in parts.
pub(crate) const NAMED_SHARE: f32 = 0.65;
/// What is left of the value of prose below the headline of another article on the same page.
pub(crate) const NEXT_ARTICLE_FACTOR: f32 = 0.2;
/// What is left of the value of prose below a label that leads on to the next article's linked headline, …
pub(crate) const LED_FACTOR: f32 = 0.05;
/// … and what the label costs: a text of a thousand characters below it is not joined to the one above, a long article's rest is.
pub(crate) const LED_COST: f32 = 60.0;
/// What is left of the value of a summary in a list of articles.
pub(crate) const LISTED_FACTOR: f32 = 0.15;
/// What is left of the value of terms and disclaimers.
pub(crate) const LEGAL_FACTOR: f32 = 0.2;
/// Two summaries belong to one list if they are at most this many lines apart.
pub(crate) const LISTED_WITHIN: usize = 6;
/// Cards a grid has at least.
pub(crate) const GRID_MIN: usize = 4;
/// Characters a card of a grid has at most, on average.
pub(crate) const GRID_CHARS: usize = 150;
/// An element a rule names for removal stays if it holds more than this share of the body's plain text.
pub(crate) const NAMED_MAX_SHARE: f32 = 0.6;

/// Lines of text without markup. Set on pages kept as text, with both halves in view; those of sub-headings are above.
pub(crate) mod text {
    /// A line of so many characters with two marks is a paragraph, also where its end mark is missing.
    pub(crate) const PARAGRAPH_MIN: u32 = 60;
    /// Lines without a sentence in a row that are a menu or a list; fewer are sub-headings and captions.
    pub(crate) const LIST_MIN: usize = 4;
    /// What a character of a list's line costs.
    pub(crate) const LIST_COST: f32 = 0.4;
    /// Sentences of this length, one after the other, end a list.
    pub(crate) const TEXT_AGAIN: u32 = 50;
    /// A line that heads comments or a list.
    pub(crate) const LABEL_COST: f32 = 20.0;
    /// Lines without a sentence in a row, within an article that has begun, behind which another text stands.
    pub(crate) const GAP: usize = 8;
    /// What is left of the value of prose behind such a gap.
    pub(crate) const GAP_FACTOR: f32 = 0.5;
    /// The same behind the label of a list below the article's first paragraphs.
    pub(crate) const LABEL_FACTOR: f32 = 0.2;
    /// Characters of a line of legal text at most.
    pub(crate) const LEGAL_MAX: u32 = 400;
    /// Words of terms and disclaimers that are no accident in one line.
    pub(crate) const LEGAL_WORDS: usize = 3;
    /// Characters of a line of verse: words of menus are shorter, headlines longer.
    pub(crate) const VERSE_MIN: u32 = 4;
    pub(crate) const VERSE_MAX: u32 = 20;
    /// Lines of a text that is verse and nothing else.
    pub(crate) const VERSES_MIN: usize = 5;
    pub(crate) const VERSES_MAX: usize = 120;
}
