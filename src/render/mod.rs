//! A body as text, Markdown, HTML, and what the three share. JSON is serde's business.

mod html;
mod inline;
mod markdown;
#[cfg(test)]
mod tests;
mod text;

use crate::body::{Block, Body, Image, Video};
pub(crate) use inline::plain;

/// How deep quotes and lists are rendered as such. Our own bodies nest less ([`MAX_NESTING`](crate::MAX_NESTING)); one
/// built by hand or read from JSON may nest deeper, and its contents then follow one after the other.
const DEPTH: usize = 16;

/// What a link to a video says, and a still that stands for one.
pub(crate) const VIDEO: &str = "视频";

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

    /// Markdown: CommonMark with the tables of GitHub's dialect. No raw HTML, and no newline at the end.
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
        markdown::render(&self.blocks)
    }

    /// Clean HTML, one block a line, safe to show as it is: a fragment without `html` or `body` element.
    ///
    /// It has headings, paragraphs, lists, quotes, tables, figures, code, rules, `strong`, `em`, `br` and `a` only; no script,
    /// style, class or event attribute. URLs are `http(s)` or relative; a link with any other becomes its text.
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

/// Whether a URL may be written out: `http`, `https` or relative, nothing that a browser could take for a script.
pub(crate) fn safe_url(url: &str) -> bool {
    // Browsers drop tabs and newlines inside a URL: `java\nscript:` is a script.
    if url.chars().any(char::is_control) {
        return false;
    }
    let url = url.trim();
    let end = url.find([':', '/', '?', '#', '\\']).unwrap_or(url.len());
    let (head, rest) = url.split_at(end);
    match rest.strip_prefix(':') {
        Some(rest) => {
            (head.eq_ignore_ascii_case("http") || head.eq_ignore_ascii_case("https"))
                && rest.strip_prefix("//").is_some_and(|host| !host.is_empty())
        }
        // An entity here hides a scheme: `javascript&colon;`.
        None => !url.is_empty() && !head.contains('&'),
    }
}

/// The blocks that hold no others, in document order.
fn leaves(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    let mut stack: Vec<&Block> = blocks.iter().rev().collect();
    std::iter::from_fn(move || {
        loop {
            match stack.pop()? {
                Block::Quote(quote) => stack.extend(quote.blocks.iter().rev()),
                Block::List(list) => {
                    stack.extend(list.items.iter().rev().flat_map(|item| item.iter().rev()));
                }
                leaf => return Some(leaf),
            }
        }
    })
}

/// Whether an item is a line of text, perhaps with lists under it: it needs no blank lines.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] => true,
        [first, rest @ ..] => {
            matches!(first, Block::Paragraph(_) | Block::List(_))
                && rest.iter().all(|b| matches!(b, Block::List(_)))
        }
    }
}

/// What is written under a picture: its caption, then the credit unless the caption says it.
fn image_caption(image: &Image) -> Option<String> {
    let caption = image.caption.as_deref().map(str::trim).unwrap_or_default();
    let credit = image.credit.as_deref().map(str::trim).unwrap_or_default();
    match (caption, credit) {
        ("", "") => None,
        (caption, credit) if caption.contains(credit) => Some(caption.to_owned()),
        ("", credit) => Some(credit.to_owned()),
        (caption, credit) => Some(format!("{caption}（{credit}）")),
    }
}

/// A video's URL, if it may be written out.
fn video_url(video: &Video) -> Option<&str> {
    video.url.as_deref().filter(|url| safe_url(url))
}

/// A character of running text: white space becomes a space, control characters go.
fn clean(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The lines of preformatted text, without control characters other than tabs.
fn code_lines(text: &str) -> impl Iterator<Item = String> {
    text.trim_end_matches(['\n', '\r']).split('\n').map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.chars()
            .filter(|&c| c == '\t' || !c.is_control())
            .collect()
    })
}
