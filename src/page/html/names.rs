//! Names of tags and attributes as the atoms the tree is made of. Knows none of them.

use std::collections::HashSet;

use html5ever::LocalName;

use crate::page::html::budget::Budget;
use crate::page::html::source::{EACH, Source, without_null};

/// Slots of the table; pages have some 60 names.
const SLOTS: usize = 256;

/// The names a page has used so far, found again without hashing text. In lower case, as HTML has them.
pub(super) struct Names {
    slots: Vec<Slot>,
    /// The hashes of all that were too long to be atoms by themselves.
    long: HashSet<u64>,
}

/// A name and what it is recognised by: up to 16 bytes, its first and last eight hold all of it.
#[derive(Clone)]
struct Slot {
    first: u64,
    last: u64,
    len: usize,
    name: LocalName,
}

impl Names {
    pub(super) fn new() -> Self {
        let slot = Slot {
            first: 0,
            last: 0,
            len: 0,
            name: LocalName::default(),
        };
        Self {
            slots: vec![slot; SLOTS],
            long: HashSet::new(),
        }
    }

    /// The name that stands between `from` and `to`, which is not empty.
    ///
    /// Atoms beyond seven bytes are kept in lists that every thread shares, and there are only so many lists: a name that is not in
    /// the table costs steps when there are thousands.
    #[inline]
    pub(super) fn get(
        &mut self,
        source: &Source,
        from: usize,
        to: usize,
        budget: &Budget<'_>,
    ) -> LocalName {
        let bytes = source.bytes();
        let len = to - from;
        let first = word(bytes, from, len.min(8));
        let last = if len > 8 { word(bytes, to - 8, 8) } else { 0 };
        let hash = (first ^ last.rotate_left(29) ^ len as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let slot = &mut self.slots[(hash >> 56) as usize % SLOTS];
        if slot.first == first
            && slot.last == last
            && slot.len == len
            && (len <= 16 || slot.name.as_bytes().eq_ignore_ascii_case(&bytes[from..to]))
        {
            return slot.name.clone();
        }
        let name = make(source, from, to);
        if name.len() > 7 {
            self.long.insert(name.get_hash());
        }
        budget.steps(self.long.len() / 256);
        *slot = Slot {
            first,
            last,
            len,
            name: name.clone(),
        };
        name
    }
}

#[cold]
fn make(source: &Source, from: usize, to: usize) -> LocalName {
    let text = source.str(from, to);
    if source.has_null() {
        LocalName::from(without_null(text).to_ascii_lowercase())
    } else if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        LocalName::from(text.to_ascii_lowercase())
    } else {
        LocalName::from(text)
    }
}

/// Up to eight bytes in lower case, as a number.
#[inline]
fn word(bytes: &[u8], from: usize, len: usize) -> u64 {
    match bytes[from..].first_chunk() {
        Some(&eight) => lower(u64::from_be_bytes(eight) >> (64 - 8 * len)),
        None => bytes[from..from + len].iter().fold(0, |word, &byte| {
            word << 8 | u64::from(byte.to_ascii_lowercase())
        }),
    }
}

/// `A` to `Z` as `a` to `z` in all eight bytes at once.
#[inline]
fn lower(word: u64) -> u64 {
    let low = word & (0x7f * EACH);
    // The top bit of each byte says whether it is beyond `Z`, and at least `A`.
    let beyond = low + (0x7f - u64::from(b'Z')) * EACH;
    let least = low + (0x80 - u64::from(b'A')) * EACH;
    let upper = (least ^ beyond) & !word & (0x80 * EACH);
    word | upper >> 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn names_are_found_again_in_lower_case() {
        let names = "A a DIV div h1 data-src DATA-SRC data-Original-Title data-original-title Datä \u{212a} @[`{ x\0y";
        let source = Source::new(names);
        let limits = Limits::default();
        let budget = Budget::new(&limits);
        let mut table = Names::new();
        for _ in 0..2 {
            let mut at = 0;
            for word in names.split(' ') {
                let name = table.get(&source, at, at + word.len(), &budget);
                assert_eq!(*name, word.to_ascii_lowercase().replace('\0', "\u{fffd}"));
                at += word.len() + 1;
            }
        }
    }

    #[test]
    fn all_bytes_are_lowered_as_ascii() {
        for byte in 0..=u8::MAX {
            let word = u64::from_be_bytes([byte, b'Q', b'@', byte, b'[', b'z', 0xc3, byte]);
            let each = word.to_be_bytes().map(|b| b.to_ascii_lowercase());
            assert_eq!(lower(word), u64::from_be_bytes(each));
        }
    }
}
