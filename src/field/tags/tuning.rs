//! Every weight and bound of tags, by file, with what it is for. Nothing else.
//!
//! Set by hand on pages of the corpus, with both halves in view, and kept where neither half fell with or without site rules.

/// Of `found.rs`.
pub(in crate::field::tags) mod found {
    /// A longer text is no tag.
    pub(in crate::field::tags) const TAG_MAX: usize = 20;
    /// More tags than this in one element are a site's list of topics.
    pub(in crate::field::tags) const LIST_MAX: usize = 40;
    /// Bytes of the body in which tags are looked for.
    pub(in crate::field::tags) const BODY_MAX: usize = 60_000;
    /// The same for words that are tried one after the other.
    pub(in crate::field::tags) const START_MAX: usize = 12_000;
    /// Values of one meta name that are looked at.
    pub(in crate::field::tags) const METAS_MAX: usize = 20;
    /// Characters of a tag that may be two.
    pub(in crate::field::tags) const SPLIT_MIN: usize = 4;
    /// Characters of a keyword.
    pub(in crate::field::tags) const KEYWORD_MAX: usize = 20;
}

/// Of `lines.rs`.
pub(in crate::field::tags) mod lines {
    /// Lines below the body that are looked at for tags without label or mark.
    pub(in crate::field::tags) const BELOW: usize = 6;
    /// The same for words with commas between them, which no menu has: related articles may stand above.
    pub(in crate::field::tags) const BELOW_WITH_COMMAS: usize = 30;
    /// Ends of paragraphs that are looked behind.
    pub(in crate::field::tags) const ENDS: usize = 3;
    /// Characters of a word without label or mark that may be a tag.
    pub(in crate::field::tags) const WORD_MAX: usize = 12;
    /// Mean length of such words in one line, of three and of more: longer ones are the parts of a headline.
    pub(in crate::field::tags) const MEAN_OF_THREE: usize = 4;
    pub(in crate::field::tags) const MEAN_MAX: usize = 7;
    /// The same of words with nothing between.
    pub(in crate::field::tags) const MEAN_GLUED: usize = 5;
    /// Bytes of a line that is a label and its tags.
    pub(in crate::field::tags) const LABELLED_MAX: usize = 200;
    /// Characters of a lone word below the body that its headline has: 城东公园开放.
    pub(in crate::field::tags) const LONE_MIN: usize = 4;
    /// How often the article has one that its headline has not.
    pub(in crate::field::tags) const LONE_TIMES: usize = 3;
    /// Characters of a tag behind a space at most; more may be several without one.
    pub(in crate::field::tags) const PARTED_MAX: usize = 8;
    /// What a label says for its list, where no colon makes sure that it is one.
    pub(in crate::field::tags) const BARE_LABEL: f32 = 1.0;
    /// Characters of a line of tags that nothing parts.
    pub(in crate::field::tags) const GLUED_MAX: u32 = 60;
    /// Words of one line.
    pub(in crate::field::tags) const WORDS: std::ops::RangeInclusive<usize> = 3..=12;
}

/// Of `shown.rs`.
pub(in crate::field::tags) mod shown {
    /// Lists looked at: pages with more show other articles with tags of their own.
    pub(in crate::field::tags) const LISTS_MAX: usize = 24;
    /// A list with a smaller share of tags that the article uses is a menu.
    pub(in crate::field::tags) const USED_SHARE: f32 = 0.3;
    /// The score of a list that is believed: a label alone, or a box near the article whose words it uses.
    pub(in crate::field::tags) const ENOUGH: f32 = 0.75;
    /// Bytes of a label without a colon, and what it says for its list.
    pub(in crate::field::tags) const BARE_MAX: usize = 24;
    pub(in crate::field::tags) const BARE_LABEL: f32 = 2.0;
    /// Characters of an element that holds a row of links without label and nothing else.
    pub(in crate::field::tags) const ROW_CHARS: u32 = 120;
    /// Chinese characters of a link that is a headline where others among the tags are as long.
    pub(in crate::field::tags) const HEADLINE_HAN: usize = 10;
    /// How far out from such a label the element ends that holds its tags.
    pub(in crate::field::tags) const BARE_LEVELS: usize = 4;
    /// Lines below the text that are looked at for such links, characters of one, links of a line, and characters beside them.
    pub(in crate::field::tags) const UNLABELLED_LINES: usize = 8;
    pub(in crate::field::tags) const UNLABELLED_MAX: usize = 10;
    pub(in crate::field::tags) const UNLABELLED_MIN: usize = 3;
    pub(in crate::field::tags) const UNLABELLED_WORDS: usize = 12;
    pub(in crate::field::tags) const UNLABELLED_PLAIN: u32 = 4;
    /// Characters of an element that holds a label and its tags.
    pub(in crate::field::tags) const BESIDE_MAX: u32 = 300;
    /// Share of a list of tags that is linked.
    pub(in crate::field::tags) const BOX_LINKED: f32 = 0.5;
    /// Characters of a list of tags without links.
    pub(in crate::field::tags) const PLAIN_CHARS: std::ops::RangeInclusive<u32> = 2..=120;
    /// Characters of an element whose children are lists of one tag each.
    pub(in crate::field::tags) const LIKES_MAX: u32 = 400;
}
