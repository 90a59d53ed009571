//! Keys that are not known: other tools' words, and slips of the hand.

use crate::rule::mistake::said::{Said, said};

/// Words that other tools and other people have for a key.
const SYNONYMS: &[(&str, &str)] = &[
    ("author", "authors"),
    ("writer", "authors"),
    ("byline", "authors"),
    ("editor", "editors"),
    ("content", "body"),
    ("article", "body"),
    ("text_body", "body"),
    ("date", "published"),
    ("time", "published"),
    ("pubdate", "published"),
    ("publish_time", "published"),
    ("publish", "published"),
    ("modified", "updated"),
    ("from", "source"),
    ("origin", "source"),
    ("media", "source"),
    ("headline", "title"),
    ("h1", "title"),
    ("description", "summary"),
    ("abstract", "summary"),
    ("image", "lead_image"),
    ("cover", "lead_image"),
    ("thumbnail", "lead_image"),
    ("tag", "tags"),
    ("keywords", "tags"),
    ("next", "next_page"),
    ("nextpage", "next_page"),
    ("exclude", "remove"),
    ("delete", "remove"),
    ("strip", "remove"),
    ("clean", "remove"),
    ("crumb", "breadcrumb"),
    ("selector", "css"),
    ("xpath", "css"),
    ("query", "css"),
    ("regex", "pattern"),
    ("re", "pattern"),
    ("regexp", "pattern"),
    ("attribute", "attr"),
    ("jsonld", "ld"),
    ("json_ld", "ld"),
    ("json-ld", "ld"),
    ("json", "state"),
    ("host", "hosts"),
    ("domain", "hosts"),
    ("domains", "hosts"),
    ("mark", "marks"),
    ("templates", "template"),
    ("timezone", "zone"),
    ("items", "list"),
    ("标题", "title"),
    ("作者", "authors"),
    ("来源", "source"),
    ("正文", "body"),
    ("时间", "published"),
    ("删除", "remove"),
];

/// The known name that a wrong one was probably meant to be.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let synonym = SYNONYMS.iter().find(|(name, _)| *name == word);
    if let Some((_, meant)) = synonym
        && let Some(name) = known.iter().find(|name| *name == meant)
    {
        return Some(name);
    }
    let best = known.iter().map(|name| (distance(&word, name), *name));
    let (changes, name) = best.min()?;
    (changes * 3 <= name.len().max(3)).then_some(name)
}

/// How many letters must be put in, left out, changed or exchanged with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// What to write in place of a key that is not known.
pub(crate) fn key(word: &str, known: &[&str]) -> Said {
    let list = known.join(", ");
    match nearest(word, known) {
        Some(meant) => said(
            format!("unknown key {word:?}; did you mean {meant:?}? Keys here: {list}"),
            format!("没有 {word:?} 这个键，是不是 {meant:?}？这里可用的键：{list}"),
        ),
        None => said(
            format!("unknown key {word:?}; keys here: {list}"),
            format!("没有 {word:?} 这个键；这里可用的键：{list}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_nearly_right() {
        let known = [
            "title",
            "subtitle",
            "published",
            "authors",
            "source",
            "body",
            "css",
            "pattern",
        ];
        for (word, expected) in [
            ("titel", Some("title")),
            ("author", Some("authors")),
            ("xpath", Some("css")),
            ("regex", Some("pattern")),
            ("Body", Some("body")),
            ("标题", Some("title")),
            ("weather", None),
        ] {
            assert_eq!(nearest(word, &known), expected, "{word}");
        }
    }
}
