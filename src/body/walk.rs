//! Going through a body: all blocks, pictures, videos, links, text. Nothing is rendered here.

use crate::body::{Block, Body, Image, Inline, Video};

/// A link in a body's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link<'a> {
    /// Absolute `http(s)` URL.
    pub url: &'a str,
    /// What is linked.
    pub content: &'a [Inline],
}

impl Link<'_> {
    /// The text that is linked: `城东公园`.
    pub fn text(&self) -> String {
        pieces(self.content).collect()
    }
}

impl Body {
    /// All blocks in document order, each before those inside it: a quote, then its paragraphs; a list, then its items' blocks.
    ///
    /// ```
    /// use zhengwen::{Block, Body};
    ///
    /// let body = Body::parse("<h2>湖区</h2><blockquote><p>开放首日，张三第一个入园。</p></blockquote><ul><li>步道<li>水塔</ul>")?;
    /// let headings = body.walk().filter(|block| matches!(block, Block::Heading(_)));
    /// assert_eq!(headings.count(), 1);
    /// let paragraphs = body.walk().filter(|block| matches!(block, Block::Paragraph(_)));
    /// assert_eq!(paragraphs.count(), 3); // the quote's and the two items'
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn walk(&self) -> impl Iterator<Item = &Block> {
        let mut stack = vec![self.blocks.iter()];
        // A list's items wait in an iterator of their own, so that a long list is not copied.
        let mut lists: Vec<(usize, std::slice::Iter<'_, Vec<Block>>)> = Vec::new();
        std::iter::from_fn(move || {
            loop {
                let Some(block) = stack.last_mut()?.next() else {
                    stack.pop();
                    if let Some((depth, items)) = lists.last_mut()
                        && *depth == stack.len()
                    {
                        match items.next() {
                            Some(item) => stack.push(item.iter()),
                            None => drop(lists.pop()),
                        }
                    }
                    continue;
                };
                match block {
                    Block::Quote(quote) => stack.push(quote.blocks.iter()),
                    Block::List(list) => {
                        let mut items = list.items.iter();
                        if let Some(first) = items.next() {
                            lists.push((stack.len(), items));
                            stack.push(first.iter());
                        }
                    }
                    _ => {}
                }
                return Some(block);
            }
        })
    }

    /// All images in document order, also those inside quotes and lists.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.walk().filter_map(|block| match block {
            Block::Image(image) => Some(image),
            _ => None,
        })
    }

    /// All videos in document order, also those inside quotes and lists.
    pub fn videos(&self) -> impl Iterator<Item = &Video> {
        self.walk().filter_map(|block| match block {
            Block::Video(video) => Some(video),
            _ => None,
        })
    }

    /// All links in the text, in document order, also those in tables, quotes and lists.
    ///
    /// ```
    /// use zhengwen::Body;
    ///
    /// let body = Body::parse("<p>据<a href='https://chengju.example/1.html'>橙橘网</a>报道，城东公园今天开放。</p>")?;
    /// let link = body.links().next().unwrap();
    /// assert_eq!((link.url, link.text().as_str()), ("https://chengju.example/1.html", "橙橘网"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        let inlines = self.walk().flat_map(Block::contents).flat_map(inlines);
        inlines.filter_map(|inline| match inline {
            Inline::Link { url, content } => Some(Link { url, content }),
            _ => None,
        })
    }

    /// How long the text is (字数): its characters without white space, punctuation included. Captions do not count.
    /// Costs about 0.3 instructions per byte of the page.
    ///
    /// ```
    /// use zhengwen::Body;
    ///
    /// let body = Body::parse("<p>城东公园 2024年5月10日开放。</p><img src='https://chengju.example/1.jpg'><p>图为湖区</p>")?;
    /// assert_eq!(body.chars(), 17);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn chars(&self) -> usize {
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        self.walk()
            .map(|block| match block {
                Block::Code(code) => count(&code.text),
                block => block.contents().flat_map(pieces).map(count).sum(),
            })
            .sum()
    }
}

impl Block {
    /// The lines of inlines right in this block: one of a paragraph or heading, one a cell of a table.
    pub(crate) fn contents(&self) -> impl Iterator<Item = &[Inline]> {
        let (own, rows) = match self {
            Self::Paragraph(paragraph) => (Some(paragraph.content.as_slice()), [].as_slice()),
            Self::Heading(heading) => (Some(heading.content.as_slice()), [].as_slice()),
            Self::Table(table) => (None, table.rows.as_slice()),
            _ => (None, [].as_slice()),
        };
        let cells = rows.iter().flatten().map(|cell| cell.content.as_slice());
        own.into_iter().chain(cells)
    }
}

/// All inlines of a line, each before those inside it.
pub(crate) fn inlines(content: &[Inline]) -> impl Iterator<Item = &Inline> {
    let mut stack = vec![content.iter()];
    std::iter::from_fn(move || {
        loop {
            let Some(inline) = stack.last_mut()?.next() else {
                stack.pop();
                continue;
            };
            if let Inline::Strong { content }
            | Inline::Emphasis { content }
            | Inline::Link { content, .. } = inline
            {
                stack.push(content.iter());
            }
            return Some(inline);
        }
    })
}

/// The pieces a line's text is made of, a line break being one of them.
pub(crate) fn pieces(content: &[Inline]) -> impl Iterator<Item = &str> {
    inlines(content).filter_map(|inline| match inline {
        Inline::Text { text } => Some(text.as_str()),
        Inline::LineBreak => Some("\n"),
        _ => None,
    })
}
