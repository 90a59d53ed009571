//! What two headlines are compared by, and the lengths headlines have. Cuts nothing from them.

/// Bytes of a title that are looked at: no title comes near it.
pub(crate) const TITLE_MAX: usize = 3000;

/// Letters and figures only: what two headlines are compared by.
pub(crate) fn compare_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in letters(text) {
        if c.is_ascii() || is_chinese(c) {
            key.push(c.to_ascii_lowercase());
        } else {
            key.extend(c.to_lowercase());
        }
    }
    key
}

/// Most letters are Chinese, and known without a look at the tables of Unicode.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|&c| is_chinese(c) || c.is_alphanumeric())
}

/// Whether two texts are the same headline, but for marks and white space.
pub(crate) fn same_headline(a: &str, b: &str) -> bool {
    if b.len() > a.len() * 2 + 30 {
        return false;
    }
    if a == b {
        return letters(a).next().is_some();
    }
    let (mut a, mut b) = (letters(a), letters(b));
    let mut any = false;
    loop {
        match (a.next(), b.next()) {
            (None, None) => return any,
            (Some(a), Some(b)) if a == b || a.to_lowercase().eq(b.to_lowercase()) => any = true,
            _ => return false,
        }
    }
}

/// The first `n` characters.
pub(crate) fn prefix(text: &str, n: usize) -> &str {
    text.char_indices().nth(n).map_or(text, |(i, _)| &text[..i])
}
