//! Every weight and threshold of headlines, with what it is for. Nothing else.
//!
//! Those of text without markup, which come first, were set on the even half of the pages kept as text, and kept where the other half did
//! not fall; those of `judge`, `shown` and `title` by hand on the corpus with both halves in view, and kept where neither fell with or
//! without site rules.

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
/// Characters of a line that is compared with the page's title.
pub(super) const COMPARED: u32 = 200;
/// Characters of a line in a text that tells time, source or names, …
pub(super) const INFO_MAX: u32 = 90;
/// … and of one that a time is a third of.
pub(super) const TIMED_MAX: u32 = 45;

/// What speaks for a line, or against it.
pub(super) mod line {
    /// By its length in characters.
    pub(in super::super) const SHORT: f32 = 0.0;
    pub(in super::super) const SHORT_MAX: u32 = 7;
    pub(in super::super) const MIDDLING: f32 = 0.75;
    pub(in super::super) const MIDDLING_MAX: u32 = 11;
    pub(in super::super) const HEADLINE: f32 = 1.5;
    pub(in super::super) const HEADLINE_MAX: u32 = 45;
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

/// Characters of a page's title, without the site's name, that a heading repeats.
pub(super) const REPEATED_TITLE_MIN: usize = 6;
/// Bytes of a site's name in the page's data.
pub(super) const SITE_NAME_MAX: usize = 300;
/// Bytes of a heading that is compared with the page's title.
pub(super) const HEADING_BYTES: usize = 600;
/// Letters that a page's title, cut short, has of the headline.
pub(super) const CUT_MIN: usize = 12;
/// Letters of a title that a longer headline begins with, and of a line that is part of the page's title.
pub(super) const SHORT_TITLE_MIN: usize = 5;
/// Letters of a heading that the page's title repeats, and of a title that is looked for among the lines.
pub(super) const REPEATED_HEADING_MIN: usize = 4;
/// Letters of a line that a page's title ends with.
pub(super) const END_MIN: usize = 6;
/// Characters of a line that may be the headline by the page's title, …
pub(super) const LINE_CHARS: std::ops::RangeInclusive<u32> = 5..=80;
/// … and the share of it that leads elsewhere.
pub(super) const LINE_LINKED: f32 = 0.5;
/// Characters of the first paragraph above which a headline is looked for.
pub(super) const PROSE_MIN: u32 = 40;
/// Characters of a line above the text that is a headline by its place, …
pub(super) const ABOVE_CHARS: std::ops::RangeInclusive<u32> = 6..=60;
/// … and the share of it, and of an element named as one, that leads elsewhere.
pub(super) const HEADLINE_LINKED: f32 = 0.3;
/// Characters of a box with the headline in several lines.
pub(super) const BOX_MAX: u32 = 60;
/// Characters of an element that is named as a headline.
pub(super) const NAMED_CHARS: std::ops::RangeInclusive<u32> = 8..=70;
/// Characters of a heading that is the only one.
pub(super) const LONE_CHARS: std::ops::RangeInclusive<u32> = 5..=100;

/// Of `judge.rs`.
pub(in crate::field::title) mod judge {
    /// Texts of candidates with what was read of them, kept at most: a page may have thousands.
    pub(in crate::field::title) const KEPT: usize = 8;
    /// Candidates by where they are from: a rule's come first whatever they say.
    pub(in crate::field::title) const RULE: f32 = 100.0;
    /// A rule's that no page has proved comes after a heading that the page's title repeats.
    pub(in crate::field::title) const UNPROVEN: f32 = 5.75;
    pub(in super::super) const REPEATED: f32 = 6.0;
    pub(in crate::field::title) const LINKED: f32 = 5.5;
    pub(in crate::field::title) const ARTICLE_TITLE: f32 = 5.0;
    pub(in crate::field::title) const OG: f32 = 4.5;
    pub(in crate::field::title) const PAGE_TITLE: f32 = 4.0;
    pub(in crate::field::title) const LINE_ABOVE: f32 = 2.5;
    pub(in crate::field::title) const LARGEST: f32 = 2.0;
    /// With less than this nothing that was found is surely the headline.
    pub(in crate::field::title) const ENOUGH: f32 = 2.5;
    /// It only names the site, a department or a channel.
    pub(in crate::field::title) const NAME: f32 = -4.0;
    /// It is short, and nothing shown repeats it.
    pub(in super::super) const SHORT: f32 = -2.0;
    pub(in crate::field::title) const SHORT_CHARS: usize = 8;
    /// The article's text shares next to nothing with it.
    pub(in crate::field::title) const UNRELATED: f32 = -3.0;
    /// So much of a headline's pairs of letters stand in the article's text; 99 in 100 headlines of the corpus do better.
    pub(in crate::field::title) const RELATED: f32 = 0.15;
    /// So many of them, and it is no name of the site.
    pub(in crate::field::title) const WORDED: f32 = 0.5;
    /// Different pairs that a text must have to tell anything, and pairs of a headline that can be told by it.
    pub(in crate::field::title) const PAIRS_MIN: usize = 60;
    pub(in crate::field::title) const PAIRS_OF_KEY: usize = 3;
    /// Characters of a headline that counts as what the page's title begins with.
    pub(in crate::field::title) const BEGINS_MIN: usize = 4;
    /// Prose lines read for it, and characters in all.
    pub(in crate::field::title) const LINES: usize = 40;
    pub(in crate::field::title) const CHARS: usize = 4000;
}

/// Of `title`.
pub(in crate::field::title) mod title {
    /// Letters of a channel's name at most.
    pub(in crate::field::title) const CHANNEL_MAX: usize = 5;
}

/// Of `shown.rs`.
pub(in crate::field::title) mod shown {
    /// Characters of the first sentence below a headline.
    pub(in crate::field::title) const TEXT_MIN: u32 = 40;
    /// A line of so many letters with which the page's title starts is the headline; what follows there may be a list of keywords.
    pub(in crate::field::title) const WHOLE: usize = 12;
    /// Lines looked at above the first sentence.
    pub(in crate::field::title) const ABOVE: usize = 14;
    /// The info line is right below it.
    pub(in crate::field::title) const LINE_INFO: f32 = 1.0;
    /// It is a heading.
    pub(in crate::field::title) const LINE_HEADING: f32 = 1.0;
    /// The text shares its words.
    pub(in crate::field::title) const LINE_SHARE: f32 = 2.0;
    /// For each line between it and the text.
    pub(in crate::field::title) const LINE_FAR: f32 = 0.1;
    /// Letters of a title in such an element: what has fewer is a time.
    pub(in crate::field::title) const NAMED_MIN: usize = 4;
}
