//! Whether text can be read: mojibake, and text without a sentence. Knows strings, not pages.

mod frequent;

use crate::grammar::legible::frequent::{Frequent, SIMPLIFIED, TRADITIONAL, Usual};
use crate::grammar::title::key::chinese_run;

/// Chinese characters that are looked at: enough to tell.
const SAMPLE: usize = 2000;
/// Fewer prove nothing: a name may be all rare characters.
const ENOUGH: usize = 12;
/// So many Chinese characters without one in fifty of the common ones are no running text.
const RUNNING: usize = 40;
/// Broken text has no spaces; lists of names and figures have, and none of the common ones: so many characters between two, on average.
const UNBROKEN: usize = 4;
/// Of the characters of a text, one in twelve that cannot be read is too many.
const BROKEN: usize = 12;
/// Letters in a row that are a sentence, or as much as one.
const SENTENCE: usize = 6;

/// Whether text was decoded with the wrong charset, here or before it came: too many characters that stand for broken bytes, of
/// private use or of control, of Latin letters with accents, or Chinese ones that are rare everywhere (鍩庝笢鍏洯 for 城东公园).
pub(crate) fn is_mojibake(text: &str) -> bool {
    let (mut all, mut broken, mut accented) = (0_usize, 0_usize, 0_usize);
    let (mut han, mut runs) = (0, 0);
    // The running text that most pages have shows soon, and needs no whole table.
    let most = SAMPLE.min(text.len() / 3);
    let (mut usual, mut shows) = (Usual::default(), false);
    let mut rest = text;
    while all < SAMPLE {
        let run = chinese_run(rest.as_bytes()).min((SAMPLE - all) * 3);
        if !shows {
            usual.count(&rest.as_bytes()[..run]);
            shows = usual.is_running(most);
        }
        rest = &rest[run..];
        han += run / 3;
        runs += usize::from(run > 0);
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
    let rare = !shows && !usual.is_running(han) && {
        let sample = &text[..text.len() - rest.len()];
        han >= ENOUGH && is_rare(sample, han)
            || han >= RUNNING && usual.common() * 50 < han && han > runs * UNBROKEN
    };
    all > 0 && (broken * BROKEN > all || accented * 3 > all && all >= ENOUGH || rare)
}

/// Whether less than half of a text's Chinese characters are frequent ones, in either script.
fn is_rare(text: &str, han: usize) -> bool {
    let few = |set: &Frequent| text.chars().filter(|&c| set.has(c)).count() * 2 < han;
    few(&SIMPLIFIED) && few(&TRADITIONAL)
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

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GBK};

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
