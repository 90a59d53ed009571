//! What is cut from a body: subtrees that are something else, then lines at its edges and between its paragraphs. Every cut has a reason.

use std::collections::HashSet;
use std::ops::Range;

use crate::body::plain::plain;
use crate::body::{Block, Inline, Table};
use crate::content::captions;
use crate::content::forms::Forms;
use crate::content::hint::hints;
use crate::content::images;
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::tuning::clean::{
    ABOVE_LIST_MAX, ANNOUNCED_MIN, CONTROLLED_INFO_MAX, CONTROLS_MAX, EDGE_MAX, FOOTER_LINES,
    INFO_MAX, OUTLET_MAX, PLAIN_PICTURE_MIN, SUBTITLE_WITHIN, TAIL,
};
use crate::content::tuning::*;
use crate::content::values;
use crate::grammar::boilerplate;
use crate::grammar::boilerplate::Footer;
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::time::TimeContext;
use crate::grammar::title::key::same_headline;
use crate::grammar::title::subtitle;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Cut, Noise, Removal};
use crate::trace::Tracer;

/// The subtrees of a run that are no part of the article. `named` are those a rule names.
pub(crate) fn subtrees(
    dom: &Dom,
    run: SiblingRange,
    named: &[NodeId],
    tracer: &mut Tracer,
) -> HashSet<NodeId> {
    let mut cut: HashSet<NodeId> = HashSet::new();
    let total = dom.counts_between(run.from, run.to).plain().max(1) as f32;
    for &ix in named {
        if !run.contains(ix) {
            continue;
        }
        if !is_small(dom, ix, total) {
            continue;
        }
        tracer.removed(dom.text(ix), ix.0, Cut::NamedByRule);
        cut.insert(ix);
    }
    let forms = Forms::of(dom, run, total);
    for &ix in &forms.elements {
        tracer.removed(dom.text(ix), ix.0, Noise::Controls);
        cut.insert(ix);
    }
    let mut at = run.from;
    while at < run.to {
        if forms.end.is_some_and(|end| at >= end) {
            tracer.removed(dom.text(at), at.0, Noise::Comments);
            cut.insert(at);
            at = dom.end(at);
            continue;
        }
        if cut.contains(&at) {
            at = dom.end(at);
            continue;
        }
        if let Some(reason) = reason(dom, at, total) {
            tracer.removed(dom.text(at), at.0, reason);
            cut.insert(at);
            at = dom.end(at);
            continue;
        }
        at = NodeId(at.0 + 1);
    }
    cut
}

/// Whether a rule may cut an element from a run.
pub(crate) fn may_cut(dom: &Dom, run: SiblingRange, ix: NodeId) -> bool {
    let total = dom.counts_between(run.from, run.to).plain().max(1) as f32;
    is_small(dom, ix, total)
}

/// A rule cannot cut the article itself: sites reuse class names.
fn is_small(dom: &Dom, ix: NodeId, total: f32) -> bool {
    dom.counts(ix).plain() as f32 <= total * NAMED_MAX_SHARE
}

fn reason(dom: &Dom, ix: NodeId, total: f32) -> Option<Removal> {
    let tag = dom.tag(ix);
    match tag {
        Tag::Text => return None,
        Tag::Nav => return Some(Noise::Navigation.into()),
        Tag::Footer if dom.counts(ix).marks < 3 => return Some(Noise::Footer.into()),
        Tag::Button => return Some(Noise::Control.into()),
        _ => {}
    }
    let counts = dom.counts(ix);
    if tag == Tag::Span && boilerplate::is_stock_quote(dom.text(ix)) {
        return Some(Noise::StockQuote.into());
    }
    let small = (counts.plain() as f32) < total * NOISE_MAX_SHARE;
    if small && (tag.is_block() || matches!(tag, Tag::Span | Tag::A | Tag::Other)) {
        match hints(dom, ix).noise() {
            // `img_comment` and `popupbox` are words for captions and enlargements too.
            Some(Noise::Comments | Noise::PopUp)
                if is_picture(dom, ix) || tag == Tag::Figcaption => {}
            // And `ad` one for the box of a picture that leads nowhere.
            Some(Noise::Advertisement) if is_plain_picture(dom, ix) => {}
            Some(noise) => return Some(noise.into()),
            _ if tag == Tag::Aside => return Some(Noise::SideBar.into()),
            _ => {}
        }
    }
    // Comments on a flash may be longer than it.
    if !small
        && tag.is_block()
        && hints(dom, ix).noise() == Some(Noise::Comments)
        && values::follows_prose(dom, ix)
    {
        return Some(Noise::Comments.into());
    }
    if tag.is_block() && small && is_link_list(dom, ix) && !is_announced(dom, ix) {
        return Some(Cut::LinkList.into());
    }
    None
}

/// A picture with at most a caption.
fn is_picture(dom: &Dom, ix: NodeId) -> bool {
    dom.counts(ix).chars as usize <= CAPTION_MAX && dom.has_image(ix)
}

/// One large picture without link and text.
fn is_plain_picture(dom: &Dom, ix: NodeId) -> bool {
    let wide = |img: NodeId| {
        dom.attr(img, "width")
            .and_then(|w| w.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|w| w >= PLAIN_PICTURE_MIN)
    };
    dom.counts(ix).chars == 0
        && dom.anchors_in(ix).is_empty()
        && matches!(dom.images_in(ix), [img] if wide(*img))
        && dom.ancestors(ix).take(2).all(|a| dom.tag(a) != Tag::A)
}

/// Two or more links and next to nothing else.
pub(crate) fn is_link_list(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.linked < 8 || counts.link_share() < LINK_LIST_SHARE {
        return false;
    }
    let lines = dom.lines_in(ix);
    let linked = lines
        .iter()
        .filter(|l| l.counts.link_share() > LINK_LIST_SHARE)
        .count();
    linked >= 2 && linked * 3 >= lines.len() * 2 && !leads_to_pictures(dom, ix)
}

/// Whether all links lead to pictures: the slides of a gallery with their captions.
fn leads_to_pictures(dom: &Dom, ix: NodeId) -> bool {
    dom.has_image(ix)
        && dom
            .anchors_in(ix)
            .iter()
            .all(|&link| dom.attr(link, "href").is_some_and(images::is_picture_file))
}

/// Whether the sentence above a list announces what it holds: 预约入口如下： and the addresses, or the works an article is based on. Lists of
/// other articles are announced by labels.
fn is_announced(dom: &Dom, ix: NodeId) -> bool {
    if !matches!(dom.tag(ix), Tag::Ul | Tag::Ol) {
        return false;
    }
    let Some(above) = dom.line_from(ix).checked_sub(1) else {
        return false;
    };
    let line = &dom.lines()[above];
    let text = dom.line_text(line).trim_end();
    let parent = dom.parent(ix);
    let beside = parent.is_some_and(|p| dom.contains(p, NodeId(line.node)));
    let sources = Facet::ReferencesHead.is(text.trim_end_matches(['：', ':']));
    let announces = line.counts.linked == 0
        && line.counts.chars as usize >= ANNOUNCED_MIN
        && boilerplate::act(text).is_none()
        && (text.ends_with(['：', ':']) || Facet::ListAnnounced.within(text));
    beside && (sources || announces)
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

/// Cuts what stands above the first paragraph inside the body's own container: info line, controls, links.
pub(crate) fn above(dom: &Dom, pieces: &mut Vec<PlacedBlock>, start: NodeId, tracer: &mut Tracer) {
    let head = pieces.partition_point(|p| p.at < start);
    let verse = verse_before(dom, &pieces[..head]);
    let mut read = 0;
    let mut below_image = false;
    pieces.retain(|piece| {
        read += 1;
        // The caption of a picture up there is no info line.
        let caption = below_image && captions::is_worded(piece.text());
        below_image = matches!(piece.block, Block::Image(_));
        let reason = (read <= head && !caption && !verse.contains(&(read - 1)))
            .then(|| is_above(piece, read, head))
            .flatten();
        if let Some((text, reason)) = &reason {
            tracer.removed(text, piece.at.0, *reason);
        }
        reason.is_none()
    });
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
            && piece.text().chars().count() <= 24
            && boilerplate::act(piece.text()).is_none()
            && !byline::is_credit_line(piece.text())
            && time::find(piece.text(), &TimeContext::default()).is_none()
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
fn is_above(piece: &PlacedBlock, nth: usize, head: usize) -> Option<(String, Cut)> {
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
    let cut = short && chars <= 6
        || is_link_line(&piece.block)
        || nth <= EDGE_MAX
            && (byline::is_credit_line(text)
                || chars <= info_max(text) && time::find(text, &TimeContext::default()).is_some());
    cut.then(|| (text.to_string(), Cut::AboveText))
}

/// Characters of an info line with a time in it at most; with controls beside it, more: `发布时间：2024-05-10 06:58 【字体：大 中 小】`.
fn info_max(text: &str) -> usize {
    match Facet::InfoControl.within(text) {
        true => CONTROLLED_INFO_MAX,
        false => INFO_MAX,
    }
}

/// Cuts lines that are not the article's.
pub(crate) fn lines(pieces: &mut Vec<PlacedBlock>, title: Option<&str>, tracer: &mut Tracer) {
    let total: usize = pieces.iter().map(|p| p.text().len()).sum();
    let count = pieces.len();
    let (mut above, mut kept, mut before, mut ended) = (0, 0, 0, false);
    let (mut labelled, mut listed, mut below_image) = (false, false, false);
    let mut code_follows = false;
    pieces.retain_mut(|piece| {
        if ended {
            return false;
        }
        // 扫描下方二维码关注, and the code.
        if std::mem::take(&mut code_follows)
            && matches!(&piece.block, Block::Image(image) if image.caption.is_none())
        {
            tracer.removed("", piece.at.0, Noise::QrCode);
            above += 1;
            return false;
        }
        without_way_back(piece, tracer);
        before += piece.text().len();
        above += 1;
        let at = LinePlace {
            kept,
            above: above - 1,
            below: count - above,
        };
        let found = boilerplate_reason(piece, at, title);
        // 湖区的水鸟 橙橘网 张三/摄, right below the picture.
        let caption = below_image && captions::is_worded(piece.text());
        below_image = matches!(piece.block, Block::Image(_));
        let found = found.filter(|(reason, _)| {
            !(caption && *reason == CREDIT && byline::line(piece.text()).authors.is_empty())
        });
        // 作者： and the name in an element of its own below it.
        let value = labelled && found.is_none() && byline::may_be_value(piece.text());
        labelled = found.is_some() && byline::is_lone_label(piece.text());
        let link = listed && is_linked(&piece.block);
        listed = link || matches!(found, Some((LIST, _)));
        let found = found
            .or(value.then_some((Cut::LabelValue.into(), false)))
            .or(link.then_some((LIST, false)));
        let Some((reason, ends)) = found else {
            kept += 1;
            return true;
        };
        tracer.removed(piece.text(), piece.at.0, reason);
        code_follows = points_at_code(piece.text());
        // A heading of that name in the middle of an article is followed by the article.
        let comments = reason == Removal::Noise(Noise::Comments) && kept > 0;
        ended = ends && (comments || before * 10 >= total * 6);
        false
    });
}

/// Whether a line that was cut speaks of a code to be scanned: a picture right below it is that code.
fn points_at_code(text: &str) -> bool {
    Facet::CodePointer.within(text) && !Facet::CodeElsewhere.within(text)
}

/// Cuts at the end again, once lines are gone and captions with their pictures: that brought the lines above them to the end.
/// Credits stand above an invitation to follow.
pub(crate) fn end(pieces: &mut Vec<PlacedBlock>, title: Option<&str>, tracer: &mut Tracer) {
    footer(pieces, tracer);
    let mut i = pieces.len();
    let stop = pieces.len().saturating_sub(EDGE_MAX);
    while i > stop && pieces.len() - i < TAIL {
        i -= 1;
        let at = LinePlace {
            above: i,
            kept: i,
            below: pieces.len() - i - 1,
        };
        if let Some((reason, _)) = boilerplate_reason(&pieces[i], at, title) {
            tracer.removed(pieces[i].text(), pieces[i].at.0, reason);
            pieces.remove(i);
        }
    }
    // What parted the lines that are gone parts nothing now.
    let is_divider = |piece: &PlacedBlock| piece.block == Block::Divider;
    while pieces.last().is_some_and(is_divider) {
        pieces.pop();
    }
    let leading = pieces.iter().take_while(|piece| is_divider(piece)).count();
    pieces.drain(..leading);
    pieces.dedup_by(|next, before| is_divider(next) && is_divider(before));
}

/// Cuts the page's footer below a body: its last lines, if one of them says what they are. Pictures among them are badges of licences;
/// those above are the article's.
fn footer(pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    let (mut lines, mut sure) = (0, false);
    for (i, piece) in pieces.iter().rev().take(FOOTER_LINES).enumerate() {
        match piece.block {
            Block::Image(_) => {}
            Block::Paragraph(_) => match boilerplate::footer(piece.text()) {
                Some(said) => (lines, sure) = (i + 1, sure || said == Footer::Sure),
                None => break,
            },
            _ => break,
        }
    }
    if sure && lines < pieces.len() {
        for piece in pieces.drain(pieces.len() - lines..) {
            tracer.removed(piece.text(), piece.at.0, Noise::Footer);
        }
    }
}

const CREDIT: Removal = Removal::Cut(Cut::CreditLine);

/// A label of a list of other articles; links right below one belong to it.
const LIST: Removal = Removal::Noise(Noise::RelatedList);

/// Where a line stands in the body.
struct LinePlace {
    above: usize,
    /// How many of those above were kept.
    kept: usize,
    below: usize,
}

/// Why a line is not the article's, and whether all below it is not either.
fn boilerplate_reason(
    piece: &PlacedBlock,
    at: LinePlace,
    title: Option<&str>,
) -> Option<(Removal, bool)> {
    if let Block::Table(table) = &piece.block
        && at.kept == 0
        && is_document_table(table)
    {
        return Some((Cut::AboveText.into(), false));
    }
    if let Block::List(list) = &piece.block
        && is_control_list(&list.items)
    {
        return Some((Noise::Controls.into(), false));
    }
    if !matches!(piece.block, Block::Paragraph(_) | Block::Heading(_)) {
        return None;
    }
    let text = piece.text();
    // 网友评论 stands below the headline, which some pages say again.
    if at.kept > 4 && at.below < TAIL && title.is_some_and(|t| same_headline(t, text)) {
        return Some((Cut::Headline.into(), false));
    }
    if at.above < EDGE_MAX
        && at.kept < 4
        && title.is_some_and(|t| same_headline(t, without_clock(text)))
    {
        return Some((Cut::Headline.into(), false));
    }
    // 橙橘日报, alone above the text: an info line without its label.
    if at.kept == 0
        && at.below > 0
        && matches!(piece.block, Block::Paragraph(_))
        && text.chars().count() <= OUTLET_MAX
        && outlet::is_outlet(text)
    {
        return Some((CREDIT, false));
    }
    if at.kept == 0 && Facet::SummaryMark.starts(text) {
        return Some((Cut::Summary.into(), false));
    }
    if at.kept == 0 && subtitle::is_dashed(text) {
        return Some((Cut::Subtitle.into(), false));
    }
    match furniture(piece) {
        Some(LineVerdict::Drop(noise)) => return Some((noise.into(), false)),
        Some(LineVerdict::End(noise)) => return Some((noise.into(), true)),
        None => {}
    }
    let edge = at.above < EDGE_MAX && at.kept < 4 || at.below < TAIL;
    if edge && is_credits(piece) {
        return Some((CREDIT, false));
    }
    // The counter or the name of a control that stands alone behind the text.
    let alone = |text: &str| {
        text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) || boilerplate::is_button(text)
    };
    if at.below == 0 && at.kept > 1 && alone(text) {
        return Some((Noise::Counter.into(), false));
    }
    if at.below < TAIL && boilerplate::is_at_tail(text) {
        return Some((Cut::Tail.into(), false));
    }
    if at.below < 6 && at.kept > 0 && is_link_line(&piece.block) && !captions::is_worded(text) {
        return Some((Cut::LinkLine.into(), false));
    }
    None
}

/// Whether all items of a short list are controls or other furniture: those of a player, of a share bar.
fn is_control_list(items: &[Vec<Block>]) -> bool {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        _ => String::new(),
    };
    let texts: Vec<String> = items
        .iter()
        .flatten()
        .take(CONTROLS_MAX + 1)
        .map(text)
        .collect();
    let furniture = |text: &String| {
        matches!(boilerplate::act(text), Some(LineVerdict::Drop(_)))
            || boilerplate::is_button(text)
            || may_be_credits(text) && byline::is_credit_line(text)
    };
    !texts.is_empty() && texts.len() <= CONTROLS_MAX && texts.iter().all(furniture)
}

/// Cuts what a template draws above and below a text: pictures whose files are named by words, not by a day or a number. Below it, those
/// that lead to other pages too.
pub(crate) fn edge_pictures(dom: &Dom, pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    let drawn = |piece: &PlacedBlock| match &piece.block {
        Block::Image(image) => image.caption.is_none() && images::is_drawn(&image.url),
        _ => false,
    };
    let is_picture = |piece: &&PlacedBlock| matches!(piece.block, Block::Image(_));
    let head = pieces.iter().take_while(is_picture).count();
    if head == pieces.len() {
        return;
    }
    let tail = pieces.iter().rev().take_while(is_picture).count();
    let (above, below) = (head, pieces.len() - tail);
    let mut at = 0;
    pieces.retain(|piece| {
        at += 1;
        let leads_away = |piece: &PlacedBlock| match &piece.block {
            Block::Image(image) => image.caption.is_none() && images::leads_away(dom, piece.at),
            _ => false,
        };
        let cut = (at <= above || at > below) && drawn(piece) || at > below && leads_away(piece);
        if cut {
            tracer.removed("", piece.at.0, Noise::ToolBar);
        }
        !cut
    });
}

/// Cuts the subtitle at a node from the head of a body.
pub(crate) fn subtitle(
    dom: &Dom,
    pieces: &mut Vec<PlacedBlock>,
    node: NodeId,
    tracer: &mut Tracer,
) {
    let is_it = |piece: &PlacedBlock| piece.at == node || dom.contains(piece.at, node);
    let head = pieces.iter().take(SUBTITLE_WITHIN);
    if let Some(at) = head.clone().position(is_it)
        && matches!(pieces[at].block, Block::Paragraph(_) | Block::Heading(_))
    {
        tracer.removed(pieces[at].text(), node.0, Cut::Subtitle);
        pieces.remove(at);
    }
}

/// What becomes of a piece as furniture of the page.
fn furniture(piece: &PlacedBlock) -> Option<LineVerdict> {
    let said = piece.said.furniture.get();
    said.unwrap_or_else(|| {
        let verdict = boilerplate::act(piece.text());
        piece.said.furniture.set(Some(verdict));
        verdict
    })
}

/// Whether a piece is nothing but credits.
fn is_credits(piece: &PlacedBlock) -> bool {
    let said = piece.said.credits.get();
    said.unwrap_or_else(|| {
        let text = piece.text();
        let credits =
            may_be_credits(text) && (byline::is_credit_line(text) || byline::is_lone_label(text));
        piece.said.credits.set(Some(credits));
        credits
    })
}

/// Whether a table above the text says how an office files it: 索取号, 发布机构, 文件编号.
fn is_document_table(table: &Table) -> bool {
    let cells = table.rows.iter().take(12).flatten().take(60);
    let found = cells.filter(|cell| {
        let text: String = plain(&cell.content)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .take(8)
            .collect();
        Facet::DocumentLabel.is(&text)
    });
    table.rows.len() <= 12 && found.count() >= 3
}

/// Cuts the way back to the site that ends a last paragraph: `…全天免费。返回橙橘网首页>>`.
fn without_way_back(piece: &mut PlacedBlock, tracer: &mut Tracer) {
    let Block::Paragraph(paragraph) = &mut piece.block else {
        return;
    };
    let cut = match paragraph.content.last_mut() {
        Some(Inline::Link { content, .. }) if boilerplate::is_way_back(&plain(content)) => {
            let cut = plain(content);
            paragraph.content.pop();
            cut
        }
        Some(Inline::Text { text }) => {
            let Some(at) = boilerplate::way_back_at_end(text) else {
                return;
            };
            let cut = text.split_off(at);
            text.truncate(text.trim_end().len());
            cut
        }
        _ => return,
    };
    tracer.removed(&cut, piece.at.0, Noise::WayBack);
    let text = piece.text();
    let kept = text
        .strip_suffix(cut.trim())
        .unwrap_or(text)
        .trim_end()
        .len();
    piece.shorten_to(kept);
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
    matches!(block, Block::Paragraph(_)) && is_linked(block)
}

/// A paragraph or heading that is nothing but links.
fn is_linked(block: &Block) -> bool {
    let content = match block {
        Block::Paragraph(paragraph) => &paragraph.content,
        Block::Heading(heading) => &heading.content,
        _ => return false,
    };
    !content.is_empty() && content.iter().all(|i| matches!(i, Inline::Link { .. }))
}
