//! A subtitle that nothing names: a lone line between headline and text, in an element apart from the text. Where it stands; the field reads it.

use crate::content::captions;
use crate::content::credit_line::is_credit_line;
use crate::content::tuning::subtitle_line::{CHARS_MIN, HAN_MIN, LINES_MAX};
use crate::grammar::boilerplate;
use crate::grammar::byline;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_label::{self, Announced};
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::title::subtitle::MAX;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::Line;

/// The text node of the line, between the headline and where the text starts.
pub(crate) fn find(dom: &Dom, headline: NodeId, start: NodeId) -> Option<NodeId> {
    let from = dom.end(headline);
    if start <= from || dom.is_text() {
        return None;
    }
    let lines = dom.lines_between(from, start);
    if lines.len() > LINES_MAX {
        return None;
    }
    let of_text = container(dom, start)?;
    let images = &dom.seen.images;
    let above = images.partition_point(|image| *image < from);
    let stands_alone = |line: &&Line| {
        let node = NodeId(line.node);
        line.counts.linked == 0
            && container(dom, node).is_some_and(|own| {
                let apart = own != of_text && !dom.contains(own, headline) || is_heading(dom, node);
                let above = images.get(above).is_some_and(|image| *image < node);
                apart && !dom.has_image(own) && !above
            })
    };
    // Where a line stands is sooner told than what it says.
    let long = |line: &&Line| (CHARS_MIN..=MAX).contains(&dom.line_text(line).chars().count());
    let worded = |line: &&Line| is_worded(dom.line_text(line));
    if !lines
        .iter()
        .filter(long)
        .filter(worded)
        .any(|line| stands_alone(&line))
    {
        return None;
    }
    let mut told = lines
        .iter()
        .filter(long)
        .filter(|line| !is_info(dom, dom.line_text(line)));
    let (line, more) = (told.next()?, told.next());
    (more.is_none() && stands_alone(&line) && is_plain(dom.line_text(line)))
        .then_some(NodeId(line.node))
}

/// Whether a line is of the page's furniture or of the article's credits.
fn is_info(dom: &Dom, text: &str) -> bool {
    is_credit_line(dom, text)
        || boilerplate::act(text).is_some()
        || boilerplate::is_page_furniture(text)
        || time::spans::shows(text)
        || list_label::announced(text) != Announced::Nothing
}

/// Whether a line reads like a subtitle: no sentence, no question of a form, no caption, no name.
fn is_plain(text: &str) -> bool {
    is_worded(text)
        && !captions::is_worded(text)
        && !outlet::is_outlet(text)
        && !byline::line(text).has_people()
        && !byline::behind_place_of_work(text).has_people()
}

/// Whether a line has the characters of a subtitle, by a look at them.
fn is_worded(text: &str) -> bool {
    let ends = ['。', '：', ':', '；', '，', '>', '）', ')', '？', '?'];
    !text.ends_with(ends)
        && !text.starts_with(['（', '(', '【', '▲', '▼', '#', '图', '圖'])
        && !text.contains(['|', '@', '。', '>'])
        && text.chars().filter(|c| is_han(*c)).count() >= HAN_MIN
        && text.chars().filter(char::is_ascii).count() * 2 < text.chars().count()
}

fn is_heading(dom: &Dom, node: NodeId) -> bool {
    let mut around = dom.ancestors(node).take(3);
    around.any(|ix| dom.tag(ix).heading_level().is_some())
}

/// The element that holds the paragraph at a node.
pub(super) fn container(dom: &Dom, ix: NodeId) -> Option<NodeId> {
    dom.ancestors(ix).find(|&a| {
        let tag = dom.tag(a);
        tag.is_block()
            && tag.heading_level().is_none()
            && !matches!(tag, Tag::P | Tag::Center | Tag::Blockquote)
    })
}
