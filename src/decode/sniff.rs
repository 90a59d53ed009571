//! What bytes are instead of a page: by their first bytes, and by the share of what no text has. Formats that are text are told in `written`.

use infer::MatcherType;

use crate::decode::{bom, seven_bit, utf16};
use crate::error::LooksLike;

/// How much is looked at for bytes that no text has.
const HEAD: usize = 64 << 10;
/// How far a format must show such a byte: the names of many are letters (`BM`, `MZ`, `ID3`) or could be GBK (`II级` is a picture to
/// some), but numbers follow.
const START: usize = 32;
/// Broken pages have a few control characters; compressed data has them in one byte of ten.
const CONTROLS_MIN: usize = 4;
const CONTROLS_PER_CENT: usize = 2;

/// What bytes are, if they cannot be a page's text in any charset.
pub(crate) fn no_page(bytes: &[u8]) -> Option<LooksLike> {
    let (mark, rest) = bom::cut(bytes);
    if is_utf32(bytes) {
        return Some(LooksLike::OtherCharset);
    }
    if mark.is_some_and(|e| !e.is_ascii_compatible()) {
        return None;
    }
    if let Some(known) = by_magic(rest) {
        return Some(known);
    }
    if utf16::without_bom(rest).is_some() {
        return None;
    }
    if seven_bit::is_seven_bit(rest) {
        return Some(LooksLike::OtherCharset);
    }
    let head = &rest[..rest.len().min(HEAD)];
    // Sums of single bytes, so that many are counted at once.
    let few = head.chunks(usize::from(u8::MAX));
    let controls: usize = few
        .map(|few| few.iter().map(|&b| u8::from(is_control(b))).sum::<u8>())
        .map(usize::from)
        .sum();
    (controls >= CONTROLS_MIN && controls * 100 > head.len() * CONTROLS_PER_CENT)
        .then_some(LooksLike::Binary)
}

/// UTF-32 has three NULs beside each ASCII character. No browser reads it.
fn is_utf32(bytes: &[u8]) -> bool {
    let mut units = bytes[..bytes.len().min(4096)].chunks_exact(4);
    let ascii = |unit: &[u8]| matches!(unit, [1..=0x7e, 0, 0, 0] | [0, 0, 0, 1..=0x7e]);
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => true,
        _ => bytes.len() >= 16 && units.all(ascii),
    }
}

fn by_magic(bytes: &[u8]) -> Option<LooksLike> {
    const KNOWN: &[(&[u8], LooksLike)] = &[
        (b"%PDF-", LooksLike::Pdf),
        (b"%!PS", LooksLike::Document),
        (b"{\\rtf", LooksLike::Document),
        // Word, Excel and PowerPoint before 2007.
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", LooksLike::Document),
        (b"SQLite format 3\0", LooksLike::Database),
        (b"\xff\xd8\xff", LooksLike::Image),
        (b"\x28\xb5\x2f\xfd", LooksLike::Compressed),
        // Matroska and WebM.
        (b"\x1a\x45\xdf\xa3", LooksLike::Video),
    ];
    if let Some((_, known)) = KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*known);
    }
    if bytes.starts_with(b"BZh") && bytes.get(4..10) == Some(b"1AY&SY") {
        return Some(LooksLike::Compressed);
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some(LooksLike::Archive);
    }
    if !bytes.iter().take(START).any(|&b| is_control(b)) {
        return None;
    }
    // How far into a ZIP file the names of its parts are looked for is the crate's own matter: it gets all.
    let found = infer::get(bytes)?;
    Some(match (found.matcher_type(), found.mime_type()) {
        (_, "application/gzip") => LooksLike::Gzip,
        (_, "application/zip") => LooksLike::Zip,
        (_, "application/pdf") => LooksLike::Pdf,
        (_, "application/epub+zip") => LooksLike::Epub,
        (
            _,
            "application/zstd"
            | "application/x-bzip2"
            | "application/vnd.bzip3"
            | "application/x-xz"
            | "application/x-lzip"
            | "application/x-compress"
            | "application/x-lz4",
        ) => LooksLike::Compressed,
        // Two bytes, `0` and one more.
        (_, "application/x-x509-ca-cert") => return None,
        (MatcherType::App, _) => LooksLike::Executable,
        (MatcherType::Archive, _) => LooksLike::Archive,
        (MatcherType::Audio, _) => LooksLike::Audio,
        (MatcherType::Book | MatcherType::Doc, _) => LooksLike::Document,
        (MatcherType::Font, _) => LooksLike::Font,
        (MatcherType::Image, _) => LooksLike::Image,
        (MatcherType::Video, _) => LooksLike::Video,
        (MatcherType::Text | MatcherType::Custom, _) => return None,
    })
}

/// A control character that text in no charset has; `ESC`, `SO` and `SI` switch between sets, and files of old end in Ctrl-Z.
fn is_control(byte: u8) -> bool {
    // No `matches!`: it becomes a look at a table of bits, one byte after the other.
    let within = |from: u8, to: u8| byte.wrapping_sub(from) <= to - from;
    within(0, 8) | within(0x10, 0x19) | within(0x1c, 0x1f) | (byte == 0x7f)
}
