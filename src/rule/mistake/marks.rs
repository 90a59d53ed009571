//! Selectors with nothing in them, or with marks of another script. Not what CSS says of the rest.

use crate::rule::mistake::said::{Said, said};

/// Marks that look like those of CSS and are not.
const LOOKALIKES: &[(char, char)] = &[
    ('．', '.'),
    ('。', '.'),
    ('＃', '#'),
    ('＞', '>'),
    ('，', ','),
    ('：', ':'),
    ('（', '('),
    ('）', ')'),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('　', ' '),
];

/// A selector without what is quoted or in brackets: there any character may stand.
fn bare(css: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    let mut depth = 0u32;
    for c in css.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') => depth = depth.saturating_sub(1),
            (None, c) if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// What is wrong with a selector before it is read: nothing in it, or marks of another script, which CSS takes for letters.
pub(crate) fn before_reading(css: &str) -> Option<Said> {
    if css.trim().is_empty() {
        return Some(said(
            "an empty selector; write an element's name, .class or #id: \"h1\", \".title\", \"#content\"",
            "选择器是空的；写元素名、.类名或 #id，如 \"h1\"、\".title\"、\"#content\"",
        ));
    }
    let is_lookalike = |c: char| LOOKALIKES.iter().find(|(odd, _)| *odd == c);
    let quoted = css.chars().find(|c| "“”‘’".contains(*c));
    let odd = quoted.or_else(|| bare(css).chars().find(|c| is_lookalike(*c).is_some()))?;
    // “来源” within straight quotes is a text.
    if quoted.is_some() && !bare(css).contains(odd) && css.contains(['"', '\'']) {
        return None;
    }
    let right: String = css
        .chars()
        .map(|c| is_lookalike(c).map_or(c, |(_, right)| *right))
        .collect();
    Some(said(
        format!("{odd} is a full-width mark or a smart quote; write {right}"),
        format!("{odd} 是全角符号或中文引号；改成半角：{right}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_another_script() {
        for (css, expected) in [
            ("", Some("空的")),
            (" ", Some("空的")),
            ("．title", Some(".title")),
            ("h1，.title", Some("h1,.title")),
            ("[class=“title”]", Some("[class=\"title\"]")),
            ("[title='来源：']", None),
            ("a[title=\"“城东”\"]", None),
            (".正文", None),
        ] {
            let zh = before_reading(css).map(|said| said.zh);
            assert_eq!(zh.is_some(), expected.is_some(), "{css}: {zh:?}");
            assert!(
                zh.unwrap_or_default().contains(expected.unwrap_or("")),
                "{css}"
            );
        }
    }
}
