//! A look at a text before the walk: may there be a time in it? Not where, nor which.

use crate::grammar::time::token::{HAN_NUMBERS, is_han_number};
use crate::grammar::words::CharSet;

/// A quick look before the walk: is there a digit, a Chinese numeral with 年, 月 or 前, or a word as 昨天? 目前 and 周围 are in half of all
/// sentences, and cost no walk.
pub(crate) fn may_hold(text: &str) -> bool {
    // Most characters are none of these, and ask no more.
    static TELLING: CharSet = CharSet::of(&[
        "0123456789０１２３４５６７８９",
        "今昨前刚剛周週星礼禮半年月",
        "天日才纔期拜",
        HAN_NUMBERS,
    ]);
    let (mut numeral, mut unit) = (false, false);
    // The character before, if it may begin a word.
    let mut opened = '\0';
    for c in text.chars() {
        if !TELLING.has(c) {
            opened = '\0';
            continue;
        }
        match c {
            '0'..='9' | '０'..='９' => return true,
            _ if is_word(opened, c) => return true,
            '年' | '月' | '前' => unit = true,
            '半' => numeral = true,
            _ => numeral = numeral || is_han_number(c),
        }
        if numeral && unit {
            return true;
        }
        opened = c;
    }
    false
}

/// Whether a word of time begins with these two: 昨天, 刚刚, 周五, 星期.
fn is_word(open: char, c: char) -> bool {
    match open {
        '今' | '昨' | '前' => matches!(c, '天' | '日'),
        '刚' | '剛' => matches!(c, '刚' | '剛' | '才' | '纔'),
        '周' | '週' => matches!(c, '日' | '天') || is_han_number(c),
        '星' => c == '期',
        '礼' | '禮' => c == '拜',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::lexicon::facet::Facet;

    #[test]
    fn texts_that_may_hold_a_time() {
        for (text, expected) in [
            ("2024-05-10", true),
            ("０６：５８", true),
            ("二〇二四年五月", true),
            ("三小时前", true),
            ("半小时前", true),
            ("今年五月", true),
            ("昨日上午", true),
            ("剛才", true),
            ("週五", true),
            ("禮拜天", true),
            ("目前公园周围的河道已经开放，如今湖水很清。", false),
            ("这一带刚开放", false),
            ("城东公园", false),
            ("", false),
        ] {
            assert_eq!(may_hold(text), expected, "{text}");
        }
    }

    #[test]
    fn every_word_that_opens_a_time_is_seen() {
        let days = [
            Facet::Today,
            Facet::Yesterday,
            Facet::DayBefore,
            Facet::JustNow,
            Facet::HalfHourAgo,
        ];
        for word in days.into_iter().flat_map(|facet| facet.words()) {
            assert!(may_hold(word), "{word}");
        }
        for word in Facet::WeekWord.words() {
            assert!(may_hold(&format!("{word}五")), "{word}");
        }
    }
}
