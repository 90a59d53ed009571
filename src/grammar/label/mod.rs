//! The labels of info lines (来源：, 作者：, 责编：, 发布时间：) and how a line of text splits at them. Not what a value means (see `byline`, `outlet`).

mod kinds;
pub(crate) mod values;
mod words;

use std::ops::Range;

pub(crate) use crate::grammar::label::kinds::Label;
use crate::grammar::label::words::{Separator, TABLE};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{
    closes, ends_like_outlet, is_bar, is_close, is_colon, is_han, is_open, is_slash, is_space,
};
use crate::grammar::names::{NamePolicy, is_function_word, is_han_name, people};
use crate::grammar::time::spans;
use crate::grammar::words::CharSet;
use crate::text::is_longer;

/// One label in a line, with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Labelled<'a> {
    pub label: Label,
    /// The label as shown, without its colon: `责任编辑`.
    pub name: &'a str,
    /// Trimmed; ends at the next label, at the bracket that closes one opened before the label, or with the line.
    pub value: &'a str,
    /// Bytes of label and value in the line.
    pub range: Range<usize>,
}

/// Longest label, in characters.
const LONGEST_WORD: usize = 10;

/// A line longer than this is a paragraph: labels count only near its two ends.
const LINE: usize = 120;
/// How far from the start of a paragraph, in characters, its first label may stand.
const NEAR_START: usize = 12;
/// How far on, in characters, a label of its own words shows what it is.
const MADE_UP: usize = 8;
/// How far from the end of a paragraph, in characters, labels may stand.
const NEAR_END: usize = 70;

/// Longest value of a label that names people or an outlet; more than this is prose.
const LONGEST_NAMES: usize = 120;

/// Longest name of an outlet that only its end tells from prose, in characters.
const OUTLET_MAX: usize = 16;

/// A label found in a line.
struct Hit {
    label: Label,
    /// The label itself, first byte to the byte after it.
    word: Range<usize>,
    /// Where the value starts, after separator and spaces.
    value: usize,
    /// The opening bracket right before the label.
    bracket: Option<char>,
    /// Whether label and value are tied by a space only.
    spaced: bool,
}

/// Splits one line of text at its known labels. Text before the first label belongs to none.
///
/// `更新时间:2023-11-18 10:06:20作者:橙橘网` gives 更新时间 with `2023-11-18 10:06:20` and 作者 with `橙橘网`.
pub(crate) fn scan(line: &str) -> Vec<Labelled<'_>> {
    let hits = hits(line);
    let mut out = Vec::with_capacity(hits.len());
    // `（通讯员 张三 记者 李四）城东公园…`: a bracket before the first label ends the values of all within it.
    let mut around: Option<(char, usize)> = None;
    for (n, hit) in hits.iter().enumerate() {
        let mut end = hits.get(n + 1).map_or(line.len(), |next| next.word.start);
        around = match hit.bracket {
            Some(open) => Some((open, hit.value)),
            None => around.filter(|&(open, from)| {
                line.get(from..hit.word.start)
                    .is_some_and(|text| closing(text, open).is_none())
            }),
        };
        if let Some((open, _)) = around
            && let Some(at) = closing(&line[hit.value..end], open)
        {
            end = hit.value + at;
        }
        // `原创文章，作者：张三。转载请联系…`: the sentence behind a name is not its label's.
        if hit.label == Label::Author
            && let Some(stop) = line[hit.value..end].find('。')
            && hit.value + stop + '。'.len_utf8() < end
            && is_han_name(line[hit.value..hit.value + stop].trim_matches(is_space))
            && !Facet::JournalistWord.within(&line[hit.word.clone()])
        {
            end = hit.value + stop;
        }
        let value = trim_value(line, hit.value..end);
        let text = &line[value.clone()];
        if !is_believable(hit.label, text) || hit.spaced && !is_spaced_value(hit.label, text) {
            continue;
        }
        out.push(Labelled {
            label: hit.label,
            name: &line[hit.word.clone()],
            range: hit.word.start..value.end.max(hit.word.end),
            value: &line[value],
        });
    }
    out
}

/// Where the bracket closes that `open` opened before `text`.
fn closing(text: &str, open: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if closes(open, c) {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

/// The label a rule file means by a name: `来源`, `作者`, `责编`.
pub(crate) fn by_name(name: &str) -> Option<Label> {
    look_up(name.trim_matches(|c| is_space(c) || is_colon(c))).map(|(label, _)| label)
}

/// Whether a text starts with a label of writers, editors or outlets, whatever follows: `来源橙橘网`.
pub(crate) fn opens(text: &str) -> bool {
    TABLE.at_start(text).any(|(word, &(label, _))| {
        word.chars().count() >= 2
            && matches!(label, Label::Author | Label::Editor | Label::Source)
            && !Facet::JournalistWord.within(word)
            && word.len() < text.len()
    })
}

/// A label made of its own words: `统筹编辑：`, `橙经编辑｜张三`; only a colon or a bar says that it is one.
fn made_up(word: &str) -> Option<(Label, Separator)> {
    let head = Facet::EditorEnd.strip_end(word)?;
    ((1..=4).contains(&head.chars().count()) && head.chars().all(is_han))
        .then_some((Label::Editor, Separator::Slash))
}

fn look_up(text: &str) -> Option<(Label, Separator)> {
    // Far longer than any label, spaces between its characters included.
    if text.len() > LONGEST_WORD * 8 {
        return None;
    }
    let squeezed: String = text.chars().filter(|&c| !is_space(c)).collect();
    TABLE.get(&squeezed).copied()
}

fn hits(line: &str) -> Vec<Hit> {
    let long = is_longer(line, LINE);
    let Some(first) = first_place(line, long) else {
        return Vec::new();
    };
    let mut chars: Vec<(usize, char)> = Vec::with_capacity(line.len() / 2);
    chars.extend(line.char_indices());
    let editors = chars.iter().any(|&(_, c)| matches!(c, '辑' | '輯'));
    let mut hits: Vec<Hit> = Vec::new();
    let mut word = String::new();
    let mut i = chars.partition_point(|&(at, _)| at < first);
    // A label of its own words was seen by its end.
    i = i.saturating_sub(MADE_UP);
    while i < chars.len() {
        let near = !long || i < NEAR_START || chars.len() - i <= NEAR_END;
        if !near {
            i = chars.len() - NEAR_END;
            continue;
        }
        let begins = TABLE.may_start(line, chars[i].0);
        if (begins || editors && is_han(chars[i].1) && made_up_ahead(&chars, i))
            && let Some(before) = boundary(&chars, i, hits.last(), long)
            && let Some((hit, next)) =
                match_at(line, &chars, i, before, !hits.is_empty(), &mut word)
        {
            hits.push(hit);
            i = next;
        } else {
            i += 1;
        }
    }
    hits
}

/// The first place in a line where a label may begin, or one of its own words may end: cheap, and all that most lines are asked.
fn first_place(line: &str, long: bool) -> Option<usize> {
    let begins = |&at: &usize| {
        let may_begin = || {
            let mut back = line[..at].chars().rev();
            let (before, earlier) = (back.next(), back.next());
            before.is_none_or(|before| is_edge(before, earlier, long) || is_open(before))
        };
        !follows_letter(&line.as_bytes()[..at]) && may_begin() && may_be_label(&line[at..])
            || is_editor(&line[at..])
    };
    if !long {
        return TABLE.places(line).find(begins);
    }
    let at = |place: Option<(usize, char)>| place.map_or(0, |(at, _)| at);
    // A label of its own words shows by its end, a few characters on.
    let start = at(line.char_indices().nth(NEAR_START + MADE_UP));
    let end = at(line.char_indices().rev().nth(NEAR_END - 1));
    let near_start = TABLE.places(line).take_while(|&at| at < start);
    let near_end = TABLE.places(&line[end..]).map(|at| at + end);
    near_start.chain(near_end).find(begins)
}

/// Whether a text ends in the middle of a word, behind which no label stands; known for most places without a look at characters.
fn follows_letter(text: &[u8]) -> bool {
    // 丨 is a bar, and behind 年 and 日 a label may stand.
    matches!(text, [.., 0xe4..=0xe9, _, _])
        && !matches!(
            text,
            [.., 0xe4, 0xb8, 0xa8] | [.., 0xe5, 0xb9, 0xb4] | [.., 0xe6, 0x97, 0xa5]
        )
}

/// Whether a label may start a text: one of the table's as it stands, one with blanks in it, or one of its own words. Refuses nearly all.
fn may_be_label(text: &str) -> bool {
    if TABLE.at_start(text).next().is_some() {
        return true;
    }
    let mut rest = text;
    for _ in 0..LONGEST_WORD {
        // Most characters are Chinese: no white space.
        let letter = matches!(rest.as_bytes(), [0xe4..=0xe9, ..]);
        let mut chars = rest.chars();
        match chars.next() {
            None => return false,
            Some(c) if matches!(c, '辑' | '輯') || !letter && is_space(c) => return true,
            Some(_) => rest = chars.as_str(),
        }
    }
    false
}

/// Whether a label may stand right behind a character, which another precedes.
fn is_edge(before: char, earlier: Option<char>, long: bool) -> bool {
    // Nearly all that stand before are Chinese letters; `丨` is a bar.
    if matches!(before, '\u{4e00}'..='\u{9fff}') {
        return is_bar(before) || !long && matches!(before, '年' | '日');
    }
    let edge = is_space(before)
        || is_drawn(before)
        || is_close(before)
        || is_bar(before)
        // `记者 张三 / 摄影 李四`, but not 李四/摄影.
        || is_slash(before) && earlier.is_some_and(is_space)
        || before.is_ascii_digit()
        || matches!(before, '；' | ';' | '，' | ',' | '、' | '。' | '■' | '□' | '●' | '◎' | '○' | '⊙' | '▲' | '*' | '-' | '—' | '–' | '·' | '»' | '>');
    edge && !(long && matches!(before, '，' | ',' | '、'))
}

/// Whether a character is drawn, as what labels are decorated with: `✎作者`, `▶编辑`.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{25a0}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}' | '\u{fe0f}')
}

/// What stands before a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Start of line, space, bracket, bar, digit.
    Edge,
    /// A bracket.
    Bracket(char),
    /// The value of another label, with nothing between.
    Glued,
}

fn boundary(chars: &[(usize, char)], i: usize, last: Option<&Hit>, long: bool) -> Option<Before> {
    let Some(&(_, before)) = i.checked_sub(1).and_then(|i| chars.get(i)) else {
        return Some(Before::Edge);
    };
    if is_open(before) {
        return Some(Before::Bracket(before));
    }
    let earlier = i.checked_sub(2).and_then(|i| chars.get(i));
    if is_edge(before, earlier.map(|&(_, c)| c), long) {
        return Some(Before::Edge);
    }
    if let Some(last) = last {
        // `编辑/李四校对/王五`, and `作者：编辑：张三` where the first value is empty.
        // A title may hold any word: 原标题：视频：….
        let holds_prose = matches!(last.label, Label::OriginalTitle | Label::Summary);
        if chars[i].0 >= last.value && !holds_prose {
            return Some(Before::Glued);
        }
    }
    None
}

/// The longest label that starts at `i`, and the index of the character after its separator. `word` is room to work in.
fn match_at(
    line: &str,
    chars: &[(usize, char)],
    i: usize,
    before: Before,
    follows: bool,
    word: &mut String,
) -> Option<(Hit, usize)> {
    if !may_be_label(&line[chars[i].0..]) {
        return None;
    }
    let window = &chars[i..chars.len().min(i + LONGEST_WORD * 2)];
    let edits = window.iter().any(|&(_, c)| matches!(c, '辑' | '輯'));
    // Labels may be split by spaces: `来 源：`. What stands here without them, and where each of its characters ends.
    word.clear();
    word.reserve(LONGEST_WORD * 4);
    let mut ends: [(usize, usize); LONGEST_WORD * 2] = [(0, 0); LONGEST_WORD * 2];
    let mut length = 0;
    let mut spaces = 0;
    let mut j = i;
    while j < chars.len() && j - i < LONGEST_WORD * 2 {
        let c = chars[j].1;
        j += 1;
        if is_space(c) {
            spaces += 1;
            if spaces > 3 {
                break;
            }
            continue;
        }
        spaces = 0;
        if word.len() + c.len_utf8() > LONGEST_WORD * 4 {
            break;
        }
        word.push(c);
        ends[length] = (word.len(), j);
        length += 1;
    }
    let mut best: Option<(usize, Label, Separator)> = None;
    let mut consider = |n: usize, (label, tie): (Label, Separator)| {
        let j = ends[n].1;
        // One character in the middle of another value is no label: `来源：天文/地理`.
        let lone = before == Before::Glued && j - i < 2;
        let longer = best.is_none_or(|(end, ..)| end < j);
        if longer && !lone && tie_at(line, chars, j, tie, label, before, follows).is_some() {
            best = Some((j, label, tie));
        }
    };
    let mut known = [false; LONGEST_WORD * 2];
    for (name, &meaning) in TABLE.at_start(word) {
        // Of two labels that are spelled alike, the first.
        if let Some(n) = ends[..length].iter().position(|end| end.0 == name.len())
            && !std::mem::replace(&mut known[n], true)
        {
            consider(n, meaning);
        }
    }
    for n in if edits { 0..length } else { 0..0 } {
        let solid = before != Before::Glued && n + 1 == ends[n].1 - i;
        if solid
            && !known[n]
            && let Some(meaning) = made_up(&word[..ends[n].0])
        {
            consider(n, meaning);
        }
    }
    let (end, label, tie) = best?;
    let value = tie_at(line, chars, end, tie, label, before, follows)?;
    let at = |n: usize| chars.get(n).map_or(line.len(), |&(at, _)| at);
    let bracket = match before {
        Before::Bracket(open) => Some(open),
        _ => None,
    };
    let spaced = tie == Separator::Space && line[at(end)..at(value)].chars().all(is_space);
    Some((
        Hit {
            label,
            word: at(i)..at(end),
            value: at(value),
            bracket,
            spaced,
        },
        value.max(end),
    ))
}

/// 编辑 and a colon: the end of a label of its own words.
fn is_editor(text: &str) -> bool {
    // Asked at each place where a label may start.
    if !text.starts_with(['编', '編']) {
        return false;
    }
    let rest = Facet::EditorEnd.strip_start(text);
    rest.is_some_and(|rest| {
        rest.starts_with(is_colon) || rest.trim_start_matches(is_space).starts_with(is_bar)
    })
}

/// Whether a label of its own words may start at `i`: 编辑 and a colon stand a few characters on.
fn made_up_ahead(chars: &[(usize, char)], i: usize) -> bool {
    let ahead = &chars[i..chars.len().min(i + MADE_UP)];
    let tied = |w: &[(usize, char)]| {
        let behind = w[2].1;
        is_colon(behind) || is_bar(behind) || is_space(behind)
    };
    ahead
        .windows(3)
        .any(|w| matches!((w[0].1, w[1].1), ('编', '辑') | ('編', '輯')) && tied(w))
}

/// Index of the value's first character, if what follows a label at `j` ties a value to it.
fn tie_at(
    line: &str,
    chars: &[(usize, char)],
    j: usize,
    tie: Separator,
    label: Label,
    before: Before,
    follows: bool,
) -> Option<usize> {
    let char_at = |n: usize| chars.get(n).map(|&(_, c)| c);
    let skip = |mut n: usize| {
        while char_at(n).is_some_and(is_space) {
            n += 1;
        }
        n
    };
    let mut k = skip(j);
    // `标签(Tag)：`
    if char_at(k).is_some_and(is_open)
        && let Some(n) = (k + 1..(k + 8).min(chars.len())).find(|&n| is_close(chars[n].1))
        && char_at(skip(n + 1)).is_some_and(is_colon)
    {
        k = skip(n + 1);
    }
    let Some(c) = char_at(k) else {
        return (tie == Separator::Free).then_some(k);
    };
    let colons = |mut n: usize| {
        while char_at(n).is_some_and(|c| is_colon(c) || is_space(c)) {
            n += 1;
        }
        n
    };
    if is_colon(c) {
        let value = colons(k);
        // `独家报道：张三`, but `报道：城东公园今天开放`.
        let says = j.checked_sub(1).and_then(char_at);
        if label == Label::Author && says.is_some_and(|c| matches!(c, '道' | '导' | '導')) {
            let rest = &line[chars.get(value).map_or(line.len(), |&(at, _)| at)..];
            return starts_with_person(rest).then_some(value);
        }
        return Some(value);
    }
    // `Author, 张三`
    let latin = j.checked_sub(1).and_then(char_at);
    if c == ',' && k == j && label == Label::Author && latin.is_some_and(|c| c.is_ascii_lowercase())
    {
        return Some(skip(k + 1));
    }
    // `【撰文】张三 李四`, `[来源] 橙橘网`: the bracket around a label parts it from its value.
    if let Before::Bracket(open) = before
        && closes(open, c)
        && !matches!(open, '（' | '(')
    {
        let value = colons(k + 1);
        let tied = value > k + 1
            && line[chars[k + 1].0..]
                .trim_start_matches(is_space)
                .starts_with(is_colon);
        let rest = &line[chars.get(value).map_or(line.len(), |&(at, _)| at)..];
        let fits = match label {
            Label::Author | Label::Editor | Label::Credit(_) => tied || starts_with_person(rest),
            Label::Source => tied || starts_with_outlet(rest),
            _ => tied,
        };
        return fits.then_some(value);
    }
    // `文·张三 编辑·李四`
    if c == '·' && matches!(tie, Separator::Slash | Separator::Space) && k == j {
        let rest = &line[chars.get(k + 1).map_or(line.len(), |&(at, _)| at)..];
        return starts_with_person(rest).then_some(k + 1);
    }
    if c == '>' && char_at(k + 1) == Some('>') || c == '》' && char_at(k + 1) == Some('》') {
        return (tie != Separator::Time).then(|| skip(k + 2));
    }
    // `编辑/李四校对/王五`, `文｜张三摄影｜李四`
    let credited = matches!(label, Label::Author | Label::Editor | Label::Credit(_));
    let person = || {
        let rest = &line[chars.get(k + 1).map_or(line.len(), |&(at, _)| at)..];
        credited && k == j && starts_with_person(rest)
    };
    let glued = |c| is_slash(c) || is_bar(c) && person();
    if before == Before::Glued && !(glued(c) && tie >= Separator::Slash) {
        return None;
    }
    let bar = is_slash(c) || is_bar(c);
    match tie {
        Separator::Colon => {
            // `来源CODEN| 0 条评论| 作者魏星`: between bars, nothing need stand between label and value.
            let from = label == Label::Source
                && follows_bar(chars, j)
                && k == j
                && (is_han(c) || c.is_ascii_uppercase());
            if from {
                return Some(k);
            }
            let rest = &line[chars.get(k + 1).map_or(line.len(), |&(at, _)| at)..];
            let barred = match label {
                // `来源 | 橙橘财经`, `来源/橙橘日报`; 媒体 | opens a menu.
                Label::Source => {
                    let ends = j.checked_sub(1).and_then(char_at);
                    // 来自/ 橙橘早报
                    let names_it = |c| c == '源' || c == '自' && is_slash(char_at(k).unwrap_or(c));
                    bar && ends.is_some_and(names_it) && !starts_with_label(rest)
                }
                // `标签 | 城东公园 湖区`
                Label::Tags => bar,
                _ => false,
            };
            if barred {
                return Some(skip(k + 1));
            }
            // `06:58 来源于 《橙橘周刊》`, `转自 城东日报`, `来源 城东日报`
            let from = label == Label::Source
                && j.checked_sub(1)
                    .and_then(char_at)
                    .is_some_and(|c| matches!(c, '于' | '於' | '自') || c == '源' && k > j)
                && starts_with_outlet(&line[chars[k].0..]);
            if from {
                return Some(k);
            }
            // `您的位置 首页 > 新闻`: no colon, but the front page is the first channel.
            let here = label == Label::Breadcrumb
                && Facet::FrontPage.starts(&line[chars[k].0..])
                && chars[j - 1].1 == '置';
            here.then_some(k)
        }
        Separator::Slash | Separator::Space if bar => {
            // `文/图：张三`, `视频/图片：`: the next word is a label too, not a value.
            let rest = &line[chars.get(k + 1).map_or(line.len(), |&(at, _)| at)..];
            let names = is_slash(c) && starts_with_label(rest) && !follows;
            (!names || label == Label::Author).then(|| skip(k + 1))
        }
        Separator::Slash => {
            // `（文 张三 李四 视频 王小明）`
            let rest = &line[chars[k].0..];
            // `文 张三 / 图 李四`
            let opens = matches!(before, Before::Bracket(_)) || j == 1;
            let parted = || follows && follows_mark(chars, j, |c| is_bar(c) || is_slash(c));
            (k > j && (opens || parted()) && starts_with_person(rest)).then_some(k)
        }
        Separator::Space => {
            let rest = &line[chars.get(k).map_or(line.len(), |&(at, _)| at)..];
            let spaced = k > j;
            let in_bars = k == j && follows_bar(chars, j);
            // `校对 张三 / 責任編輯 新聞中心`: in a list of credits a desk may stand for a name.
            let in_list = spaced && follows && label == Label::Editor && is_han(c);
            ((spaced || in_bars) && (in_list || starts_with_person(rest))).then_some(k)
        }
        Separator::Time => {
            let rest = &line[chars[k].0..];
            spans::at_start(rest).map(|_| k)
        }
        Separator::Free => {
            let free =
                c.is_ascii_digit() || is_open(c) || is_close(c) || is_bar(c) || k > j || c == '：';
            free.then_some(k)
        }
    }
}

/// Whether the label that ends at `j` stands right behind a bar: `| 作者魏星`.
fn follows_bar(chars: &[(usize, char)], j: usize) -> bool {
    follows_mark(chars, j, is_bar)
}

fn follows_mark(chars: &[(usize, char)], j: usize, is_mark: impl Fn(char) -> bool) -> bool {
    chars[..j]
        .iter()
        .rev()
        .map(|&(_, c)| c)
        .skip_while(|&c| is_han(c))
        .find(|&c| !is_space(c))
        .is_some_and(is_mark)
}

/// Whether `rest` begins with one more label and a separator, as in `文/图：张三`.
fn starts_with_label(rest: &str) -> bool {
    let head: String = rest
        .chars()
        .take_while(|&c| is_han(c))
        .take(LONGEST_WORD)
        .collect();
    let after = rest[head.len()..]
        .trim_start_matches(is_space)
        .chars()
        .next();
    look_up(&head).is_some() && after.is_some_and(|c| is_colon(c) || is_slash(c) || is_bar(c))
}

/// Whether `rest` begins with a name and no prose behind it: `编辑 张三`, not `编辑 张三说过`.
fn starts_with_person(rest: &str) -> bool {
    let head: String = rest
        .chars()
        .take_while(|&c| {
            !is_space(c)
                && !is_bar(c)
                && !is_close(c)
                && !matches!(c, '、' | '，' | ',' | '/' | '／')
        })
        .take(12)
        .collect();
    // `By John Smith | 2024-05-10`: a Latin name has a space in it.
    let latin = rest
        .find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-')))
        .map_or(rest, |end| &rest[..end]);
    let head = if latin.len() > head.len() && latin.len() <= 40 {
        latin.trim_end().to_string()
    } else if head.chars().count() == 1 {
        // `编辑 张 三`
        rest.chars().filter(|&c| !is_space(c)).take(2).collect()
    } else {
        head
    };
    !people(&head, NamePolicy::Strict).is_empty()
}

/// Whether `rest` is an outlet's name and nothing else: `《城东日报》`, `橙橘网`, not `《城东日报》的报道`.
fn starts_with_outlet(rest: &str) -> bool {
    let rest = rest.trim_matches(is_space);
    if let Some(quoted) = rest.strip_prefix('《') {
        return quoted.split_once('》').is_some_and(|(name, behind)| {
            !name.is_empty()
                && (behind.is_empty() || behind.starts_with(|c| is_space(c) || is_close(c)))
        });
    }
    let name = rest.trim_end_matches(is_close);
    !is_longer(name, OUTLET_MAX)
        && name.starts_with(is_han)
        && name.chars().all(char::is_alphanumeric)
        && ends_like_outlet(name)
}

/// `range` without white space, bars and the bracket that opens the next label.
fn trim_value(line: &str, range: Range<usize>) -> Range<usize> {
    let hanging = |c: char| {
        is_space(c)
            || is_bar(c)
            || is_drawn(c)
            || matches!(c, '；' | ';' | '，' | ',' | '、' | '·' | '—' | '*')
    };
    let text = &line[range.clone()];
    let front = text.trim_start_matches(|c| is_space(c) || is_bar(c));
    let start = range.start + (text.len() - front.len());
    let mut back = front.trim_end_matches(|c| hanging(c) || is_open(c));
    // `橙眼 / 作者：张三`: the slash parts two labels.
    if let Some(before) = back.strip_suffix(is_slash)
        && before.ends_with(is_space)
    {
        back = before.trim_end_matches(hanging);
    }
    // A closing bracket with no opening one in the value belongs to what stands before the label.
    while let Some(c) = back.chars().next_back().filter(|&c| is_close(c)) {
        if back.chars().any(|o| is_open(o) && closes(o, c)) {
            break;
        }
        back = back[..back.len() - c.len_utf8()].trim_end_matches(hanging);
    }
    start..start + back.len()
}

/// Whether what stands behind a label and a space is names: `编辑 张三`, not `记者 张三在现场看到`.
fn is_spaced_value(label: Label, value: &str) -> bool {
    let trust = if label == Label::Editor {
        NamePolicy::Staff
    } else {
        NamePolicy::Strict
    };
    is_names_only(value, &people(value, trust), 24)
}

/// Whether a value can be what its label says: names and outlets are short and hold no sentence.
fn is_believable(label: Label, value: &str) -> bool {
    match label {
        Label::Author | Label::Editor | Label::Credit(_) | Label::Source => {
            value.len() <= LONGEST_NAMES * 3
                && value.chars().count() <= LONGEST_NAMES
                && !value.contains(['？', '?', '！'])
                && !value.trim_end_matches('。').contains('。')
        }
        // 时间 and 日期 also open sentences: a time has a digit, or is a word such as 刚刚 or 昨天.
        Label::Published | Label::Updated => {
            value.is_empty()
                || value.chars().any(|c| c.is_numeric())
                || value.chars().count() <= 16 && Facet::DayWord.within(value)
        }
        _ => true,
    }
}

/// Whether a text reads as prose: it holds sentence punctuation.
pub(crate) fn is_prose(text: &str) -> bool {
    static MARKS: CharSet = CharSet::of(&["。？?！；“”「」…"]);
    text.trim_end_matches('。').contains(|c| MARKS.has(c))
}

/// Whether a text holds characters that prose is full of and names of people and outlets are not; 在线 may stand in an outlet's.
pub(crate) fn has_function_words(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let online = c == '在' && matches!(chars.peek(), Some('线' | '線'));
        if is_function_word(c) && !online {
            return true;
        }
    }
    false
}

/// Whether `text` is `names` and at most `spare` other letters (an outlet, a place, a verb), none of them a function word.
pub(crate) fn is_names_only(text: &str, names: &[String], spare: usize) -> bool {
    let mut left: String = spans::without_times(text)
        .chars()
        .filter(|&c| !is_space(c))
        .collect();
    for name in names {
        let name: String = name.chars().filter(|&c| !is_space(c)).collect();
        left = left.replacen(&name, "", 1);
    }
    !names.is_empty()
        && left.chars().filter(|c| c.is_alphanumeric()).count() <= spare
        && !has_function_words(&left)
}

#[cfg(test)]
mod tests;
