//! Times that a script assigns to a name of publication: `var ct = "1715295480"`, `publish_time: '2024-05-10 06:58:12'`. Runs no script.

use memchr::memmem;

use crate::article::Time;

/// Names of the time of publication, in small letters and without underscores; `ct` is that of accounts' pages.
const NAMES: [&str; 9] = [
    "publishdatetime",
    "publishtime",
    "publishdate",
    "publishedtime",
    "publishedat",
    "pubtime",
    "pubdate",
    "pubdatetime",
    "ct",
];
/// What each of those has in it, however it is written.
const STEMS: [&str; 7] = [
    "ublish", "ub_", "ubTime", "ubDate", "ubtime", "ubdate", "var ct",
];
/// Bytes between a name and its value, and of a value.
const REACH: usize = 48;

/// The times a script gives such names, in the order of the stems; `read` reads a value.
pub(super) fn assigned(script: &str, read: impl Fn(&str) -> Option<Time>) -> Vec<Time> {
    let mut found = Vec::new();
    for stem in STEMS {
        for at in memmem::find_iter(script.as_bytes(), stem.as_bytes()).take(50) {
            let value = value_of(script, at + stem.len() - 1);
            found.extend(value.and_then(&read));
        }
    }
    found
}

/// The text assigned to the name that a place is in.
fn value_of(script: &str, at: usize) -> Option<&str> {
    let bytes = script.as_bytes();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let start = at - bytes[..at].iter().rev().take_while(|b| is_name(b)).count();
    let end = at + bytes[at..].iter().take_while(|b| is_name(b)).count();
    let name: String = script[start..end]
        .chars()
        .filter(|c| *c != '_')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if !NAMES.contains(&&*name) {
        return None;
    }
    let rest = crate::text::start(&script[end..], REACH);
    let rest = rest.trim_start_matches(['\'', '"', ']', ' ', '\\']);
    let rest = rest.strip_prefix(['=', ':'])?;
    let rest = rest.trim_start_matches([' ', '\\']);
    let quoted = rest.strip_prefix(['\'', '"'])?;
    Some(&quoted[..quoted.find(['\'', '"', '\\'])?])
}
