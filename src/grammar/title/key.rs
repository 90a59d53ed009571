//! What two headlines are compared by, and the lengths headlines have. Cuts nothing from them.

/// Bytes of a title that are looked at: no title comes near it.
pub(crate) const TITLE_MAX: usize = 3000;

/// Letters and figures only: what two headlines are compared by.
pub(crate) fn compare_key(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two texts are the same headline, but for marks and white space.
pub(crate) fn same_headline(a: &str, b: &str) -> bool {
    if b.len() > a.len() * 2 + 30 {
        return false;
    }
    let (a, b) = (compare_key(a), compare_key(b));
    !a.is_empty() && a == b
}

/// The first `n` characters.
pub(crate) fn prefix(text: &str, n: usize) -> &str {
    text.char_indices().nth(n).map_or(text, |(i, _)| &text[..i])
}
