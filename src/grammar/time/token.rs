//! Text cut into numbers, words, spaces and marks, with width and look-alikes folded. Not what they mean.

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::words::{CharSet, Words};

/// A number of at most this many digits has an exact value; longer ones are no part of any time.
const MAX_DIGITS: u16 = 18;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of digits, ASCII or full-width.
    Digits { value: u64, len: u16 },
    /// A run of Chinese numerals with a value: 十二, 二〇二四.
    Han { value: u32, len: u16 },
    /// A run of ASCII letters.
    Word,
    /// Any run of white space, NBSP and U+3000 among it.
    Space,
    /// Any other character, folded: `：` is `:`.
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub kind: Kind,
    /// Byte range in the text.
    pub start: usize,
    pub end: usize,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    pub value: u32,
    /// How many digits were written.
    pub len: u16,
    pub han: bool,
}

pub(crate) struct Tokens<'a> {
    pub text: &'a str,
    list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut list: Vec<Token> = Vec::with_capacity(text.len() / 3 + 4);
        let mut chars = text.char_indices().peekable();
        while let Some(&(start, c)) = chars.peek() {
            // Most characters are Chinese letters, and no numerals.
            if is_letter(c) {
                chars.next();
                let (kind, end) = (Kind::Mark(c), start + 3);
                list.push(Token { kind, start, end });
                continue;
            }
            if invisible(c) {
                chars.next();
                continue;
            }
            let mut end = start + c.len_utf8();
            let kind = if digit(c).is_some() {
                let (mut value, mut len) = (0u64, 0u16);
                while let Some(&(at, c)) = chars.peek() {
                    // A direction mark inside a number comes from some browsers' date strings.
                    if let Some(d) = digit(c) {
                        len = len.saturating_add(1);
                        if len <= MAX_DIGITS {
                            value = value * 10 + u64::from(d);
                        }
                        end = at + c.len_utf8();
                    } else if !invisible(c) {
                        break;
                    }
                    chars.next();
                }
                Kind::Digits { value, len }
            } else if is_han_number(c) {
                while let Some(&(at, c)) = chars.peek() {
                    if !is_han_number(c) {
                        break;
                    }
                    end = at + c.len_utf8();
                    chars.next();
                }
                match han_value(&text[start..end]) {
                    Some((value, len)) => Kind::Han { value, len },
                    None => Kind::Mark('一'),
                }
            } else if c.is_ascii_alphabetic() {
                while let Some(&(at, c)) = chars.peek() {
                    if !c.is_ascii_alphabetic() {
                        break;
                    }
                    end = at + 1;
                    chars.next();
                }
                Kind::Word
            } else if c.is_whitespace() {
                while let Some(&(at, c)) = chars.peek() {
                    if c.is_whitespace() {
                        end = at + c.len_utf8();
                    } else if !invisible(c) {
                        break;
                    }
                    chars.next();
                }
                Kind::Space
            } else {
                chars.next();
                Kind::Mark(fold(c))
            };
            list.push(Token { kind, start, end });
        }
        Self { text, list }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn kind(&self, i: usize) -> Option<Kind> {
        self.list.get(i).map(|token| token.kind)
    }

    /// The token before `i`.
    pub(crate) fn before(&self, i: usize) -> Option<Kind> {
        i.checked_sub(1).and_then(|i| self.kind(i))
    }

    /// Where token `i` starts in the text; the text's end past the last one.
    pub(crate) fn start(&self, i: usize) -> usize {
        self.list
            .get(i)
            .map_or(self.text.len(), |token| token.start)
    }

    /// Where the tokens before `i` end in the text.
    pub(crate) fn end_before(&self, i: usize) -> usize {
        i.checked_sub(1)
            .and_then(|i| self.list.get(i))
            .map_or(0, |token| token.end)
    }

    pub(crate) fn is(&self, i: usize, c: char) -> bool {
        self.kind(i) == Some(Kind::Mark(c))
    }

    pub(crate) fn any(&self, i: usize, set: &str) -> bool {
        matches!(self.kind(i), Some(Kind::Mark(c)) if set.chars().any(|mark| mark == c))
    }

    pub(crate) fn space(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Space)
    }

    /// `i`, or the token after it if `i` is a space.
    pub(crate) fn skip(&self, i: usize) -> usize {
        i + usize::from(self.space(i))
    }

    /// The number at `i`, in digits or Chinese numerals, of at most `max` digits.
    pub(crate) fn number(&self, i: usize, max: u16) -> Option<Number> {
        match self.kind(i)? {
            Kind::Digits { value, len } if len <= max.min(9) => Some(Number {
                value: u32::try_from(value).ok()?,
                len,
                han: false,
            }),
            Kind::Han { value, len } if len <= max => Some(Number {
                value,
                len,
                han: true,
            }),
            _ => None,
        }
    }

    /// The same, in digits only.
    pub(crate) fn digits(&self, i: usize, max: u16) -> Option<Number> {
        self.number(i, max).filter(|number| !number.han)
    }

    pub(crate) fn word(&self, i: usize) -> Option<&'a str> {
        match self.list.get(i)? {
            Token {
                kind: Kind::Word,
                start,
                end,
            } => self.text.get(*start..*end),
            _ => None,
        }
    }

    /// The token after `what`, if the text at token `i` starts with it.
    pub(crate) fn follows(&self, i: usize, what: &str) -> Option<usize> {
        let start = self.list.get(i)?.start;
        let end = start + what.len();
        if !self.text.get(start..)?.starts_with(what) {
            return None;
        }
        let mut i = i;
        while self.list.get(i).is_some_and(|token| token.start < end) {
            i += 1;
        }
        Some(i)
    }

    /// The same for the longest word of a facet that fits.
    pub(crate) fn follows_word(&self, i: usize, words: Facet) -> Option<usize> {
        let text = self.text.get(self.list.get(i)?.start..)?;
        let word = &text[..text.len() - words.strip_start(text)?.len()];
        self.follows(i, word)
    }

    /// The same for the longest word of a table that fits, with what it means.
    pub(crate) fn follows_meaning<T: Copy>(
        &self,
        i: usize,
        words: &Words<T>,
    ) -> Option<(T, usize)> {
        let text = self.text.get(self.list.get(i)?.start..)?;
        let (word, &meaning) = words.at_start(text).next()?;
        Some((meaning, self.follows(i, &text[..word.len()])?))
    }

    /// The same for the first of several that fits.
    pub(crate) fn follows_any(&self, i: usize, what: &[&str]) -> Option<usize> {
        what.iter().find_map(|what| self.follows(i, what))
    }

    /// Is the number at `i` the tail of a longer one (`10-08`, `1.2.3`, `10:05`)?
    pub(crate) fn tail_of_number(&self, i: usize) -> bool {
        i >= 2
            && self.any(i - 1, "-./:+_~")
            && matches!(self.kind(i - 2), Some(Kind::Digits { .. }))
    }

    /// Nothing that belongs to a word or number touches token `i` from the left.
    pub(crate) fn free_left(&self, i: usize) -> bool {
        match self.before(i) {
            None | Some(Kind::Space) => true,
            Some(Kind::Mark(c)) => {
                !c.is_alphanumeric()
                    && !matches!(
                        c,
                        '-' | '.'
                            | '/'
                            | '+'
                            | '_'
                            | '~'
                            | '#'
                            | '@'
                            | '&'
                            | '='
                            | '%'
                            | '$'
                            | '¥'
                            | '￥'
                            | '€'
                    )
                    && !self.tail_of_number(i)
            }
            _ => false,
        }
    }

    /// The same from the right, for what ends before token `i`.
    pub(crate) fn free_right(&self, i: usize) -> bool {
        match self.kind(i) {
            None | Some(Kind::Space) => true,
            Some(Kind::Mark(c)) => {
                let number_follows = matches!(self.kind(i + 1), Some(Kind::Digits { .. }));
                let binds = matches!(
                    c,
                    '+' | '_' | '~' | '#' | '@' | '&' | '=' | '%' | '$' | '¥' | '￥' | '€' | '°'
                ) || number_follows && matches!(c, '-' | '.' | '/' | ':');
                !binds && !c.is_alphanumeric()
            }
            _ => false,
        }
    }

    /// Tokens `i..end` are all there is in the text, in brackets, or after a label.
    pub(crate) fn alone(&self, i: usize, end: usize) -> bool {
        let left = match i.checked_sub(1) {
            Some(l) if self.space(l) => l.checked_sub(1),
            l => l,
        };
        let left = left.is_none_or(|l| self.any(l, "([|:<《")) && !self.tail_of_number(i);
        let right = self.skip(end);
        left && (right >= self.len() || self.any(right, ")]|>》"))
    }
}

/// A Chinese letter that is no numeral and no bar.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') && c != '丨' && !is_han_number(c)
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn fold(c: char) -> char {
    match c {
        '：' | '∶' | '︰' | '﹕' => ':',
        '／' | '∕' => '/',
        '－' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '．' => '.',
        '＋' => '+',
        '，' => ',',
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '【' | '［' | '〔' => '[',
        '】' | '］' | '〕' => ']',
        '｜' | '丨' | '│' | '︱' => '|',
        '•' | '‧' | '・' | '●' => '·',
        '⽉' => '月',
        '⽇' => '日',
        _ => c,
    }
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' | '貳' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Chinese numerals of either script, and the ones of accounts.
pub(crate) const HAN_NUMBERS: &str = "〇○零一壹二两兩贰貳三叁四肆五伍六陆陸七柒八捌九玖十百廿卅";

pub(crate) fn is_han_number(c: char) -> bool {
    static SET: CharSet = CharSet::of(&[HAN_NUMBERS]);
    SET.has(c)
}

/// 二〇二四 is 2024, 十二 12, 廿五 25, 一百一十五 115; and with how many digits.
fn han_value(text: &str) -> Option<(u32, u16)> {
    // No number of a date or clock is longer; a run of thousands of numerals is not worth reading.
    if text.len() > 6 * 3 {
        return None;
    }
    let positional = text.chars().all(|c| han_digit(c).is_some());
    let (mut sum, mut last, mut unit, mut len) = (0, None, 1000, 0);
    for c in text.chars() {
        if let Some(d) = han_digit(c) {
            if positional {
                sum = sum * 10 + d;
                len += 1;
            } else if d != 0 {
                if last.is_some() {
                    return None;
                }
                last = Some(d);
            }
            continue;
        }
        let (digit, next) = match c {
            '百' => (last.take()?, 100),
            '廿' if last.is_none() => (2, 10),
            '卅' if last.is_none() => (3, 10),
            '十' => (last.take().unwrap_or(1), 10),
            _ => return None,
        };
        if next >= unit {
            return None;
        }
        unit = next;
        sum += digit * next;
    }
    sum += last.unwrap_or(0);
    if !positional {
        len = if sum >= 100 { 3 } else { 2 };
    }
    Some((sum, len))
}
