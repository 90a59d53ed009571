//! How a list of tags is split into tags: separators, marks around them, labels before them.

/// More tags than these are not looked at.
pub(crate) const TAGS_MAX: usize = 200;

/// A list of tags as shown: separated by marks or spaces, with or without `#`.
pub(crate) fn split(value: &str) -> Vec<String> {
    let value = without_label(value);
    if value.contains(MARKS) {
        tidy(value.split(MARKS))
    } else {
        tidy(value.split(char::is_whitespace))
    }
}

/// A list of tags that elements tell apart; its label may be the first. One alone is split as a text is.
pub(crate) fn listed(tags: &[String]) -> Vec<String> {
    let Some((first, others)) = tags.split_first() else {
        return Vec::new();
    };
    let others = others.iter().map(String::as_str);
    let all = std::iter::once(without_label(first)).chain(others);
    let mut all = all.filter(|tag| !tag.trim().is_empty()).peekable();
    match (all.next(), all.peek()) {
        (Some(one), None) => split(one),
        (first, _) => tidy(first.into_iter().chain(all)),
    }
}

/// A list without 标签： before it.
fn without_label(value: &str) -> &str {
    let value = value.trim();
    for label in [
        "本文标签",
        "文章标签",
        "文章关键词",
        "标签",
        "標籤",
        "關鍵字",
        "关键词",
        "關鍵詞",
        "Tags",
        "TAG",
    ] {
        if let Some(rest) = value.strip_prefix(label) {
            return rest.trim_start_matches([':', '：', ' ', '\n', '>']);
        }
    }
    value
}

/// The same, but for spaces, which may be within a tag.
pub(crate) fn split_at_marks(value: &str) -> Vec<String> {
    tidy(value.split(MARKS))
}

/// What stands between tags.
const MARKS: [char; 15] = [
    '\n', '\t', ',', '，', '、', ';', '；', '|', '｜', '#', '＃', '/', '／', '\u{3000}', '‖',
];

/// Tags without the marks around them, each once.
fn tidy<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for part in parts {
        if out.len() == TAGS_MAX {
            break;
        }
        let part = part
            .trim()
            .trim_matches(['[', ']', '【', '】', '·', ':', '：', '"', '“', '”'])
            .trim();
        let chars = part.chars().count();
        if (1..=30).contains(&chars) && !out.iter().any(|t| t == part) {
            out.push(part.to_string());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn listed() {
        let rows: &[(&[&str], &[&str])] = &[
            (
                &["关键词", "公园", "open day", "公园"],
                &["公园", "open day"],
            ),
            (&["标签：公园", "绿地"], &["公园", "绿地"]),
            (&["公园 绿地"], &["公园", "绿地"]),
            (&["標籤"], &[]),
            (&[], &[]),
        ];
        for (tags, expected) in rows {
            let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_string()).collect();
            assert_eq!(super::listed(&tags), *expected, "{tags:?}");
        }
    }

    #[test]
    fn split() {
        let rows: &[(&str, &[&str])] = &[
            ("公园  绿地  市民", &["公园", "绿地", "市民"]),
            ("公园，绿地、市民", &["公园", "绿地", "市民"]),
            ("#公园 #绿地", &["公园", "绿地"]),
            ("标签：公园|绿地|公园", &["公园", "绿地"]),
            ("open day,公园", &["open day", "公园"]),
            ("", &[]),
        ];
        for (value, expected) in rows {
            assert_eq!(super::split(value), *expected, "{value}");
        }
    }
}
