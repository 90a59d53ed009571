//! The text that is read, with its line ends made one, and the scans over its bytes. Knows no HTML.

use html5ever::tendril::StrTendril;
use memchr::{memchr, memchr2};

/// Bytes that a piece holds without memory of its own or another's.
const INLINE: usize = 8;

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
        let text = match memchr(b'\r', bytes) {
            None => StrTendril::from_slice(html),
            Some(first) => StrTendril::from_slice(&one_kind_of_line_end(html, first)),
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
        // What a piece holds in itself costs no look at the ends of characters.
        if to - from <= INLINE {
            return StrTendril::from_slice(self.str(from, to));
        }
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

/// `html` with `\n` for `\r\n` and `\r`, the first of which stands at `at`.
fn one_kind_of_line_end(html: &str, mut at: usize) -> String {
    let bytes = html.as_bytes();
    let mut text = String::with_capacity(bytes.len());
    let mut from = 0;
    while at < bytes.len() {
        text.push_str(&html[from..at]);
        // The line feed that may follow starts the next stretch.
        if bytes.get(at + 1) != Some(&b'\n') {
            text.push('\n');
        }
        from = at + 1;
        at = find(bytes, from, b'\r');
    }
    text.push_str(&html[from..]);
    text
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

/// Where `a` or `b` stands next, else the end. Most stretches are short: the first bytes are looked at here, eight at once.
#[inline]
pub(super) fn find2(bytes: &[u8], from: usize, a: u8, b: u8) -> usize {
    const NEAR: usize = 3;
    let mut at = from;
    for _ in 0..NEAR {
        let Some(&eight) = bytes[at..].first_chunk() else {
            break;
        };
        let eight = u64::from_le_bytes(eight);
        let hits = zeros(eight ^ (EACH * u64::from(a))) | zeros(eight ^ (EACH * u64::from(b)));
        if hits != 0 {
            return at + hits.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    memchr2(a, b, &bytes[at..]).map_or(bytes.len(), |found| at + found)
}

/// Eight bytes that are each 1.
pub(super) const EACH: u64 = 0x0101_0101_0101_0101;

/// The top bit of each byte that is 0, and maybe of some behind the first such, counted from the lowest.
#[inline]
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(EACH) & !word & (0x80 * EACH)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one() {
        for (html, text) in [
            ("a\nb", "a\nb"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("\ra\r\r\nb\r", "\na\n\nb\n"),
            ("城\r城", "城\n城"),
        ] {
            let source = Source::new(html);
            assert_eq!(source.str(0, source.len()), text, "{html:?}");
        }
    }

    #[test]
    fn two_bytes_are_found_wherever_they_stand() {
        for len in 0..70 {
            for at in 0..=len {
                let mut bytes = vec![0x81; len];
                for hit in [at, len / 2 + at, len * 3 / 4 + at] {
                    if let Some(byte) = bytes.get_mut(hit) {
                        *byte = if hit % 2 == 0 { b'<' } else { b'&' };
                    }
                }
                for from in [0, 1, len / 3] {
                    let from = from.min(len);
                    let slow = bytes[from..].iter().position(|b| matches!(b, b'<' | b'&'));
                    let slow = slow.map_or(len, |found| from + found);
                    assert_eq!(
                        find2(&bytes, from, b'<', b'&'),
                        slow,
                        "{bytes:?} from {from}"
                    );
                }
            }
        }
    }
}
