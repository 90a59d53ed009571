//! Every constant of the generic extractor, with what it is for and how it was found. Nothing else.
//!
//! Found means: set by looking at pages of the corpus that failed, with both halves in view (`evaluate --half even`, `--half odd`), and kept
//! where neither fell with or without site rules. Where one was chosen on one half alone, it says so.

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
/// A heading element of so many characters is a paragraph, or from [`HEADING_MAX`] on, if it ends as a sentence does. Set on pages without
/// gold, whose longest real heading has 78.
pub(crate) const HEADING_ELEMENT_MAX: usize = 80;
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
/// What a character of furniture costs.
pub(crate) const FURNITURE_COST: f32 = 0.5;
/// Elements around a picture among which its figure stands.
pub(crate) const AROUND: usize = 4;

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
    /// Characters of a line that heads a list or comments.
    pub(in crate::content) const HEAD_MAX: u32 = 20;
    /// Characters of a sentence with its mark.
    pub(in crate::content) const SENTENCE_MIN: u32 = 6;
    /// Bytes of a line that is a time and nothing else, …
    pub(in crate::content) const TIME_MAX: usize = 60;
    /// … and of what stands beside it.
    pub(in crate::content) const TIME_REST: usize = 4;
    /// What a sentence in a list, and a bare line between paragraphs, costs.
    pub(in crate::content) const LONE_COST: f32 = 1.0;
    /// Characters of a line of a list that cost, at most.
    pub(in crate::content) const LIST_CHARS: f32 = 40.0;
    /// What is left of the value of a sentence shorter than prose is.
    pub(in crate::content) const SHORT_FACTOR: f32 = 0.5;
    /// Lines between the times of two entries of a list.
    pub(in crate::content) const TIMED_WITHIN: usize = 4;
}

/// Of `body.rs`.
pub(in crate::content) mod body {
    /// Pictures whose files have one name that are compared: `640.jpg` is the name of all of some sites.
    pub(in crate::content) const SAME_FILE: usize = 8;
    /// So many times a picture of an article does not stand in it.
    pub(in crate::content) const ORNAMENT: usize = 5;
    /// A picture, the slide that shows it large and the thumbnail that leads there.
    pub(in crate::content) const SLIDE: usize = 3;
}

/// Of `captions.rs`.
pub(in crate::content) mod captions {
    /// Characters of an element for captions that holds the text as well, as where its end tag is missing, …
    pub(in crate::content) const OPEN_CHARS: u32 = 360;
    /// … and its lines, at least.
    pub(in crate::content) const OPEN_LINES: usize = 3;
    /// Lines below a picture, and above it, among which its caption may stand.
    pub(in crate::content) const NEAR: usize = 12;
    /// Characters of a caption that may have a credit anywhere; longer ones have it at their end, …
    pub(in crate::content) const CREDITED_WITHIN: usize = 60;
    /// … in so many characters. Set on pages without gold.
    pub(in crate::content) const CREDIT_MAX: usize = 24;
    /// Captions are at most one part in so many of a text, by its length.
    pub(in crate::content) const CAPTIONS_SHARE: usize = 4;
    /// Characters of who took a picture, where a caption says nothing else: 张三摄影.
    pub(in crate::content) const CREDIT_ALONE: usize = 12;
    /// Characters of a line in the paragraph of the picture above it, at most, to be its caption.
    pub(in crate::content) const BESIDE_MAX: u32 = 50;
    /// Pictures of a table that sets captions below them, at most.
    pub(in crate::content) const GRID_MAX: usize = 24;
    /// Characters of a caption in an element that is named as one. Agencies tell a whole story below a picture.
    pub(in crate::content) const NAMED_MAX: usize = 240;
    /// Characters of a line that a picture's `alt` says too, beyond which whole sentences are a paragraph. Captions told so are shorter.
    pub(in crate::content) const PROSE_MIN: usize = 36;
    /// Paragraphs of a body that are too few to say that most are set as captions are.
    pub(in crate::content) const TELLING_MIN: usize = 4;
    /// Characters of a caption that is told by how it is set alone.
    pub(in crate::content) const SET_MAX: usize = 60;
}

/// Of `clean/card.rs`. Set on pages without gold of sites that have none, and kept where no page with gold lost anything.
pub(in crate::content) mod card {
    /// Characters of a card: a headline, its channel and the day.
    pub(in crate::content) const CHARS_MAX: u32 = 120;
    /// Characters that lead nowhere.
    pub(in crate::content) const UNLINKED_MAX: u32 = 30;
    pub(in crate::content) const LINES_MAX: usize = 4;
    /// The same for an element `article`, which may have a summary.
    pub(in crate::content) const OWN_ARTICLE_MAX: u32 = 300;
}

/// Of `clean/subscription_box.rs`. Set on pages without gold.
pub(in crate::content) mod subscription_box {
    pub(in crate::content) const CHARS_MIN: u32 = 16;
    pub(in crate::content) const CHARS_MAX: u32 = 160;
    pub(in crate::content) const LINES_MIN: usize = 3;
    pub(in crate::content) const LINES_MAX: usize = 12;
    /// Characters of its lines: no sentence is as short.
    pub(in crate::content) const LINE_MAX: u32 = 24;
    /// Lines that speak of an account.
    pub(in crate::content) const TOLD: usize = 3;
}

/// Of `clean/`.
pub(in crate::content) mod clean {
    /// Pixels of width from which a picture in a box named for advertisements may be the article's.
    pub(in crate::content) const PLAIN_PICTURE_MIN: u32 = 400;
    /// Characters of a box that tells who wrote a text, and the share of the text that stands above it. Set on pages without gold.
    pub(in crate::content) const AUTHOR_BOX_MAX: u32 = 200;
    pub(in crate::content) const AUTHOR_BOX_BELOW: f32 = 0.5;
    /// A shorter line above a list is its label.
    pub(in crate::content) const ANNOUNCED_MIN: usize = 14;
    /// Characters of a list above the first paragraph that is taken for an info line.
    pub(in crate::content) const ABOVE_LIST_MAX: usize = 80;
    /// Lines after which no credits are looked for at the head of a body: a flood of credits would keep it the head for ever.
    pub(in crate::content) const EDGE_MAX: usize = 60;
    pub(in crate::content) const INFO_MAX: usize = 60;
    pub(in crate::content) const CONTROLLED_INFO_MAX: usize = 120;
    /// Characters of a heading at the end of a body that headed a list.
    pub(in crate::content) const LABEL_MAX: usize = 14;
    /// Lines of a footer that are looked at.
    pub(in crate::content) const FOOTER_LINES: usize = 12;
    /// Characters of an outlet's name.
    pub(in crate::content) const OUTLET_MAX: usize = 10;
    /// How many lines count as the end of a body.
    pub(in crate::content) const TAIL: usize = 8;
    /// Items of such a list.
    pub(in crate::content) const CONTROLS_MAX: usize = 16;
    /// Blocks of a body among which its subtitle may stand.
    pub(in crate::content) const SUBTITLE_WITHIN: usize = 6;
    /// Rows of a table that says how an office files a text, …
    pub(in crate::content) const FILED_ROWS: usize = 12;
    /// … cells of it that are looked at, …
    pub(in crate::content) const FILED_CELLS: usize = 60;
    /// … letters of its labels, …
    pub(in crate::content) const FILED_LABEL: usize = 8;
    /// … and labels that are no accident.
    pub(in crate::content) const FILED_MIN: usize = 3;
    /// Bytes of a paragraph of credits.
    pub(in crate::content) const CREDITS_BYTES: usize = 400;
    /// Linked characters of a list of links.
    pub(in crate::content) const LIST_LINKED: u32 = 8;
    /// Paragraphs kept above a line that still stands at the head of a body.
    pub(in crate::content) const HEAD_KEPT: usize = 4;
    /// Digits of a counter alone in its line.
    pub(in crate::content) const COUNTER_MAX: usize = 4;
    /// Lines below a linked one that still stands at the end.
    pub(in crate::content) const LINKS_BELOW: usize = 6;
    /// Bytes of a clock behind a headline are more: (12:30).
    pub(in crate::content) const CLOCK_MIN: usize = 4;
    /// Characters of a line of an opening set as verse.
    pub(in crate::content) const VERSE_LINE: usize = 24;
    /// Characters of a place or channel alone above a text.
    pub(in crate::content) const PLACE_MAX: usize = 6;
    /// Characters of a credit or time in a paragraph of its own above a text.
    pub(in crate::content) const SAID_MAX: usize = 29;
}

/// Of `formulas.rs`.
pub(in crate::content) mod formulas {
    /// Longest formula, in bytes.
    pub(in crate::content) const MAX: usize = 2000;
}

/// Of `images/`.
pub(in crate::content) mod images {
    /// A longer attribute is no caption: [`CAPTION_MAX`] characters with white space around and between them.
    pub(in crate::content) const CAPTION_BYTES: usize = super::CAPTION_MAX * 16;
    /// Characters of a linked word that has a mark, at most.
    pub(in crate::content) const WORD_MAX: u32 = 12;
    /// Characters without a link of the sentence around it, at least.
    pub(in crate::content) const SENTENCE_MIN: u32 = 20;
    /// Letters of a file's name that tells one picture from all others, at least.
    pub(in crate::content) const NAME_MIN: usize = 12;
    /// Pixels of a banner's height at most, and how much wider it is at least.
    pub(in crate::content) const BANNER_HEIGHT: u32 = 130;
    pub(in crate::content) const BANNER_RATIO: u32 = 4;
    /// Bytes of a part of a file's name that tells a size: 644x392.
    pub(in crate::content) const SIZE_MAX: usize = 16;
    /// Sources of one picture that are looked at.
    pub(in crate::content) const SOURCES_MAX: usize = 6;
    /// Bytes of an address: `a.gif`.
    pub(in crate::content) const ADDRESS_MIN: usize = 5;
    /// Height of a divider for its width, at most, where the page says it.
    pub(in crate::content) const DIVIDER_RATIO: f32 = 0.15;
}

/// Of `labelled.rs`.
pub(in crate::content) mod labelled {
    /// Lines above the headline that may belong to the article: time and source stand there on some sites.
    pub(in crate::content) const ABOVE: usize = 4;
    /// Lines between headline and body.
    pub(in crate::content) const BETWEEN: usize = 30;
    /// First lines of a body that may hold credits.
    pub(in crate::content) const HEAD: usize = 4;
    /// Last lines of a body that may hold credits.
    pub(in crate::content) const TAIL: usize = 10;
    /// Lines below a body that may hold credits, tags and the like.
    pub(in crate::content) const AFTER: usize = 30;
    /// Lines between the start of a body's container and its first prose.
    pub(in crate::content) const INFO_MAX: usize = 25;
    /// First lines of a body's container among which its info line may stand.
    pub(in crate::content) const INFO_WITHIN: usize = 8;
    /// A longer line is no info line.
    pub(in crate::content) const LINE_MAX: usize = 600;
    /// Characters of a line that holds a label alone.
    pub(in crate::content) const LONE_MAX: u32 = 5;
    /// Characters of an outlet in the line below its label.
    pub(in crate::content) const OUTLET_MAX: u32 = 16;
    /// Bytes of lines far from the article that are searched for labels.
    pub(in crate::content) const FAR_MAX: usize = 48 << 10;
    /// Characters and nodes of a line whose elements are looked at one by one.
    pub(in crate::content) const ELEMENTS_MAX: u32 = 80;
    pub(in crate::content) const ELEMENTS_NODES: u32 = 60;
    /// Characters of a credit line without a sentence, above a text, …
    pub(in crate::content) const CREDIT_MAX: u32 = 80;
    /// … and of a line that tells the time.
    pub(in crate::content) const TIME_MAX: u32 = 60;
    /// Characters of a value in an element beside its label's.
    pub(in crate::content) const VALUE_CHARS: std::ops::RangeInclusive<usize> = 2..=20;
    /// Characters before the label in a line that is all one link: with more of them it is another article's headline.
    pub(in crate::content) const HEADED_MAX: usize = 9;
}

/// Of `lead.rs`.
pub(in crate::content) mod lead {
    /// More pictures than this before the body are a menu of other articles.
    pub(in crate::content) const MAX: usize = 12;
    /// Pictures of a gallery at least, …
    pub(in crate::content) const GALLERY_MIN: usize = 3;
    /// … and at most.
    pub(in crate::content) const GALLERY_MAX: usize = 60;
    /// Pictures above the headline that are looked at.
    pub(in crate::content) const ABOVE_MAX: usize = 6;
    /// Characters between a lead picture and the headline below it: a caption, a trail, an info line.
    pub(in crate::content) const ABOVE_TEXT_MAX: u32 = 160;
    /// Characters of a bar of tools at most: its pictures are icons.
    pub(in crate::content) const BAR_MAX: u32 = 80;
    /// Pictures of such a bar.
    pub(in crate::content) const BAR_IMAGES: usize = 12;
    /// Characters of a time with an icon.
    pub(in crate::content) const CLOCK_MAX: u32 = 24;
    /// Share of a bar's words that lead elsewhere.
    pub(in crate::content) const BAR_LINKED: f32 = 0.4;
}

/// Of `location.rs`.
pub(in crate::content) mod location {
    /// Pictures below the headline that are looked at.
    pub(in crate::content) const PICTURES_MAX: usize = 20;
    /// What a root must be worth to say that the body stands elsewhere.
    pub(in crate::content) const DISPUTED_MIN: f32 = 100.0;
    /// A rule's body with less plain text than this is believed only if no other place of the page has far more.
    pub(in crate::content) const RULE_MIN: u32 = 60;
    /// What a root must be worth, in characters of prose, to be a body.
    pub(in crate::content) const ROOT_MIN: f32 = 30.0;
    /// Characters of a text in the page's data that is an article: shorter ones are summaries.
    pub(in crate::content) const DECLARED_MIN: usize = 40;
}

/// Of `opening_list.rs`.
pub(in crate::content) mod opening_list {
    /// Items of a list of points.
    pub(in crate::content) const ITEMS_MIN: usize = 2;
    pub(in crate::content) const ITEMS_MAX: usize = 12;
    /// Characters that they have on average: controls and names have fewer.
    pub(in crate::content) const CHARS_MIN: usize = 5;
}

/// Of `page_clock.rs`.
pub(in crate::content) mod page_clock {
    /// Lines of the page's head among which the clock stands.
    pub(in crate::content) const LINES: usize = 60;
    /// Bytes of a line that may be one: the clock, a weekday, a greeting.
    pub(in crate::content) const LINE_MAX: usize = 200;
}

/// Of `picture_boxes.rs`.
pub(in crate::content) mod picture_boxes {
    /// Elements below the text that are looked at.
    pub(in crate::content) const BELOW: usize = 8;
    /// How far up from the text's last element its next sibling is looked for.
    pub(in crate::content) const UP: usize = 3;
    /// Characters of captions in one such box, for each picture.
    pub(in crate::content) const TEXT_MAX: usize = 120;
}

/// Of `players.rs`.
pub(in crate::content) mod players {
    pub(in crate::content) const STILL_WITHIN: usize = 4;
    /// Characters beside a still: its button, its length and its headline.
    pub(in crate::content) const STILL_TEXT_MAX: u32 = 80;
    pub(in crate::content) const STILL_NODES_MAX: u32 = 40;
}

/// Of `roots/`.
pub(in crate::content) mod roots {
    /// How many possible roots a trace shows.
    pub(in crate::content) const SHOWN: usize = 5;
    /// Lines that a body may open with before its first sentence, …
    pub(in crate::content) const HEAD_LINES: usize = 24;
    /// … and characters that they have on average: controls and names have fewer.
    pub(in crate::content) const HEAD_LINE_CHARS: u32 = 7;
    /// Nodes of an element that is a player and nothing else.
    pub(in crate::content) const FILM_NODES: u32 = 8;
    /// Characters of the items of a list below the last paragraph, at most, in one element.
    pub(in crate::content) const ENUMERATED_MAX: u32 = 300;
    /// Lines below a picture above the text that are its caption.
    pub(in crate::content) const CAPTIONS_MAX: usize = 2;
    /// Elements below the head of a list of sources that are looked at.
    pub(in crate::content) const REFERENCES_MAX: usize = 12;
    /// Characters of a heading between such lists: 书籍.
    pub(in crate::content) const REFERENCES_HEAD_MAX: usize = 8;
    /// Lines of a verse.
    pub(in crate::content) const VERSE_LINES: usize = 4;
    /// Characters that such a line has at most.
    pub(in crate::content) const VERSE_CHARS: u32 = 24;
    /// Digits of a line that is no verse: a telephone, a price, a licence.
    pub(in crate::content) const VERSE_DIGITS: usize = 5;
    /// Sub-headings, quotes and tables that a body begins with.
    pub(in crate::content) const HEAD_BLOCKS: usize = 2;
    /// Characters of a bold line that heads a text; fewer are a label or a name.
    pub(in crate::content) const STRONG_LINE_MIN: u32 = 4;
    /// Characters of a control that unfolds the rest of a text: 点击展开全文
    pub(in crate::content) const UNFOLD_MAX: u32 = 12;
}

/// Of `story.rs`.
pub(in crate::content) mod story {
    /// Chinese characters a text has at least to be taken for an article's.
    pub(in crate::content) const PROSE_MIN: usize = 80;
    /// Values looked at: states hold whole catalogues.
    pub(in crate::content) const VALUES_MAX: usize = 40_000;
    /// Characters of a headline.
    pub(in crate::content) const TITLE_CHARS: std::ops::RangeInclusive<usize> = 4..=100;
}

/// Of `subject.rs`.
pub(in crate::content) mod subject {
    /// A page with less plain text than this may wait for its scripts to show the article.
    pub(in crate::content) const SHELL_MAX: u32 = 500;
}

/// Of `tables.rs`.
pub(in crate::content) mod tables {
    /// More text than this in one cell, and the table lays out a page.
    pub(in crate::content) const CELL_MAX: u32 = 300;
    /// Rows and cells beyond these are left out.
    pub(in crate::content) const ROWS_MAX: usize = 2000;
    pub(in crate::content) const CELLS_MAX: usize = 100;
    /// Rows or columns that a cell spans: the bound of HTML for columns.
    pub(in crate::content) const SPAN_MAX: u16 = 1000;
}

/// Of `values.rs`.
pub(in crate::content) mod values {
    /// What a line of a table of data is worth: next to nothing, but the table belongs to the text around it.
    pub(in crate::content) const TABLE_LINE: f32 = 0.5;
    /// Lines between the controls of two comments at most.
    pub(in crate::content) const COMMENT_LINES: usize = 10;
    /// Characters of a line of controls.
    pub(in crate::content) const COMMENT_CONTROLS: u32 = 40;
    /// Comments that are no accident.
    pub(in crate::content) const COMMENTS_MIN: usize = 3;
    /// Comments below a head that says so.
    pub(in crate::content) const COMMENTS_HEADED: usize = 2;
    /// Lines below such a head among which the first one stands.
    pub(in crate::content) const COMMENTS_NEAR: usize = 8;
    /// Such heads that are looked at.
    pub(in crate::content) const COMMENT_HEADS: usize = 8;
    /// Characters of the line above a comment: a name, a place and the time.
    pub(in crate::content) const COMMENTER: u32 = 30;
    /// Lines a poem has at least.
    pub(in crate::content) const VERSES_MIN: usize = 4;
    /// Characters of prose that the page's own article has before a label can lead to the next.
    pub(in crate::content) const FIRST_TEXT: u32 = 60;
    /// Lines that hold them at least.
    pub(in crate::content) const LED_TOLD: usize = 2;
    /// Characters of such a label.
    pub(in crate::content) const LABEL_CHARS: u32 = 14;
    /// Linked characters of the headline right below it, …
    pub(in crate::content) const LED_HEADLINE: u32 = 8;
    /// … which are more than this share of its line.
    pub(in crate::content) const LED_LINKED: f32 = 0.85;
    /// Lines below its headline, …
    pub(in crate::content) const LED_WITHIN: usize = 6;
    /// … of which so many are prose.
    pub(in crate::content) const LED_PROSE: usize = 3;
    /// Characters of a description that a line is compared with.
    pub(in crate::content) const DESCRIBED_CHARS: usize = 14;
    /// Share of a table of data that leads elsewhere, at most, …
    pub(in crate::content) const DATA_LINKED: f32 = 0.2;
    /// … and characters that its lines have on average, at least: a calendar has days.
    pub(in crate::content) const DATA_CHARS: u32 = 2;
    /// Characters of a line of a poem.
    pub(in crate::content) const VERSE_CHARS: std::ops::RangeInclusive<u32> = 4..=24;
    /// Stretches with a factor that are looked back over: elements with a telling class around each other.
    pub(in crate::content) const OPEN_MAX: usize = 24;
    /// Lines above a box of comments among which the article's last sentence stands.
    pub(in crate::content) const PROSE_ABOVE: usize = 12;
    /// Elements of a grid that are looked at.
    pub(in crate::content) const CARDS_MAX: usize = 200;
    /// What a short line that is no prose costs: a sub-heading, a name, a button.
    pub(in crate::content) const BARE_COST: f32 = 1.0;
    /// What a lone figure or mark between paragraphs costs, …
    pub(in crate::content) const LONE_COST: f32 = 1.0;
    /// … and its characters.
    pub(in crate::content) const LONE_MAX: u32 = 3;
}

/// Of `forms.rs`.
pub(in crate::content) mod forms {
    /// Of a run's plain text, what a form holds at most. Pages of 2005 stand in a form as a whole.
    pub(in crate::content) const SHARE_MAX: f32 = 0.25;
    /// A flash is so short that a form beside it holds more.
    pub(in crate::content) const CHARS_MIN: u32 = 60;
    /// Pictures in a form; a gallery has a field for the number of its page.
    pub(in crate::content) const IMAGES_MAX: usize = 2;
    /// Fields looked at, and elements around each.
    pub(in crate::content) const FIELDS_MAX: usize = 40;
    pub(in crate::content) const AROUND_MAX: usize = 12;
    /// Of a run's plain text, what stands above a box for comments that ends the article.
    pub(in crate::content) const ABOVE_COMMENTS: f32 = 0.6;
    /// The same where its own head says so: 网友评论.
    pub(in crate::content) const ABOVE_HEAD: f32 = 0.3;
    /// Lines of a form among which its head stands.
    pub(in crate::content) const HEAD_WITHIN: usize = 12;
    /// Lines above a field in its element: more are no labels.
    pub(in crate::content) const LINES_MAX: usize = 60;
    /// Characters of a sentence that is the article's, above a field in the same element.
    pub(in crate::content) const SENTENCE_MIN: u32 = 18;
}

/// Of `summary_box.rs`.
pub(in crate::content) mod summary_box {
    /// Bytes of a description and of a lead that are compared.
    pub(in crate::content) const COMPARED: usize = 1200;
    /// Letters of a description that says something.
    pub(in crate::content) const KEY_MIN: usize = 20;
    /// Pictures and the like above the lead.
    pub(in crate::content) const ABOVE_MAX: usize = 3;
    /// Characters that its box has besides: 摘要.
    pub(in crate::content) const LABEL_MAX: u32 = 6;
    /// Paragraphs below it that stand together.
    pub(in crate::content) const BELOW: usize = 2;
    /// Parts between brackets and marks among which 本报讯 stands: 【公园】（城东）【本报讯】
    pub(in crate::content) const DISPATCH_WITHIN: usize = 6;
}

/// Of `subtitle_line.rs`.
pub(in crate::content) mod subtitle_line {
    /// Lines between headline and text that are looked at: more are menus.
    pub(in crate::content) const LINES_MAX: usize = 6;
    /// Chinese characters of a subtitle.
    pub(in crate::content) const HAN_MIN: usize = 6;
    /// Characters of a line that says something of the article: shorter ones are channels and controls.
    pub(in crate::content) const CHARS_MIN: usize = 9;
}

/// Of `copies.rs`.
pub(in crate::content) mod copies {
    /// Bytes of a paragraph that is not said twice in one article.
    pub(in crate::content) const COPY_MIN: usize = 180;
    /// The same for one of several in a row.
    pub(in crate::content) const RUN_MIN: usize = 60;
    /// So many in a row are not said again in the same order.
    pub(in crate::content) const RUN_LINES: usize = 3;
}
