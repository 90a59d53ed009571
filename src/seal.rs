//! The one place that every string of a result passes last: no control characters, no marks that turn text around, lines that are
//! lines. How values are found, and that they are clean as far as they came from shown text, is the fields' business.
//!
//! Text that a page shows is cleaned where it is read. An attribute, a script's string, code and an address are not text of that kind,
//! and whoever prints an article to a terminal, or its JSON, prints them too.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::article::{Article, RelatedItem, RelatedList, Time};
use crate::body::{Block, Body, Image, Inline, Table, Video};
use crate::text::{is_dropped, is_longer};

/// Every string of an article.
pub(crate) fn article(article: &mut Article) {
    let Article {
        metadata,
        body: blocks,
        related,
        next_page,
        ..
    } = article;
    for text in [
        &mut metadata.title,
        &mut metadata.subtitle,
        &mut metadata.summary,
        &mut metadata.site_name,
    ] {
        line_or_none(text);
    }
    for url in [
        &mut metadata.canonical_url,
        &mut metadata.lead_image,
        next_page,
    ] {
        address_or_none(url);
    }
    for list in [
        &mut metadata.authors,
        &mut metadata.editors,
        &mut metadata.tags,
        &mut metadata.keywords,
    ] {
        lines_once(list);
    }
    for credit in &mut metadata.credits {
        lines_once(&mut credit.names);
    }
    // A channel may have its parent's name.
    lines(&mut metadata.breadcrumb);
    metadata.credits.retain(|credit| !credit.names.is_empty());
    if let Some(source) = &mut metadata.source {
        line(&mut source.name);
        address_or_none(&mut source.url);
    }
    metadata.source.take_if(|source| source.name.is_empty());
    for time in [&mut metadata.published, &mut metadata.updated] {
        moment(time);
    }
    body(blocks);
    for list in &mut *related {
        line_or_none(&mut list.label);
        list.label.take_if(|label| is_longer(label, LABEL_MAX));
        list.items.retain_mut(item);
    }
    related.retain(|list: &RelatedList| !list.items.is_empty());
}

/// Every string of a body. What has no text then, or had none left when its end was cut, is not there.
pub(crate) fn body(body: &mut Body) {
    blocks(&mut body.blocks);
}

/// Blocks of bodies that were read nest six deep at most.
fn blocks(all: &mut Vec<Block>) {
    all.retain_mut(|block| match block {
        Block::Paragraph(paragraph) => inlines(&mut paragraph.content),
        Block::Heading(heading) => inlines(&mut heading.content),
        Block::Image(Image {
            url, alt, caption, ..
        }) => {
            address(url);
            for text in [alt, caption] {
                line_or_none(text);
            }
            true
        }
        Block::Video(Video {
            url,
            poster,
            caption,
        }) => {
            address_or_none(url);
            address_or_none(poster);
            line_or_none(caption);
            true
        }
        Block::Table(Table { caption, rows }) => {
            line_or_none(caption);
            for cell in rows.iter_mut().flatten() {
                inlines(&mut cell.content);
            }
            true
        }
        Block::Code(code) => {
            keep(&mut code.text, |c| match c {
                '\n' | '\t' => Some(c),
                c => Some(c).filter(|c| is_shown(*c)),
            });
            !code.text.trim().is_empty()
        }
        Block::List(list) => {
            list.items.retain_mut(|item| {
                blocks(item);
                !item.is_empty()
            });
            !list.items.is_empty()
        }
        Block::Quote(quote) => {
            blocks(&mut quote.blocks);
            !quote.blocks.is_empty()
        }
        Block::Divider | Block::Other => true,
    });
}

/// Whether there is text in them. They nest three deep.
fn inlines(content: &mut Vec<Inline>) -> bool {
    let mut seen = false;
    content.retain_mut(|inline| match inline {
        // White space at the ends of a piece stands between it and the next.
        Inline::Text { text } => {
            keep(text, running);
            seen |= !text.trim().is_empty();
            !text.is_empty()
        }
        Inline::Strong { content } | Inline::Emphasis { content } => {
            seen |= inlines(content);
            !content.is_empty()
        }
        Inline::Link { url, content } => {
            address(url);
            seen |= inlines(content);
            !content.is_empty()
        }
        Inline::LineBreak | Inline::Other => true,
    });
    seen
}

/// Characters that the headline of another article has at most, and the label of a list. What is longer is a text that broken markup
/// put into a link.
const HEADLINE_MAX: usize = 200;
const LABEL_MAX: usize = 80;

/// Whether an item has a headline.
fn item(item: &mut RelatedItem) -> bool {
    line(&mut item.title);
    line_or_none(&mut item.summary);
    address_or_none(&mut item.url);
    address_or_none(&mut item.image);
    moment(&mut item.published);
    !item.title.is_empty() && !is_longer(&item.title, HEADLINE_MAX)
}

fn moment(time: &mut Option<Time>) {
    if let Some(time) = time {
        line(&mut time.raw);
    }
}

/// Each as a line; whether one was not yet.
fn lines(list: &mut Vec<String>) -> bool {
    let mut changed = false;
    list.retain_mut(|text| {
        changed |= line(text);
        !text.is_empty()
    });
    changed
}

/// Each as a line, and what is the same then once.
fn lines_once(list: &mut Vec<String>) {
    if lines(list) {
        let mut seen = HashSet::new();
        list.retain(|text| seen.insert(text.clone()));
    }
}

fn line_or_none(text: &mut Option<String>) {
    if let Some(some) = text {
        line(some);
    }
    text.take_if(|text| text.is_empty());
}

/// One line: what breaks lines becomes a space, white space at its ends goes. Whether it was not so yet.
fn line(text: &mut String) -> bool {
    let mut changed = keep(text, running);
    let kept = text.trim_end().len();
    changed |= kept < text.len();
    text.truncate(kept);
    let indent = text.len() - text.trim_start().len();
    if indent > 0 {
        text.drain(..indent);
    }
    changed || indent > 0
}

/// A character of running text.
fn running(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c => Some(c).filter(|c| is_shown(*c)),
    }
}

/// Whether a character may stand in a result. Most are of these two ranges.
fn is_shown(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{3000}'..='\u{d7ff}') || !is_dropped(c)
}

/// Each character as `shown` gives it. Most texts are as they should be, and stay where they are; whether this one was not.
fn keep(text: &mut String, shown: impl Fn(char) -> Option<char>) -> bool {
    let changed = !is_plain(text) && text.chars().any(|c| shown(c) != Some(c));
    if changed {
        *text = text.chars().filter_map(shown).collect();
    }
    changed
}

/// Whether a text is of ASCII that is seen, of U+3000 to U+CFFF, and of the quotation marks and dashes beside them, which are kept
/// everywhere: told by its bytes, and true of most.
fn is_plain(text: &str) -> bool {
    /// Bytes of which nothing more need be known.
    static KNOWN: [bool; 256] = {
        let mut known = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            known[byte] = matches!(byte as u8, b' '..=b'~' | 0x80..=0xbf | 0xe3..=0xec);
            byte += 1;
        }
        known
    };
    let bytes = text.as_bytes();
    let mut all = (0..bytes.len()).zip(bytes);
    all.all(|(at, byte)| match byte {
        _ if KNOWN[usize::from(*byte)] => true,
        0xe2 => matches!(bytes[at..], [_, 0x80, 0x90..=0xa7, ..]),
        0xef => matches!(bytes[at..], [_, 0xbc, ..]),
        _ => false,
    })
}

fn address_or_none(url: &mut Option<String>) {
    if let Some(some) = url {
        address(some);
    }
    url.take_if(|url| url.is_empty());
}

/// An address that was joined has no such characters; one for which there was no base is as the page wrote it. What is dropped from text
/// is written as escapes here: dropped, it could make another address of it.
fn address(url: &mut String) {
    if url.chars().all(|c| is_shown(c) && c != ' ') {
        return;
    }
    let mut out = String::with_capacity(url.len() + 8);
    let mut bytes = [0; 4];
    for c in url.chars() {
        if is_shown(c) && c != ' ' {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    *url = out;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        // as read | as a line | as an address
        for (text, as_line, as_address) in [
            ("城东公园", "城东公园", "城东公园"),
            (
                "\u{1b}]52;c;YWJj\u{7}城",
                "]52;c;YWJj城",
                "%1B]52;c;YWJj%07城",
            ),
            (
                " 城\n东\t公\u{2028}园\u{3000}",
                "城 东 公 园",
                "%20城%0A东%09公%E2%80%A8园\u{3000}",
            ),
            (
                "\u{9b}31m城\u{202e}东\u{2066}",
                "31m城东",
                "%C2%9B31m城%E2%80%AE东%E2%81%A6",
            ),
            (
                "城\u{e0041}\u{feff}\u{200b}东",
                "城东",
                "城%F3%A0%81%81%EF%BB%BF%E2%80%8B东",
            ),
            (
                "java\u{200b}script:x",
                "javascript:x",
                "java%E2%80%8Bscript:x",
            ),
        ] {
            let mut line_of = text.to_string();
            line(&mut line_of);
            assert_eq!(line_of, as_line, "{text:?}");
            let mut address_of = text.to_string();
            address(&mut address_of);
            assert_eq!(address_of, as_address, "{text:?}");
        }
    }

    #[test]
    fn code_keeps_its_lines() {
        let mut read = Body::new(vec![Block::code("a\tb\r\n\u{1b}[31mc\u{7f}".into())]);
        body(&mut read);
        assert_eq!(read, Body::new(vec![Block::code("a\tb\n[31mc".into())]));
    }

    #[test]
    fn what_is_empty_then_is_not_there() {
        let mut read = Article::default();
        read.metadata.title = Some("\u{7}".into());
        read.metadata.tags = ["\u{202e}", "公园", "公\u{7}园"].map(String::from).to_vec();
        read.related = vec![RelatedList::new(
            Some("\u{1b}".into()),
            crate::RelatedKind::Hot,
            vec![RelatedItem::new("\n", "/1.html")],
        )];
        article(&mut read);
        assert_eq!(read.metadata.title, None);
        assert_eq!(read.metadata.tags, ["公园"]);
        assert_eq!(read.related, []);
    }
}
