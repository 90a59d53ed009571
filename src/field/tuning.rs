//! Bounds and weights of fields that stand in one file each, by file, with what they are for. Nothing else.
//!
//! Set by hand on pages of the corpus, with both halves in view, and kept where neither half fell with or without site rules.

/// Elements around a node that are looked at for one that says more of it.
pub(in crate::field) const AROUND: usize = 4;

/// Of `access.rs`.
pub(in crate::field) mod access {
    /// Lines at the end of the body's element, and below it, that may be a notice: what was cut off the body stands there too. Further down
    /// stand other articles and comments.
    pub(in crate::field) const WITHIN: usize = 12;
    pub(in crate::field) const BELOW: usize = 10;
}

/// Of `adjacent.rs`.
pub(in crate::field) mod adjacent {
    /// A longer text is no name.
    pub(in crate::field) const MAX: usize = 14;
    /// Characters of the line that the time stands in, at most.
    pub(in crate::field) const TIME_LINE_MAX: u32 = 80;
    /// Lines beside the time's own that are looked at, on each side.
    pub(in crate::field) const LINES: usize = 1;
    /// Lines elsewhere with the same words that make them a channel's.
    pub(in crate::field) const CHANNEL_MIN: usize = 4;
    /// Characters of a name that fewer such lines make one.
    pub(in crate::field) const CHANNEL_MAX: usize = 3;
    /// Texts of one line that are looked at.
    pub(in crate::field) const TEXTS_MAX: usize = 8;
    /// Characters of a line that is a control to follow an account.
    pub(in crate::field) const FOLLOW_MAX: u32 = 4;
    /// Digits of a name.
    pub(in crate::field) const DIGITS_MAX: usize = 4;
}

/// Of `breadcrumb.rs`.
pub(in crate::field) mod breadcrumb {
    /// Characters of a list that is a trail.
    pub(in crate::field) const LIST_MAX: u32 = 120;
    /// A trail stands above the headline, or at most so many nodes below where it starts.
    pub(in crate::field) const BELOW: u32 = 40;
    /// Lines above the headline among which a text's trail stands.
    pub(in crate::field) const TRAIL_ABOVE: usize = 12;
    /// Bytes of a label without a colon.
    pub(in crate::field) const LABEL_BYTES: usize = 36;
    /// Characters of a channel in a line of its own.
    pub(in crate::field) const CHANNEL_MAX: usize = 10;
    /// Lines of a text among which such a line is looked for.
    pub(in crate::field) const TRAIL_LINES: usize = 200;
    /// Characters of a channel in an item of a list, …
    pub(in crate::field) const ITEM_MAX: usize = 30;
    /// … and items of a trail.
    pub(in crate::field) const ITEMS_MIN: usize = 2;
    /// Characters of a linked channel behind a label.
    pub(in crate::field) const LINKED_MAX: usize = 12;
    /// Lines that a labelled trail goes on in, each channel in one of its own, and that a trail in pieces has.
    pub(in crate::field) const FOLLOWING: usize = 8;
    /// Characters of a trail in a line, or in an element, of its own.
    pub(in crate::field) const LINE_MAX: u32 = 60;
    /// Share of such a line that is linked.
    pub(in crate::field) const LINE_LINKED: f32 = 0.3;
    /// Links of such an element that are looked at.
    pub(in crate::field) const LINKS_MAX: usize = 30;
    /// Share of a first channel, in the line above the others, that is linked.
    pub(in crate::field) const ABOVE_LINKED: f32 = 0.9;
    /// Characters of a channel in a line of its own between others.
    pub(in crate::field) const PIECE_MAX: u32 = 20;
    /// Characters of a trail without links.
    pub(in crate::field) const PLAIN_CHARS: std::ops::RangeInclusive<u32> = 5..=24;
    /// Lines of channels one below the other that are looked at.
    pub(in crate::field) const CHANNEL_LINES: usize = 6;
    /// Channels in a line without a separator.
    pub(in crate::field) const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
    /// Characters of a line that goes on with the trail above it.
    pub(in crate::field) const JOINED_MAX: usize = 40;
    /// Characters of a first channel that is the site's front page.
    pub(in crate::field) const HOME_MAX: usize = 6;
    /// Characters of a channel beside a headline.
    pub(in crate::field) const BADGE_CHARS: std::ops::RangeInclusive<usize> = 2..=6;
}

/// Of `class_role.rs`.
pub(in crate::field) mod class_role {
    /// A longer text is no name.
    pub(in crate::field) const MAX: u32 = 24;
}

/// Of `context.rs`.
pub(in crate::field) mod context {
    /// Bytes of a field's value that are looked at. No label, byline or list of tags comes near it; grammars need not be linear then.
    pub(in crate::field) const VALUE_MAX: usize = 6000;
    /// Values of one meta name that are looked at.
    pub(in crate::field) const METAS_MAX: usize = 20;
}

/// Of `published.rs`.
pub(in crate::field) mod published {
    /// Scripts looked at.
    pub(in crate::field) const SCRIPTS_MAX: usize = 200;
    /// Nodes below the article among which its time may stand.
    pub(in crate::field) const NAMED_WITHIN: u32 = 60;
    /// Minutes that two zones are apart at most.
    pub(in crate::field) const ZONES_MAX: i64 = 15 * 60;
    /// Bytes of a line that says when an article was changed.
    pub(in crate::field) const CHANGED_MAX: usize = 200;
    /// Bytes of a line that a clock stands in, the day elsewhere.
    pub(in crate::field) const CLOCK_MAX: usize = 60;
    /// Characters of a linked headline: a time behind it is another article's.
    pub(in crate::field) const LINKED_HEADLINE: u32 = 12;
    /// Characters of a line beside a headline that tells the time, …
    pub(in crate::field) const LINE_MAX: u32 = 150;
    /// … and of one above it in a text without markup.
    pub(in crate::field) const TEXT_LINE_MAX: u32 = 40;
    /// Bytes of a headline with the time behind it.
    pub(in crate::field) const HEADLINE_MAX: usize = 400;
    /// Bytes of a line below a text that tells the day, …
    pub(in crate::field) const SIGNED_MAX: usize = 90;
    /// … letters of it before the day, …
    pub(in crate::field) const SIGNED_BEFORE: usize = 2;
    /// … and behind it: a weekday.
    pub(in crate::field) const SIGNED_BEHIND: usize = 4;
    /// Characters of an element named for a time.
    pub(in crate::field) const NAMED_CHARS: std::ops::RangeInclusive<u32> = 8..=30;
}

/// Of `site.rs`.
pub(in crate::field) mod site {
    /// Characters that are looked at to tell the script.
    pub(in crate::field) const SAMPLE: usize = 600;
    /// Characters of a site's name.
    pub(in crate::field) const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=30;
}

/// Of `subtitle.rs`.
pub(in crate::field) mod subtitle {
    /// Lines below the headline among which a subtitle may stand.
    pub(in crate::field) const BELOW: usize = 2;
    /// Characters of a subtitle.
    pub(in crate::field) const CHARS_MIN: usize = 4;
}

/// Of `summary.rs`.
pub(in crate::field) mod summary {
    /// Characters of the body that a description is compared with.
    pub(in crate::field) const COMPARED: usize = 1500;
    /// Lines of a body's element among which such a box stands.
    pub(in crate::field) const BOX_WITHIN: usize = 8;
    /// Letters of a description that the body begins with where it was cut from it.
    pub(in crate::field) const START: usize = 24;
    /// Letters of a summary.
    pub(in crate::field) const CHARS_MIN: usize = 10;
    /// Characters of a keyword in a description that is a list of them, …
    pub(in crate::field) const KEYWORD_MAX: usize = 12;
    /// … and how many it has.
    pub(in crate::field) const KEYWORDS_MIN: usize = 3;
    /// Characters of such a word behind the headline.
    pub(in crate::field) const BEHIND_TITLE_MAX: usize = 8;
}

/// Of `badges.rs`.
pub(in crate::field) mod badges {
    /// Lines above the headline among which badges stand: one, or the time between.
    pub(in crate::field) const ABOVE: usize = 2;
    /// Badges at most.
    pub(in crate::field) const MAX: usize = 3;
    /// How far up the box is that holds both headline and badges.
    pub(in crate::field) const UP: usize = 3;
    /// Characters that are no link beside badges.
    pub(in crate::field) const PLAIN_MAX: u32 = 16;
}

/// Of `breadcrumb/rows.rs`.
pub(in crate::field) mod rows {
    /// Names of a row: with more it is a menu.
    pub(in crate::field) const NAMES: std::ops::RangeInclusive<usize> = 2..=6;
    /// Links to the front page, from the headline up, around which a row is looked for.
    pub(in crate::field) const HOMES: usize = 3;
    /// Characters of such a link: 新闻网首页.
    pub(in crate::field) const HOME_MAX: usize = 6;
    /// Lines above the headline among which the row ends.
    pub(in crate::field) const ABOVE: usize = 4;
    /// Names of a row that does not end as trails do.
    pub(in crate::field) const OPEN_MAX: usize = 4;
    /// Characters of a channel's name.
    pub(in crate::field) const NAME_MAX: usize = 12;
    /// How far up from the link to the front page the row's box is.
    pub(in crate::field) const UP: usize = 5;
}
