//! The body as data: blocks, inlines, images, tables. Not how they are found (see `content`) or rendered (see `render`).

pub(crate) mod plain;
pub(crate) mod walk;

use serde::{Deserialize, Serialize};

/// How deep blocks nest at most: lists in lists, quotes in quotes. Deeper structure is flattened into its parent.
pub const MAX_NESTING: usize = 6;

/// An article's body in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Body {
    /// Paragraphs, headings, images in place …
    pub blocks: Vec<Block>,
}

impl Body {
    /// A body of these blocks.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { blocks }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

/// One block of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// A paragraph of text: `城东公园今天上午正式开放。`
    Paragraph(Paragraph),
    /// A sub-heading (小标题) within the article.
    Heading(Heading),
    /// A picture where it stands in the text.
    Image(Image),
    /// A bulleted or numbered list.
    List(List),
    /// A quotation set off from the text.
    Quote(Quote),
    /// A table.
    Table(Table),
    /// A video where it stands in the text.
    Video(Video),
    /// Preformatted text, such as program code. White space is kept.
    Code(Code),
    /// A rule between sections.
    Divider,
    /// A block that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Paragraph {
    /// Its text and links.
    pub content: Vec<Inline>,
}

/// A sub-heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Heading {
    /// 2 to 6; the article's title is level 1 and not part of the body.
    pub level: u8,
    /// Its text.
    pub content: Vec<Inline>,
}

/// A picture in the body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Image {
    /// Absolute URL after lazy-load attributes (`data-src`, `data-original` …) are resolved.
    pub url: String,
    /// The `alt` text, if it says something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The caption shown with it: `图为公园湖区。`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Width in CSS pixels, where the page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in CSS pixels, where the page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct List {
    /// Numbered (`ol`) or bulleted (`ul`).
    pub ordered: bool,
    /// Each item is a short run of blocks, mostly one paragraph.
    pub items: Vec<Vec<Block>>,
}

/// A quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// The quoted blocks.
    pub blocks: Vec<Block>,
}

/// A table, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Table {
    /// The `caption` element.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Rows from top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cell {
    /// Whether it heads a row or column (`th`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// Columns it spans; 1 for most.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub colspan: u16,
    /// Rows it spans; 1 for most.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rowspan: u16,
    /// Its text and links.
    pub content: Vec<Inline>,
}

fn one() -> u16 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde wants a reference
fn is_one(n: &u16) -> bool {
    *n == 1
}

/// A video in the body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Video {
    /// Absolute URL of the file or of the player's frame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Absolute URL of the still shown before it plays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poster: Option<String>,
    /// The caption shown with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// Preformatted text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Code {
    /// The text with its line breaks.
    pub text: String,
}

/// A run of text inside a block. Nests at most three deep: a link may hold strong text that holds emphasis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Inline {
    /// Plain text. White space is collapsed; U+3000 indentation is dropped.
    Text {
        /// The text.
        text: String,
    },
    /// Bold.
    Strong {
        /// What is bold.
        content: Vec<Inline>,
    },
    /// Italic or otherwise stressed.
    Emphasis {
        /// What is stressed.
        content: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Absolute `http(s)` URL.
        url: String,
        /// What is linked.
        content: Vec<Inline>,
    },
    /// A line break inside a paragraph, as in an address or a poem.
    LineBreak,
    /// An inline that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident => $variant:ident($kind:ident { $($field:ident : $type:ty),* });)*) => {
        impl Block {
            $($(#[$doc])*
            pub fn $name($($field: $type),*) -> Self {
                Self::$variant($kind { $($field),* })
            })*
        }
    };
}

constructors! {
    /// A paragraph of these inlines.
    paragraph => Paragraph(Paragraph { content: Vec<Inline> });
    /// A sub-heading of level 2 to 6.
    heading => Heading(Heading { level: u8, content: Vec<Inline> });
    /// A list of items, each a run of blocks.
    list => List(List { ordered: bool, items: Vec<Vec<Block>> });
    /// A quotation of these blocks.
    quote => Quote(Quote { blocks: Vec<Block> });
    /// A table of these rows.
    table => Table(Table { caption: Option<String>, rows: Vec<Vec<Cell>> });
    /// Preformatted text.
    code => Code(Code { text: String });
}

impl Cell {
    /// A plain cell that spans one row and one column.
    pub fn new(header: bool, content: Vec<Inline>) -> Self {
        Self {
            header,
            colspan: 1,
            rowspan: 1,
            content,
        }
    }
}

impl Image {
    /// A picture without caption.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            ..Self::default()
        }
    }
}
