//! What stands above the first paragraph inside the body's own container: info line, controls, links.

use crate::body::Block;
use crate::body::plain::plain;
use crate::content::captions;
use crate::content::clean::line::is_link_line;
use crate::content::credit_line::is_credit_line;
use crate::content::opening_list;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::{
    ABOVE_LIST_MAX, CONTROLLED_INFO_MAX, EDGE_MAX, INFO_MAX, PLACE_MAX, SAID_MAX, VERSE_LINE,
};
use crate::grammar::boilerplate;
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Cut;
use crate::text::is_longer;
use crate::trace::Tracer;
use std::ops::Range;

/// Cuts what stands above the first paragraph inside the body's own container: info line, controls, links.
pub(crate) fn above(dom: &Dom, pieces: &mut Vec<PlacedBlock>, start: NodeId, tracer: &mut Tracer) {
    let head = pieces.partition_point(|p| p.at < start);
    let verse = verse_before(dom, &pieces[..head]);
    let opening = points(dom, &pieces[..head]);
    let mut read = 0;
    let mut below_image = false;
    pieces.retain(|piece| {
        read += 1;
        // The caption of a picture up there is no info line.
        let set_as_one = || piece.captioned && !time::spans::shows(piece.text());
        let caption = below_image && (captions::is_worded(piece.text()) || set_as_one());
        below_image = matches!(piece.block, Block::Image(_));
        let reason = (read <= head
            && !caption
            && !verse.contains(&(read - 1))
            && !opening.contains(&(read - 1)))
        .then(|| is_above(dom, piece, read, head))
        .flatten();
        if let Some((text, reason)) = &reason {
            tracer.removed(text, piece.at.0, *reason);
        }
        reason.is_none()
    });
}

/// The pieces above the first paragraph that are lists of points, and lines that announce one: 要点：
fn points(dom: &Dom, head: &[PlacedBlock]) -> Vec<usize> {
    let is_list = |piece: &PlacedBlock| {
        matches!(piece.block, Block::List(_)) && opening_list::is_opening(dom, piece.at)
    };
    let lists = (0..head.len()).filter(|&at| is_list(&head[at]));
    let with_line = lists.flat_map(|at| {
        let line = at.checked_sub(1).filter(|&line| {
            let text = head[line].text();
            matches!(head[line].block, Block::Paragraph(_)) && text.ends_with(['：', ':'])
        });
        line.into_iter().chain([at])
    });
    with_line.collect()
}

/// The pieces right above the first paragraph that are lines of one element, three and more: 夜深了, 灯还亮着, 猫也醒着.
fn verse_before(dom: &Dom, head: &[PlacedBlock]) -> Range<usize> {
    let end = head.len();
    let parent = |piece: &PlacedBlock| dom.parent(piece.at);
    let Some(last) = head.last() else {
        return 0..0;
    };
    let is_verse = |piece: &PlacedBlock| {
        matches!(piece.block, Block::Paragraph(_))
            && !is_link_line(&piece.block)
            && parent(piece) == parent(last)
            && piece.text().chars().count() <= VERSE_LINE
            && boilerplate::act(piece.text()).is_none()
            && !is_credit_line(dom, piece.text())
            && !time::spans::shows(piece.text())
    };
    let within = parent(last).is_some_and(|p| dom.tag(p) == Tag::P);
    let lines = head
        .iter()
        .rev()
        .take_while(|piece| is_verse(piece))
        .count();
    if within && lines >= 3 {
        end - lines..end
    } else {
        end..end
    }
}

/// Text and reason, if the `nth` of `head` pieces above the first paragraph is none of the article's.
fn is_above(dom: &Dom, piece: &PlacedBlock, nth: usize, head: usize) -> Option<(String, Cut)> {
    let text = piece.text();
    let short = match &piece.block {
        // A list up there is an info line or a bar of controls.
        Block::List(list) => {
            return Some((info_list(&list.items)?, Cut::ListAboveText));
        }
        Block::Paragraph(_) => true,
        // 人物小传, directly above what it heads.
        Block::Heading(_) => nth < head,
        _ => return None,
    };
    let chars = text.chars().count();
    // 各科室：
    let salutes = text.starts_with('各') && text.ends_with(['：', ':']);
    let cut = short && chars <= PLACE_MAX && !salutes
        || is_link_line(&piece.block)
        || nth <= EDGE_MAX
            && (is_credit_line(dom, text) || chars <= info_max(text) && time::spans::shows(text));
    cut.then(|| (text.to_string(), Cut::AboveText))
}

/// The text of a list that is an info line: short, and if pictures are among its items, with a time or a credit.
fn info_list(items: &[Vec<Block>]) -> Option<String> {
    let mut pictures = false;
    let mut said = false;
    let mut texts = Vec::new();
    for block in items.iter().flatten() {
        match block {
            Block::Paragraph(paragraph) => {
                let text = plain(&paragraph.content);
                said |= !is_longer(&text, SAID_MAX)
                    && (byline::is_credit_line(&text) || time::spans::shows(&text));
                texts.push(text);
            }
            _ => pictures = true,
        }
    }
    let text = texts.join(" ");
    ((said || !pictures) && text.chars().count() <= ABOVE_LIST_MAX).then_some(text)
}

/// Characters of an info line with a time in it at most; with controls beside it, more: `发布时间：2024-05-10 06:58 【字体：大 中 小】`.
fn info_max(text: &str) -> usize {
    match Facet::InfoControl.within(text) {
        true => CONTROLLED_INFO_MAX,
        false => INFO_MAX,
    }
}
