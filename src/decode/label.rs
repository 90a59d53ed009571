//! Charset labels: what they mean, and where a page declares them. Not whether they are true.

use encoding_rs::{
    BIG5, Encoding, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED,
};

/// How far a declaration is looked for. Heads with scripts and styles in them are long.
const HEAD: usize = 64 << 10;

/// The charset a label names: `gb2312`, `GBK`, `text/html; charset="big5"`.
pub(super) fn encoding(label: &str) -> Option<&'static Encoding> {
    encoding_of(label.as_bytes())
}

fn encoding_of(label: &[u8]) -> Option<&'static Encoding> {
    let label = after_charset(label).unwrap_or(label);
    let skip = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'=');
    let start = label.iter().position(|b| !skip(b))?;
    let label = &label[start..];
    let end = label
        .iter()
        .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b':' | b'.' | b'+'));
    let label = &label[..end.unwrap_or(label.len())];
    if let Some(known) = Encoding::for_label(label) {
        return match known {
            // GB18030 is a superset that also has €, ㎡ and 𠮷.
            e if e == GBK => Some(GB18030),
            e if e == REPLACEMENT || e == X_USER_DEFINED => None,
            e => Some(e),
        };
    }
    // Names outside the standard that pages use all the same.
    let starts = |prefix: &str| {
        label
            .get(..prefix.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let any = |names: &[&str]| names.iter().any(|n| starts(n));
    if any(&[
        "gb",
        "cp936",
        "ms936",
        "x-gb",
        "euc-cn",
        "euccn",
        "windows-936",
    ]) {
        Some(GB18030)
    } else if any(&["big5", "big-5", "cp950", "ms950", "x-big5", "windows-950"]) {
        Some(BIG5)
    } else if any(&["utf8", "utf-8", "utf_8"]) {
        Some(UTF_8)
    } else {
        None
    }
}

/// What follows `charset=`.
fn after_charset(text: &[u8]) -> Option<&[u8]> {
    let at = find(text, b"charset")? + b"charset".len();
    let rest = text[at..].trim_ascii_start();
    rest.strip_prefix(b"=")
}

/// The charset of the XML declaration and that of the first `meta` in the head that names one.
pub(super) fn declared(bytes: &[u8]) -> [Option<&'static Encoding>; 2] {
    let head = &bytes[..bytes.len().min(HEAD)];
    // A declaration that can be read as ASCII is not in UTF-16; the standard takes it for UTF-8.
    let ascii = |e| {
        if e == UTF_16LE || e == UTF_16BE {
            UTF_8
        } else {
            e
        }
    };
    [xml(head).map(ascii), meta(head).map(ascii)]
}

fn xml(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.trim_ascii_start();
    if !starts_with(head, b"<?xml") {
        return None;
    }
    let declaration = &head[..head.iter().position(|&b| b == b'>')?];
    let at = find(declaration, b"encoding")?;
    encoding_of(&declaration[at + b"encoding".len()..])
}

fn meta(head: &[u8]) -> Option<&'static Encoding> {
    let mut rest = head;
    loop {
        rest = &rest[rest.iter().position(|&b| b == b'<')?..];
        if rest.starts_with(b"<!--") {
            // `<!-->` is a whole comment.
            rest = &rest[2..];
            rest = &rest[find(rest, b"-->")?..];
            continue;
        }
        if starts_with(rest, b"</head") || is_tag(rest, b"<body") {
            return None;
        }
        if is_tag(rest, b"<meta") {
            let (found, after) = meta_tag(&rest[b"<meta".len()..]);
            if found.is_some() {
                return found;
            }
            rest = after;
            continue;
        }
        let raw = [&b"script"[..], b"style", b"title", b"noscript"];
        match raw.iter().find(|name| is_tag(&rest[1..], name)) {
            // Text that is not markup: a script may well write a `meta`. A noscript's is not for us either.
            Some(name) => {
                rest = &rest[1 + name.len()..];
                loop {
                    rest = &rest[find(rest, b"</")? + 2..];
                    if starts_with(rest, name) {
                        break;
                    }
                }
            }
            None => rest = &rest[1..],
        }
    }
}

/// The charset a `meta` names in `charset` or `content`, and what follows its tag.
fn meta_tag(mut rest: &[u8]) -> (Option<&'static Encoding>, &[u8]) {
    let mut found = None;
    loop {
        let skip =
            |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'"' | b'\'' | b';' | b'=');
        let Some(start) = rest.iter().position(|b| !skip(b)) else {
            return (found, &[]);
        };
        rest = &rest[start..];
        if rest[0] == b'>' {
            return (found, &rest[1..]);
        }
        let end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'=' | b'>' | b'/');
        let (name, after) = rest.split_at(rest.iter().position(end).unwrap_or(rest.len()));
        rest = after.trim_ascii_start();
        let Some(after) = rest.strip_prefix(b"=") else {
            continue;
        };
        rest = after.trim_ascii_start();
        let value = match rest.first() {
            Some(&quote @ (b'"' | b'\'')) => {
                let inner = &rest[1..];
                let end = inner.iter().position(|&b| b == quote);
                let (value, after) = inner.split_at(end.unwrap_or(inner.len()));
                rest = after.get(1..).unwrap_or(&[]);
                value
            }
            _ => {
                let end = |b: &u8| b.is_ascii_whitespace() || *b == b'>';
                let (value, after) = rest.split_at(rest.iter().position(end).unwrap_or(rest.len()));
                rest = after;
                value
            }
        };
        if name.eq_ignore_ascii_case(b"charset") {
            found = encoding_of(value).or(found);
        } else if name.eq_ignore_ascii_case(b"content") {
            found = found.or_else(|| after_charset(value).and_then(encoding_of));
        }
    }
}

fn is_tag(bytes: &[u8], tag: &[u8]) -> bool {
    starts_with(bytes, tag)
        && bytes
            .get(tag.len())
            .is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
}

fn starts_with(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes
        .get(..prefix.len())
        .is_some_and(|s| s.eq_ignore_ascii_case(prefix))
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|w| w.eq_ignore_ascii_case(needle))
}
