//! Pairs of letters that stand beside each other in a text, as a set. What they say of a headline is not known here.

use crate::grammar::title::key::{chinese_run, lowered};

/// A set of pairs. A table of its own: it is filled with thousands of them for every page and asked for a few, and the standard one takes
/// five times as long.
pub(crate) struct Pairs {
    /// A power of two, a fourth of them free: a pair stands in its own place or right behind.
    places: Vec<u64>,
    count: usize,
}

/// No pair: no letter is U+0000.
const NONE: u64 = 0;

impl Pairs {
    /// None, with room for those of so many characters.
    pub(crate) fn with_room(chars: usize) -> Self {
        Self {
            places: vec![NONE; (chars * 4 / 3 + 1).next_power_of_two()],
            count: 0,
        }
    }

    /// Adds the pairs within a text, of its first `most` letters; returns how many letters that were.
    pub(crate) fn add(&mut self, text: &str, most: usize) -> usize {
        let (mut last, mut read) = (0, 0);
        let mut rest = text;
        while read < most {
            let (run, behind) = rest.split_at(chinese_run(rest.as_bytes()));
            let letters = run.as_bytes().as_chunks().0;
            let letters = &letters[..letters.len().min(most - read)];
            for &letter in letters {
                last = self.follow(last, of_three(letter));
            }
            read += letters.len();
            let mut chars = behind.chars();
            let Some(c) = chars.next() else { break };
            for letter in lowered(c).into_iter().flatten().take(most - read) {
                last = self.follow(last, bits(letter));
                read += 1;
            }
            rest = chars.as_str();
        }
        read
    }

    /// Adds the pair of two letters, if there is a first; returns the second.
    #[inline]
    fn follow(&mut self, last: u32, letter: u32) -> u32 {
        if last != 0 {
            self.insert(pair(last, letter));
        }
        letter
    }

    #[inline]
    fn insert(&mut self, pair: u64) {
        let mut at = self.first_place(pair);
        loop {
            let place = &mut self.places[at];
            if *place == pair {
                return;
            }
            if *place == NONE {
                *place = pair;
                break;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        self.count += 1;
        if self.count * 4 > self.places.len() * 3 {
            self.grow();
        }
    }

    #[cold]
    fn grow(&mut self) {
        let more = vec![NONE; self.places.len() * 2];
        self.count = 0;
        for pair in std::mem::replace(&mut self.places, more) {
            if pair != NONE {
                self.insert(pair);
            }
        }
    }

    /// How many different ones there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn has(&self, first: char, second: char) -> bool {
        let pair = pair(bits(first), bits(second));
        let mut at = self.first_place(pair);
        while self.places[at] != NONE {
            if self.places[at] == pair {
                return true;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        false
    }

    /// Where a pair stands, if no other does.
    #[inline]
    fn first_place(&self, pair: u64) -> usize {
        // Fibonacci hashing: the upper half depends on all bits below.
        (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 44) as usize & (self.places.len() - 1)
    }
}

#[inline]
fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// The bytes of a letter as a number, the last below: it tells most. No letter is 0.
fn bits(letter: char) -> u32 {
    let mut bytes = [0; 4];
    let bytes = letter.encode_utf8(&mut bytes).bytes();
    bytes.fold(0, |bits, byte| bits << 8 | u32::from(byte))
}

/// The same of a letter of three bytes.
#[inline]
fn of_three([a, b, c]: [u8; 3]) -> u32 {
    u32::from_be_bytes([0, a, b, c])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn pairs_are_those_of_a_set() {
        let texts = ["城东公园今起开放", "公园", "", "开放公园公园公园", "城"];
        for chars in [0, 1, 5, 9, 10, 14, 100] {
            let (mut pairs, mut set, mut left) = (Pairs::with_room(4), HashSet::new(), chars);
            for text in texts {
                let letters: Vec<char> = text.chars().take(left).collect();
                assert_eq!(pairs.add(text, left), letters.len());
                left -= letters.len();
                set.extend(letters.windows(2).map(|two| (two[0], two[1])));
            }
            assert_eq!(pairs.len(), set.len());
            let all: Vec<char> = texts.concat().chars().collect();
            for &a in &all {
                for &b in &all {
                    assert_eq!(pairs.has(a, b), set.contains(&(a, b)), "{a}{b} of {chars}");
                }
            }
        }
    }

    #[test]
    fn many_pairs() {
        let letters: String = ('\u{4e00}'..'\u{5e00}').collect();
        let mut pairs = Pairs::with_room(4);
        assert_eq!(pairs.add(&letters, 4000), 4000);
        assert_eq!(pairs.len(), 3999);
        assert!(pairs.has('一', '丁') && !pairs.has('丁', '一'));
    }
}
