//! Fixed words and characters looked for in text: tables that cost next to nothing to make and to ask. Not which words.
//!
//! A regular expression or an automaton over as many words takes longer to build than a page to read, and most pages are the first and
//! only one of their process for somebody.

use crate::grammar::fold::{simplified, variants};

/// Words, each with what it means.
pub(crate) struct Words<T> {
    /// By how they begin; words that begin alike in the order given.
    entries: Vec<(&'static str, T)>,
    /// One bit for every way a word begins: nearly every position of a text is refused by it.
    begins: [u64; 64],
    /// How many ways to begin there are before each of `begins`.
    ranks: [u16; 64],
    /// Where in `entries` the words stand that begin in each of the ways there are; then how many words there are.
    starts: Vec<u16>,
    /// The characters beside the one that words are found by, for each of these ways: a bit each, see [`beside`].
    beside: Vec<u64>,
    likeness: Likeness,
}

/// Where in a text a word may start: there, and behind the first character; and the key it has there.
struct Place {
    at: usize,
    behind: usize,
    key: u16,
}

/// What of a text is a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Exact,
    /// ASCII letters in either case.
    AnyCase,
    /// Chinese characters in either script; the words are simplified.
    AnyScript,
}

/// How a text begins, in twelve bits: of its first character, or of its first two bytes where that is ASCII. Case is not in it.
fn beginning(text: &str) -> Option<u16> {
    let &[first, ref rest @ ..] = text.as_bytes() else {
        return None;
    };
    Some(if first.is_ascii() {
        ascii_beginning(first, rest.first().copied())
    } else {
        text.chars().next()? as u16 & 0xfff
    })
}

fn ascii_beginning(first: u8, second: Option<u8>) -> u16 {
    // Letters of either case are one, and so are some marks, which costs a look in vain.
    u16::from((first | 0x20) & 0x7f) << 5 | u16::from(second.unwrap_or_default() & 0x1f)
}

/// How a text begins, as `beginning` has it, and what stands behind its first character.
#[inline]
fn split(bytes: &[u8]) -> Option<(u16, &[u8])> {
    Some(match bytes {
        // The low twelve bits of a character are in its last two bytes.
        [0xe0..0xf0, b, c, behind @ ..] => (low_bits(*b, *c), behind),
        [first @ 0..0x80, behind @ ..] => {
            (ascii_beginning(*first, behind.first().copied()), behind)
        }
        [b @ 0x80..0xe0, c, behind @ ..] => (low_bits(b & 0x1f, *c), behind),
        [_, _, b, c, behind @ ..] => (low_bits(*b, *c), behind),
        _ => return None,
    })
}

/// Twelve bits from the last two bytes of a character.
fn low_bits(b: u8, c: u8) -> u16 {
    u16::from(b & 0x3f) << 6 | u16::from(c & 0x3f)
}

/// How a text ends, in the same twelve bits: of its last character.
fn ending(text: &str) -> Option<u16> {
    let last = text.chars().next_back()?;
    Some(if last.is_ascii() {
        ascii_beginning(last as u8, None)
    } else {
        last as u16 & 0xfff
    })
}

/// A bit for a character beside the one that a word is found by, the same for either case and script.
fn beside(c: char) -> u64 {
    match simplified(c) as u32 {
        c @ 0..0x80 => 1 << (c & 0x1f),
        c => 1 << (c & 0x3f),
    }
}

/// The bits of all characters: any may stand beside a word of one.
const ANY: u64 = !0;

/// Tells the keys that a simplified word has in either script, by how it begins or by how it ends; some of them twice.
fn keys_in_both_scripts(word: &str, by_end: bool, mut tell: impl FnMut(u16)) {
    let mut chars = word.chars();
    let from = match by_end {
        true => chars.next_back(),
        false => chars.next(),
    };
    let Some(from) = from else { return };
    if !from.is_ascii() {
        tell(from as u16 & 0xfff);
        variants(from).for_each(|c| tell(c as u16 & 0xfff));
        return;
    }
    let from = from as u8;
    match chars.next() {
        _ if by_end => tell(ascii_beginning(from, None)),
        // Whatever follows it in a text.
        None => (0..32).for_each(|next| tell(ascii_beginning(from, Some(next)))),
        Some(next) => {
            let lead = |c: char| c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            tell(ascii_beginning(from, Some(lead(next))));
            variants(next).for_each(|c| tell(ascii_beginning(from, Some(lead(c)))));
        }
    }
}

/// A word's key, the place it has among words of the same key, and which word it is, in one number: quick to sort.
fn ticket(key: u16, place: u16, word: usize) -> u64 {
    u64::from(key) << 32 | u64::from(place) << 16 | word as u64 & 0xffff
}

impl<T: Copy> Words<T> {
    /// Simplified words, found in both scripts; of those that begin alike the longest first. A word found has as many bytes in the text.
    pub(crate) fn in_both_scripts(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::by_keys(words, false)
    }

    /// The same, by how they end: for [`Words::at_end`] alone.
    pub(crate) fn by_ends_in_both_scripts(
        words: impl IntoIterator<Item = (&'static str, T)>,
    ) -> Self {
        Self::by_keys(words, true)
    }

    fn by_keys(words: impl IntoIterator<Item = (&'static str, T)>, by_end: bool) -> Self {
        let words: Vec<(&'static str, T)> = words.into_iter().collect();
        let mut tickets = Vec::with_capacity(2 * words.len());
        for (n, (word, _)) in words.iter().enumerate() {
            let place = u16::MAX - word.len() as u16;
            keys_in_both_scripts(word, by_end, |key| tickets.push(ticket(key, place, n)));
        }
        let next = match by_end {
            true => |word: &str| word.chars().rev().nth(1),
            false => |word: &str| word.chars().nth(1),
        };
        Self::of_tickets(&words, tickets, next, Likeness::AnyScript)
    }

    /// A word of one ASCII character is never found: it begins as no longer text does.
    pub(crate) fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let words: Vec<(&'static str, T)> = words.into_iter().collect();
        let keys = words.iter().enumerate();
        // Of words that begin alike, the first stays the first.
        let tickets = keys.filter_map(|(n, (word, _))| Some(ticket(beginning(word)?, 0, n)));
        let next = |word: &str| word.chars().nth(1);
        Self::of_tickets(&words, tickets.collect(), next, Likeness::Exact)
    }

    /// `next` is the character of a word beside the one it has its key by.
    fn of_tickets(
        words: &[(&'static str, T)],
        mut tickets: Vec<u64>,
        next: fn(&str) -> Option<char>,
        likeness: Likeness,
    ) -> Self {
        tickets.sort_unstable();
        tickets.dedup();
        let mut entries = Vec::with_capacity(tickets.len());
        let mut starts: Vec<u16> = Vec::with_capacity(tickets.len() + 1);
        let mut bits = Vec::with_capacity(tickets.len());
        let mut begins = [0_u64; 64];
        let mut ranks = [0; 64];
        let mut ranked = 0;
        for ticket in tickets {
            let key = (ticket >> 32) as usize;
            let (part, bit) = (key >> 6, 1 << (key & 63));
            if begins[part] & bit == 0 {
                // No word begins in the ways between the last and this.
                while ranked < part {
                    ranked += 1;
                    ranks[ranked] = starts.len() as u16;
                }
                begins[part] |= bit;
                starts.push(entries.len() as u16);
                bits.push(0);
            }
            let entry = words[ticket as usize & 0xffff];
            if let Some(bits) = bits.last_mut() {
                *bits |= next(entry.0).map_or(ANY, beside);
            }
            entries.push(entry);
        }
        starts.push(entries.len() as u16);
        Self {
            entries,
            begins,
            ranks,
            starts,
            beside: bits,
            likeness,
        }
    }
}

impl<T> Words<T> {
    /// Finds its words in ASCII letters of either case.
    pub(crate) fn ignoring_ascii_case(self) -> Self {
        Self {
            likeness: Likeness::AnyCase,
            ..self
        }
    }

    /// The words that `text` starts with, in the order given.
    pub(crate) fn at_start<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (&'static str, &'a T)> + use<'a, 't, T> {
        let begin_alike = self.beginning_like(text).iter();
        let found = begin_alike.filter(|(word, _)| self.fits(text, word));
        found.map(|(word, meaning)| (*word, meaning))
    }

    /// The words that `text` ends with, the longest first; of a table made by ends.
    pub(crate) fn at_end<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (&'static str, &'a T)> + use<'a, 't, T> {
        let end_alike = match ending(text) {
            Some(key) if self.has(key) => self.of_key(key, text.chars().rev().nth(1)),
            _ => &[],
        };
        let found = end_alike.iter().filter(move |(word, _)| {
            let at = text.len().checked_sub(word.len());
            at.and_then(|at| text.get(at..))
                .is_some_and(|end| self.fits(end, word))
        });
        found.map(|(word, meaning)| (*word, meaning))
    }

    /// The words that a text may start with.
    #[inline]
    fn beginning_like(&self, text: &str) -> &[(&'static str, T)] {
        match split(text.as_bytes()) {
            Some((key, behind)) if self.has(key) => {
                let behind = text.len() - behind.len();
                self.of_key(key, text[behind..].chars().next())
            }
            _ => &[],
        }
    }

    /// The words of a key there is that a text may have, by its character beside the one with that key.
    fn of_key(&self, key: u16, next: Option<char>) -> &[(&'static str, T)] {
        let word = usize::from(key >> 6) & 63;
        let below = self.begins[word] & ((1 << (key & 63)) - 1);
        let rank = usize::from(self.ranks[word]) + below.count_ones() as usize;
        if self.beside[rank] & next.map_or(ANY, beside) == 0 {
            return &[];
        }
        &self.entries[usize::from(self.starts[rank])..usize::from(self.starts[rank + 1])]
    }

    /// Whether a word may start at a byte, which is a character's first; cheap, and seldom wrong.
    #[inline]
    pub(crate) fn may_start(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes().get(at..).and_then(split);
        bytes.is_some_and(|(key, _)| self.has(key))
    }

    /// What a text means that is one of the words.
    pub(crate) fn get<'a>(&'a self, text: &str) -> Option<&'a T> {
        let begin_alike = self.beginning_like(text).iter();
        let mut as_long = begin_alike.filter(|(word, _)| word.len() == text.len());
        let (_, meaning) = as_long.find(|(word, _)| self.fits(text, word))?;
        Some(meaning)
    }

    /// All words at all places of `text`, overlapping: byte, word and meaning.
    pub(crate) fn within<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'static str, &'a T)> {
        let mut places = self.keyed_places(text);
        let mut at = 0;
        let mut begin_alike: std::slice::Iter<'a, (&'static str, T)> = [].iter();
        std::iter::from_fn(move || {
            loop {
                for (word, meaning) in begin_alike.by_ref() {
                    if self.fits(&text[at..], word) {
                        return Some((at, *word, meaning));
                    }
                }
                let place = places.next()?;
                at = place.at;
                let next = text[place.behind..].chars().next();
                begin_alike = self.of_key(place.key, next).iter();
            }
        })
    }

    /// Where a word may start; seldom wrong.
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        self.keyed_places(text).map(|place| place.at)
    }

    /// Where a word may start, and how the text begins there.
    fn keyed_places(&self, text: &str) -> impl Iterator<Item = Place> {
        let bytes = text.as_bytes();
        let mut rest = bytes;
        std::iter::from_fn(move || {
            loop {
                // Most characters have three bytes and begin no word: all that most of a page's text is asked.
                let mut threes = rest.as_chunks().0.iter();
                let stop = threes.position(|&[lead, high, low]: &[u8; 3]| {
                    lead & 0xf0 != 0xe0 || self.has_bits(high, low)
                });
                let left = threes.len() + usize::from(stop.is_some());
                rest = &rest[rest.len() - rest.len() % 3 - left * 3..];
                // What is ASCII is mostly more of it: names and addresses.
                if rest.first().is_some_and(u8::is_ascii) {
                    let stop = rest.windows(2).position(|two| {
                        !two[0].is_ascii() || self.has(ascii_beginning(two[0], Some(two[1])))
                    });
                    rest = &rest[stop.unwrap_or(rest.len() - 1)..];
                }
                let (key, behind) = split(rest)?;
                let at = bytes.len() - rest.len();
                rest = behind;
                if self.has(key) {
                    let behind = bytes.len() - behind.len();
                    return Some(Place { at, behind, key });
                }
            }
        })
    }

    /// The words in `text` from left to right, none in another; of those that start at one place, the first given.
    pub(crate) fn apart<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'static str, &'a T)> {
        let mut end = 0;
        self.within(text).filter(move |(at, word, _)| {
            let apart = *at >= end;
            if apart {
                end = at + word.len();
            }
            apart
        })
    }

    fn has(&self, key: u16) -> bool {
        self.has_bits((key >> 6) as u8, key as u8)
    }

    /// The same, by the two halves of a key: six bits each, whatever stands above them.
    #[inline]
    fn has_bits(&self, high: u8, low: u8) -> bool {
        self.begins[usize::from(high & 63)] >> (low & 63) & 1 == 1
    }

    fn fits(&self, text: &str, word: &str) -> bool {
        match self.likeness {
            Likeness::Exact => text.starts_with(word),
            Likeness::AnyCase => {
                let head = text.as_bytes().get(..word.len());
                // Words that begin alike end differently: most are refused by their last letter.
                let last = |word: &[u8]| word.last().map(|b| b | 0x20);
                head.is_some_and(|head| {
                    let word = word.as_bytes();
                    last(head) == last(word) && head.eq_ignore_ascii_case(word)
                })
            }
            Likeness::AnyScript => starts_in_either_script(text, word),
        }
    }
}

/// Whether a text starts with a simplified word, whatever script it is in itself.
fn starts_in_either_script(text: &str, word: &str) -> bool {
    // Only characters of three bytes have another form, and that has three too.
    let word = word.as_bytes();
    let Some(text) = text.as_bytes().get(..word.len()) else {
        return false;
    };
    // Words that begin alike end differently: most are refused by their last character.
    if let (Some(shown), Some(last)) = (text.last_chunk(), word.last_chunk())
        && matches!(last[0], 0xe0..0xf0)
        && !is_alike(shown, last)
    {
        return false;
    }
    let mut at = 0;
    while at < word.len() {
        match (&text[at..], &word[at..]) {
            ([a, b, c, ..], [x @ 0xe0..0xf0, y, z, ..]) => {
                if !is_alike(&[*a, *b, *c], &[*x, *y, *z]) {
                    return false;
                }
                at += 3;
            }
            ([a, ..], [x, ..]) if a == x => at += 1,
            _ => return false,
        }
    }
    true
}

/// Whether three bytes are a character of three bytes in either script.
#[inline]
fn is_alike(shown: &[u8; 3], simple: &[u8; 3]) -> bool {
    shown == simple
        || matches!(shown[0], 0xe0..0xf0) && simplified(of_three(shown)) == of_three(simple)
}

/// The character of three bytes.
fn of_three(bytes: &[u8; 3]) -> char {
    let bits = |at: usize, mask: u8| u32::from(bytes[at] & mask);
    let code = bits(0, 0xf) << 12 | bits(1, 0x3f) << 6 | bits(2, 0x3f);
    char::from_u32(code).unwrap_or_default()
}

/// Characters of the Basic Multilingual Plane as a set, made when the crate is compiled.
pub(crate) struct CharSet([u64; 1024]);

impl CharSet {
    /// The characters of these texts. White space in them is in the set too: it names no surname and no word.
    pub(crate) const fn of(texts: &[&str]) -> Self {
        let mut bits = [0; 1024];
        let mut text = 0;
        while text < texts.len() {
            let bytes = texts[text].as_bytes();
            let mut at = 0;
            while at < bytes.len() {
                let (code, length) = Self::decoded(bytes, at);
                bits[code >> 6] |= 1 << (code & 63);
                at += length;
            }
            text += 1;
        }
        Self(bits)
    }

    /// The character at a byte, and its length: UTF-8 of one to three bytes; four bytes are beyond the plane.
    const fn decoded(bytes: &[u8], at: usize) -> (usize, usize) {
        let lead = bytes[at] as usize;
        match lead {
            0..0x80 => (lead, 1),
            0x80..0xe0 => ((lead & 0x1f) << 6 | bytes[at + 1] as usize & 0x3f, 2),
            0xe0..0xf0 => {
                let low = (bytes[at + 1] as usize & 0x3f) << 6 | bytes[at + 2] as usize & 0x3f;
                ((lead & 0xf) << 12 | low, 3)
            }
            _ => panic!("a character beyond the Basic Multilingual Plane"),
        }
    }

    /// The same for a character of three bytes.
    pub(crate) fn has_three(&self, bytes: &[u8; 3]) -> bool {
        self.has(of_three(bytes))
    }

    pub(crate) fn has(&self, c: char) -> bool {
        let code = c as usize;
        self.0
            .get(code >> 6)
            .is_some_and(|word| word >> (code & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[&str] = &[
        "摄影记者",
        "记者",
        "摄影",
        "记",
        "app",
        "apps",
        "/app/",
        "来源",
        "a股",
        "©",
    ];

    #[test]
    fn every_word_is_found_where_it_stands() {
        let words = Words::new(LIST.iter().map(|word| (*word, word.len())));
        for text in [
            "摄影记者张三",
            "本报记者 摄影 app/app/apps",
            "记",
            "",
            "a",
            "a股来源：©",
            "/app/",
            "App APPS",
            "\u{20bb7}记者\u{1f600}来源",
        ] {
            let naive: Vec<(usize, &str, &usize)> = text
                .char_indices()
                .flat_map(|(at, _)| {
                    LIST.iter()
                        .filter(move |w| text[at..].starts_with(**w))
                        .map(move |w| (at, *w))
                })
                .map(|(at, word)| (at, word, &0))
                .collect();
            let found: Vec<_> = words.within(text).collect();
            assert_eq!(found.len(), naive.len(), "{text}");
            for (a, b) in found.iter().zip(&naive) {
                assert_eq!((a.0, a.1, *a.2), (b.0, b.1, b.1.len()), "{text}");
            }
        }
    }

    #[test]
    fn words_apart_and_whole() {
        let words = Words::new(LIST.iter().map(|word| (*word, ())));
        let apart = |text| {
            words
                .apart(text)
                .map(|(at, word, ())| (at, word))
                .collect::<Vec<_>>()
        };
        assert_eq!(apart("摄影记者记者"), [(0, "摄影记者"), (12, "记者")]);
        assert_eq!(apart("apps app"), [(0, "app"), (5, "app")]);
        assert!(
            words.get("apps").is_some() && words.get("apple").is_none() && words.get("").is_none()
        );
        assert!(words.get("APP").is_none());
        let any_case = Words::new(LIST.iter().map(|word| (*word, ()))).ignoring_ascii_case();
        assert!(any_case.get("APPS").is_some() && any_case.get("A股").is_some());
    }

    #[test]
    fn words_in_both_scripts() {
        let list = [
            "发布",
            "发布时间",
            "台湾",
            "后",
            "记者",
            "App",
            "[关闭]",
            "/",
        ];
        let words = Words::in_both_scripts(list.iter().map(|word| (*word, ())));
        let ends = Words::by_ends_in_both_scripts(list.iter().map(|word| (*word, ())));
        let within = |text| {
            words
                .within(text)
                .map(|found| (found.0, found.1))
                .collect::<Vec<_>>()
        };
        assert_eq!(within("發佈時間"), [(0, "发布时间"), (0, "发布")]);
        assert_eq!(within("髮布，發布"), [(0, "发布"), (9, "发布")]);
        assert_eq!(
            within("臺灣記者 台湾记者"),
            [(0, "台湾"), (6, "记者"), (13, "台湾"), (19, "记者")]
        );
        assert_eq!(within("app App"), [(4, "App")]);
        assert_eq!(within("a/张三/"), [(1, "/"), (8, "/")]);
        assert_eq!(within("[關閉][关闭]"), [(0, "[关闭]"), (8, "[关闭]")]);
        assert!(
            words.get("後").is_some() && words.get("后").is_some() && words.get("发").is_none()
        );
        let at_end = |text| ends.at_end(text).map(|found| found.0).collect::<Vec<_>>();
        assert_eq!(at_end("城東記者"), ["记者"]);
        assert_eq!(at_end("橙橘App"), ["App"]);
        assert_eq!(at_end("以後"), ["后"]);
        assert_eq!(at_end("发布时间"), ["发布时间"]);
        assert!(at_end("").is_empty() && at_end("者").is_empty() && at_end("\u{20bb7}").is_empty());
    }

    #[test]
    fn sets_of_characters() {
        static SET: CharSet = CharSet::of(&["王李é", "x"]);
        for c in '\0'..='\u{ffff}' {
            assert_eq!(SET.has(c), "王李éx".contains(c), "{c}");
        }
        assert!(!SET.has('\u{20bb7}'));
    }
}
