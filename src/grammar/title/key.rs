//! What two headlines are compared by, and the lengths headlines have. Cuts nothing from them.

use crate::grammar::lexicon::first_chars;

/// Bytes of a title that are looked at: no title comes near it.
pub(crate) const TITLE_MAX: usize = 3000;

/// Letters and figures only: what two headlines are compared by.
pub(crate) fn compare_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (run, behind) = rest.split_at(chinese_run(rest.as_bytes()));
        key.push_str(run);
        let mut chars = behind.chars();
        match chars.next() {
            None => return key,
            Some(c) if c.is_ascii_alphanumeric() => key.push(c.to_ascii_lowercase()),
            Some(c) => key.extend(lowered(c).into_iter().flatten()),
        }
        rest = chars.as_str();
    }
}

/// What a key has of a character, if that is a letter or a figure.
pub(crate) fn lowered(c: char) -> Option<std::char::ToLowercase> {
    let mark = c.is_ascii() && !c.is_ascii_alphanumeric() || is_common_mark(c);
    (!mark && c.is_alphanumeric()).then(|| c.to_lowercase())
}

/// Bytes of the characters of the first Chinese block, as [`is_chinese`] has it, that a text begins with: three each.
pub(crate) fn chinese_run(bytes: &[u8]) -> usize {
    let mut run = 0;
    while let Some([0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xbf, ..]) = bytes.get(run..) {
        run += 3;
    }
    run
}

/// Marks of Chinese texts, known as none without a look at the tables of Unicode.
fn is_common_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '：'
            | '；'
            | '！'
            | '？'
            | '（'
            | '）'
            | '“'
            | '”'
            | '《'
            | '》'
            | '　'
    )
}

/// Most letters are Chinese, and known without a look at the tables of Unicode.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|&c| is_chinese(c) || !is_common_mark(c) && c.is_alphanumeric())
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
    first_chars(text, n).unwrap_or(text)
}
