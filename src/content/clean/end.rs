//! The end of a body, once lines between its paragraphs are gone: credits above an invitation, the page's footer, dividers.

use crate::body::Block;
use crate::content::clean::line::{LinePlace, reason};
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::{EDGE_MAX, FOOTER_LINES, LABEL_MAX, TAIL};
use crate::grammar::boilerplate;
use crate::grammar::boilerplate::Footer;
use crate::page::dom::{Dom, NodeId};
use crate::reason::Noise;
use crate::trace::Tracer;

/// Cuts at the end again, once lines are gone and captions with their pictures: that brought the lines above them to the end.
/// Credits stand above an invitation to follow.
pub(crate) fn end(
    dom: &Dom,
    shown: bool,
    pieces: &mut Vec<PlacedBlock>,
    title: Option<&str>,
    tracer: &mut Tracer,
) {
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
        if let Some((reason, _)) = reason(dom, &pieces[i], at, title) {
            tracer.removed(pieces[i].text(), pieces[i].at.0, reason);
            pieces.remove(i);
        }
    }
    // A heading that heads nothing now was that of a list which is gone.
    if shown {
        let heads_nothing = |piece: &PlacedBlock| {
            matches!(piece.block, Block::Heading(_))
                && piece.text().chars().count() <= LABEL_MAX
                && is_above_more(dom, piece.at)
        };
        while pieces.len() > 1
            && let Some(piece) = pieces.pop_if(|piece| heads_nothing(piece))
        {
            tracer.removed(piece.text(), piece.at.0, Noise::RelatedList);
        }
    }
    dividers(pieces);
}

/// Whether a text stands in a heading that more of the page follows, in the element around it or the one around that.
fn is_above_more(dom: &Dom, text: NodeId) -> bool {
    let mut around = dom.ancestors(text).take(3);
    let Some(heading) = around.find(|&a| dom.tag(a).heading_level().is_some()) else {
        return false;
    };
    let Some(outer) = dom.ancestors(heading).take(2).last() else {
        return false;
    };
    let next = dom.lines().get(dom.line_from(dom.end(heading)));
    next.is_some_and(|line| line.node < dom.end(outer).0)
}

/// Cuts dividers that part nothing: at the edges, and one of two.
pub(crate) fn dividers(pieces: &mut Vec<PlacedBlock>) {
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
