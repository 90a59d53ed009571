//! Paragraphs that stand in a body twice. Furniture that is said again, `clean` cuts.

use std::collections::HashSet;

use crate::body::Block;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::copies::COPY_MIN;
use crate::grammar::lexicon::is_han;
use crate::reason::Cut;
use crate::trace::Tracer;

/// Cuts long paragraphs that stand there a second time: a text kept for phones, a gallery's words below it.
pub(crate) fn cut(pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    // Most bodies have no two paragraphs that are as long and begin and end alike: then none is read.
    let mut looks = HashSet::new();
    let long = pieces.iter().map(PlacedBlock::text);
    let mut long = long.filter(|text| text.len() >= COPY_MIN);
    if long.all(|text| looks.insert((text.len(), ends(text)))) {
        return;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    let again = pieces.iter().map(|piece| {
        let text = piece.text();
        let told =
            text.len() >= COPY_MIN && text.chars().filter(|c| is_han(*c)).count() * 6 >= COPY_MIN;
        matches!(piece.block, Block::Paragraph(_)) && told && !seen.insert(text)
    });
    let again: Vec<bool> = again.collect();
    if !again.contains(&true) {
        return;
    }
    let mut again = again.into_iter();
    pieces.retain(|piece| {
        let copy = again.next() == Some(true);
        if copy {
            tracer.removed(piece.text(), piece.at.0, Cut::Copy);
        }
        !copy
    });
}

/// The first and the last eight bytes of a long text.
fn ends(text: &str) -> (Option<&[u8; 8]>, Option<&[u8; 8]>) {
    (text.as_bytes().first_chunk(), text.as_bytes().last_chunk())
}
