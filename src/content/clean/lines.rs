//! Lines between the paragraphs of a body that are not the article's, from its first to its last. Why a line is none is `line`'s business.

use crate::body::{Block, Inline};
use crate::content::captions;
use crate::content::clean::line::{CREDIT, LinePlace, furniture, is_linked, reason};
use crate::content::clean::way_back::without_way_back;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::ANNOUNCED_MIN;
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};
use crate::reason::{Cut, Noise, Removal};
use crate::trace::Tracer;

/// A label of a list of other articles; links right below one belong to it.
const LIST: Removal = Removal::Noise(Noise::RelatedList);

/// Cuts lines that are not the article's.
pub(crate) fn lines(
    dom: &Dom,
    pieces: &mut Vec<PlacedBlock>,
    title: Option<&str>,
    tracer: &mut Tracer,
) {
    codes_above(pieces, tracer);
    let total: usize = pieces.iter().map(|p| p.text().len()).sum();
    let count = pieces.len();
    let (mut above, mut kept, mut before, mut ended) = (0, 0, 0, false);
    let (mut labelled, mut listed, mut below_image) = (false, false, false);
    let mut code_follows = false;
    let mut announced = false;
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
        // 线路图查询：夜1路, and below it 夜2路, a link each.
        let of_text = announced && is_linked(&piece.block);
        piece.said.announced.set(of_text);
        let found = reason(dom, piece, at, title);
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
            announced = of_text || announces_links(&piece.block);
            return true;
        };
        announced = false;
        tracer.removed(piece.text(), piece.at.0, reason);
        code_follows = points_at_code(piece.text());
        // A heading of that name in the middle of an article is followed by the article.
        let comments = reason == Removal::Noise(Noise::Comments) && kept > 0;
        ended = ends && (comments || before * 10 >= total * 6);
        false
    });
}

/// Whether links right below a line are the article's: it ends in a link that it has a label for, 线路图查询：夜1路, or is a sentence that says
/// what they are for.
fn announces_links(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else {
        return false;
    };
    match paragraph.content.as_slice() {
        [.., Inline::Text { text }, Inline::Link { .. }] => text.trim_end().ends_with(['：', ':']),
        [Inline::Text { text }] => {
            text.ends_with(['：', '。'])
                && text.chars().count() >= ANNOUNCED_MIN
                && Facet::ListAnnounced.within(text)
        }
        _ => false,
    }
}

/// Cuts the code right above a line that asks to scan it: 长按识别二维码.
fn codes_above(pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    let is_code = |pair: &[PlacedBlock]| {
        matches!(&pair[0].block, Block::Image(image) if image.caption.is_none())
            && matches!(pair[1].block, Block::Paragraph(_))
            && matches!(furniture(&pair[1]), Some(LineVerdict::Drop(Noise::QrCode)))
            && Facet::CodePress.starts(pair[1].text())
    };
    let codes: Vec<NodeId> = pieces
        .windows(2)
        .filter(|pair| is_code(pair))
        .map(|pair| pair[0].at)
        .collect();
    if codes.is_empty() {
        return;
    }
    pieces.retain(|piece| {
        let code = matches!(piece.block, Block::Image(_)) && codes.contains(&piece.at);
        if code {
            tracer.removed("", piece.at.0, Noise::QrCode);
        }
        !code
    });
}

/// Whether a line that was cut speaks of a code to be scanned: a picture right below it is that code.
fn points_at_code(text: &str) -> bool {
    Facet::CodePointer.within(text) && !Facet::CodeElsewhere.within(text)
}
