//! UTF-16 without a byte order mark, told by its NULs and by what it says. Nothing is decoded here.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How much is looked at: enough for some lines, whose ends are NULs, in a text without other ASCII.
const HEAD: usize = 64 << 10;

/// The byte order of UTF-16 without a mark, if that is what these bytes are.
///
/// Markup has a NUL in every other byte. Text without markup may have next to none: only its line feeds and figures. There the
/// characters decide: nearly all must be Chinese, marks or ASCII in one byte order, and far fewer in the other.
pub(super) fn without_bom(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    memchr::memchr(0, head)?;
    by_nuls(&head[..head.len().min(4096)]).or_else(|| by_characters(head))
}

fn by_nuls(head: &[u8]) -> Option<&'static Encoding> {
    let (mut units, mut little, mut big) = (0, 0, 0);
    for unit in head.chunks_exact(2) {
        units += 1;
        little += usize::from(unit[0] != 0 && unit[1] == 0);
        big += usize::from(unit[0] == 0 && unit[1] != 0);
    }
    // A quarter is enough: a page may start with Chinese text.
    let clear = |this: usize, other: usize| this > 1 && this * 4 >= units && other * 20 < this;
    if clear(little, big) {
        Some(UTF_16LE)
    } else if clear(big, little) {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn by_characters(head: &[u8]) -> Option<&'static Encoding> {
    let share = |unit: fn([u8; 2]) -> u16| {
        let (mut plausible, mut all) = (0, 0);
        for pair in head.chunks_exact(2) {
            all += 1;
            plausible += usize::from(is_plausible(unit([pair[0], pair[1]])));
        }
        plausible * 100 / all.max(1)
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    // Chinese text read in the wrong order is Chinese in one character of three.
    match () {
        () if head.len() < 8 => None,
        () if little >= 95 && big <= 70 => Some(UTF_16LE),
        () if big >= 95 && little <= 70 => Some(UTF_16BE),
        () => None,
    }
}

/// Whether a Chinese text has such a character: ASCII, quotation marks and dashes, Chinese ones, Chinese characters, full-width forms.
fn is_plausible(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x2027 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff01..=0xff5e)
}
