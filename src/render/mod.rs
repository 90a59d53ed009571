//! A body as text, Markdown, HTML, and what the three share; an article is written in `article`. JSON is serde's business.

mod article;
mod front_matter;
mod html;
mod inline;
mod json_ld;
mod markdown;
pub(crate) mod options;
mod shared;
#[cfg(test)]
mod tests;
mod text;

use crate::body::Body;
use crate::render::options::MarkdownOptions;

impl Body {
    /// Plain text, one block a line, without blank lines and without a newline at the end.
    ///
    /// A list has one line an item, a table one a row with tabs between its cells, code its own lines. A line break inside
    /// a paragraph begins a new line. Images, videos, captions and dividers give nothing.
    ///
    /// ```
    /// use zhengwen::{Block, Body, Image, Inline};
    /// let body = Body::new(vec![
    ///     Block::heading(2, vec![Inline::text("湖区")]),
    ///     Block::Image(Image::new("https://example.com/hu.jpg")),
    ///     Block::paragraph(vec![Inline::text("城东公园今天上午正式开放。")]),
    /// ]);
    /// assert_eq!(body.text(), "湖区\n城东公园今天上午正式开放。");
    /// ```
    pub fn text(&self) -> String {
        text::render(&self.blocks)
    }

    /// Markdown: CommonMark with the tables of GitHub's dialect. No raw HTML, and no newline at the end. With the title, front matter
    /// and more: [`Article::markdown`](crate::Article::markdown).
    ///
    /// What Markdown would take for markup in the article's own text is escaped. Links and images whose URL is neither
    /// `http(s)` nor relative become their text or nothing.
    ///
    /// CommonMark does not see `**小结：**正文` as bold, because a full-width colon stands inside the closing mark and a letter
    /// outside. Nothing is inserted to help it: the punctuation at the edge moves out of the mark.
    ///
    /// ```
    /// use zhengwen::{Block, Body, Inline};
    /// let body = Body::new(vec![Block::paragraph(vec![
    ///     Inline::Strong { content: vec![Inline::text("小结：")] },
    ///     Inline::text("湖区面积3*4公里。"),
    /// ])]);
    /// assert_eq!(body.markdown(), r"**小结**：湖区面积3\*4公里。");
    /// ```
    pub fn markdown(&self) -> String {
        markdown::render(&self.blocks, MarkdownOptions::default())
    }

    /// Clean HTML, one block a line, safe to show as it is: a fragment without `html` or `body` element.
    ///
    /// It has headings, paragraphs, lists, quotes, tables, figures, code, rules, `strong`, `em`, `br` and `a` only; no script,
    /// style, class or event attribute. URLs are `http(s)` or relative; a link with any other becomes its text.
    ///
    /// Costs about 1.5 instructions per byte of the page.
    ///
    /// ```
    /// use zhengwen::{Block, Body, Inline};
    /// let body = Body::new(vec![Block::paragraph(vec![
    ///     Inline::text("门票<10元，"),
    ///     Inline::Link { url: "javascript:alert(1)".into(), content: vec![Inline::text("预约")] },
    /// ])]);
    /// assert_eq!(body.html(), "<p>门票&lt;10元，预约</p>");
    /// ```
    pub fn html(&self) -> String {
        html::render(&self.blocks)
    }
}
