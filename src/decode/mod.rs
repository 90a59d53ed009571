//! Bytes to text: which charset, and how it was decided; or what the bytes are instead of a page. No HTML is parsed here.

mod bom;
mod label;
mod markup;
mod seven_bit;
mod sniff;
#[cfg(test)]
mod tests;
mod utf16;
mod written;

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

pub(crate) use markup::{broken_lines, is_html};
pub(crate) use sniff::no_page;
pub(crate) use written::no_page_text;

/// Text decoded from bytes, and how.
///
/// ```
/// // 正文 in GBK, which the page does not say.
/// let page = zhengwen::decode(b"<p>\xd5\xfd\xce\xc4</p>", None);
/// assert_eq!(page.text, "<p>正文</p>");
/// assert_eq!(page.charset, "gb18030");
/// assert_eq!(page.origin, zhengwen::CharsetOrigin::Contents);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The text, without a leading byte order mark. Borrowed when the bytes are UTF-8 already.
    pub text: Cow<'a, str>,
    /// The charset's name in the Encoding Standard: `UTF-8`, `gb18030` (also for GBK and GB2312), `Big5`, `UTF-16LE` …
    pub charset: &'static str,
    /// What named this charset.
    pub origin: CharsetOrigin,
    /// Broken byte sequences that became U+FFFD (`�`).
    pub replaced: usize,
}

/// What named the charset a page was decoded with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CharsetOrigin {
    /// A byte order mark.
    Bom,
    /// The caller, such as from an HTTP header.
    Hint,
    /// The page: its XML declaration or a `meta` in its head.
    Declared,
    /// The bytes themselves: nothing was declared, or what was declared is not true.
    Contents,
}

/// Decodes a page: UTF-8, GB18030 with GBK and GB2312, Big5 with HKSCS, UTF-16.
///
/// `hint` is the charset of an HTTP header: `gbk`, or the whole `text/html; charset=gbk`. Neither it nor a declaration
/// in the page is believed against the bytes: a page that calls itself `gb2312` and is UTF-8 is read as UTF-8, and the other
/// way round. A few broken bytes do not change the charset of a page; they become U+FFFD and are counted.
///
/// ```
/// let lie = "<meta charset=gb2312><p>今天上午正式开放</p>".as_bytes();
/// let page = zhengwen::decode(lie, Some("gbk"));
/// assert_eq!(page.charset, "UTF-8");
/// assert!(page.text.contains("今天上午正式开放"));
/// ```
pub fn decode<'a>(bytes: &'a [u8], hint: Option<&str>) -> Decoded<'a> {
    let (bom, bytes) = bom::cut(bytes);
    if let Some(encoding) = bom.filter(|&e| e != UTF_8 && e != GB18030) {
        return decode_as(encoding, CharsetOrigin::Bom, bytes);
    }
    let hint = hint.and_then(label::encoding);
    if let Some(encoding) = utf16::without_bom(bytes) {
        let origin = if hint == Some(encoding) {
            CharsetOrigin::Hint
        } else {
            CharsetOrigin::Contents
        };
        return decode_as(encoding, origin, bytes);
    }
    let names = Names {
        bom,
        hint,
        declared: label::declared(bytes),
    };
    let encoding = choose(bytes, &names);
    decode_as(encoding, names.origin(encoding), bytes)
}

/// Whether a hint names a charset that nobody knows. A header that names none is no mistake.
pub(crate) fn is_unknown(hint: &str) -> bool {
    let names_one = !hint.trim().is_empty() && (!hint.contains('/') || hint.contains("charset"));
    names_one && label::encoding(hint).is_none()
}

/// The charsets named for a page. UTF-16 is never among those taken from a label: without NULs the page is not UTF-16.
struct Names {
    bom: Option<&'static Encoding>,
    hint: Option<&'static Encoding>,
    declared: [Option<&'static Encoding>; 2],
}

impl Names {
    fn iter(&self) -> impl Iterator<Item = &'static Encoding> {
        let [xml, meta] = self.declared;
        [self.bom, self.hint, xml, meta]
            .into_iter()
            .flatten()
            .filter(|&e| e != UTF_16LE && e != UTF_16BE)
    }

    fn name(&self, encoding: &'static Encoding) -> bool {
        self.iter().any(|e| e == encoding)
    }

    fn origin(&self, encoding: &'static Encoding) -> CharsetOrigin {
        if self.bom == Some(encoding) {
            CharsetOrigin::Bom
        } else if self.hint == Some(encoding) {
            CharsetOrigin::Hint
        } else if self.declared.contains(&Some(encoding)) {
            CharsetOrigin::Declared
        } else {
            CharsetOrigin::Contents
        }
    }
}

/// The charset of bytes that are not UTF-16.
fn choose(bytes: &[u8], names: &Names) -> &'static Encoding {
    let legacy_named = names.name(GB18030) || names.name(BIG5);
    let valid = Encoding::utf8_valid_up_to(bytes);
    // Most pages: what is valid and never was called anything else need not be counted.
    if valid == bytes.len() && !legacy_named {
        return UTF_8;
    }
    let utf8 = Utf8Count::of(bytes, valid);
    if utf8.wins(legacy_named) {
        return UTF_8;
    }
    let (encoding, share) = Pairs::contest(bytes, names);
    let other_named = names.iter().find(|&e| is_other_multibyte(e));
    match other_named {
        Some(other) if !legacy_named => return other,
        _ if names.name(encoding) || share >= PLAUSIBLE => return encoding,
        _ => {}
    }
    // Neither UTF-8 nor Chinese by its bytes: what the page says, or else a guess over all charsets.
    if let Some(named) = names.iter().next() {
        return named;
    }
    if utf8.long > 0 {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    match detector.guess(None, chardetng::Utf8Detection::Deny) {
        e if e == encoding_rs::GBK => GB18030,
        e => e,
    }
}

/// Japanese and Korean charsets. Their bytes look like GBK's, so only the label tells them apart.
fn is_other_multibyte(encoding: &'static Encoding) -> bool {
    !encoding.is_single_byte() && ![UTF_8, GB18030, BIG5].contains(&encoding)
}

/// How bytes look when read as UTF-8.
struct Utf8Count {
    /// Characters of three and four bytes, as Chinese is, and of Latin-1 (`·`, `©`, no-break space).
    long: usize,
    /// Other characters of two bytes: Greek, Cyrillic, Arabic … GBK text that happens to be valid looks like this.
    short: usize,
    errors: usize,
}

impl Utf8Count {
    /// The first `valid` bytes are known to be UTF-8.
    fn of(bytes: &[u8], valid: usize) -> Self {
        let (valid, rest) = bytes.split_at(valid);
        let mut count = Self {
            long: 0,
            short: 0,
            errors: 0,
        };
        count.add(valid);
        for chunk in rest.utf8_chunks() {
            count.add(chunk.valid().as_bytes());
            count.errors += usize::from(!chunk.invalid().is_empty());
        }
        // A character cut off at the end tells nothing.
        let tail = &bytes[bytes.len() - bytes.len().min(3)..];
        let cut = tail.iter().rposition(|&b| b >= 0xc0).is_some_and(|at| {
            std::str::from_utf8(&tail[at..]).is_err_and(|e| e.error_len().is_none())
        });
        count.errors -= usize::from(cut);
        count
    }

    /// Counts the characters of valid text by their first bytes. Sums of single bytes, so that many are counted at once.
    fn add(&mut self, valid: &[u8]) {
        for few in valid.chunks(usize::from(u8::MAX)) {
            let (mut long, mut short) = (0_u8, 0_u8);
            for &byte in few {
                long += u8::from((byte >= 0xe0) | (byte == 0xc2) | (byte == 0xc3));
                short += u8::from((0xc4..=0xdf).contains(&byte));
            }
            self.long += usize::from(long);
            self.short += usize::from(short);
        }
    }

    /// Text in GBK or Big5 makes more errors than characters as UTF-8: a page with more characters than errors is UTF-8.
    fn wins(&self, legacy_named: bool) -> bool {
        if self.errors == 0 {
            // GBK 谢谢 is valid UTF-8 and reads лл: a named legacy charset wins where there are only such.
            return !legacy_named || self.long >= self.short;
        }
        let against = self.errors + if legacy_named { self.short } else { 0 };
        self.long + self.short * usize::from(!legacy_named) > against
    }
}

/// From this share on (per mille), text that names no charset is taken to be Chinese.
const PLAUSIBLE: i64 = 500;
/// What being named is worth, in the same unit. Text read in the wrong one of GBK and Big5 falls short by 400 and more.
const NAMED: i64 = 200;
/// Against being named, a handful of characters proves little: their share is taken among these more.
const FEW: i64 = 8;

/// How bytes look when read as pairs of a legacy charset.
#[derive(Default)]
struct Pairs {
    frequent: i64,
    rare: i64,
    errors: i64,
}

impl Pairs {
    /// GB18030 or Big5, whichever gives the larger share of frequent characters, and that share.
    fn contest(bytes: &[u8], names: &Names) -> (&'static Encoding, i64) {
        let score = |encoding, pairs: Pairs| {
            let bonus = if names.name(encoding) { NAMED } else { 0 };
            (encoding, pairs.share(0), pairs.share(FEW) + bonus)
        };
        let gb = score(GB18030, Self::read(bytes, gb_pair, gb_four));
        let big5 = score(BIG5, Self::read(bytes, big5_pair, |_| false));
        let (encoding, share, _) = if big5.2 > gb.2 { big5 } else { gb };
        (encoding, share)
    }

    fn read(bytes: &[u8], pair: fn(u8, u8) -> Option<bool>, four: fn(&[u8; 4]) -> bool) -> Self {
        let mut count = Self::default();
        let mut at = 0;
        loop {
            at += Encoding::ascii_valid_up_to(&bytes[at..]);
            let rest = &bytes[at..];
            // As above, what is cut off at the end is left out.
            let &[lead, trail, ..] = rest else {
                return count;
            };
            match pair(lead, trail) {
                Some(frequent) => {
                    *(if frequent {
                        &mut count.frequent
                    } else {
                        &mut count.rare
                    }) += 1;
                    at += 2;
                }
                None if rest.first_chunk().is_some_and(four) => {
                    count.rare += 1;
                    at += 4;
                }
                None => {
                    count.errors += 1;
                    at += 1;
                }
            }
        }
    }

    /// Frequent characters among all and `more`, per mille; an error weighs as much as two.
    fn share(&self, more: i64) -> i64 {
        let all = self.frequent + self.rare + self.errors + more;
        (self.frequent - 2 * self.errors) * 1000 / all.max(1)
    }
}

/// A pair of GBK: whether it is one of the 3 755 frequent characters of GB 2312, or punctuation.
fn gb_pair(lead: u8, trail: u8) -> Option<bool> {
    match (lead, trail) {
        (0xb0..=0xd7 | 0xa1 | 0xa3, 0xa1..=0xfe) => Some(true),
        (0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe) => Some(false),
        _ => None,
    }
}

fn gb_four(bytes: &[u8; 4]) -> bool {
    matches!(bytes, [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9'])
}

/// A pair of Big5: whether it is one of the 5 401 frequent characters, or punctuation.
fn big5_pair(lead: u8, trail: u8) -> Option<bool> {
    match (lead, trail) {
        (0xa4..=0xc6, 0x40..=0x7e | 0xa1..=0xfe) | (0xa1, 0x40..=0x7e) => Some(true),
        (0x81..=0xfe, 0x40..=0x7e | 0xa1..=0xfe) => Some(false),
        _ => None,
    }
}

fn decode_as<'a>(
    encoding: &'static Encoding,
    origin: CharsetOrigin,
    bytes: &'a [u8],
) -> Decoded<'a> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let replaced = if !broken {
        0
    } else {
        let marks = text.matches('\u{fffd}').count();
        // Marks that the page itself holds, from an earlier accident, are not ours.
        let own = if encoding == UTF_8 {
            let valid = bytes.utf8_chunks().map(|chunk| chunk.valid());
            valid.map(|text| text.matches('\u{fffd}').count()).sum()
        } else {
            0
        };
        marks - own
    };
    Decoded {
        text,
        charset: encoding.name(),
        origin,
        replaced,
    }
}
