//! How first paragraphs open: datelines, the brackets behind them, and bylines without brackets. Only the shape; names are read in `phrase`.

use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{first_chars, is_close, is_han, is_open, is_place, is_space};
use crate::grammar::outlet;
use crate::grammar::time::spans;

/// What a paragraph opens with: the dateline before the byline, if there is one, and the byline.
pub(crate) struct Opening<'a> {
    pub(crate) head: Option<&'a str>,
    pub(crate) byline: &'a str,
}

/// A dateline and what the bracket behind it holds: `新华社北京5月9日电（记者 张三）`.
pub(crate) fn with_bracket(text: &str) -> Option<(&str, &str)> {
    let at = text.find(is_bracket)?;
    let (head, behind) = text.split_at(at);
    let head = head.trim_end();
    let open = behind.chars().next().filter(|&c| is_open(c))?;
    let inner = &behind[open.len_utf8()..];
    let end = inner.find(is_bracket)?;
    let plain = |c: char| {
        is_han(c) || c.is_ascii_alphanumeric() || c.is_whitespace() || matches!(c, '·' | '—' | '-')
    };
    let fits = Facet::DispatchEnd.ends(head)
        && head.chars().all(plain)
        && inner[end..].starts_with(is_close)
        && (3..=36).contains(&head.chars().count())
        && (2..=70).contains(&end_chars(inner, end));
    fits.then(|| (head, &inner[..end]))
}

fn is_bracket(c: char) -> bool {
    matches!(
        c,
        '（' | '(' | ')' | '）' | '【' | '】' | '〔' | '〕' | '[' | ']'
    )
}

fn end_chars(text: &str, end: usize) -> usize {
    text[..end].chars().count()
}

/// A byline without brackets: `記者張三／台北報導 …`, `橙橘网记者李四4月11日报道：…`.
pub(crate) fn without_bracket(text: &str) -> Option<Opening<'_>> {
    const MARKS: &[char] = &[
        '，', '。', '！', '？', '；', '：', ':', '“', '”', '「', '」', '（', '(', '）', ')',
    ];
    let text_in_line = &text[..text.find(MARKS).unwrap_or(text.len())];
    let role_end = Facet::DatelineRole
        .find(text_in_line)
        .map(|(at, role)| at + role.len())?;
    if text_in_line[..role_end].contains(['【', '】', '[', ']']) {
        return None;
    }
    // At least one character stands between role and verb.
    let from = role_end + text_in_line[role_end..].chars().next()?.len_utf8();
    let behind = |end: usize| {
        let next = text[end..].chars().next();
        next.is_none_or(|c| c.is_whitespace() || matches!(c, '：' | ':' | '，'))
    };
    let end = Facet::DatelineVerb
        .finder()
        .within(&text_in_line[from..])
        .map(|(at, verb, ())| from + at + verb.len())
        .filter(|&end| behind(end))
        .min()?;
    let byline = &text[..end];
    (4..=80)
        .contains(&byline.chars().count())
        .then_some(Opening { head: None, byline })
}

/// Longest outlet, or place and outlet, before the names of a dispatch, in characters.
const HEAD_MAX: usize = 12;

/// A dateline or an outlet and names behind it with spaces only: `本报讯 记者 张三 “…`, `橙橘网 记者 张三 李四 5月10日，…`.
pub(crate) fn with_names(text: &str) -> Option<Opening<'_>> {
    // Nothing longer is the head of a dispatch.
    let start = first_chars(text, HEAD_MAX + 1).unwrap_or(text);
    let (head, behind) = text.split_at(start.find(char::is_whitespace)?);
    let line = behind.trim_start();
    let dispatch = head.ends_with(['讯', '訊', '电', '電'])
        && head.chars().all(is_han)
        && (3..HEAD_MAX).contains(&head.chars().count());
    let house =
        !dispatch && (3..=HEAD_MAX).contains(&head.chars().count()) && outlet::is_outlet(head);
    if !dispatch && !house {
        return None;
    }
    let mut rest = Facet::JournalistWord.strip_start(line)?;
    let is_gap = |c: char| c.is_whitespace() || c == '、';
    // Up to four names; then what no name starts with.
    for _ in 0..=4 {
        let name = rest.trim_start_matches(is_gap);
        let spaced = name.len() < rest.len();
        let opens = name.starts_with(['“', '《', '「', '『']) || name.starts_with(char::is_numeric);
        let byline = line[..line.len() - rest.len()].trim_end();
        if spaced && opens {
            let named = (4..=80).contains(&byline.chars().count());
            let dated = || spans::at_start(name).is_some();
            return (named && (dispatch || dated())).then_some(Opening {
                head: Some(head),
                byline,
            });
        }
        let length = name.find(|c| !is_han(c)).unwrap_or(name.len());
        if !spaced || !(2..=4).contains(&end_chars(name, length)) {
            return None;
        }
        rest = &name[length..];
    }
    None
}

/// A byline that the dateline follows without a mark: `通讯员 张三 李四本报讯 近日，…`.
pub(crate) fn before_dispatch(text: &str) -> Option<Opening<'_>> {
    let roles = [Facet::RankedReporter, Facet::Reporter];
    let opens = roles.iter().any(|role| role.starts(text));
    let (end, _) = Facet::OwnDispatch.find(text).filter(|_| opens)?;
    let byline = text[..end].trim_end();
    (4..=60)
        .contains(&byline.chars().count())
        .then_some(Opening { head: None, byline })
}

/// The outlet of the dateline a text opens with: `新华社北京5月9日电`. 本报 and 据…报道 name none.
pub(crate) fn agency(text: &str) -> Option<String> {
    let (outlet, place) = outlet_and_place(text.trim_start_matches(is_space))?;
    let own = outlet.starts_with(['本', '据', '據', '我']) || label::has_function_words(outlet);
    if place.is_some_and(|place| !is_place(place)) || own || outlet.chars().count() < 3 {
        return None;
    }
    outlet::outlet(outlet)
}

/// Longest name of an outlet in a dateline before the word that ends it, in characters.
const OUTLET_MAX: usize = 12;

/// `新华社` and `北京` of `新华社北京5月9日电`: the shortest outlet, then the shortest place, that a dispatch follows.
fn outlet_and_place(text: &str) -> Option<(&str, Option<&str>)> {
    let in_name = |c: char| is_han(c) || c.is_ascii_alphabetic() || c == '·';
    for (at, c) in text.char_indices().take(OUTLET_MAX + 1) {
        if at > 0
            && let Some(rest) = Facet::AgencyEnd.strip_start(&text[at..])
        {
            let outlet = &text[..text.len() - rest.len()];
            if is_dispatch(rest) {
                return Some((outlet, None));
            }
            let han = rest.char_indices().take(7).take_while(|&(_, c)| is_han(c));
            let ends = han.map(|(at, c)| at + c.len_utf8()).skip(1).take(5);
            for end in ends {
                if is_dispatch(&rest[end..]) {
                    return Some((outlet, Some(&rest[..end])));
                }
            }
        }
        if !in_name(c) {
            return None;
        }
    }
    None
}

/// Whether a text goes on as a dispatch: a time, if any, and the word for it: `5月9日电`, `记者`.
fn is_dispatch(text: &str) -> bool {
    let rest = text.trim_start();
    let rest = spans::at_start(rest).map_or(rest, |end| rest[end..].trim_start());
    let rest = Facet::DispatchAdjective.strip_start(rest).unwrap_or(rest);
    Facet::DispatchWord.starts(rest)
}
