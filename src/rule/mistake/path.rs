//! Paths into JSON as other tools write them.

use crate::rule::mistake::said::{Said, said};

/// What is wrong with a path into JSON: dots, brackets and JSONPath in place of slashes. `blob` says whether a blob's name comes first.
pub(crate) fn path(path: &str, blob: bool) -> Option<Said> {
    let dotted = !path.contains('/') && path.contains('.');
    // A blob's name may have an index: `render_data[0]/status`.
    let keys = match path.split_once('/') {
        Some((_, keys)) if blob => keys,
        _ => path,
    };
    if !dotted && !keys.contains('[') && !path.starts_with("$.") {
        return None;
    }
    let (window, rest) = match path.strip_prefix("window.") {
        Some(rest) if blob => ("window.", rest),
        _ => ("", path.trim_start_matches(['$', '.'])),
    };
    let slashes = rest
        .replace("[*]", "/*")
        .replace('[', "/")
        .replace([']', '"', '\''], "");
    let slashes = match dotted {
        true => slashes.replace('.', "/"),
        false => slashes,
    };
    if blob && format!("{window}{slashes}") == path {
        return None;
    }
    Some(said(
        format!("a path has slashes between its keys; write \"{window}{slashes}\""),
        format!("路径用斜线分隔；改写为 \"{window}{slashes}\""),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_dots() {
        for (text, blob, expected) in [
            ("author.name", false, Some("\"author/name\"")),
            ("$.author[0].name", false, Some("\"author/0/name\"")),
            ("author/name", false, None),
            ("datePublished", false, None),
            ("window.__NUXT__/data/0", true, None),
            (
                "window.__STATE__.article.title",
                true,
                Some("\"window.__STATE__/article/title\""),
            ),
            ("__NEXT_DATA__/props", true, None),
            ("render_data[0]/status", true, None),
        ] {
            let en = path(text, blob).map(|said| said.en);
            assert_eq!(en.is_some(), expected.is_some(), "{text}: {en:?}");
            assert!(
                en.unwrap_or_default().contains(expected.unwrap_or("")),
                "{text}"
            );
        }
    }
}
