//! What an element's class and id say about it: body, one of the things around a body, whose name it holds. Words only; nothing is
//! decided here.

mod hint;
mod table;

use std::sync::LazyLock;

pub(crate) use crate::grammar::hints::hint::{Hint, Hints, READ};

use crate::grammar::hints::hint::Place;
use crate::grammar::hints::table::ROWS;
use crate::grammar::words::Words;

static ROWS_BY_WORD: LazyLock<Words<(Place, Hints)>> = LazyLock::new(|| {
    let rows = ROWS.iter().map(|(word, place, hints, _)| {
        let none = Hints::default();
        let all = hints.iter().fold(none, |all, hint| all.with(*hint));
        (*word, (*place, all))
    });
    Words::new(rows).ignoring_ascii_case()
});

/// What a class or id hints at.
pub(crate) fn of(names: &str) -> Hints {
    let mut found = Hints::default();
    let bytes = names.as_bytes();
    for (at, word, &(place, hints)) in ROWS_BY_WORD.within(names) {
        let before = at.checked_sub(1).map_or(b' ', |at| bytes[at]);
        let behind = bytes.get(at + word.len()).copied().unwrap_or(b' ');
        let stands = match place {
            Place::Within => true,
            Place::Name => before.is_ascii_whitespace() && behind.is_ascii_whitespace(),
            Place::Part => !before.is_ascii_alphanumeric() && !behind.is_ascii_alphanumeric(),
            Place::PartEnd => !behind.is_ascii_alphanumeric(),
        };
        if stands {
            found |= hints;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::hints::hint::{NOISE_FROM, Row};
    use crate::reason::Noise;

    #[test]
    fn every_row_has_a_sample_that_reads() {
        for (word, place, hints, sample) in ROWS {
            for &hint in *hints {
                let found = of(sample);
                assert!(found.has(hint), "{word} {place:?}: {sample} is no {hint:?}");
            }
            let lower = sample.to_ascii_lowercase();
            let mut parts = lower.split(|c: char| !c.is_ascii_alphanumeric());
            let has = match place {
                Place::Within => lower.contains(word),
                Place::Name => lower == *word,
                Place::Part => parts.any(|part| part == *word),
                Place::PartEnd => parts.any(|part| part.ends_with(word)),
            };
            assert!(has, "{word} {place:?} is not in its sample {sample}");
        }
    }

    #[test]
    fn rows_stand_in_order_and_once() {
        let key = |row: &Row| (row.0.trim_matches(['-', '_']), row.0, row.1 as u8);
        for pair in ROWS.windows(2) {
            assert!(key(&pair[0]) < key(&pair[1]), "{} {}", pair[0].0, pair[1].0);
        }
        for (word, ..) in ROWS {
            assert_eq!(*word, word.to_ascii_lowercase());
        }
    }

    #[test]
    fn every_hint_has_a_bit_of_its_own() {
        let mut bits: Vec<u64> = ROWS
            .iter()
            .flat_map(|row| row.2)
            .map(|hint| hint.bit())
            .collect();
        bits.extend(Noise::ALL.iter().map(|&noise| Hint::Noise(noise).bit()));
        bits.sort_unstable();
        bits.dedup();
        let all = NOISE_FROM - 1 + Noise::ALL.len() as u32;
        assert_eq!(bits.len() as u32, all);
        assert!(!bits.contains(&READ) && all < 64);
    }

    #[test]
    fn names_of_elements() {
        use Hint::{Body, HotTags, Play, TagBox};
        let rows: &[(&str, Option<Hint>)] = &[
            ("article-content", Some(Body)),
            ("article-content-share", Some(Hint::Noise(Noise::ShareBar))),
            ("page", Some(Hint::Noise(Noise::Pagination))),
            ("page-article", Some(Body)),
            ("display", None),
            ("xyz", None),
            ("", None),
        ];
        for (name, expected) in rows {
            let found = of(name);
            let hint = match found.noise() {
                Some(noise) => Some(Hint::Noise(noise)),
                None => found.is_body().then_some(Body),
            };
            assert_eq!(hint, *expected, "{name}");
        }
        assert!(!of("display").has(Play) && of("i-play-b").has(Play));
        assert!(of("hash-tag").has(TagBox) && !of("stage").has(TagBox));
        assert!(of("hottags").has(HotTags));
    }
}
