//! The doctype. What it means for quirks is the tree builder's.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Doctype;

use crate::page::html::source::{SPACE, Source, find, skip, until};

/// Reads the doctype whose first word, `<!doctype`, ends at `from`; returns the place behind it.
///
/// Whatever it holds, it ends with the first `>`, within quotes too.
pub(super) fn read(source: &Source, from: usize) -> (Doctype, usize) {
    let page = source.bytes();
    let end = find(page, from, b'>');
    let cut = end == page.len();
    let bytes = &page[..end];

    let mut at = skip(bytes, from, SPACE);
    let name = at;
    at = until(bytes, at, SPACE);
    let mut doctype = Doctype {
        name: (name < at).then(|| lower(source, name, at)),
        ..Doctype::default()
    };
    let mut quirks = name == at;
    let mut junk = false;
    at = skip(bytes, at, SPACE);
    let word = bytes.get(at..at + 6).unwrap_or_default();
    if word.eq_ignore_ascii_case(b"public") {
        doctype.public_id = identifier(source, bytes, at + 6, &mut quirks, &mut at);
        // It may stand alone.
        if doctype.public_id.is_some() && skip(bytes, at, SPACE) < end {
            doctype.system_id = identifier(source, bytes, at, &mut quirks, &mut at);
        }
    } else if word.eq_ignore_ascii_case(b"system") {
        doctype.system_id = identifier(source, bytes, at + 6, &mut quirks, &mut at);
    } else {
        quirks |= at < end;
    }
    if doctype.system_id.is_some() {
        // What follows is passed over, even if the page ends in it.
        junk = skip(bytes, at, SPACE) < end;
    }
    doctype.force_quirks = quirks || cut && !junk;
    (doctype, (end + 1).min(page.len()))
}

/// A quoted identifier, which white space may precede; `at` becomes the place behind it. Sets `quirks` if there is none, or its
/// quote does not end.
fn identifier(
    source: &Source,
    bytes: &[u8],
    from: usize,
    quirks: &mut bool,
    at: &mut usize,
) -> Option<StrTendril> {
    let from = skip(bytes, from, SPACE);
    let Some(&quote @ (b'"' | b'\'')) = bytes.get(from) else {
        *quirks = true;
        return None;
    };
    let end = find(bytes, from + 1, quote);
    *quirks |= end == bytes.len();
    *at = (end + 1).min(bytes.len());
    Some(source.piece(from + 1, end))
}

fn lower(source: &Source, from: usize, to: usize) -> StrTendril {
    let mut name = source.piece(from, to);
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.make_ascii_lowercase();
    }
    name
}
