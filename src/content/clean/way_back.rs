//! The way back to the site at the end of a paragraph.

use crate::body::plain::plain;
use crate::body::{Block, Inline};
use crate::content::placed_block::PlacedBlock;
use crate::grammar::boilerplate;
use crate::reason::Noise;
use crate::trace::Tracer;

/// Cuts the way back to the site that ends a last paragraph: `…全天免费。返回橙橘网首页>>`.
pub(super) fn without_way_back(piece: &mut PlacedBlock, tracer: &mut Tracer) {
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
