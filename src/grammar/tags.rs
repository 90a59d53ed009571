//! How a list of tags is split into tags: separators, marks around them, labels before them; and words that stand without anything between.

use crate::grammar::label::{self, Label};
use crate::grammar::lexicon::facet::Facet;
use crate::text::start;

/// Bytes in which the label of a list is looked for.
const LABELLED_MAX: usize = 300;

/// More tags than these are not looked at.
pub(crate) const TAGS_MAX: usize = 200;

/// A list of tags as shown: separated by marks or spaces, with or without `#`.
pub(crate) fn split(value: &str) -> Vec<String> {
    let value = without_label(value);
    if value.contains(MARKS) {
        tidy(value.split(MARKS))
    } else {
        tidy(words(value).into_iter())
    }
}

/// The words of a text; brackets keep theirs together: `深度学习（Deep Learning） 公园`.
fn words(value: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in value.char_indices() {
        match c {
            '（' | '(' | '《' => depth += 1,
            '）' | ')' | '》' => depth = depth.saturating_sub(1),
            _ if c.is_whitespace() && depth == 0 => {
                out.push(&value[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    match depth {
        0 => {
            out.push(&value[start..]);
            out
        }
        // One that is never closed keeps nothing together.
        _ => value.split_whitespace().collect(),
    }
}

/// Whether a word among tags is a control or leads to a neighbour.
fn is_control(tag: &str) -> bool {
    // 更多标签
    let more = || {
        Facet::More
            .strip_start(tag)
            .is_some_and(|rest| Facet::TagListLabel.is(rest))
    };
    Facet::NoTag.is(tag) || Facet::Neighbour.starts(tag) || more()
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
    if let Some(rest) = Facet::TagListLabel.strip_start(value) {
        return rest.trim_start_matches([':', '：', ' ', '\n', '>']);
    }
    // `延伸標籤：城东公园`
    match label::scan(start(value, LABELLED_MAX)).first() {
        Some(first) if first.range.start == 0 && first.label == Label::Tags => {
            value[first.name.len()..].trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, ':' | '：' | '﹕' | '>' | '|' | '/')
            })
        }
        _ => value,
    }
}

/// The same, but for spaces, which may be within a tag.
pub(crate) fn split_at_marks(value: &str) -> Vec<String> {
    tidy(value.split(MARKS))
}

/// What stands between tags.
const MARKS: [char; 15] = [
    '\n', '\t', ',', '，', '、', ';', '；', '|', '｜', '#', '＃', '/', '／', '\u{3000}', '‖',
];

/// Characters of glued tags at most; more is prose.
const GLUED_MAX: usize = 60;
/// Characters of one of them, if the article has the word, and if not.
const KNOWN_MAX: usize = 12;
const UNKNOWN_MAX: usize = 6;
/// What a word costs that the article has: two characters together are chance more often than three.
const PAIR_COST: f32 = 0.65;
const KNOWN_COST: f32 = 0.6;
/// What one costs that it does not have, and each of its characters: 梗知识.
const UNKNOWN_COST: f32 = 0.6;
const UNKNOWN_CHAR_COST: f32 = 0.35;

/// Tags with nothing between them, as the text of a page has them whose elements are gone: `城东公园湖区步道`. `known` says whether the
/// article has a word. None if it is no such list: one tag, or words the article hardly has.
pub(crate) fn unglue(text: &str, known: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    if text.chars().count() > GLUED_MAX {
        return None;
    }
    let words = cheapest(text, &known)?;
    let chars = |is: &dyn Fn(bool) -> bool| -> usize {
        let words = words.iter().filter(|(_, known)| is(*known));
        words.map(|(word, _)| word.chars().count()).sum()
    };
    let (all, own) = (chars(&|_| true), chars(&|known| known));
    let count = words.len();
    if count < 2 || own * 10 < all * 6 || all > count * KNOWN_MAX / 2 {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    for (word, _) in words {
        if !out.iter().any(|tag| tag == word) {
            out.push(word.to_string());
        }
    }
    Some(out)
}

/// The cheapest way to part a run of characters into words of two and more, and whether each is known.
fn cheapest<'t>(run: &'t str, known: &impl Fn(&str) -> bool) -> Option<Vec<(&'t str, bool)>> {
    let mut places: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    places.push(run.len());
    let last = places.len() - 1;
    // For each place what it costs to come there, from where, and by what sort of word.
    let mut best: Vec<Option<(f32, usize, bool)>> = vec![None; places.len()];
    best[0] = Some((0.0, 0, false));
    for to in 1..=last {
        // A space costs nothing; a tag may have one too: open day.
        let space = run[places[to - 1]..places[to]].chars().all(is_gap);
        if let Some((before, ..)) = best[to - 1].filter(|_| space) {
            best[to] = Some((before, to - 1, false));
        }
        for from in to.saturating_sub(KNOWN_MAX)..to.saturating_sub(1) {
            let Some((before, ..)) = best[from] else {
                continue;
            };
            let (word, chars) = (&run[places[from]..places[to]], to - from);
            if word.starts_with(is_gap) || word.ends_with(is_gap) || cuts_latin(run, places[to]) {
                continue;
            }
            let (cost, is_known) = match known(word) {
                true if chars == 2 => (PAIR_COST, true),
                true => (KNOWN_COST, true),
                false if chars <= UNKNOWN_MAX && !word.contains(' ') => {
                    (UNKNOWN_COST + UNKNOWN_CHAR_COST * chars as f32, false)
                }
                false => continue,
            };
            if best[to].is_none_or(|(known, ..)| before + cost < known) {
                best[to] = Some((before + cost, from, is_known));
            }
        }
    }
    let mut out = Vec::new();
    let mut at = last;
    while at > 0 {
        let (_, from, is_known) = best[at]?;
        let word = &run[places[from]..places[at]];
        if !word.chars().all(is_gap) {
            out.push((word, is_known));
        }
        at = from;
    }
    out.reverse();
    Some(out)
}

/// White space, and the marks without width that elements leave between words.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// Whether a word in Latin letters would be cut: a capital begins another.
fn cuts_latin(run: &str, at: usize) -> bool {
    let before = run[..at].chars().next_back();
    let behind = run[at..].chars().next();
    before.is_some_and(|c| c.is_ascii_alphabetic())
        && behind.is_some_and(|c| c.is_ascii_lowercase())
}

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
        let worded = part.contains(char::is_alphanumeric);
        if (1..=30).contains(&chars)
            && worded
            && !is_control(part)
            && !out.iter().any(|t| t == part)
        {
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
                &["关键词", "公园", "...", "open day", "公园"],
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
    fn tags_with_nothing_between() {
        let article = "城东公园今天开放，张三说，湖区和步道免费，公园的ZooKeeper系统也在步道旁。";
        let rows: &[(&str, Option<&[&str]>)] = &[
            ("城东公园湖区步道", Some(&["城东公园", "湖区", "步道"])),
            (
                "城东公园张三ZooKeeper湖区",
                Some(&["城东公园", "张三", "ZooKeeper", "湖区"]),
            ),
            // A word that the article does not have.
            (
                "城东公园张三新知识湖区",
                Some(&["城东公园", "张三", "新知识", "湖区"]),
            ),
            ("城东公园步道", Some(&["城东公园", "步道"])),
            ("城东公园", None),
            ("城东公园改造工程明年", None),
            ("城西图书馆周末延长开放", None),
        ];
        for (text, expected) in rows {
            let found = super::unglue(text, |word| article.contains(word));
            let found: Option<Vec<&str>> = found
                .as_ref()
                .map(|tags| tags.iter().map(String::as_str).collect());
            assert_eq!(found.as_deref(), *expected, "{text}");
        }
    }

    #[test]
    fn split() {
        let rows: &[(&str, &[&str])] = &[
            ("公园  绿地  市民", &["公园", "绿地", "市民"]),
            ("公园，绿地、市民", &["公园", "绿地", "市民"]),
            ("#公园 #绿地", &["公园", "绿地"]),
            ("标签：公园|绿地|公园", &["公园", "绿地"]),
            ("延伸標籤：公园、绿地", &["公园", "绿地"]),
            ("本文关键词：公园 绿地", &["公园", "绿地"]),
            ("open day,公园", &["open day", "公园"]),
            ("湖区（West Lake） 公园", &["湖区（West Lake）", "公园"]),
            ("公园, +关注, 湖区", &["公园", "湖区"]),
            ("上一篇：城西公园 湖区", &["湖区"]),
            ("", &[]),
        ];
        for (value, expected) in rows {
            assert_eq!(super::split(value), *expected, "{value}");
        }
    }
}
