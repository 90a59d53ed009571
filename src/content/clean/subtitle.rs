//! The subtitle that a body repeats at its head. Which line it is, `subtitle_line` knows.

use crate::body::Block;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::SUBTITLE_WITHIN;
use crate::page::dom::{Dom, NodeId};
use crate::reason::Cut;
use crate::trace::Tracer;

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
