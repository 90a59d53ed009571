//! Every weight and threshold of headlines in text without markup, with what it is for. Nothing else.
//!
//! Set on the even half of the pages kept as text, and kept where the other half did not fall.

/// Lines above the first paragraph among which the headline stands: players and menus may stand between.
pub(super) const ABOVE: usize = 120;
/// What a line loses for each between it and the first paragraph, and at most.
pub(super) const DISTANCE_COST: f32 = 0.04;
pub(super) const DISTANCE_MAX: f32 = 2.0;
/// Lines below a headline in which time and source stand.
pub(super) const INFO_WITHIN: usize = 4;
/// Characters of a headline.
pub(super) const MIN: u32 = 4;
pub(super) const MAX: u32 = 80;
/// Characters of a line beside the headline that may be a headline too, and the share of its words that the article has.
pub(super) const LIKE_MIN: u32 = 8;
pub(super) const LIKE_SHARE: f32 = 0.3;
/// Chinese characters behind the day that a headline begins with, at least.
pub(super) const DATED_MIN: usize = 5;
/// Shorter lines are repeated by chance.
pub(super) const REPEATED_MIN: usize = 7;
/// Bytes of the article whose words are looked at.
pub(super) const BODY_MAX: usize = 12_000;
/// One part of so many of the text may stand above the headline: terms and greetings.
pub(super) const BODY_SHARE: u32 = 4;

/// What speaks for a line, or against it.
pub(super) mod line {
    /// By its length in characters: up to 7, to 11, to 45, and more.
    pub(in super::super) const SHORT: f32 = 0.0;
    pub(in super::super) const MIDDLING: f32 = 0.75;
    pub(in super::super) const HEADLINE: f32 = 1.5;
    pub(in super::super) const LONG: f32 = 0.5;
    /// Hardly a Chinese character is in it.
    pub(in super::super) const NOT_CHINESE: f32 = -2.0;
    /// Most of it is figures.
    pub(in super::super) const FIGURES: f32 = -1.0;
    /// Time and source stand right below, and for each line between.
    pub(in super::super) const INFO: f32 = 2.0;
    pub(in super::super) const INFO_STEP: f32 = -0.4;
    /// Another line has it too.
    pub(in super::super) const REPEATED: f32 = 1.5;
    /// All of its words are the article's, above a line that shares a third of them.
    pub(in super::super) const WORDS_SHARED: f32 = 2.5;
    /// None of them is.
    pub(in super::super) const NO_WORD: f32 = -1.0;
    /// The page's title begins with it.
    pub(in super::super) const BEGINS_TITLE: f32 = 3.0;
    /// It is all of the page's title.
    pub(in super::super) const IS_TITLE: f32 = 0.5;
    /// A label of other articles stands above it: right above, or anywhere if it stands below the first paragraph.
    pub(in super::super) const BELOW_LABEL: f32 = -2.0;
    /// Right above it stands a line that may be the headline.
    pub(in super::super) const SUB_HEADLINE: f32 = -0.4;
    /// It ends in a dash: the headline is below.
    pub(in super::super) const EYEBROW: f32 = -1.0;
    /// It stands below the first paragraph.
    pub(in super::super) const BELOW: f32 = -1.0;
    /// It is the first line of all.
    pub(in super::super) const FIRST: f32 = 0.5;
}
