//! Tags in a text without markup: lines and words behind their label, set with a mark, or without either below the article. No elements there.

use crate::content::text_lines::{LineKind, heads_other, kinds};
use crate::field::context::Context;
use crate::field::tags::found::{About, Shown, push};
use crate::field::tags::tuning::found::{LIST_MAX, TAG_MAX};
use crate::field::tags::tuning::lines::{
    BARE_LABEL, BELOW, BELOW_WITH_COMMAS, ENDS, GLUED_MAX, LABELLED_MAX, LONE_MIN, LONE_TIMES,
    MEAN_GLUED, MEAN_MAX, MEAN_OF_THREE, PARTED_MAX, WORD_MAX, WORDS,
};
use crate::grammar::boilerplate;
use crate::grammar::byline;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::list_label;
use crate::grammar::list_label::Announced;
use crate::grammar::tags::{split, split_at_marks, unglue};
use crate::page::dom::{Dom, NodeId};
use crate::reason::Clue;
use crate::trace::Origin;

/// Lists that no label announces.
pub(super) fn find(cx: &Context<'_>, about: &About<'_>, found: &mut Vec<Shown>) {
    bare_labels(cx, about, found);
    hashed(cx, found);
    below_body(cx, about, found);
}

/// The tags behind a label: those of its line, else the short lines below it, a tag each.
pub(super) fn behind_label(dom: &Dom, about: &About<'_>, node: NodeId, value: &str) -> Vec<String> {
    let lines = dom.lines();
    let at = dom.line_from(node);
    let own = lines.get(at).map_or("", |line| dom.line_text(line));
    let parted = |value: &str| match split(value) {
        // Words the article has, glued: each was an element of its own.
        tags if is_words(value) && !about.has(value) && !is_parted(&tags) => {
            unglue(value, |word| about.begins_with(word)).unwrap_or(tags)
        }
        tags => tags,
    };
    if !value.is_empty() && own.ends_with(value) && own != value {
        return parted(value);
    }
    let below = lines[(at + 1).min(lines.len())..].iter().take(LIST_MAX);
    let below: Vec<&str> = below
        .map(|line| dom.line_text(line))
        .filter(|text| text.contains(char::is_alphanumeric))
        .take_while(|text| {
            let chars = text.chars().count();
            (1..=TAG_MAX).contains(&chars)
                && !heads_other(text)
                && !text.contains(['：', ':', '，', '。', '！', '？', '>'])
                && list_label::announced(text) == Announced::Nothing
                && !is_control(text)
        })
        .collect();
    // A menu follows: one word after the other that the article has not.
    let strange = |pair: &[&str]| pair.iter().all(|word| !about.has(word));
    let menu = match below.first() {
        Some(first) if about.has(first) => below.windows(2).position(strange),
        _ => None,
    };
    let mut below = below;
    // The first of them may be a tag yet.
    below.truncate(menu.map_or(below.len(), |at| at + 1));
    let glued = below
        .first()
        .filter(|first| !about.has(first))
        .and_then(|first| unglue(first, |word| about.begins_with(word)));
    match (below.as_slice(), glued) {
        ([], _) => parted(value),
        (_, Some(tags)) => tags,
        (below, None) => below.iter().flat_map(|text| split_at_marks(text)).collect(),
    }
}

/// Whether spaces part the tags: several words, none of them long.
fn is_parted(tags: &[String]) -> bool {
    tags.len() >= 2 && tags.iter().all(|tag| tag.chars().count() <= PARTED_MAX)
}

/// Lists behind a label without a colon, below the article's first paragraph: `标签 城东公园湖区`, or the label in a line of its own.
fn bare_labels(cx: &Context<'_>, about: &About<'_>, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let lines = dom.lines();
    for line in lines.iter().skip(cx.layout.body().start) {
        let text = dom.line_text(line);
        if text.len() > LABELLED_MAX {
            continue;
        }
        let (label, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        if label::by_name(label) != Some(Label::Tags) || label.ends_with(['：', ':']) {
            continue;
        }
        let tags = behind_label(dom, about, NodeId(line.node), value.trim());
        let origin = Origin::Label(label.to_string());
        push(found, origin, Some(NodeId(line.node)), tags, BARE_LABEL);
    }
}

/// Whether a text has no marks between its words.
fn is_words(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '·'))
}

/// Whether a line is controls: each of its words may be one.
fn is_control(text: &str) -> bool {
    text.split_whitespace()
        .chain([text])
        .any(|word| boilerplate::act(word).is_some())
}

/// Whether a word may be a tag, though neither label nor mark says so.
fn is_tag(word: &str) -> bool {
    (2..=WORD_MAX).contains(&word.chars().count())
        && !word.contains([
            '▲', '▼', '：', ':', '，', '。', '！', '？', '>', '（', '(', '“', '”', '「', '」', '…',
        ])
        && list_label::announced(word) == Announced::Nothing
        && boilerplate::act(word).is_none()
}

/// Words right below the body, in a line or a line each, as articles set their tags. They count where the article uses them.
fn below_body(cx: &Context<'_>, about: &About<'_>, found: &mut Vec<Shown>) {
    let body = cx.layout.body();
    let kinds = kinds(cx.dom());
    let is_sentence = |i: usize| kinds.get(i) == Some(&LineKind::Sentence);
    // Short sentences of something else may stand at the body's end yet: tags follow one of its last paragraphs.
    let ends = (body.start + 1..body.end).rev();
    let ends = ends.filter(|&i| is_sentence(i - 1) && !is_sentence(i));
    for end in std::iter::once(body.end).chain(ends.take(ENDS)) {
        in_words(cx.dom(), about, end, end == body.end, found);
        alone(cx, about, end, found);
    }
}

/// Words of one line: `城东公园 湖区 步道`, `城东公园, 湖区`, or with nothing between.
fn in_words(dom: &Dom, about: &About<'_>, end: usize, last: bool, found: &mut Vec<Shown>) {
    let lines = dom.lines();
    for (i, line) in lines.iter().enumerate().skip(end).take(BELOW_WITH_COMMAS) {
        let text = dom.line_text(line);
        let near = i < end + BELOW;
        if !near && text.matches(',').count() < 2 {
            continue;
        }
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|'))
            .filter(|word| !word.is_empty())
            .collect();
        let chars: usize = words.iter().map(|word| word.chars().count()).sum();
        if WORDS.contains(&words.len())
            && chars
                <= words.len()
                    * if words.len() == 3 {
                        MEAN_OF_THREE
                    } else {
                        MEAN_MAX
                    }
            && words.iter().any(|word| about.has(word))
            && !byline::is_credit_line(text)
            && words.iter().all(|word| is_tag(word))
        {
            let words = words.into_iter().map(String::from).collect();
            push(
                found,
                Origin::Generic(Clue::WordsBelowBody),
                Some(NodeId(line.node)),
                words,
                0.0,
            );
        } else if near && last {
            glued(dom, about, i, found);
        }
    }
}

/// Words of the article in one line with nothing between. A caption or a headline is made of them too, but joins them.
fn glued(dom: &Dom, about: &About<'_>, line: usize, found: &mut Vec<Shown>) {
    let line = &dom.lines()[line];
    let text = dom.line_text(line);
    let no_list = line.counts.chars > GLUED_MAX
        || !is_words(text)
        || about.has(text)
        || label::by_name(text).is_some()
        || is_control(text);
    let Some(tags) = unglue(text, |word| about.begins_with(word)).filter(|_| !no_list) else {
        return;
    };
    let joins = |tag: &String| tag.starts_with(JOINING) || tag.ends_with(JOINING);
    let salient = tags.iter().filter(|tag| about.count(tag) >= 2).count();
    if tags.len() >= 3
        && line.counts.chars as usize <= tags.len() * MEAN_GLUED
        && salient * 3 >= tags.len() * 2
        && !tags.iter().any(joins)
        && tags.iter().all(|tag| tag.contains(char::is_alphabetic))
    {
        push(
            found,
            Origin::Generic(Clue::GluedWordsBelowBody),
            Some(NodeId(line.node)),
            tags,
            0.0,
        );
    }
}

/// Characters that join words to a sentence, and end no tag.
const JOINING: [char; 14] = [
    '与', '與', '和', '在', '为', '為', '的', '了', '及', '对', '對', '向', '将', '將',
];

/// Words in lines of their own.
fn alone(cx: &Context<'_>, about: &About<'_>, end: usize, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let lines = dom.lines();
    let mut tags: Vec<String> = Vec::new();
    for (i, line) in lines.iter().enumerate().skip(end).take(BELOW + LIST_MAX) {
        let text = dom.line_text(line);
        let is_word = !text.contains(char::is_whitespace)
            && text.contains(char::is_alphabetic)
            && is_tag(text);
        if !text.contains(char::is_alphanumeric) {
            continue;
        }
        if is_word {
            tags.push(text.to_string());
        } else if !tags.is_empty() || i >= end + BELOW {
            break;
        }
    }
    // Names and outlets that other fields take; 收藏, 举报 and other controls follow.
    let taken = |word: &String| {
        byline::is_credit_line(word)
            || cx
                .said
                .iter()
                .any(|s| s.value.contains(word.as_str()) && s.label != Label::Tags)
    };
    tags.retain(|word| word.contains(char::is_alphanumeric) && label::by_name(word).is_none());
    let skip = tags.iter().take_while(|word| taken(word)).count();
    tags.drain(..skip);
    while tags.last().is_some_and(|word| !about.has(word)) {
        tags.pop();
    }
    let lone = |word: &String| {
        word.chars().count() >= LONE_MIN
            && (cx.title.is_some_and(|title| title.contains(word.as_str()))
                || about.count(word) >= LONE_TIMES)
    };
    if tags.len() >= 2 || tags.first().is_some_and(lone) {
        push(
            found,
            Origin::Generic(Clue::WordsBelowBody),
            None,
            tags,
            0.0,
        );
    }
}

/// Lines that are a tag each, set with a mark: `#城东公园`.
pub(super) fn hashed(cx: &Context<'_>, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let lines = dom.lines();
    // Around an article on a page all such lines are its; each may head a list of others with the tag.
    let (mut all, mut first): (Vec<String>, Option<NodeId>) = (Vec::new(), None);
    let mut i = 0;
    while i < lines.len() {
        let run: Vec<&str> = lines[i..]
            .iter()
            .map(|line| dom.line_text(line))
            .take_while(|text| text.starts_with(['#', '＃']) && text.chars().count() <= TAG_MAX * 4)
            .collect();
        let node = NodeId(lines[i].node);
        i += run.len() + 1;
        if run.is_empty() || !dom.is_text() && !cx.is_near(node) {
            continue;
        }
        let tags: Vec<String> = run
            .iter()
            .flat_map(|text| text.split(['#', '＃']))
            .map(|tag| tag.trim().to_string())
            .filter(|tag| (1..=TAG_MAX).contains(&tag.chars().count()))
            .filter(|tag| tag.contains(char::is_alphabetic))
            .collect();
        if !dom.is_text() {
            first = first.or(Some(node));
            all.extend(tags);
            continue;
        }
        push(found, Origin::Generic(Clue::HashedLines), None, tags, 1.0);
    }
    push(found, Origin::Generic(Clue::HashedLines), first, all, 1.0);
}
