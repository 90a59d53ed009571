//! What is cut from a body: subtrees that are something else, then lines at its edges and between its paragraphs. Every cut has a reason.

use std::collections::HashSet;

use super::blocks::Piece;
use super::furniture::{self, Act};
use super::hints::Hint;
use super::roots::{Run, hint};
use super::tuning::*;
use crate::body::{Block, Inline};
use crate::field::byline;
use crate::field::subtitle;
use crate::field::time::{self, TimeContext};
use crate::field::title::same_headline;
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::render::plain;
use crate::trace::Tracer;

/// The subtrees of a run that are no part of the article. `named` are those a rule names.
pub(crate) fn subtrees(dom: &Dom, run: Run, named: &[Ix], tracer: &mut Tracer) -> HashSet<Ix> {
    let mut cut: HashSet<Ix> = HashSet::new();
    let total = dom.counts_between(run.from, run.to).plain().max(1) as f32;
    for &ix in named {
        if !run.contains(ix) {
            continue;
        }
        // A rule cannot cut the article itself: sites reuse class names.
        if dom.counts(ix).plain() as f32 > total * NAMED_MAX_SHARE {
            continue;
        }
        tracer.removed(dom.text(ix), "named by the rule");
        cut.insert(ix);
    }
    let mut at = run.from;
    while at < run.to {
        if cut.contains(&at) {
            at = dom.end(at);
            continue;
        }
        if let Some(reason) = reason(dom, at, total) {
            tracer.removed(dom.text(at), reason);
            cut.insert(at);
            at = dom.end(at);
            continue;
        }
        at = Ix(at.0 + 1);
    }
    cut
}

fn reason(dom: &Dom, ix: Ix, total: f32) -> Option<&'static str> {
    let tag = dom.tag(ix);
    match tag {
        Tag::Text => return None,
        Tag::Nav => return Some("navigation"),
        Tag::Footer if dom.counts(ix).marks < 3 => return Some("footer"),
        Tag::Button => return Some("control"),
        _ => {}
    }
    let counts = dom.counts(ix);
    let small = (counts.plain() as f32) < total * NOISE_MAX_SHARE;
    if small && (tag.is_block() || matches!(tag, Tag::Span | Tag::A | Tag::Other)) {
        match hint(dom, ix) {
            // `img_comment` and `popupbox` are words for captions and enlargements too.
            Some(Hint::Noise("comments" | "pop-up")) if is_picture(dom, ix) => {}
            // And `ad` one for the box of a picture that leads nowhere.
            Some(Hint::Noise("advertisement")) if is_plain_picture(dom, ix) => {}
            Some(Hint::Noise(reason)) => return Some(reason),
            _ if tag == Tag::Aside => return Some("side bar"),
            _ => {}
        }
    }
    if tag.is_block() && small && is_link_list(dom, ix) {
        return Some("list of links");
    }
    None
}

/// A picture with at most a caption.
fn is_picture(dom: &Dom, ix: Ix) -> bool {
    dom.counts(ix).chars as usize <= CAPTION_MAX && dom.has_image(ix)
}

/// One large picture without link and text.
fn is_plain_picture(dom: &Dom, ix: Ix) -> bool {
    let wide = |img: Ix| {
        dom.attr(img, "width")
            .and_then(|w| w.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|w| w >= PLAIN_PICTURE_MIN)
    };
    dom.counts(ix).chars == 0
        && dom.anchors_in(ix).is_empty()
        && matches!(dom.images_in(ix), [img] if wide(*img))
        && dom.ancestors(ix).take(2).all(|a| dom.tag(a) != Tag::A)
}

/// Pixels of width from which a picture in a box named for advertisements may be the article's.
const PLAIN_PICTURE_MIN: u32 = 400;

/// Two or more links and next to nothing else.
pub(crate) fn is_link_list(dom: &Dom, ix: Ix) -> bool {
    let counts = dom.counts(ix);
    if counts.linked < 8 || counts.link_share() < LINK_LIST_SHARE {
        return false;
    }
    let lines = dom.lines_in(ix);
    let linked = lines
        .iter()
        .filter(|l| l.counts.link_share() > LINK_LIST_SHARE)
        .count();
    linked >= 2 && linked * 3 >= lines.len() * 2
}

/// Characters of a list above the first paragraph that is taken for an info line.
const ABOVE_LIST_MAX: usize = 80;

/// The text of a list that is an info line: short, and if pictures are among its items, with a time or a credit.
fn info_list(items: &[Vec<Block>]) -> Option<String> {
    let mut pictures = false;
    let mut said = false;
    let mut texts = Vec::new();
    for block in items.iter().flatten() {
        match block {
            Block::Paragraph(paragraph) => {
                let text = plain(&paragraph.content);
                said |= text.chars().count() < 30
                    && (byline::is_credit_line(&text)
                        || time::find(&text, &TimeContext::default()).is_some());
                texts.push(text);
            }
            _ => pictures = true,
        }
    }
    let text = texts.join(" ");
    ((said || !pictures) && text.chars().count() <= ABOVE_LIST_MAX).then_some(text)
}

/// Lines after which no credits are looked for at the head of a body: a flood of credits would keep it the head for ever.
const EDGE_MAX: usize = 60;

/// Cuts what stands above the first paragraph inside the body's own container: info line, controls, links.
pub(crate) fn above(pieces: &mut Vec<Piece>, start: Ix, tracer: &mut Tracer) {
    let mut read = 0;
    pieces.retain(|piece| {
        read += 1;
        let worded = matches!(piece.block, Block::Paragraph(_) | Block::Heading(_));
        let chars = piece.text.chars().count();
        // A list up there is an info line or a bar of controls.
        if let Block::List(list) = &piece.block
            && piece.at < start
            && let Some(text) = info_list(&list.items)
        {
            tracer.removed(&text, "list above the first paragraph");
            return false;
        }
        let cut = worded
            && piece.at < start
            && (chars <= 6
                || is_link_line(&piece.block)
                || read <= EDGE_MAX && byline::is_credit_line(&piece.text)
                || read <= EDGE_MAX
                    && chars <= 60
                    && time::find(&piece.text, &TimeContext::default()).is_some());
        if cut {
            tracer.removed(&piece.text, "above the first paragraph");
        }
        !cut
    });
}

/// Cuts lines that are not the article's.
pub(crate) fn lines(pieces: Vec<Piece>, title: Option<&str>, tracer: &mut Tracer) -> Vec<Piece> {
    let total: usize = pieces.iter().map(|p| p.text.len()).sum();
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let count = pieces.len();
    let mut before = 0;
    for (i, mut piece) in pieces.into_iter().enumerate() {
        without_way_back(&mut piece, tracer);
        let len = piece.text.len();
        let text = piece.text.as_str();
        let worded = matches!(piece.block, Block::Paragraph(_) | Block::Heading(_));
        before += len;
        if worded {
            if i < 4 && title.is_some_and(|t| same_headline(t, without_clock(text))) {
                tracer.removed(text, "headline repeated");
                continue;
            }
            if out.is_empty() && subtitle::is_dashed(text) {
                tracer.removed(text, "subtitle");
                continue;
            }
            match furniture::act(text) {
                Some(Act::Drop(reason)) => {
                    tracer.removed(text, reason);
                    continue;
                }
                Some(Act::End(reason)) => {
                    tracer.removed(text, reason);
                    // A heading of that name in the middle of an article is followed by the article.
                    if before * 10 >= total * 6 {
                        break;
                    }
                    continue;
                }
                None => {}
            }
            let edge = i < EDGE_MAX && out.len() < 4 || i + 8 >= count;
            if edge && may_be_credits(text) && byline::is_credit_line(text) {
                tracer.removed(text, "credit line");
                continue;
            }
            if i + 6 >= count && is_link_line(&piece.block) && !out.is_empty() {
                tracer.removed(text, "link line");
                continue;
            }
        }
        out.push(piece);
    }
    while matches!(out.last(), Some(p) if p.block == Block::Divider) {
        out.pop();
    }
    if matches!(out.first(), Some(p) if p.block == Block::Divider) {
        out.remove(0);
    }
    out
}

/// Cuts the way back to the site that ends a last paragraph: `…全天免费。返回橙橘网首页>>`.
fn without_way_back(piece: &mut Piece, tracer: &mut Tracer) {
    let Block::Paragraph(paragraph) = &mut piece.block else {
        return;
    };
    let cut = match paragraph.content.last_mut() {
        Some(Inline::Link { content, .. }) if furniture::is_way_back(&plain(content)) => {
            let cut = plain(content);
            paragraph.content.pop();
            cut
        }
        Some(Inline::Text { text }) => {
            let Some(at) = text
                .rfind("返回")
                .filter(|at| furniture::is_way_back(&text[*at..]))
            else {
                return;
            };
            text.split_off(at)
        }
        _ => return,
    };
    tracer.removed(&cut, "way back to the site");
    let kept = piece.text.strip_suffix(cut.trim()).unwrap_or(&piece.text);
    piece.text.truncate(kept.trim_end().len());
}

/// A repeated headline without the clock time behind it: `城东公园今起开放 (13:42)`.
fn without_clock(text: &str) -> &str {
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '(' | ')' | '（' | '）');
    match text.trim_end_matches(clock) {
        cut if text.len() - cut.len() > 5 && text.ends_with([')', '）']) => cut.trim_end(),
        _ => text,
    }
}

/// Credits are short and no sentence goes on in them; cheap to ask.
fn may_be_credits(text: &str) -> bool {
    text.len() <= 400 && !text.trim_end_matches('。').contains('。')
}

/// A paragraph that is one link and no sentence.
fn is_link_line(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else {
        return false;
    };
    !paragraph.content.is_empty()
        && paragraph
            .content
            .iter()
            .all(|i| matches!(i, Inline::Link { .. }))
}

/// Lines right after a picture that say what is on it become its caption.
pub(crate) fn captions(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    // Where most of the text is centred, being centred says nothing: diaries of travellers are written so.
    let worded = pieces
        .iter()
        .filter(|p| matches!(p.block, Block::Paragraph(_)));
    let (all, set) = worded.fold((0, 0), |(all, set), p| {
        (all + 1, set + usize::from(p.captioned))
    });
    let telling = set * 2 <= all || all < 4;
    for piece in pieces {
        if let Block::Paragraph(_) | Block::Heading(_) = piece.block
            && let Some(Piece {
                block: Block::Image(image),
                ..
            }) = out.last_mut()
            && image.caption.is_none()
            && is_caption(
                &piece.text,
                piece.captioned && telling,
                matches!(piece.block, Block::Heading(_)),
            )
        {
            image.caption = Some(piece.text);
            continue;
        }
        out.push(piece);
    }
    out
}

fn is_caption(text: &str, set_as_one: bool, heading: bool) -> bool {
    let chars = text.chars().count();
    if chars > CAPTION_MAX {
        return false;
    }
    let marked = text.starts_with(['▲', '△', '▼', '►', '↑'])
        || [
            "图为",
            "图说",
            "圖說",
            "图：",
            "图/",
            "图源",
            "圖：",
            "圖／",
            "圖為",
            "图片来源",
            "圖片來源",
            "资料图",
            "資料圖",
        ]
        .iter()
        .any(|w| text.starts_with(w));
    let credited = chars <= 60
        && [
            "摄",
            "攝",
            "供图",
            "供圖",
            "摄）",
            "攝）",
            "摄)",
            "翻攝）",
            "制图",
        ]
        .iter()
        .any(|w| text.ends_with(w));
    // 短片由张三拍摄 may be a sub-heading.
    marked || !heading && credited || set_as_one && chars <= 60
}
