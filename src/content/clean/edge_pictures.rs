//! Pictures above and below a text that a template draws, and below it those that lead away. Not icons, which are none of any page's pictures
//! (see `images`).

use crate::body::Block;
use crate::content::images;
use crate::content::placed_block::PlacedBlock;
use crate::page::dom::Dom;
use crate::reason::Noise;
use crate::trace::Tracer;

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
