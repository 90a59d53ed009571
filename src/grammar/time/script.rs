//! Times that a script assigns to a name of publication: `var ct = "1715295480"`, `publish_time: '2024-05-10 06:58:12'`. Runs no script.

use memchr::memmem;

use crate::article::Time;
use crate::grammar::time::{TimeContext, find, parse};

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

/// The times a script gives such names, in the order of the stems.
pub(crate) fn in_script(script: &str, cx: &TimeContext) -> Vec<Time> {
    let mut found = Vec::new();
    for stem in STEMS {
        for at in memmem::find_iter(script.as_bytes(), stem.as_bytes()).take(50) {
            found.extend(assigned(script, at + stem.len() - 1, cx));
        }
    }
    found
}

/// The time assigned to the name that a place is in.
fn assigned(script: &str, at: usize, cx: &TimeContext) -> Option<Time> {
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
    let value = &quoted[..quoted.find(['\'', '"', '\\'])?];
    find(value, cx).or_else(|| parse(value, cx))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_is_assigned() {
        for (script, expected) in [
            (
                "var ct = \"1715295480\";",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            (
                "ejValue['publishDateTime']=\"2024-05-10 06:58:12\";",
                Some("2024-05-10T06:58:12+08:00"),
            ),
            (
                "{publish_time: '2024-05-10 06:58:12', id: 1}",
                Some("2024-05-10T06:58:12+08:00"),
            ),
            (
                "{\"pubtime\": \"2024-05-10 06:58:12\"}",
                Some("2024-05-10T06:58:12+08:00"),
            ),
            ("e.getElementById(\"publish_time\"),", None),
            ("var republished = \"2024-05-10\"", None),
            ("var act = \"1715295480\"", None),
            ("publish_time", None),
        ] {
            let times = in_script(script, &TimeContext::default());
            let first = times.first().map(|time| time.value.to_rfc3339());
            assert_eq!(first.as_deref(), expected, "{script}");
        }
    }
}
