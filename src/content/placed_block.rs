//! A block with its place on the page: what body and captions are sorted out by. Not how blocks are built (see `blocks`).

use std::cell::Cell;

use crate::body::{Block, Inline};
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::page::dom::NodeId;

/// A block and where it stands on the page.
#[derive(Debug, Clone)]
pub(crate) struct PlacedBlock {
    pub(crate) block: Block,
    /// The first node of it.
    pub(crate) at: NodeId,
    /// The text of a paragraph or heading of several inlines. One inline is its own text: no copy is kept.
    pub(super) joined: Option<Box<str>>,
    /// Whether it stands in an element that is set as a caption: centred, small, or named so.
    pub(crate) captioned: bool,
    pub(super) said: Said,
}

/// What grammars said of a block's text, so that who asks again need not read it again.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) furniture: Cell<Option<Option<LineVerdict>>>,
    pub(super) credits: Cell<Option<bool>>,
    /// Whether the line above announces it: a link of the article's own.
    pub(super) announced: Cell<bool>,
}

impl PlacedBlock {
    /// A block that stands alone at a node.
    pub(crate) fn of(block: Block, at: NodeId) -> Self {
        Self {
            block,
            at,
            joined: None,
            captioned: false,
            said: Said::default(),
        }
    }

    /// Its text, for paragraphs, headings and code; empty for others.
    pub(crate) fn text(&self) -> &str {
        if let Some(joined) = &self.joined {
            return joined;
        }
        let mut content = match &self.block {
            Block::Paragraph(paragraph) => &paragraph.content,
            Block::Heading(heading) => &heading.content,
            Block::Code(code) => return &code.text,
            _ => return "",
        };
        loop {
            content = match content.as_slice() {
                [Inline::Text { text }] => return text,
                [
                    Inline::Strong { content }
                    | Inline::Emphasis { content }
                    | Inline::Link { content, .. },
                ] => content,
                _ => return "",
            };
        }
    }

    /// Takes back text that its block no longer has at its end.
    pub(crate) fn shorten_to(&mut self, len: usize) {
        self.said = Said::default();
        if let Some(joined) = &mut self.joined {
            *joined = joined[..len].into();
        }
    }
}
