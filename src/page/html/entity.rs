//! Character references: `&nbsp;`, `&#20844;`, `&#x516c;`. Not where they may stand.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// No name is longer: `&CounterClockwiseContourIntegral;`.
const NAME_MAX: usize = 32;

/// What a reference stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    first: char,
    second: Option<char>,
    /// Bytes of the source it takes.
    pub(super) len: usize,
    /// Whether a `;` ends it.
    pub(super) ended: bool,
}

impl Reference {
    fn one(c: char, len: usize) -> Self {
        Self {
            first: c,
            second: None,
            len,
            ended: true,
        }
    }

    pub(super) fn push_to(self, text: &mut String) {
        text.push(self.first);
        text.extend(self.second);
    }
}

/// The reference that `text` starts with; it starts with `&`. None if that is an ampersand and no more.
pub(super) fn in_text(text: &[u8]) -> Option<Reference> {
    match text.get(1)? {
        b'#' => numeric(text),
        c if c.is_ascii_alphanumeric() => common(text).or_else(|| named(text)),
        _ => None,
    }
}

/// The same within the value of an attribute, where `text` ends with the value: `?a=1&copy=2` holds no ©.
pub(super) fn in_value(text: &[u8]) -> Option<Reference> {
    in_text(text).filter(|found| {
        found.ended
            || text[1] == b'#'
            || !text
                .get(found.len)
                .is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'=')
    })
}

/// The names pages are full of.
fn common(text: &[u8]) -> Option<Reference> {
    Some(match text {
        [_, b'n', b'b', b's', b'p', b';', ..] => Reference::one('\u{a0}', 6),
        [_, b'a', b'm', b'p', b';', ..] => Reference::one('&', 5),
        [_, b'l', b't', b';', ..] => Reference::one('<', 4),
        [_, b'g', b't', b';', ..] => Reference::one('>', 4),
        [_, b'q', b'u', b'o', b't', b';', ..] => Reference::one('"', 6),
        _ => return None,
    })
}

/// The longest name that `text` starts with. The table also holds every start of a name, with no character.
fn named(text: &[u8]) -> Option<Reference> {
    let mut found = None;
    for end in 2..=text.len().min(NAME_MAX + 1) {
        let Ok(name) = std::str::from_utf8(&text[1..end]) else {
            break;
        };
        match NAMED_ENTITIES.get(name) {
            None => break,
            Some((0, _)) => {}
            Some(&(first, second)) => found = Some((end, first, second)),
        }
    }
    let (len, first, second) = found?;
    Some(Reference {
        first: char::from_u32(first)?,
        second: char::from_u32(second).filter(|&c| c != '\0'),
        len,
        ended: text[len - 1] == b';',
    })
}

fn numeric(text: &[u8]) -> Option<Reference> {
    let (radix, start) = match text.get(2)? {
        b'x' | b'X' => (16, 3),
        _ => (10, 2),
    };
    let mut code: u32 = 0;
    let mut len = start;
    while let Some(digit) = text.get(len).and_then(|&c| char::from(c).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        len += 1;
    }
    if len == start {
        return None;
    }
    let ended = text.get(len) == Some(&b';');
    let c = match code {
        0 => '\u{fffd}',
        // What Windows-1252 has there.
        0x80..=0x9f => C1_REPLACEMENTS[code as usize - 0x80]
            .or(char::from_u32(code))
            .unwrap_or('\u{fffd}'),
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    };
    Some(Reference {
        ended,
        ..Reference::one(c, len + usize::from(ended))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(found: Option<Reference>) -> String {
        let mut text = String::new();
        if let Some(found) = found {
            found.push_to(&mut text);
        }
        text
    }

    #[test]
    fn references() {
        for (source, shown, len) in [
            ("&nbsp;x", "\u{a0}", 6),
            ("&amp;", "&", 5),
            ("&amp", "&", 4),
            ("&ampx", "&", 4),
            ("&notit;", "¬", 4),
            ("&notin;", "∉", 7),
            ("&amp公", "&", 4),
            ("&acE;", "\u{223e}\u{333}", 5),
            ("&CounterClockwiseContourIntegral;", "∳", 33),
            ("&#20844;", "公", 8),
            ("&#x516C", "公", 7),
            ("&#X516c;", "公", 8),
            ("&#128;", "€", 6),
            ("&#129;", "\u{81}", 6),
            ("&#0;", "\u{fffd}", 4),
            ("&#xd800;", "\u{fffd}", 8),
            ("&#99999999999999999999;", "\u{fffd}", 23),
            ("&", "", 0),
            ("& ", "", 0),
            ("&;", "", 0),
            ("&#", "", 0),
            ("&#;", "", 0),
            ("&#x;", "", 0),
            ("&#xg", "", 0),
            ("&公", "", 0),
            ("&nosuch;", "", 0),
        ] {
            let found = in_text(source.as_bytes());
            assert_eq!(found.map_or(0, |f| f.len), len, "{source}");
            assert_eq!(text(found), shown, "{source}");
        }
    }

    #[test]
    fn within_values_a_name_without_semicolon_may_be_a_parameter() {
        for (source, shown) in [
            ("&copy=2", ""),
            ("&copyx", ""),
            ("&copy", "©"),
            ("&copy&", "©"),
            ("&copy;=2", "©"),
            ("&#169=2", "©"),
        ] {
            assert_eq!(text(in_value(source.as_bytes())), shown, "{source}");
        }
    }
}
