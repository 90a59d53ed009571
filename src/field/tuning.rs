//! Bounds and weights of fields that stand in one file each, by file, with what they are for. Nothing else.
//!
//! Set by hand on pages of the corpus, with both halves in view, and kept where neither half fell with or without site rules.

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
}

/// Of `breadcrumb.rs`.
pub(in crate::field) mod breadcrumb {
    /// Characters of a list that is a trail.
    pub(in crate::field) const LIST_MAX: u32 = 120;
    /// A trail stands above the headline, or at most so many nodes below where it starts.
    pub(in crate::field) const BELOW: u32 = 40;
    /// Lines above the headline among which a text's trail stands.
    pub(in crate::field) const TRAIL_ABOVE: usize = 12;
    /// Characters of a channel in a line of its own.
    pub(in crate::field) const CHANNEL_MAX: usize = 10;
    /// Lines of a text among which such a line is looked for.
    pub(in crate::field) const TRAIL_LINES: usize = 200;
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
}

/// Of `site.rs`.
pub(in crate::field) mod site {
    /// Characters that are looked at to tell the script.
    pub(in crate::field) const SAMPLE: usize = 600;
}

/// Of `subtitle.rs`.
pub(in crate::field) mod subtitle {
    /// Lines below the headline among which a subtitle may stand.
    pub(in crate::field) const BELOW: usize = 2;
}

/// Of `summary.rs`.
pub(in crate::field) mod summary {
    /// Characters of the body that a description is compared with.
    pub(in crate::field) const COMPARED: usize = 1500;
    /// Lines of a body's element among which such a box stands.
    pub(in crate::field) const BOX_WITHIN: usize = 8;
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
