//! Paragraphs that stand in a body twice. Furniture that is said again, `clean` cuts.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::body::Block;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::copies::{COPY_MIN, RUN_LINES, RUN_MIN};
use crate::grammar::lexicon::is_han;
use crate::reason::Cut;
use crate::trace::Tracer;

/// Cuts long paragraphs that stand there a second time: a text kept for phones, a gallery's words below it.
pub(crate) fn cut(pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    // Most bodies have no two paragraphs that are as long and begin and end alike: then none is read.
    let mut looks = HashSet::new();
    let long = pieces.iter().map(PlacedBlock::text);
    let mut long = long.filter(|text| text.len() >= RUN_MIN);
    if long.all(|text| looks.insert((text.len(), ends(text)))) {
        return;
    }
    let texts: Vec<&str> = pieces.iter().map(PlacedBlock::text).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let first = pieces.iter().enumerate().map(|(at, piece)| {
        let text = texts[at];
        let told = text.len() >= RUN_MIN
            && text.chars().filter(|c| is_han(*c)).count() * 6 >= text.len().min(COPY_MIN);
        if !matches!(piece.block, Block::Paragraph(_)) || !told {
            return None;
        }
        match seen.entry(text) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(new) => {
                new.insert(at);
                None
            }
        }
    });
    let first: Vec<Option<usize>> = first.collect();
    // Shorter ones, if so many in a row come again in the same order.
    let mut again: Vec<bool> = vec![false; pieces.len()];
    let mut from = 0;
    while from < pieces.len() {
        let next = |at: usize| first[at].map(|known| known + 1);
        let mut to = from + 1;
        while to < pieces.len() && first[to].is_some() && first[to] == next(to - 1) {
            to += 1;
        }
        for at in from..to {
            again[at] =
                first[at].is_some() && (texts[at].len() >= COPY_MIN || to - from >= RUN_LINES);
        }
        from = to;
    }
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
