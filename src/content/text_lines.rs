//! What the lines of a text without markup are: sentences, or lines of menus and lists, told by their ends and by their neighbours.
//! Nothing is linked there and no element is named.

use crate::content::tuning::text::{
    GAP, GAP_FACTOR, HEAD_MAX, LABEL_COST, LABEL_FACTOR, LEGAL_MAX, LEGAL_WORDS, LIST_CHARS,
    LIST_COST, LIST_MIN, LONE_COST, PARAGRAPH_MIN, SENTENCE_MIN, SHORT_FACTOR, TEXT_AGAIN,
    TIME_MAX, TIME_REST, TIMED_WITHIN, VERSE_MAX, VERSE_MIN, VERSES_MAX, VERSES_MIN,
};
use crate::content::tuning::{
    BEFORE_HEADLINE_FACTOR, FURNITURE_COST, LINE_COST, LISTED_FACTOR, PROSE_WITH_MARKS,
    PROSE_WITHOUT_MARKS,
};
use crate::grammar::boilerplate::{self, Rights};
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label;
use crate::grammar::list_label::Announced;
use crate::grammar::time;
use crate::grammar::time::TimeContext;
use crate::page::dom::{Dom, NodeId};
use crate::text::Line;

/// What a line of text is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// It ends as a sentence does, or is as long as a paragraph.
    Sentence,
    /// A headline, a caption, an entry of a menu, a name, a number.
    Bare,
    /// It announces a list of other articles, or comments.
    Label,
    /// Copyright, controls, hot lines …
    Furniture,
}

/// What a line is.
pub(crate) fn kind(text: &str, line: &Line) -> LineKind {
    let counts = line.counts;
    if counts.chars <= HEAD_MAX && heads_other(text) {
        LineKind::Label
    } else if is_of_site(text, counts.chars) {
        LineKind::Furniture
    } else if counts.chars >= PARAGRAPH_MIN && counts.marks >= 2 && !is_menu(text, counts.chars)
        || ends_sentence(text)
            && (counts.marks > 0 && counts.chars >= SENTENCE_MIN
                || counts.chars >= PROSE_WITHOUT_MARKS)
    {
        LineKind::Sentence
    } else {
        LineKind::Bare
    }
}

/// The kinds of all lines of a text.
pub(crate) fn kinds(dom: &Dom) -> Vec<LineKind> {
    let lines = dom.lines().iter();
    lines.map(|line| kind(dom.line_text(line), line)).collect()
}

/// Whether a line heads something else than the article: other articles, or what readers say.
pub(crate) fn heads_other(text: &str) -> bool {
    heads_comments(text) || list_label::announced(text) != Announced::Nothing
}

/// Whether a line heads what readers say.
pub(super) fn heads_comments(text: &str) -> bool {
    // 评论（191）
    let label = list_label::trim(text).trim_end_matches(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '（' | '）' | '(' | ')' | '条' | '條' | '：' | ':')
    });
    Facet::CommentsHead.is(label)
}

/// Whether a line of so many characters is of the page's footer, or speaks of the site's own rights.
fn is_of_site(text: &str, chars: u32) -> bool {
    let rights = boilerplate::rights(text);
    rights.furniture || chars <= LEGAL_MAX && is_legal(&rights)
}

/// Whether a line speaks of the site's own rights: no site's article has so many of these words in one line.
pub(super) fn is_legal(rights: &Rights) -> bool {
    rights.legal >= LEGAL_WORDS
}

/// Whether a line is words with blanks between them.
fn is_menu(text: &str, chars: u32) -> bool {
    text.split_whitespace().count() as u32 * 12 > chars
}

/// Whether a text ends as sentences do; quotation marks and brackets may follow.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let inner = text.trim_end_matches([
        '”', '」', '’', '』', '"', '\'', '）', ')', '】', '〕', '》', ' ',
    ]);
    inner.ends_with(['。', '！', '？', '…', '；', '：', '!', '?', ';', ':', '，'])
        || inner.len() < text.len() && text.ends_with(['）', ')', '】', '〕', '”', '」']) && {
            // （记者 张三）and the like stand behind the last sentence.
            let open = text.rfind(['（', '(', '【', '〔']).unwrap_or(0);
            open > 0
                && text[..open]
                    .trim_end()
                    .ends_with(['。', '！', '？', '”', '…', '」'])
        }
}

/// Whether a line is a time and nothing else worth naming: `2024-05-10 06:58`.
pub(crate) fn is_time(text: &str) -> bool {
    text.len() <= TIME_MAX
        && text.starts_with(|c: char| c.is_ascii_digit())
        && time::find(text, &TimeContext::default())
            .is_some_and(|found| found.raw.len() + TIME_REST >= text.len())
}

/// The value of every line of the text, in order.
pub(super) fn values(dom: &Dom, headline: Option<NodeId>) -> Vec<f32> {
    let lines = dom.lines();
    let kinds = kinds(dom);
    if is_verse(dom, &kinds) {
        return verse(dom, headline);
    }
    let runs = bare_runs(&kinds);
    let listed = listed(dom, &kinds, headline);
    let mut later = Later::default();
    (0..lines.len())
        .map(|i| {
            let line = &lines[i];
            let chars = line.counts.chars as f32;
            let below = headline.is_some_and(|h| line.node >= h.0);
            if below {
                later.pass(kinds[i], line);
            }
            match kinds[i] {
                LineKind::Label => -LABEL_COST,
                LineKind::Furniture => -(chars * FURNITURE_COST + LINE_COST),
                LineKind::Sentence if listed[i] && below => -LONE_COST,
                LineKind::Sentence => {
                    let mut value = chars;
                    if line.counts.chars < PROSE_WITH_MARKS {
                        value *= SHORT_FACTOR;
                    }
                    if below {
                        value *= later.factor;
                    } else if headline.is_some() {
                        value *= BEFORE_HEADLINE_FACTOR;
                    }
                    if listed[i] {
                        value *= LISTED_FACTOR;
                    }
                    value
                }
                LineKind::Bare if runs[i] < LIST_MIN => -LONE_COST,
                LineKind::Bare => -(chars.min(LIST_CHARS) * LIST_COST + LINE_COST),
            }
        })
        .collect()
}

/// Whether a text is verse, or a text set in short lines without marks: no line is a sentence, and none is a menu's, a list's or a
/// footer's.
fn is_verse(dom: &Dom, kinds: &[LineKind]) -> bool {
    let lines = dom.lines();
    let long = |line: &&Line| (VERSE_MIN..=VERSE_MAX).contains(&line.counts.chars);
    let times = lines.iter().filter(|line| is_time(dom.line_text(line)));
    (VERSES_MIN..=VERSES_MAX).contains(&lines.len())
        && kinds.iter().all(|kind| *kind == LineKind::Bare)
        && lines.iter().filter(long).count() * 4 >= lines.len() * 3
        && times.count() <= 1
}

/// The values of the lines of such a text: what stands above it is its headline, and a line with its time or its writer.
fn verse(dom: &Dom, headline: Option<NodeId>) -> Vec<f32> {
    let lines = dom.lines();
    let text = |i: usize| dom.line_text(&lines[i]);
    let is_head = |i: &usize| {
        headline.is_some_and(|h| lines[*i].node <= h.0)
            || byline::is_credit_line(text(*i))
            || !time::spans(text(*i)).is_empty()
    };
    let from = (0..lines.len().min(VERSES_MIN))
        .rfind(is_head)
        .map_or(0, |head| head + 1);
    let value = |(i, line): (usize, &Line)| match i >= from {
        true => line.counts.chars as f32,
        false => -LONE_COST,
    };
    lines.iter().enumerate().map(value).collect()
}

/// What is left of the value of prose below an article's first paragraphs: other articles may follow, longer than it.
struct Later {
    factor: f32,
    begun: bool,
    bare: usize,
}

impl Default for Later {
    fn default() -> Self {
        Self {
            factor: 1.0,
            begun: false,
            bare: 0,
        }
    }
}

impl Later {
    fn pass(&mut self, kind: LineKind, line: &Line) {
        match kind {
            LineKind::Sentence if line.counts.chars >= PROSE_WITH_MARKS => {
                if self.begun && self.bare >= GAP {
                    self.factor *= GAP_FACTOR;
                }
                self.begun = true;
                self.bare = 0;
            }
            LineKind::Sentence => {}
            LineKind::Label if self.begun => {
                self.factor *= LABEL_FACTOR;
                self.begun = false;
                self.bare = 0;
            }
            _ => self.bare += 1,
        }
    }
}

/// For each line how many lines in a row are no sentences around it; 0 for sentences.
fn bare_runs(kinds: &[LineKind]) -> Vec<usize> {
    let mut out = vec![0; kinds.len()];
    let mut from = 0;
    while from < kinds.len() {
        let run = kinds[from..]
            .iter()
            .take_while(|k| **k != LineKind::Sentence)
            .count();
        out[from..from + run].fill(run);
        from += run + 1;
    }
    out
}

/// Lines in lists of other articles: from a label on, until text goes on; and what stands above a time in a line of its own, again and again.
pub(crate) fn listed(dom: &Dom, kinds: &[LineKind], headline: Option<NodeId>) -> Vec<bool> {
    let lines = dom.lines();
    let mut out = vec![false; kinds.len()];
    let mut within = false;
    for i in 0..kinds.len() {
        let text = |i: usize| {
            kinds.get(i) == Some(&LineKind::Sentence) && lines[i].counts.chars >= TEXT_AGAIN
        };
        // What menus above the headline announce has ended there.
        if headline.is_some_and(|h| lines[i].node == h.0) {
            within = false;
        }
        match kinds[i] {
            LineKind::Label => within = true,
            LineKind::Sentence if within && text(i) && text(i + 1) => within = false,
            _ => {}
        }
        out[i] = within;
    }
    let times: Vec<usize> = (1..kinds.len())
        .filter(|&i| kinds[i] == LineKind::Bare && is_time(dom.line_text(&lines[i])))
        .collect();
    for pair in times.windows(2) {
        if pair[1] - pair[0] <= TIMED_WITHIN {
            out[pair[0] + 1..pair[1]].fill(true);
        }
    }
    out
}
