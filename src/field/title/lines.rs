//! The headline of a text without markup: the line above the article that reads like one, told by its neighbours and by the article's
//! own words. No markup helps.

use std::collections::HashSet;

use crate::content::subject::Subject;
use crate::content::text_lines::{self, LineKind, kinds};
use crate::content::values;
use crate::field::title::tuning::{
    ABOVE, BODY_MAX, BODY_SHARE, COMPARED, CUT_MIN, DATED_MIN, DISTANCE_COST, DISTANCE_MAX,
    INFO_MAX, INFO_WITHIN, LIKE_MIN, LIKE_SHARE, MAX, MIN, REPEATED_MIN, SHORT_TITLE_MIN,
    TIMED_MAX, line,
};
use crate::grammar::boilerplate;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::outlet;
use crate::grammar::title::key::compare_key;
use crate::grammar::title::suffix::strip_suffix;
use crate::grammar::trail;
use crate::grammar::{byline, label, list_item, list_label, time};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::start;

/// The headline that Markdown marks: `# 城东公园今起开放`; of any level, if it is the first line.
pub(super) fn marked(dom: &Dom) -> Option<(NodeId, String)> {
    let headings = dom.seen.headings.iter().copied();
    let first = dom.lines().first()?;
    let one = headings
        .clone()
        .find(|&ix| dom.tag(ix) == Tag::H1)
        .or_else(|| {
            headings
                .clone()
                .find(|&ix| dom.line_from(ix) == 0 && first.counts.chars > 1)
        })?;
    Some((one, dom.text(one).to_string()))
}

/// The line that is the headline, and its text; `page_title` is the page's title where the text has one.
pub(super) fn headline(
    subject: &Subject<'_>,
    page_title: &str,
    names: &[String],
) -> Option<(NodeId, String)> {
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
            read * BODY_SHARE > all
        })
        .unwrap_or(first);
    let search = Search {
        dom,
        kinds: &kinds,
        listed: text_lines::listed(dom, &kinds, None),
        title: compare_key(start(page_title, 600)),
        words: words(start(
            dom.text_between(NodeId(lines.get(first)?.node), root.run.to),
            BODY_MAX,
        )),
        keys: lines
            .iter()
            .map(|l| match l.counts.chars {
                0..=COMPARED => compare_key(dom.line_text(l)),
                _ => String::new(),
            })
            .collect(),
        first,
    };
    let near = first.saturating_sub(ABOVE);
    // What the page's title begins with is the headline wherever it stands.
    let titled = (0..near).filter(|&i| search.begins_title(&search.keys[i]));
    let (_, at) = (near..=end)
        .chain(0..near.min(3))
        .chain(titled)
        .filter_map(|i| Some((search.score(i)?, i)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .filter(|(score, _)| *score > 0.0)?;
    let text = dom.line_text(&lines[at]);
    let text = match at {
        0 => strip_suffix(text, names),
        _ => without_remarks(text).to_string(),
    };
    Some((NodeId(lines[at].node), text))
}

struct Search<'a> {
    dom: &'a Dom,
    kinds: &'a [LineKind],
    /// Lines of other articles' lists.
    listed: Vec<bool>,
    /// The page's title, as a key.
    title: String,
    words: HashSet<[char; 2]>,
    /// All lines as keys.
    keys: Vec<String>,
    /// The first line of the article's text.
    first: usize,
}

impl Search<'_> {
    /// Whether a line is what the page's title begins with, or most of what it is.
    fn begins_title(&self, key: &str) -> bool {
        let length = key.chars().count();
        length >= SHORT_TITLE_MIN
            && self.title.starts_with(key)
            && (length >= CUT_MIN || key.len() * 10 >= self.title.len() * 4)
    }

    /// How many pairs of characters a line shares with the article, and how many it has.
    fn shared(&self, text: &str) -> (f32, f32) {
        let own = words(text);
        let shared = own.iter().filter(|word| self.words.contains(*word));
        (shared.count() as f32, own.len() as f32)
    }

    /// Whether a line may be headline or sub-headline: about the article, no sentence, no credit.
    fn is_like(&self, i: usize) -> bool {
        let Some(line) = self.dom.lines().get(i) else {
            return false;
        };
        let text = self.dom.line_text(line);
        if self.kinds[i] != LineKind::Bare
            || !(LIKE_MIN..=MAX).contains(&line.counts.chars)
            || text.ends_with(['—', '─', '：', ':'])
            || trail::separators(text) >= 1
            || is_info(self.dom, i)
        {
            return false;
        }
        let (shared, own) = self.shared(text);
        shared / own >= LIKE_SHARE
    }

    /// Whether a line is a headline that begins with its day: `2024年5月10日城东公园正式开放`. What stands behind the day is no name,
    /// and the article's.
    fn is_dated(&self, text: &str) -> bool {
        let places = time::spans(text);
        let [day] = &places[..] else {
            return false;
        };
        let rest = text[day.end..].trim();
        let (shared, own) = self.shared(rest);
        day.start == 0
            && !text[day.clone()].contains([':', '：'])
            && rest.chars().filter(|&c| is_han(c)).count() >= DATED_MIN
            && label::scan(rest).is_empty()
            && !byline::is_credit_line(rest)
            && !outlet::is_outlet(rest)
            && shared / own.max(1.0) >= LIKE_SHARE
    }

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
                '#', '©', '>', '›', '■', '●', '·', '◆', '▲', '▼', '△', '图', '圖', '—',
            ])
            // A caption.
            || text.trim_end_matches(['）', ')', '】']).ends_with(['摄', '攝'])
            || parts > 4 && chars < parts * 5
            || trail::separators(text) >= 2
            || !text.contains(char::is_alphabetic)
            || is_info(self.dom, i) && !self.is_dated(text)
            || boilerplate::act(text).is_some()
            || !list_item::is_headline(text)
            || text.contains("www.")
            || list_label::neighbours(list_label::trim(text)).is_some();
        if no {
            return None;
        }
        let key = &self.keys[i];
        let length = key.chars().count();
        let mut score = match chars {
            _ if chars <= line::SHORT_MAX => line::SHORT,
            _ if chars <= line::MIDDLING_MAX => line::MIDDLING,
            _ if chars <= line::HEADLINE_MAX => line::HEADLINE,
            _ => line::LONG,
        };
        let han = key.chars().filter(|&c| c >= '\u{4e00}').count();
        score += if han < 4 { line::NOT_CHINESE } else { 0.0 };
        let digits = key.bytes().filter(u8::is_ascii_digit).count();
        score += if digits * 3 > length {
            line::FIGURES
        } else {
            0.0
        };
        // Time and source right below; a sub-headline may stand between.
        let next = i + 1 + usize::from(self.is_like(i + 1));
        let below = next..lines.len().min(next + INFO_WITHIN);
        if let Some(info) = below.clone().find(|&k| is_info(self.dom, k)) {
            score += line::INFO + line::INFO_STEP * (info - below.start) as f32;
        }
        // Headlines are repeated: in the trail, in the words for sharing, below the article.
        let again = self.keys.iter().enumerate().any(|(k, other)| {
            k != i && other.len() <= key.len() * 2 + 90 && other.contains(key.as_str())
        });
        score += if again && length >= REPEATED_MIN {
            line::REPEATED
        } else {
            0.0
        };
        let (shared, own) = self.shared(text);
        if own > 0.0 {
            score += line::WORDS_SHARED * (shared / own - 0.3) * (own / 10.0).min(1.0);
            score += if shared == 0.0 { line::NO_WORD } else { 0.0 };
        }
        if self.begins_title(key) {
            score += match self.title.len() > key.len() {
                true => line::BEGINS_TITLE,
                false => line::IS_TITLE,
            };
        }
        let above = i.checked_sub(1);
        score += match above.map(|above| self.kinds[above]) {
            Some(LineKind::Label) => line::BELOW_LABEL,
            _ if !again && above.is_some_and(|above| self.is_like(above)) => line::SUB_HEADLINE,
            _ => 0.0,
        };
        score += if text.ends_with(['—', '─']) {
            line::EYEBROW
        } else {
            0.0
        };
        let distance = DISTANCE_COST * self.first.saturating_sub(i) as f32;
        score -= distance.min(DISTANCE_MAX);
        score += match i >= self.first {
            true if self.listed[i] => line::BELOW + line::BELOW_LABEL,
            true => line::BELOW,
            false => 0.0,
        };
        score += if i == 0 && !again { line::FIRST } else { 0.0 };
        Some(score)
    }
}

/// A headline without what stands in its line besides: 原创 before it, the day in brackets behind it.
fn without_remarks(text: &str) -> &str {
    let text = Facet::OriginalMark
        .strip_start(text)
        .unwrap_or(text)
        .trim_start();
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
    if chars > INFO_MAX || text.contains('。') {
        return false;
    }
    byline::is_credit_line(text)
        || !label::scan(text).is_empty()
        || chars <= TIMED_MAX
            && time::spans(text)
                .first()
                .is_some_and(|place| text[place.clone()].chars().count() * 3 >= chars as usize)
}
