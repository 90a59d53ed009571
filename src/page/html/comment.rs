//! Where comments end: real ones, and what browsers make comments of. Not CDATA, which is text.

use std::ops::Range;

use crate::page::html::source::find;

/// A comment and the place behind it.
pub(super) struct Comment {
    pub(super) text: Range<usize>,
    pub(super) behind: usize,
}

impl Comment {
    fn new(from: usize, to: usize, behind: usize) -> Self {
        Self {
            text: from..to,
            behind,
        }
    }
}

/// The comment whose `<!--` ends at `from`.
pub(super) fn read(bytes: &[u8], from: usize) -> Comment {
    let rest = &bytes[from..];
    for short in [&b">"[..], b"->"] {
        if rest.starts_with(short) {
            return Comment::new(from, from, from + short.len());
        }
    }
    let len = bytes.len();
    let mut at = from;
    loop {
        at = find(bytes, at, b'-');
        match &bytes[at..] {
            [b'-', b'-', b'>', ..] => return Comment::new(from, at, at + 3),
            [b'-', b'-', b'!', b'>', ..] => return Comment::new(from, at, at + 4),
            // The page ends in the comment, or in what would have ended it.
            [] | [b'-'] | [b'-', b'-'] | [b'-', b'-', b'!'] => return Comment::new(from, at, len),
            _ => at += 1,
        }
    }
}

/// What starts like markup and is none, from `from` up to the next `>`: `<?xml …>`, `<!x>`, `</3>`.
pub(super) fn bogus(bytes: &[u8], from: usize) -> Comment {
    let end = find(bytes, from, b'>');
    Comment::new(from, end, (end + 1).min(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_end() {
        for (source, text, rest) in [
            ("<!-- a -->b", " a ", "b"),
            ("<!-- a --!>b", " a ", "b"),
            ("<!-- a --->b", " a -", "b"),
            ("<!-- a -- > -->b", " a -- > ", "b"),
            ("<!--a--!-->b", "a--!", "b"),
            ("<!-->b", "", "b"),
            ("<!--->b", "", "b"),
            ("<!---->b", "", "b"),
            ("<!--<!-->b", "<!", "b"),
            ("<!--a", "a", ""),
            ("<!--a-", "a", ""),
            ("<!--a--", "a", ""),
            ("<!--a--!", "a", ""),
            ("<!--a---", "a-", ""),
            ("<!--", "", ""),
            ("<!---", "", ""),
        ] {
            let found = read(source.as_bytes(), 4);
            assert_eq!(&source[found.text], text, "{source}");
            assert_eq!(&source[found.behind..], rest, "{source}");
        }
    }
}
