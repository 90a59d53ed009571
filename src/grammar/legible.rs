//! Whether text can be read: mojibake, and text without a sentence. Knows strings, not pages.

use std::sync::LazyLock;

use encoding_rs::{BIG5, GBK};

use crate::grammar::title::key::chinese_run;

/// Chinese characters that are looked at: enough to tell.
const SAMPLE: usize = 2000;
/// Fewer prove nothing: a name may be all rare characters.
const ENOUGH: usize = 12;
/// Characters that running text in either script is full of: they are a third of it. Names and tables have few.
const COMMON: &str = "的一是不了人在有我他上大中到地也子出就要可下以生自之年天小心多日月同成事用方行只如前所本去法起都面部分公市新文和作工力高水平安";
/// So many Chinese characters without one in fifty of the common ones are no running text.
const RUNNING: usize = 40;
/// Of the characters of a text, one in twelve that cannot be read is too many.
const BROKEN: usize = 12;
/// Letters in a row that are a sentence, or as much as one.
const SENTENCE: usize = 6;

/// Whether text was decoded with the wrong charset, here or before it came: too many characters that stand for broken bytes, of
/// private use or of control, of Latin letters with accents, or Chinese ones that are rare everywhere (鍩庝笢鍏洯 for 城东公园).
pub(crate) fn is_mojibake(text: &str) -> bool {
    let (mut all, mut broken, mut accented) = (0_usize, 0_usize, 0_usize);
    let mut han = 0;
    let mut found = [0_usize; 4];
    let frequent = &*FREQUENT;
    let mut rest = text;
    while all < SAMPLE {
        let run = chinese_run(rest.as_bytes()).min((SAMPLE - all) * 3);
        for letter in rest.as_bytes()[..run].as_chunks().0 {
            found[usize::from(frequent.of_bytes(*letter) & 3)] += 1;
        }
        rest = &rest[run..];
        han += run / 3;
        all += run / 3;
        let mut chars = rest.chars();
        let Some(c) = chars.next().filter(|_| all < SAMPLE) else {
            break;
        };
        rest = chars.as_str();
        match c {
            c if c.is_whitespace() => continue,
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                broken += 1
            }
            '\u{a1}'..='\u{17f}' => accented += 1,
            _ => {}
        }
        all += 1;
    }
    let of = |set: u8| -> usize {
        let sets = (0_u8..).zip(found);
        sets.filter(|(sets, _)| sets & set != 0)
            .map(|(_, n)| n)
            .sum()
    };
    let (common, simplified) = (of(COMMON_SET), of(SIMPLIFIED));
    let traditional = || {
        let sample = text[..text.len() - rest.len()].chars();
        sample.filter(|&c| TRADITIONAL.has(c)).count()
    };
    // Half of the characters of most texts in traditional ones are frequent in both scripts: few pages ask for the second table.
    let rare = han >= ENOUGH && simplified * 2 < han && traditional() * 2 < han
        || han >= RUNNING && common * 50 < han;
    all > 0 && (broken * BROKEN > all || accented * 3 > all && all >= ENOUGH || rare)
}

/// Whether a text has a sentence somebody can read: some letters of any script in a row.
pub(crate) fn has_sentence(text: &str) -> bool {
    let mut row = 0;
    text.chars().any(|c| {
        row = match c {
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => 0,
            _ if c.is_alphabetic() => row + 1,
            _ if c.is_whitespace() => row,
            _ => 0,
        };
        row >= SENTENCE
    })
}

/// In which sets of frequent characters each of the first block of Chinese characters is, a bit for each set.
struct Frequent(Vec<u8>);

const COMMON_SET: u8 = 1;
/// The 3 755 of GB 2312's first level.
const SIMPLIFIED: u8 = 2;
static FREQUENT: LazyLock<Frequent> = LazyLock::new(|| {
    let gb = pairs(0xb0..=0xd7, &[0xa1..=0xfe]);
    let mut frequent = Frequent(vec![0; 0x5200]);
    frequent.add(COMMON, COMMON_SET);
    frequent.add(&GBK.decode_without_bom_handling(&gb).0, SIMPLIFIED);
    frequent
});

/// The 5 401 of Big5's first level, in a set of their own.
static TRADITIONAL: LazyLock<Frequent> = LazyLock::new(|| {
    let big5 = pairs(0xa4..=0xc6, &[0x40..=0x7e, 0xa1..=0xfe]);
    let mut frequent = Frequent(vec![0; 0x5200]);
    frequent.add(&BIG5.decode_without_bom_handling(&big5).0, 1);
    frequent
});

impl Frequent {
    fn add(&mut self, text: &str, set: u8) {
        for c in text.chars() {
            if let Some(sets) = Self::place(c).and_then(|at| self.0.get_mut(at)) {
                *sets |= set;
            }
        }
    }

    /// The sets of a character of three bytes.
    fn of_bytes(&self, [a, b, c]: [u8; 3]) -> u8 {
        let bits = |byte: u8, mask: u8| usize::from(byte & mask);
        let code = bits(a, 0xf) << 12 | bits(b, 0x3f) << 6 | bits(c, 0x3f);
        self.0.get(code.wrapping_sub(0x4e00)).copied().unwrap_or(0)
    }

    fn has(&self, c: char) -> bool {
        Self::place(c).is_some_and(|at| self.0.get(at).is_some_and(|&sets| sets != 0))
    }

    fn place(c: char) -> Option<usize> {
        (c as usize).checked_sub(0x4e00)
    }
}

fn pairs(leads: std::ops::RangeInclusive<u8>, trails: &[std::ops::RangeInclusive<u8>]) -> Vec<u8> {
    // Made for the first page of a process: no iterator in an iterator here.
    let mut pairs = Vec::with_capacity(16 << 10);
    for lead in leads {
        for range in trails {
            for trail in range.clone() {
                pairs.extend_from_slice(&[lead, trail]);
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mojibake() {
        let text = "城东公园今天上午正式开放，市民张三说：“这里的湖水很清。”记者李四从园林局获悉，二期工程明年动工。".repeat(2);
        let old = "城東公園今天上午正式開放，市民張三說：「這裡的湖水很清。」記者李四從園林局獲悉，二期工程明年動工。".repeat(2);
        let table = [
            (text.to_string(), false),
            (old.to_string(), false),
            ("".to_string(), false),
            (
                "The park opens today, says a café owner.".to_string(),
                false,
            ),
            (
                "邓小平、彭德怀、聂荣臻、贺龙、罗荣桓、叶剑英、徐向前、刘伯承、陈毅".to_string(),
                false,
            ),
            (
                "公园\u{fffd}开放，市民可以自由入园游览。".to_string(),
                false,
            ),
            (
                GBK.decode_without_bom_handling(text.as_bytes())
                    .0
                    .into_owned(),
                true,
            ),
            (
                GBK.decode_without_bom_handling(old.as_bytes())
                    .0
                    .into_owned(),
                true,
            ),
            (
                BIG5.decode_without_bom_handling(text.as_bytes())
                    .0
                    .into_owned(),
                true,
            ),
            (
                encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(text.as_bytes())
                    .0
                    .into_owned(),
                true,
            ),
            (
                String::from_utf8_lossy(&GBK.encode(&text).0).into_owned(),
                true,
            ),
            (
                encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(&GBK.encode(&text).0)
                    .0
                    .into_owned(),
                true,
            ),
            (
                BIG5.decode_without_bom_handling(&GBK.encode(&text).0)
                    .0
                    .into_owned(),
                true,
            ),
            (
                GBK.decode_without_bom_handling(&BIG5.encode(&old).0)
                    .0
                    .into_owned(),
                true,
            ),
        ];
        for (text, broken) in table {
            assert_eq!(is_mojibake(&text), broken, "{text}");
        }
    }

    #[test]
    fn sentences() {
        for (text, is) in [
            ("城东公园今天开放。", true),
            ("2024-05-10 06:58", false),
            ("开放 关闭", false),
            ("The park opens.", true),
            ("", false),
            ("\u{fffd}城\u{fffd}东\u{fffd}", false),
        ] {
            assert_eq!(has_sentence(text), is, "{text}");
        }
    }
}
