//! What two headlines are compared by, and the lengths headlines have. Cuts nothing from them.

/// Bytes of a title that are looked at: no title comes near it.
pub(crate) const TITLE_MAX: usize = 3000;

/// Letters and figures only: what two headlines are compared by.
pub(crate) fn compare_key(text: &str) -> String {
    key_chars(text).collect()
}

fn key_chars(text: &str) -> impl Iterator<Item = char> {
    letters(text).flat_map(char::to_lowercase)
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    // Most are Chinese, and known without a look at the tables of Unicode.
    text.chars()
        .filter(|&c| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphanumeric())
}

/// Whether two texts are the same headline, but for marks and white space.
pub(crate) fn same_headline(a: &str, b: &str) -> bool {
    if b.len() > a.len() * 2 + 30 {
        return false;
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
