//! Questions to the lexicon: whether a text is a word of some facet, starts with one, ends with one, or holds one; in either script.

use std::sync::OnceLock;

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::table::LEXICON;
use crate::grammar::words::Words;

/// The words of each facet by their places in the lexicon, one facet behind the other.
struct ByFacet {
    words: [u16; WORDS],
    /// Where the words of each facet start.
    starts: [u16; Facet::COUNT + 1],
}

/// How many words the facets have, all counted.
const WORDS: usize = {
    let (mut words, mut at) = (0, 0);
    while at < LEXICON.len() {
        words += LEXICON[at].1.len();
        at += 1;
    }
    words
};

static BY_FACET: ByFacet = by_facet();

/// Sorts the lexicon's words by facet, when the crate is compiled.
const fn by_facet() -> ByFacet {
    let mut starts = [0; Facet::COUNT + 1];
    let mut at = 0;
    while at < LEXICON.len() {
        let facets = LEXICON[at].1;
        let mut n = 0;
        while n < facets.len() {
            starts[facets[n] as usize + 1] += 1;
            n += 1;
        }
        at += 1;
    }
    let mut facet = 0;
    while facet < Facet::COUNT {
        starts[facet + 1] += starts[facet];
        facet += 1;
    }
    let mut next = starts;
    let mut words = [0; WORDS];
    at = 0;
    while at < LEXICON.len() {
        let facets = LEXICON[at].1;
        let mut n = 0;
        while n < facets.len() {
            let place = &mut next[facets[n] as usize];
            words[*place as usize] = at as u16;
            *place += 1;
            n += 1;
        }
        at += 1;
    }
    ByFacet { words, starts }
}

static BEGINNINGS: [OnceLock<Words<()>>; Facet::COUNT] = [const { OnceLock::new() }; Facet::COUNT];
static ENDS: [OnceLock<Words<()>>; Facet::COUNT] = [const { OnceLock::new() }; Facet::COUNT];

impl Facet {
    /// The words, simplified.
    pub(crate) fn words(self) -> impl Iterator<Item = &'static str> {
        let [from, to] = [0, 1].map(|n| usize::from(BY_FACET.starts[self as usize + n]));
        let words = BY_FACET.words[from..to].iter();
        words.map(|word| LEXICON[usize::from(*word)].0)
    }

    /// The words by how they begin, to look for in texts of either script.
    pub(crate) fn finder(self) -> &'static Words<()> {
        BEGINNINGS[self as usize]
            .get_or_init(|| Words::in_both_scripts(self.words().map(|word| (word, ()))))
    }

    fn ends_finder(self) -> &'static Words<()> {
        ENDS[self as usize]
            .get_or_init(|| Words::by_ends_in_both_scripts(self.words().map(|word| (word, ()))))
    }

    /// Whether a text is one of the words.
    pub(crate) fn is(self, text: &str) -> bool {
        self.finder().get(text).is_some()
    }

    /// Whether a text starts with one.
    pub(crate) fn starts(self, text: &str) -> bool {
        self.finder().at_start(text).next().is_some()
    }

    /// Whether a text ends with one.
    pub(crate) fn ends(self, text: &str) -> bool {
        self.ends_finder().at_end(text).next().is_some()
    }

    /// Whether a text holds one.
    pub(crate) fn within(self, text: &str) -> bool {
        self.finder().within(text).next().is_some()
    }

    /// The first place of one in a text, and the longest word there.
    pub(crate) fn find(self, text: &str) -> Option<(usize, &'static str)> {
        let found = self.finder().within(text).next();
        found.map(|(at, word, ())| (at, word))
    }

    /// The last place of one in a text, and the shortest word there.
    pub(crate) fn find_last(self, text: &str) -> Option<(usize, &'static str)> {
        self.places(text).last()
    }

    /// All places of the words in a text.
    pub(crate) fn places(self, text: &str) -> impl Iterator<Item = (usize, &'static str)> {
        let found = self.finder().within(text);
        found.map(|(at, word, ())| (at, word))
    }

    /// How many of the words a text holds, each counted once.
    pub(crate) fn count_within(self, text: &str) -> usize {
        let mut found: Vec<_> = self
            .finder()
            .within(text)
            .map(|(_, word, ())| word)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    }

    /// What follows the longest word that a text starts with.
    pub(crate) fn strip_start(self, text: &str) -> Option<&str> {
        let (word, ()) = self.finder().at_start(text).next()?;
        Some(&text[word.len()..])
    }

    /// What stands before the longest word that a text ends with.
    pub(crate) fn strip_end(self, text: &str) -> Option<&str> {
        self.before_ends(text).next()
    }

    /// What stands before each of the words that a text ends with, the longest first.
    pub(crate) fn before_ends(self, text: &str) -> impl Iterator<Item = &str> {
        let found = self.ends_finder().at_end(text);
        found.map(move |(word, ())| &text[..text.len() - word.len()])
    }

    /// The longest word that a text ends with.
    pub(crate) fn end_of(self, text: &str) -> Option<&'static str> {
        self.ends_finder()
            .at_end(text)
            .next()
            .map(|(word, ())| word)
    }
}

/// Words of several facets, each with what its facet means; of a word in two of them the first.
pub(crate) fn finder<T: Copy>(rows: impl IntoIterator<Item = (Facet, T)>) -> Words<T> {
    let words = rows
        .into_iter()
        .flat_map(|(facet, meaning)| facet.words().map(move |word| (word, meaning)));
    Words::in_both_scripts(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::fold::simplified;

    /// One line a word: in order, none twice, simplified, each with what it is for, no facet twice.
    #[test]
    fn the_table_is_in_order() {
        for pair in LEXICON.windows(2) {
            assert!(
                pair[0].0 < pair[1].0,
                "{} stands before {}",
                pair[0].0,
                pair[1].0
            );
        }
        for (word, facets) in LEXICON {
            let folded: String = word.chars().map(simplified).collect();
            assert_eq!(*word, folded, "words are written in simplified characters");
            assert!(!facets.is_empty(), "{word} has no facet");
            for (n, facet) in facets.iter().enumerate() {
                assert!(!facets[..n].contains(facet), "{word} has {facet:?} twice");
            }
        }
    }

    #[test]
    fn questions_in_either_script() {
        for (yes, told) in [
            (Facet::Reporter.is("記者"), "is"),
            (!Facet::Reporter.is("記者们"), "is not"),
            (Facet::Reporter.starts("記者张三"), "starts"),
            (Facet::Reporter.ends("本報記者"), "ends"),
            (Facet::Reporter.within("本報記者张三"), "within"),
            (
                Facet::Reporter.find("本報記者张三") == Some((6, "记者")),
                "find",
            ),
            (
                Facet::Reporter.strip_start("記者张三") == Some("张三"),
                "strip_start",
            ),
            (
                Facet::Reporter.strip_end("本報記者") == Some("本報"),
                "strip_end",
            ),
            (Facet::Reporter.end_of("本報記者") == Some("记者"), "end_of"),
            (
                Facet::Reporter.count_within("記者、记者、通訊員") == 2,
                "count_within",
            ),
        ] {
            assert!(yes, "{told}");
        }
    }
}
