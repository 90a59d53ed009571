//! The text that is read, with its line ends made one, and the scans over its bytes. Knows no HTML.

use html5ever::tendril::StrTendril;
use memchr::{memchr, memchr_iter, memchr2};

/// A page's text. Pieces of it share its memory.
pub(super) struct Source {
    text: StrTendril,
    /// Whether a U+0000 stands anywhere: names, values and comments show it as U+FFFD.
    null: bool,
}

impl Source {
    /// Takes a copy of `html`, where `\r\n` and `\r` become `\n`. It may not be longer than 4 GiB.
    pub(super) fn new(html: &str) -> Self {
        let bytes = html.as_bytes();
        let text = if memchr(b'\r', bytes).is_none() {
            StrTendril::from_slice(html)
        } else {
            let mut text = StrTendril::with_capacity(html.len() as u32);
            let mut from = 0;
            for at in memchr_iter(b'\r', bytes) {
                text.push_slice(&html[from..at]);
                // The line feed that may follow starts the next stretch.
                if bytes.get(at + 1) != Some(&b'\n') {
                    text.push_slice("\n");
                }
                from = at + 1;
            }
            text.push_slice(&html[from..]);
            text
        };
        Self {
            null: memchr(0, bytes).is_some(),
            text,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether a U+0000 stands anywhere.
    pub(super) fn has_null(&self) -> bool {
        self.null
    }

    pub(super) fn str(&self, from: usize, to: usize) -> &str {
        &self.text[from..to]
    }

    /// A piece as it stands.
    #[inline]
    pub(super) fn verbatim(&self, from: usize, to: usize) -> StrTendril {
        self.text.subtendril(from as u32, (to - from) as u32)
    }

    /// A piece with U+FFFD for U+0000.
    #[inline]
    pub(super) fn piece(&self, from: usize, to: usize) -> StrTendril {
        if self.null {
            StrTendril::from(without_null(self.str(from, to)))
        } else {
            self.verbatim(from, to)
        }
    }
}

/// `text` with U+FFFD for U+0000.
pub(super) fn without_null(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// Where `byte` stands next, else the end.
#[inline]
pub(super) fn find(bytes: &[u8], from: usize, byte: u8) -> usize {
    memchr(byte, &bytes[from..]).map_or(bytes.len(), |at| from + at)
}

/// Where `a` or `b` stands next, else the end. Most stretches are short: the first bytes are looked at here.
#[inline]
pub(super) fn find2(bytes: &[u8], from: usize, a: u8, b: u8) -> usize {
    const NEAR: usize = 10;
    let end = bytes.len();
    let near = (from + NEAR).min(end);
    for (at, &byte) in bytes[from..near].iter().enumerate() {
        if byte == a || byte == b {
            return from + at;
        }
    }
    memchr2(a, b, &bytes[near..]).map_or(end, |at| near + at)
}

/// Where the first byte of none of `classes` stands.
#[inline]
pub(super) fn skip(bytes: &[u8], mut from: usize, classes: u8) -> usize {
    while bytes.get(from).is_some_and(|&byte| is(byte, classes)) {
        from += 1;
    }
    from
}

/// Where the first byte of one of `classes` stands, else the end.
#[inline]
pub(super) fn until(bytes: &[u8], mut from: usize, classes: u8) -> usize {
    while bytes.get(from).is_some_and(|&byte| !is(byte, classes)) {
        from += 1;
    }
    from
}

/// Whether `byte` is of one of `classes`.
#[inline]
pub(super) fn is(byte: u8, classes: u8) -> bool {
    CLASSES[byte as usize] & classes != 0
}

/// White space, as HTML has it within tags.
pub(super) const SPACE: u8 = 1;
/// `/` and `>`.
pub(super) const CLOSING: u8 = 2;
/// `=`.
pub(super) const EQUALS: u8 = 4;
/// `>`.
pub(super) const END: u8 = 8;

static CLASSES: [u8; 256] = {
    let mut table = [0; 256];
    table[b'\t' as usize] = SPACE;
    table[b'\n' as usize] = SPACE;
    table[b'\x0c' as usize] = SPACE;
    table[b' ' as usize] = SPACE;
    table[b'/' as usize] = CLOSING;
    table[b'>' as usize] = CLOSING | END;
    table[b'=' as usize] = EQUALS;
    table
};
