//! Pen names and desks, which no list of surnames knows: where one may stand, and whether the page credits it. Names of people are `names`'s business.

use crate::field::adjacent;
use crate::field::context::Context;
use crate::field::credits::tuning::pen_name::{CHARS, CREDITED_WITHIN, HAN_MAX};
use crate::grammar::byline;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::names::is_desk;
use crate::grammar::outlet;
use crate::grammar::time;

/// Whether the page itself credits a pen name: behind 记者 in the first lines of the body, or alone in a line below 作者.
pub(super) fn is_credited(cx: &Context<'_>, pen: &str) -> bool {
    let dom = cx.dom();
    let lines = dom.lines();
    let body = cx.layout.body();
    let first = lines.get(body).unwrap_or_default().iter();
    let reports = |text: &str| {
        let mut places = Facet::JournalistWord.places(text);
        places.any(|(at, word)| text[at + word.len()..].trim_start().starts_with(pen))
    };
    let chars = pen.chars().count() as u32;
    first
        .take(CREDITED_WITHIN)
        .any(|line| reports(dom.line_text(line)))
        || lines.windows(2).any(|pair| {
            pair[1].counts.chars == chars
                && dom.line_text(&pair[1]).trim() == pen
                && label::by_name(dom.line_text(&pair[0])) == Some(Label::Author)
        })
}

/// The pen name or desk in an element named author: one word, no control and no outlet; `即時中心` of `即時中心／綜合報導`.
pub(super) fn pen_name(value: &str) -> Option<&str> {
    let value = adjacent::before_time(value);
    // `作者 南山客`, `by 南山客`
    let value = Facet::PenNameLabel
        .strip_start(value)
        .and_then(|rest| {
            let spaced = value[..value.len() - rest.len()].ends_with(' ');
            rest.strip_prefix([' ', '：', ':', '/', '／', '|', '\n'])
                .or_else(|| spaced.then_some(rest))
        })
        .unwrap_or(value)
        .trim();
    let value = match value.split_once(['/', '／']) {
        Some((desk, verb)) if Facet::Report.ends(verb) => desk,
        _ => value,
    };
    let value = outlet::without_controls(value).trim();
    let length = value.chars().count();
    let fits = CHARS.contains(&length)
        && value
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '~' | '～'))
        && value.chars().any(char::is_alphabetic)
        && (value.is_ascii() || value.chars().any(is_han) && length <= HAN_MAX);
    // 城东22日電 is where a dispatch is from.
    if !time::spans(value).is_empty() {
        return None;
    }
    let desk = is_desk(value);
    // CTWANT, ETNEWS
    let initials = value.chars().all(|c| c.is_ascii_uppercase());
    let other = outlet::is_outlet(value)
        || initials
        || value.ends_with(['者', '员', '員'])
        || adjacent::is_no_name(value)
        || byline::line(value).has_people();
    (fits && (desk || !other)).then_some(value)
}
