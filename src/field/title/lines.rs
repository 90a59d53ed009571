//! The headline of a text without markup: the line above the article that reads like one, told by its neighbours and by the article's
//! own words. No markup helps.

use std::collections::HashSet;

use crate::content::subject::Subject;
use crate::content::text_lines::{LineKind, kinds};
use crate::content::values;
use crate::grammar::boilerplate;
use crate::grammar::time::TimeContext;
use crate::grammar::title::key::compare_key;
use crate::grammar::title::suffix::strip_suffix;
use crate::grammar::trail;
use crate::grammar::{byline, label, list_label, time};
use crate::page::dom::{Dom, Ix};
use crate::text::start;

/// Lines above the first paragraph among which the headline stands.
const ABOVE: usize = 60;
/// What a line loses for each between it and the first paragraph.
const DISTANCE_COST: f32 = 0.04;
/// Lines below a headline in which time and source stand.
const INFO_WITHIN: usize = 4;
/// Characters of a headline.
const MIN: u32 = 4;
const MAX: u32 = 80;
/// What a headline all of whose words the article uses is worth, above one that shares a third of them.
const WORDS_SHARED: f32 = 2.5;
/// Bytes of the article whose words are looked at.
const BODY_MAX: usize = 12_000;

/// The line that is the headline, and its text; `page_title` is the page's title where the text has one.
pub(super) fn headline(
    subject: &Subject<'_>,
    page_title: &str,
    names: &[String],
) -> Option<(Ix, String)> {
    let dom = &subject.page.dom;
    let root = subject.root(None)?;
    let lines = dom.lines();
    let kinds = kinds(dom);
    let (from, to) = (dom.line_from(root.run.from), dom.line_from(root.run.to));
    let prose = |i: &usize| {
        kinds[*i] == LineKind::Sentence && values::is_prose(&lines[*i]) && !is_info(dom, *i)
    };
    let first = (from..to).find(prose).unwrap_or(from);
    // Terms and greetings may stand above the headline: it is looked for among the first quarter of the text.
    let all: u32 = (first..to)
        .filter(prose)
        .map(|i| lines[i].counts.chars)
        .sum();
    let mut read = 0;
    let end = (first..to)
        .find(|i| {
            read += if prose(i) { lines[*i].counts.chars } else { 0 };
            read * 4 > all
        })
        .unwrap_or(first);
    let search = Search {
        dom,
        kinds: &kinds,
        title: compare_key(start(page_title, 600)),
        words: words(start(
            dom.text_between(Ix(lines.get(first)?.node), root.run.to),
            BODY_MAX,
        )),
        keys: lines
            .iter()
            .map(|l| match l.counts.chars {
                0..=200 => compare_key(dom.line_text(l)),
                _ => String::new(),
            })
            .collect(),
        first,
    };
    let near = first.saturating_sub(ABOVE);
    let (_, at) = (near..=end)
        .chain(0..near.min(3))
        .filter_map(|i| Some((search.score(i)?, i)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .filter(|(score, _)| *score > 0.0)?;
    let text = dom.line_text(&lines[at]);
    let text = match at {
        0 => strip_suffix(text, names),
        _ => without_remarks(text).to_string(),
    };
    Some((Ix(lines[at].node), text))
}

struct Search<'a> {
    dom: &'a Dom,
    kinds: &'a [LineKind],
    /// The page's title, as a key.
    title: String,
    words: HashSet<[char; 2]>,
    /// All lines as keys.
    keys: Vec<String>,
    /// The first line of the article's text.
    first: usize,
}

impl Search<'_> {
    /// How much a line reads like the headline; none if it cannot be one.
    fn score(&self, i: usize) -> Option<f32> {
        let lines = self.dom.lines();
        let chars = lines[i].counts.chars;
        let text = self.dom.line_text(&lines[i]);
        let parts = text.split_whitespace().count() as u32;
        let no = !(MIN..=MAX).contains(&chars)
            || matches!(self.kinds[i], LineKind::Furniture | LineKind::Label)
            || text.ends_with(['。', '：', ':', '；', '，'])
            || text.starts_with([
                '#', '©', '>', '›', '■', '●', '·', '◆', '▲', '▼', '△', '图', '圖',
            ])
            || parts > 4 && chars < parts * 5
            || trail::separators(text) >= 2
            || !text.contains(char::is_alphabetic)
            || is_info(self.dom, i)
            || boilerplate::act(text).is_some()
            || list_label::neighbours(list_label::trim(text)).is_some();
        if no {
            return None;
        }
        let key = &self.keys[i];
        let length = key.chars().count();
        let mut score = match chars {
            ..=7 => 0.0,
            8..=11 => 0.75,
            12..=45 => 1.5,
            _ => 0.5,
        };
        let han = key.chars().filter(|&c| c >= '\u{4e00}').count();
        score -= if han < 4 { 2.0 } else { 0.0 };
        let digits = key.bytes().filter(u8::is_ascii_digit).count();
        score -= if digits * 3 > length { 1.0 } else { 0.0 };
        // Time and source right below.
        let below = i + 1..lines.len().min(i + 1 + INFO_WITHIN);
        if let Some(info) = below.clone().find(|&k| is_info(self.dom, k)) {
            score += 2.0 - 0.4 * (info - below.start) as f32;
        }
        // Headlines are repeated: in the trail, in the words for sharing, below the article.
        let again = self.keys.iter().enumerate().any(|(k, other)| {
            k != i && other.len() <= key.len() * 2 + 90 && other.contains(key.as_str())
        });
        score += if again && length >= 7 { 1.5 } else { 0.0 };
        let own = words(text);
        if !own.is_empty() {
            let shared = own.iter().filter(|word| self.words.contains(*word)).count() as f32;
            let weight = (own.len() as f32 / 10.0).min(1.0);
            score += WORDS_SHARED * (shared / own.len() as f32 - 0.3) * weight;
        }
        if length >= 5 && self.title.starts_with(key.as_str()) {
            let most = length >= 12 || key.len() * 10 >= self.title.len() * 4;
            score += match self.title.len() > key.len() {
                true if most => 3.0,
                true => 0.0,
                false => 0.5,
            };
        }
        score -= DISTANCE_COST * self.first.saturating_sub(i) as f32;
        score -= if i >= self.first { 1.0 } else { 0.0 };
        score += if i == 0 { 0.5 } else { 0.0 };
        Some(score)
    }
}

/// A headline without what stands in its line besides: 原创 before it, the day in brackets behind it.
fn without_remarks(text: &str) -> &str {
    let text = text.strip_prefix("原创").unwrap_or(text).trim_start();
    let Some(open) = text.rfind(['(', '（']).filter(|&at| at > 0) else {
        return text;
    };
    let inner = text[open..].trim_matches(|c: char| c.is_whitespace() || "()（）".contains(c));
    let dated = inner
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' '));
    match dated && inner.len() >= 4 {
        true => text[..open].trim_end(),
        false => text,
    }
}

/// The pairs of characters a text is made of.
fn words(text: &str) -> HashSet<[char; 2]> {
    let mut last = ' ';
    let mut out = HashSet::new();
    for c in text.chars() {
        if last.is_alphanumeric() && c.is_alphanumeric() {
            out.insert([last, c]);
        }
        last = c;
    }
    out
}

/// Whether a line is about the article: its time, source, names.
fn is_info(dom: &Dom, i: usize) -> bool {
    let line = &dom.lines()[i];
    let text = dom.line_text(line);
    let chars = line.counts.chars;
    if chars > 90 || text.contains('。') {
        return false;
    }
    byline::is_credit_line(text)
        || !label::scan(text).is_empty()
        || chars <= 45
            && time::find(text, &TimeContext::default())
                .is_some_and(|found| found.raw.chars().count() * 3 >= chars as usize)
}
