//! What a run takes in right above and below that has no value as prose: short sentences, verse, pictures with their captions, the sources
//! of an encyclopaedia. What a body begins with instead of a sentence is in `head`.

use super::run::SiblingRange;
use crate::content::captions;
use crate::content::credit_line::is_credit_line;
use crate::content::hint::hints;
use crate::content::tuning::roots::{
    CAPTIONS_MAX, ENUMERATED_MAX, FILM_NODES, REFERENCES_HEAD_MAX, REFERENCES_MAX, VERSE_CHARS,
    VERSE_DIGITS, VERSE_LINES,
};
use crate::content::tuning::{CAPTION_MAX, LINE_COST};
use crate::grammar::boilerplate;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label::{self, Announced};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// A run with the pictures right before and after it: they have no value as text, and belong to it. So do the captions of those before.
pub(super) fn with_pictures(
    dom: &Dom,
    run: SiblingRange,
    headline: Option<NodeId>,
    value: &impl Fn(NodeId, NodeId) -> f32,
) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let picture = |ix: NodeId| {
        dom.has_image(ix)
            && dom.counts(ix).chars as usize <= CAPTION_MAX
            && value(ix, dom.end(ix)) > -LINE_COST * 2.0
            && hints(dom, ix).noise().is_none()
    };
    let mut run = run;
    let children: Vec<NodeId> = dom.children(parent).collect();
    let first = children.partition_point(|c| *c < run.from);
    let mut captions = 0;
    for &before in children[..first].iter().rev() {
        if picture(before) {
            run.from = before;
            captions = 0;
        } else if dom.counts(before).chars > 0 {
            captions += 1;
            if captions > CAPTIONS_MAX
                || headline.is_none_or(|headline| headline >= before)
                || !is_caption(dom, before)
            {
                break;
            }
        }
    }
    let end = run.to;
    for &after in children.iter().filter(|c| **c >= end) {
        if picture(after) || is_film(dom, after) {
            run.to = dom.end(after);
        } else if dom.counts(after).chars > 0 {
            break;
        }
    }
    run
}

/// Whether an element is a player and nothing else.
fn is_film(dom: &Dom, ix: NodeId) -> bool {
    dom.end(ix).0 - ix.0 <= FILM_NODES
        && dom.counts(ix).chars == 0
        && dom
            .subtree(ix)
            .any(|inner| matches!(dom.tag(inner), Tag::Video | Tag::Iframe))
        && hints(dom, ix).noise().is_none()
}

/// Whether an element is set as the caption of a picture above it, or worded so.
fn is_caption(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    let text = dom.text(ix);
    dom.tag(ix).is_block()
        && dom.tag(ix).heading_level().is_none()
        && counts.linked == 0
        && counts.chars as usize <= CAPTION_MAX
        && !dom.is_hidden(ix)
        // ＝＝ 城东公园 ＝＝ heads what follows.
        && (captions::is_worded(text)
            || captions::is_caption_element(dom, ix) && text.starts_with(char::is_alphanumeric))
        && !is_credit_line(dom, text)
        && boilerplate::act(text).is_none()
}

/// A run with the short sentences right before and after it: 女士们、先生们： and 谢谢大家！ have no value as prose, nor have the items
/// of a list that a sentence ends in, and all are the article's.
pub(super) fn with_sentences(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let mut run = run;
    let children: Vec<NodeId> = dom.children(parent).collect();
    let within =
        children.partition_point(|c| *c < run.from)..children.partition_point(|c| *c < run.to);
    let worded = |ix: &&NodeId| dom.counts(**ix).chars > 0;
    let Some(&first) = children[within.clone()].iter().find(worded) else {
        return run;
    };
    let before = children[..within.start].iter().rev();
    for &ix in before.filter(worded) {
        if dom.tag(ix) != dom.tag(first) || !is_sentence(dom, ix, &['：', ':']) {
            break;
        }
        run.from = ix;
    }
    let Some(&last) = children[within.clone()].iter().rfind(worded) else {
        return run;
    };
    let listed = dom.text(last).ends_with(['：', ':']);
    let mut announced = false;
    for &ix in children[within.end..].iter().filter(worded) {
        if dom.tag(ix) != dom.tag(last) {
            break;
        }
        let item = listed && dom.text(ix).starts_with(is_bullet) || is_enumerated(dom, ix);
        if item || !announced && is_sentence(dom, ix, &[]) {
            announced = false;
            run.to = dom.end(ix);
            continue;
        }
        // 自备物品： and below it 1、雨衣; alone it may announce a list of others.
        if announced || !is_sentence(dom, ix, &['：', ':']) {
            break;
        }
        announced = true;
    }
    run
}

/// Whether all lines of an element are numbered, below one that announces them: 自备物品： 一、雨衣 二、水壶.
fn is_enumerated(dom: &Dom, ix: NodeId) -> bool {
    let (counts, text) = (dom.counts(ix), dom.text(ix));
    if counts.linked > 0
        || counts.chars > ENUMERATED_MAX
        || !dom.tag(ix).is_block()
        || dom.is_hidden(ix)
        || dom.has_image(ix)
        || hints(dom, ix).noise().is_some()
        || !text.contains(['、', '.', '．', '）', ')'])
    {
        return false;
    }
    let lines = dom.lines_in(ix);
    let announced = lines.len() > 1 && dom.line_text(&lines[0]).ends_with(['：', ':']);
    lines[usize::from(announced)..].iter().all(|line| {
        let text = dom.line_text(line);
        is_numbered(text) && boilerplate::act(text).is_none()
    })
}

/// Whether a line begins with its number in a list: `一、`, `（二）`, `3.`
fn is_numbered(text: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inner = text.trim_start().trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(numeral);
    let mut behind = rest.chars();
    rest.len() < inner.len()
        && behind.next().is_some_and(|c| "、.．）)".contains(c))
        && behind.next().is_some_and(|c| !c.is_ascii_digit())
}

/// A run with the verse right behind it: lines of a poem or a song have neither marks nor a value as prose. Four at least in a row, set
/// as the run's last paragraph is. In a text without markup all lines are set alike, and tags and menus are as short.
pub(super) fn with_verse(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from).filter(|_| !dom.is_text()) else {
        return run;
    };
    let worded = |ix: &NodeId| dom.counts(*ix).chars > 0;
    let mut last = None;
    let mut lines = Vec::new();
    for ix in dom.children(parent).filter(worded) {
        if ix < run.to {
            last = (ix >= run.from).then_some(ix);
        } else if last.is_some_and(|last| dom.tag(ix) == dom.tag(last)) && is_verse(dom, ix) {
            lines.push(ix);
        } else {
            break;
        }
    }
    match lines.last() {
        Some(&end) if lines.len() >= VERSE_LINES => SiblingRange {
            to: dom.end(end),
            ..run
        },
        _ => run,
    }
}

/// Whether a paragraph may be a line of a verse: short, without a link, and neither a label with its value nor of the page.
fn is_verse(dom: &Dom, ix: NodeId) -> bool {
    let (counts, text) = (dom.counts(ix), dom.text(ix));
    dom.tag(ix) == Tag::P
        && !dom.is_hidden(ix)
        && (2..=VERSE_CHARS).contains(&counts.chars)
        && counts.linked == 0
        && dom.lines_in(ix).len() == 1
        && !dom.has_image(ix)
        && !text.contains(['：', ':', '@', '|', '/'])
        && text.bytes().filter(u8::is_ascii_digit).count() < VERSE_DIGITS
        && boilerplate::act(text).is_none()
        && !boilerplate::is_page_furniture(text)
        && !is_credit_line(dom, text)
        && list_label::announced(text) == Announced::Nothing
        && hints(dom, ix).noise().is_none()
}

/// Whether an element holds a short sentence and nothing else: one line, no links, an end mark.
fn is_sentence(dom: &Dom, ix: NodeId, more: &[char]) -> bool {
    let text = dom.text(ix).trim_end_matches(['”', '」', '’', '』']);
    dom.tag(ix).is_block()
        && dom.counts(ix).linked == 0
        && (text.ends_with(['。', '！', '？', '…', '!', '?']) || text.ends_with(more))
        && dom.lines_in(ix).len() == 1
        && boilerplate::act(text).is_none()
        && hints(dom, ix).noise().is_none()
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '·' | '•' | '●' | '‧' | '▪' | '■' | '◆' | '◎' | '－' | '-' | '①'..='⑳'
    )
}

/// A run with the sources named right below it: 参考资料 and the list under it. Its lines are links, and have no value as prose.
pub(super) fn with_references(dom: &Dom, run: SiblingRange) -> SiblingRange {
    let Some(parent) = dom.parent(run.from) else {
        return run;
    };
    let below = dom.children(parent).filter(|&ix| ix >= run.to);
    let mut below = below.filter(|&ix| dom.counts(ix).chars > 0);
    if !below.next().is_some_and(|ix| is_references_head(dom, ix)) {
        return run;
    }
    let mut to = None;
    for ix in below.take(REFERENCES_MAX) {
        let heading = dom.tag(ix).heading_level().is_some();
        if heading && is_references_head(dom, ix)
            || matches!(dom.tag(ix), Tag::Ul | Tag::Ol) && hints(dom, ix).noise().is_none()
        {
            to = Some(dom.end(ix));
        } else if !(heading && dom.counts(ix).chars as usize <= REFERENCES_HEAD_MAX) {
            break;
        }
    }
    SiblingRange {
        to: to.unwrap_or(run.to),
        ..run
    }
}

fn is_references_head(dom: &Dom, ix: NodeId) -> bool {
    let text = dom.text(ix).trim_end_matches(['：', ':', ' ']);
    Facet::ReferencesHead.is(text)
}
