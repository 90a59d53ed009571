//! Chinese in seven bits, HZ and ISO-2022-CN, told by their escapes. The Encoding Standard has both decoded to nothing, and so have we.

/// How much is looked at.
const HEAD: usize = 64 << 10;
/// Characters of GB 2312 between escapes that are no accident.
const ENOUGH: usize = 8;

/// Whether bytes are HZ (`~{…~}`, RFC 1843) or ISO-2022-CN (`ESC $ ) A`, RFC 1922): text of mail and news of the nineties.
pub(super) fn is_seven_bit(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    is_iso_2022_cn(head) || is_hz(head)
}

fn is_iso_2022_cn(head: &[u8]) -> bool {
    let designated = |set: u8| head.windows(4).any(|w| w == [0x1b, b'$', b')', set]);
    head.contains(&0x0e) && (designated(b'A') || designated(b'G'))
}

fn is_hz(head: &[u8]) -> bool {
    if !head.is_ascii() {
        return false;
    }
    let (mut frequent, mut all) = (0, 0);
    let mut rest = head;
    while let Some(at) = rest.windows(2).position(|w| w == b"~{") {
        let inner = &rest[at + 2..];
        let Some(end) = inner.windows(2).position(|w| w == b"~}") else {
            break;
        };
        for pair in inner[..end].chunks(2) {
            match pair {
                // The 3 755 frequent characters, and punctuation.
                [0x30..=0x57 | 0x21 | 0x23, 0x21..=0x7e] => frequent += 1,
                [0x21..=0x77, 0x21..=0x7e] => {}
                _ => return false,
            }
            all += 1;
        }
        rest = &inner[end..];
    }
    all >= ENOUGH && frequent * 4 >= all * 3
}
