//! The value grammar of a source: the outlet's name in what stands after 来源： or beside the time. Not where that is looked for.

use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{
    closes, ends_like_outlet, is_bar, is_close, is_colon, is_han, is_open, is_place, is_slash,
    is_space,
};
use crate::grammar::names::whole_in_brackets;
use crate::grammar::time::spans;

/// Longest outlet name, in characters: `城东青年报·橙青在线微信公众号` has 15, joint sources a few more.
const LONGEST: usize = 30;

/// Longest name taken for an outlet without a label and without an outlet's ending, in characters.
const LONGEST_BARE: usize = 12;

/// The outlet in the value of a source label: `橙橘网 字号 T|T` gives `橙橘网`. None where it names no outlet: an address, 本站原创, a sentence.
pub(crate) fn outlet(value: &str) -> Option<String> {
    let mut text = value.trim_matches(is_hanging);
    if let Some(first) = label::scan(text).first() {
        // `作者：张三` behind the name, or a second label in front of it: 来源：来源：橙橘网.
        text = match (first.range.start, first.label) {
            (0, Label::Source) => first.value,
            // `橙眼 / 作者：张三`
            (at, _) => text[..at].trim_end_matches(|c| is_space(c) || is_slash(c)),
        };
    }
    // `来自/ 新加坡 › 橙橘早报`: the channel, then the outlet.
    let text = text.rsplit('›').next().unwrap_or(text);
    let text = without_remark(cut(text));
    // 澎湃新闻·澎湃号·政务: where on a platform, not who.
    if text.contains("·澎湃号") {
        return None;
    }
    let text = unwrap(text).trim_matches(is_hanging);
    // `【橙橘報` of 【橙橘報／記者張三】
    let text = match text.chars().next().filter(|&c| is_open(c) && c != '《') {
        Some(open) if !text.contains(|c| closes(open, c)) => &text[open.len_utf8()..],
        _ => text,
    };
    let text = without_link(text).trim_matches(is_hanging);
    let text = without_claim(text).trim_matches(is_hanging);
    let text = without_original(text).trim_matches(is_hanging);
    let name = without_place(text).trim_matches(is_hanging);
    if !is_name(name) || Facet::NoOutlet.is(name) || label::by_name(name).is_some() {
        return None;
    }
    Some(tidy(with_quote(value, name)))
}

/// A name with the quotation mark that hangs at its end and belongs to one in it: `“橙橘发布”微信公众号`.
fn with_quote<'a>(value: &'a str, name: &'a str) -> &'a str {
    let count = |c: char| name.matches(c).count();
    let Some(at) = value.find(name) else {
        return name;
    };
    let (before, behind) = (&value[..at], &value[at + name.len()..]);
    match count('“').cmp(&count('”')) {
        std::cmp::Ordering::Less if before.ends_with('“') => {
            &value[at - '“'.len_utf8()..at + name.len()]
        }
        std::cmp::Ordering::Greater if behind.starts_with('”') => {
            &value[at..at + name.len() + '”'.len_utf8()]
        }
        _ => name,
    }
}

/// A name without the role behind it that no name follows: 橙橘新闻记者.
fn without_claim(text: &str) -> &str {
    Facet::OutletClaim
        .strip_end(text)
        .filter(|name| name.chars().count() >= 3)
        .unwrap_or(text)
}

/// A name without the remark that the text is its own: `橙橘在线 原创`, `橙橘网 [原创]`, `橙橘网原创`.
fn without_original(text: &str) -> &str {
    let inner = text.trim_end_matches(is_close);
    let Some(rest) = Facet::OriginalMark.strip_end(inner) else {
        return text;
    };
    let name = rest.trim_end_matches(|c| is_open(c) || is_hanging(c));
    let apart = name.len() < rest.len();
    match (apart || is_outlet(name)) && name.chars().count() >= 2 {
        true => name,
        false => text,
    }
}

/// A name that ends as outlets do, without the word behind it that does not: a button such as 听全文, whatever it says.
fn without_remark(text: &str) -> &str {
    let text = text.trim_matches(is_hanging);
    let Some(at) = text.find(is_space) else {
        return text;
    };
    let (name, rest) = (&text[..at], text[at..].trim_start_matches(is_space));
    let is_remark = is_outlet(name)
        && rest.chars().count() <= REMARK_MAX
        && rest.chars().all(is_han)
        && !ends_like_outlet(rest);
    if is_remark { name } else { text }
}

/// Longest word behind an outlet's name that may be a control, in characters.
const REMARK_MAX: usize = 6;

/// The outlet in a bare value beside the time: `2024-05-10 06:58 橙橘网 评论`. It must look like an outlet, or be short and hold no digits.
pub(crate) fn bare_outlet(text: &str) -> Option<String> {
    // The time may stand in front of the name or behind it.
    let mut rest = text.trim_matches(is_hanging);
    while let Some(time) = spans::first(rest) {
        if rest[..time.start].chars().any(char::is_alphabetic) {
            rest = &rest[..time.start];
            break;
        }
        rest = spans::behind(rest, &time);
    }
    let labelled = label::scan(rest)
        .first()
        .is_some_and(|first| first.range.start == 0);
    // `关注橙橘网`, `04:17 pm`
    let control = Facet::FollowStart.starts(rest);
    let half_day = ["am", "pm"]
        .iter()
        .any(|word| rest.eq_ignore_ascii_case(word));
    // Buttons to share with, glued.
    let button = rest.is_ascii()
        && ["Facebook", "WhatsApp", "Twitter", "Telegram", "WeChat"]
            .iter()
            .any(|word| rest.contains(word));
    // 即時中心／綜合報導 is a desk's byline.
    let byline = rest
        .split_once(['/', '／'])
        .is_some_and(|(desk, _)| !ends_like_outlet(desk))
        && Facet::Report.ends(rest);
    // `来源橙橘网作者张三`: elements told labels and values apart.
    let glued = label::opens(rest);
    if labelled || control || half_day || button || byline || glued {
        return None;
    }
    let name = outlet(rest)?;
    let length = name.chars().count();
    let digits = name.chars().any(|c| c.is_ascii_digit());
    let spaced = name.contains(' ') && name.chars().any(is_han);
    let fits = ends_like_outlet(&name) || length <= LONGEST_BARE && !digits;
    (fits && length >= 2 && !spaced && !is_place(&name)).then_some(name)
}

/// Whether a name ends as outlets do: 橙橘网, 城东日报, 某某电视台. A person's name never does.
pub(crate) fn is_outlet(name: &str) -> bool {
    name.chars().count() > 2 && ends_like_outlet(name)
}

fn is_hanging(c: char) -> bool {
    is_space(c)
        || is_bar(c)
        || is_colon(c)
        || matches!(
            c,
            ',' | '，'
                | '。'
                | ';'
                | '；'
                | '、'
                | '-'
                | '—'
                | '·'
                | '»'
                | '*'
                | '"'
                | '“'
                | '”'
                | '＞'
        )
}

/// `text` up to the first time, control or bar.
fn cut(text: &str) -> &str {
    let mut end = text.len();
    if let Some(time) = spans::first(text) {
        end = time.start;
    }
    end = control_at(text, end);
    if let Some(bar) = text[..end]
        .char_indices()
        .find(|&(i, c)| i > 0 && is_bar(c))
    {
        end = bar.0;
    }
    // `橙橘网  城东网收集`: white space that survived in the page parts two entries.
    if let Some(gap) = text[..end]
        .char_indices()
        .zip(text[..end].chars().skip(1))
        .find(|&((i, c), next)| i > 0 && is_space(c) && is_space(next))
        && text[..gap.0.0].chars().count() >= 3
    {
        end = gap.0.0;
    }
    // `橙橘日报 2024年 报纸`, `橙橘日报 第3版`: which number of it.
    if let Some((at, _)) = text[..end].char_indices().find(|&(at, c)| {
        at > 0
            && is_space(c)
            && is_number_of(text[at + c.len_utf8()..end].trim_start_matches(is_space))
    }) {
        end = at;
    }
    // `橙橘网9 次阅读0 条`
    if let Some((at, _)) = Facet::ReaderCount.find(&text[..end]) {
        let count = |c: char| c.is_ascii_digit() || is_space(c);
        end = text[..at].trim_end_matches(count).len();
    }
    // `橙橘网 提示：全文约三百字`: a label that no grammar knows.
    if let Some((name, rest)) = text[..end].split_once(is_space)
        && let Some((label, _)) = rest.split_once(is_colon)
        && (2..=4).contains(&label.chars().count())
        && label.chars().all(is_han)
    {
        end = name.len();
    }
    // A bracket left open by the cut goes too: `橙橘网 【字号`.
    text[..end]
        .trim_matches(is_hanging)
        .trim_end_matches(is_open)
}

/// Whether a text is the number of an issue or a page: `2024年第5期`, `2024年 报纸`, `第3版`.
fn is_number_of(text: &str) -> bool {
    let numbered = text.strip_prefix('第').unwrap_or(text);
    let rest = numbered
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = numbered.trim_start().len() - rest.len();
    match numbered.len() < text.len() {
        true => {
            (1..=4).contains(&digits) && rest.trim_start().starts_with(['期', '版', '号', '號'])
        }
        false => digits == 4 && rest.starts_with('年'),
    }
}

/// `text` without brackets or title marks around the whole of it, and without a remark in brackets that names no edition.
fn unwrap(text: &str) -> &str {
    if let Some(inner) = whole_in_brackets(text) {
        return inner;
    }
    for (open, close) in [('《', '》'), ('“', '”'), ('"', '"'), ('『', '』')] {
        if let Some(inner) = text
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            && !inner.contains([open, close])
        {
            return inner;
        }
    }
    // `橙橘晚报(广州)`, `橙橘网（ID：chengju）`: the name stands before.
    if let Some(close) = text.chars().next_back().filter(|&c| is_close(c))
        && let Some((at, open)) = text
            .char_indices()
            .rev()
            .find(|&(_, c)| is_open(c) && closes(c, close))
        && at > 0
        && matches!(open, '(' | '（')
        // （原市文广新局）
        && !text[at + open.len_utf8()..].starts_with('原')
    {
        return text[..at].trim_end_matches(is_hanging);
    }
    text.strip_prefix('《')
        .filter(|rest| !rest.contains('》'))
        .unwrap_or(text)
}

/// `橙学网 www.example.cn` without the address.
fn without_link(text: &str) -> &str {
    let at = ["http://", "https://", "www."]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min();
    match at {
        Some(at) => &text[..at],
        None => text,
    }
}

/// `橙橘网 北京` without the place, `城东日报 要 闻` without the page.
fn without_place(text: &str) -> &str {
    if let Some((name, page)) = text.split_once(is_space)
        && ends_like_outlet(name)
        && page.split(is_space).all(|word| word.chars().count() == 1)
    {
        return name;
    }
    match text.rsplit_once(is_space) {
        Some((name, place))
            if is_place(place)
                && (ends_like_outlet(name.trim_end_matches(is_space))
                    || !name.contains(is_space)) =>
        {
            name
        }
        _ => text,
    }
}

/// Where the first control before `end` starts; else `end`.
fn control_at(text: &str, end: usize) -> usize {
    // A name may hold a control's word (某某评论); behind a space, a bar or a name's end it is a control.
    let is_control = |at: usize, control: &str| {
        let before = text[..at].chars().next_back();
        let after = text[at + control.len()..].chars().next();
        // `城东区融媒体中心 12阅读`
        let count = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let counts = count.len() < at && count.ends_with(is_space);
        let stands_alone =
            counts || before.is_some_and(|c| is_space(c) || is_bar(c) || is_open(c) || is_close(c));
        let counted = after.is_none_or(|c| {
            is_open(c)
                || is_close(c)
                || c.is_ascii_digit()
                || is_space(c)
                || is_bar(c)
                || is_colon(c)
        });
        let glued = before.is_some()
            && counted
            && control.chars().count() >= 2
            && !Facet::NameWord.is(control);
        at > 0 && (stands_alone || glued)
    };
    Facet::BehindOutlet
        .finder()
        .within(&text[..end])
        .find(|(at, control, ())| is_control(*at, control))
        .map_or(end, |(at, ..)| at)
}

/// `value` up to the first control: `张三 字号 T|T` gives `张三`. Times stay.
pub(crate) fn without_controls(value: &str) -> &str {
    &value[..control_at(value, value.len())]
}

fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    if length == 0 || length > LONGEST || !name.chars().any(char::is_alphabetic) {
        return false;
    }
    // A template's left-over, an address, or a sentence.
    let forbidden = [
        "{", "}", "$", "://", "@", "。", "？", "?", "！", "!", "；", "：", "=",
    ];
    if forbidden.iter().any(|mark| name.contains(mark)) || name.matches(['，', ',']).count() > 1 {
        return false;
    }
    // An address alone: example.com, but not 9city, nor cityNet.COM, which is written as a name.
    let is_host = name.is_ascii()
        && name.contains('.')
        && !name.contains(' ')
        && !name.chars().any(|c| c.is_ascii_uppercase());
    !is_host && !Facet::SentenceWord.within(name)
}

/// Whether a word behind a name is what is left of a control: the sizes of 字号：小 大, the count of 2 条.
fn is_rest_of_control(word: &str) -> bool {
    matches!(word, "大" | "中" | "小" | "条" | "條" | "次" | "篇")
        || word.bytes().all(|b| b.is_ascii_digit())
}

/// One space for every run of white space; none between Chinese characters' neighbours that had several.
fn tidy(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split(is_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // 橙橘网 小 大, 橙橘网 2 条
    while let Some((name, word)) = out.rsplit_once(' ')
        && is_rest_of_control(word)
        && name.chars().count() >= 2
    {
        out.truncate(name.len());
    }
    // The name said twice, once for phones: 橙橘客户端 橙橘客户端.
    let half = out.len() / 2;
    if out.len() % 2 == 1 && out.as_bytes()[half] == b' ' && out[..half] == out[half + 1..] {
        out.truncate(half);
    }
    // A button glued to the name: 橙橘融媒关注.
    if let Some(kept) = Facet::GluedButton.strip_end(&out)
        && kept.chars().count() >= 3
    {
        out.truncate(kept.len());
    }
    // A count of readers glued to the name: 新华社222.
    let kept = out.trim_end_matches(|c: char| c.is_ascii_digit());
    if kept.len() < out.len() && is_outlet(kept) {
        out.truncate(kept.len());
    }
    out
}

#[cfg(test)]
mod tests;
