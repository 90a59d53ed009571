//! What the three renderers share: which blocks hold others, which URLs may be written, captions, code. Writes no format itself.

use crate::body::{Block, Image, Video};

/// How deep quotes and lists are rendered as such. Our own bodies nest less ([`MAX_NESTING`](crate::MAX_NESTING)); one
/// built by hand or read from JSON may nest deeper, and its contents then follow one after the other.
pub(super) const DEPTH: usize = 16;

/// Whether a URL may be written out: `http`, `https` or relative, nothing that a browser could take for a script.
pub(super) fn safe_url(url: &str) -> bool {
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
pub(super) fn leaves(blocks: &[Block]) -> impl Iterator<Item = &Block> {
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
pub(super) fn is_tight(item: &[Block]) -> bool {
    match item {
        [] => true,
        [first, rest @ ..] => {
            matches!(first, Block::Paragraph(_) | Block::List(_))
                && rest.iter().all(|b| matches!(b, Block::List(_)))
        }
    }
}

/// What is written under a picture.
pub(super) fn image_caption(image: &Image) -> Option<&str> {
    let caption = image.caption.as_deref().map(str::trim);
    caption.filter(|caption| !caption.is_empty())
}

/// A video's URL, if it may be written out.
pub(super) fn video_url(video: &Video) -> Option<&str> {
    video.url.as_deref().filter(|url| safe_url(url))
}

/// The lines of preformatted text, without control characters other than tabs.
pub(super) fn code_lines(text: &str) -> impl Iterator<Item = String> {
    text.trim_end_matches(['\n', '\r']).split('\n').map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.chars()
            .filter(|&c| c == '\t' || !c.is_control())
            .collect()
    })
}
