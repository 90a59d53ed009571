//! Pairs of letters that stand beside each other in a text, as a set. What they say of a headline is not known here.

use crate::grammar::title::key::for_each_letter;

/// A set of pairs. A table of its own: it is filled with thousands of them for every page and asked for a few, and the standard one takes
/// five times as long.
pub(crate) struct Pairs {
    /// A power of two, a fourth of them free: a pair stands in its own place or right behind.
    places: Vec<u32>,
    count: usize,
}

/// No pair: no letter is U+0000.
const NONE: u32 = 0;

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
        let (mut last, mut read) = (None, 0);
        for_each_letter(text, |letter| {
            if read < most {
                let letter = bits(letter);
                if let Some(last) = last.replace(letter) {
                    self.insert(last << 16 | letter);
                }
                read += 1;
            }
        });
        read
    }

    fn insert(&mut self, pair: u32) {
        let at = self.place(pair);
        if self.places[at] != NONE {
            return;
        }
        self.places[at] = pair;
        self.count += 1;
        if self.count * 4 > self.places.len() * 3 {
            let more = vec![NONE; self.places.len() * 2];
            for pair in std::mem::replace(&mut self.places, more) {
                let at = self.place(pair);
                self.places[at] = pair;
            }
        }
    }

    /// How many different ones there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn has(&self, first: char, second: char) -> bool {
        let pair = pair(first, second);
        self.places[self.place(pair)] == pair
    }

    /// Where a pair stands, or would.
    fn place(&self, pair: u32) -> usize {
        let mask = self.places.len() - 1;
        // Fibonacci hashing: what is above depends on all bits below.
        let mut at = (u64::from(pair).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & mask;
        while self.places[at] != pair && self.places[at] != NONE {
            at = (at + 1) & mask;
        }
        at
    }
}

fn pair(first: char, second: char) -> u32 {
    bits(first) << 16 | bits(second)
}

/// Of letters beyond the first plane, of which no headline has two, sixteen bits tell enough.
fn bits(letter: char) -> u32 {
    u32::from(letter) & 0xffff ^ u32::from(letter) >> 16
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
