//! Where the text of a `script` element ends. Does not read the script.

use memchr::{memchr, memchr2};

use crate::page::html::source::{CLOSING, SPACE, is};

/// Where the end tag stands that ends the script whose text starts at `from`, else the end of the source. `name` is the element's:
/// `script`, as written.
///
/// Within `<!--` … `-->` a `<script>` … `</script>` is text: pages once hid scripts from old browsers so.
pub(super) fn end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found;
        if is_end_tag(bytes, at, name) {
            return at;
        }
        if bytes[at..].starts_with(b"<!--") {
            // The dashes of `<!--` may be those of `-->`.
            match escaped(bytes, at + 2, name) {
                Escaped::Over(behind) => at = behind,
                Escaped::Script(end) => return end,
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// How a stretch between `<!--` and `-->` ends.
enum Escaped {
    /// With `-->`; what follows is the script's.
    Over(usize),
    /// With the script, or the source.
    Script(usize),
}

fn escaped(bytes: &[u8], from: usize, name: &[u8]) -> Escaped {
    let mut at = from;
    let mut double = false;
    while let Some(found) = memchr2(b'<', b'-', &bytes[at..]) {
        at += found;
        if bytes[at] == b'-' {
            if bytes[at..].starts_with(b"-->") {
                return Escaped::Over(at + 3);
            }
        } else if double {
            double = !is_end_tag(bytes, at, b"script");
        } else if is_end_tag(bytes, at, name) {
            return Escaped::Script(at);
        } else {
            double = is_name(bytes, at + 1, b"script");
        }
        at += 1;
    }
    Escaped::Script(bytes.len())
}

/// Whether an end tag of that name stands at `at`. What it holds besides does not matter here.
pub(super) fn is_end_tag(bytes: &[u8], at: usize, name: &[u8]) -> bool {
    bytes.get(at + 1) == Some(&b'/') && is_name(bytes, at + 2, name)
}

fn is_name(bytes: &[u8], at: usize, name: &[u8]) -> bool {
    let end = at + name.len();
    bytes
        .get(end)
        .is_some_and(|&byte| is(byte, SPACE | CLOSING))
        && bytes[at..end].eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_end() {
        for (text, rest) in [
            ("a</script>b", "</script>b"),
            ("a</SCRIPT\n>b", "</SCRIPT\n>b"),
            ("a</scripts>b</script/>", "</script/>"),
            ("a</script", ""),
            ("<!--<script>a</script>b--></script>c", "</script>c"),
            ("<!--<script>a</script>b</script>c", "</script>c"),
            ("<!--<scripts>a</script>b", "</script>b"),
            ("<!--a</script>b", "</script>b"),
            ("<!--><script></script>b", "</script>b"),
            ("<!---><script></script>b", "</script>b"),
            ("<!-<script></script>b", "</script>b"),
            ("<!--<script>a</script", ""),
        ] {
            assert_eq!(&text[end(text.as_bytes(), 0, b"script")..], rest, "{text}");
        }
    }
}
