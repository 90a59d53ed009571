//! Whether a line of a body is nothing but credits.

use crate::content::credit_line::is_credit_line;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::CREDITS_BYTES;
use crate::grammar::byline;
use crate::page::dom::Dom;

/// Whether a piece is nothing but credits.
pub(super) fn is_credits(dom: &Dom, piece: &PlacedBlock) -> bool {
    let said = piece.said.credits.get();
    said.unwrap_or_else(|| {
        let text = piece.text();
        let credits =
            may_be_credits(text) && (is_credit_line(dom, text) || byline::is_lone_label(text));
        piece.said.credits.set(Some(credits));
        credits
    })
}

/// Credits are short and no sentence goes on in them; cheap to ask.
pub(super) fn may_be_credits(text: &str) -> bool {
    text.len() <= CREDITS_BYTES && !text.trim_end_matches('。').contains('。')
}
