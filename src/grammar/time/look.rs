//! A look at a text before the walk: may there be a time in it? Not where, nor which.

use crate::grammar::time::token::is_han_number;
use crate::grammar::words::CharSet;

/// A quick look before the walk: is there a digit, a Chinese numeral with 年 or 月, or a word as 昨天?
pub(crate) fn may_hold(text: &str) -> bool {
    static ALONE: CharSet = CharSet::of(&["0123456789０１２３４５６７８９昨刚剛今前周週星礼禮"]);
    let (mut numeral, mut unit) = (false, false);
    for c in text.chars() {
        if ALONE.has(c) {
            return true;
        }
        match c {
            '年' | '月' => unit = true,
            _ => numeral = numeral || is_han_number(c),
        }
        if numeral && unit {
            return true;
        }
    }
    false
}
